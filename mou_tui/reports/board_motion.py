"""Word the motion that a governing body votes on, with a blank for all that is not known."""

from __future__ import annotations

from collections.abc import Iterator

from mou_tui.checklist.model import Checklist
from mou_tui.draft.articles import with_article
from mou_tui.draft.blanks import fill_blanks, known_values
from mou_tui.draft.blocks import Block, Paragraph
from mou_tui.draft.composition import one_line
from mou_tui.draft.draft import signers
from mou_tui.draft.inline_parser import mark_blanks
from mou_tui.language.text import join_and
from mou_tui.session.model import Party, Session

_TERM = "for a term from [start date] to [end date]"


def motions(checklist: Checklist, session: Session) -> Iterator[Block]:
    """Yield a motion for the governing body of each party that signs."""
    term = fill_blanks(_TERM, known_values(checklist, session))
    title = session.title.strip() or checklist.document_title
    parties = signers(checklist, session)
    for party in parties:
        other_parties = [_name(checklist, other) for other in parties if other.id != party.id]
        with_others = f" with {join_and(other_parties)}" if other_parties else ""
        motion = (
            f"Moved, that the [governing body] of {_name(checklist, party)} approve the “{title}”{with_others}, "
            f"{term}, and authorize {_who_signs(party)} to sign it."
        )
        yield Paragraph(mark_blanks(one_line(motion)))


def _name(checklist: Checklist, party: Party) -> str:
    """Return the legal name of a party within a sentence, or a blank for it."""
    blanks = {role.id: role.name_blank for role in checklist.parties}
    return with_article(party.contracting_name) or party.short.strip() or f"[{blanks.get(party.id, 'legal name')}]"


def _who_signs(party: Party) -> str:
    """Return the titles of those who sign for a party; the motion names no person."""
    titles = [signatory.title.strip() for signatory in party.signatories]
    if titles and all(titles):
        return join_and([f"the {title.removeprefix('the ')}" for title in dict.fromkeys(titles)])
    return party.head.strip() or "[title of who signs]"
