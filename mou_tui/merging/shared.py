"""What two copies of one session began with, as far as the beginning of the history tells that both hold."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import takewhile

from mou_tui.session.history import Entry
from mou_tui.session.meeting import Position
from mou_tui.session.model import OPENING, Answer, Session


def shared_base(ours: Session, theirs: Session) -> Session | None:
    """Return the wordings that both sides had when they parted; None where their histories begin differently.

    A program that keeps a folder in step leaves two copies of a session that remember no sending; the history that
    they share says which of two wordings is the new one.
    """
    sides = [session.history.entries for session in (ours, theirs)]
    shared = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(*sides, strict=False)))
    if not shared:
        return None
    wordings = {entry.place: entry.text for entry in sides[0][:shared] if entry.kind == "wording"}
    wordings = {**dict(sorted(_before_the_log(entries[shared:] for entries in sides))), **wordings}
    answers = {
        clause_id: Answer(text, positions=_shared_positions(ours.answer(clause_id), theirs.answer(clause_id)))
        for clause_id, text in wordings.items()
        if clause_id in ours.answers or clause_id in theirs.answers
    }
    opening = wordings.get(OPENING, "")
    return Session(replace(ours.checklist, version="", extra={}), opening=opening, answers=answers)


def _before_the_log(sides: Iterable[tuple[Entry, ...]]) -> Iterator[tuple[str, str]]:
    """Yield what a clause read before its wordings were first noted."""
    for entries in sides:
        for entry in entries:
            if entry.kind == "wording" and not entry.at:
                yield entry.place, entry.text


def _shared_positions(ours: Answer, theirs: Answer) -> dict[str, Position]:
    return {party: position for party, position in ours.positions.items() if theirs.positions.get(party) == position}
