"""The opening of the agreement: its parties, and what its words mean."""

from __future__ import annotations

from functools import lru_cache

from mou_tui.checklist.model import Checklist
from mou_tui.draft.blanks import fill_blanks, known_values
from mou_tui.draft.definitions import definitions_of
from mou_tui.session.model import Session
from mou_tui.text import join_and


def opening_of(checklist: Checklist, session: Session) -> str:
    """The opening as it stands: the room's words, or else written from the parties and facts known now."""
    return session.opening or written_opening(checklist, session)


def written_opening(checklist: Checklist, session: Session) -> str:
    """The opening as it is written from what is known now: the parties, whoever else signs, what the words mean."""
    first, *rest = _filled(checklist.opening, tuple(known_values(checklist, session).items())).split("\n\n")
    definitions = definitions_of(checklist, session)
    replaced = _what_it_replaces(session)
    return "\n\n".join(filter(None, (first, _who_else_signs(checklist, session), replaced, definitions, *rest)))


@lru_cache(maxsize=8)
def _filled(opening: str, values: tuple[tuple[str, str], ...]) -> str:
    # Cached, because the opening is asked for at every key and changes with the parties and facts alone.
    return fill_blanks(opening, dict(values))


def _what_it_replaces(session: Session) -> str:
    replaced = session.replaces
    if replaced is None or not (replaced.title.strip() or replaced.date.strip()):
        return ""
    title = f"“{replaced.title.strip()}”" if replaced.title.strip() else "the agreement"
    dated = f" of {replaced.date.strip()}" if replaced.date.strip() else ""
    return f"When it takes effect, this agreement replaces {title}{dated} between the parties."


def _who_else_signs(checklist: Checklist, session: Session) -> str:
    roles = [role.id for role in checklist.parties]
    others = [party for party in session.signers if party.id not in roles and (party.name or party.short)]
    if not others:
        return ""
    called = [
        f"{one.contracting_name} (“{one.short}”)" if one.name and one.short else one.contracting_name or one.short
        for one in others
    ]
    return f"{join_and(called)} {'is also a party' if len(called) == 1 else 'are also parties'} to this agreement."
