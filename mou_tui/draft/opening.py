"""Write the opening of the agreement: its parties and its definitions."""

from __future__ import annotations

from functools import lru_cache

from mou_tui.checklist.model import Checklist
from mou_tui.draft.articles import with_article
from mou_tui.draft.blanks import fill_blanks, known_values
from mou_tui.draft.definitions import definitions_of
from mou_tui.draft.folding import fold
from mou_tui.language.text import capitalize_first, join_and
from mou_tui.session.model import Session


def opening_of(checklist: Checklist, session: Session) -> str:
    """Return the opening: as the parties rewrote it, or else as written from the parties and facts known now."""
    return session.opening or written_opening(checklist, session)


def written_opening(checklist: Checklist, session: Session) -> str:
    """Return the opening written from what is known now: the parties, other signers, the definitions."""
    values = known_values(checklist, session)
    for blank in (fold(role.name_blank) for role in checklist.parties):
        if blank in values:
            values[blank] = with_article(values[blank])
    first, *paragraphs = _filled(checklist.opening, tuple(values.items())).split("\n\n")
    definitions = definitions_of(checklist, session)
    other_signers, replaced = _other_signers_sentence(checklist, session), _replacement_sentence(session)
    return "\n\n".join(filter(None, (first, other_signers, replaced, definitions, *paragraphs)))


@lru_cache(maxsize=8)
def _filled(opening: str, values: tuple[tuple[str, str], ...]) -> str:
    # Cached, because the opening is asked for at every key and changes with the parties and facts alone.
    return fill_blanks(opening, dict(values))


def _replacement_sentence(session: Session) -> str:
    replaced = session.replaces
    if replaced is None or not (replaced.title.strip() or replaced.date.strip()):
        return ""
    title = f"“{replaced.title.strip()}”" if replaced.title.strip() else "the agreement"
    dated = f" of {replaced.date.strip()}" if replaced.date.strip() else ""
    return f"When it takes effect, this agreement replaces {title}{dated} between the parties."


def _other_signers_sentence(checklist: Checklist, session: Session) -> str:
    roles = [role.id for role in checklist.parties]
    other_signers = [signer for signer in session.signers if signer.id not in roles and (signer.name or signer.short)]
    if not other_signers:
        return ""
    called = [
        f"{with_article(party.contracting_name)} (“{party.short}”)"
        if party.name and party.short
        else with_article(party.contracting_name) or party.short
        for party in other_signers
    ]
    verb = "is also a party" if len(called) == 1 else "are also parties"
    return f"{capitalize_first(join_and(called))} {verb} to this agreement."
