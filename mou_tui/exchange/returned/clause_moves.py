"""Put together the two places of a clause that was moved: where it was deleted, and where it was inserted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from mou_tui.exchange.returned.clause_ranges import ClauseMark, ClauseRange, plain
from mou_tui.exchange.returned.tracked_body import TrackedParagraph


def with_moves(ranges: Sequence[ClauseRange], clauses: Mapping[str, ClauseMark]) -> tuple[list[ClauseRange], list[str]]:
    """Return ranges in which each moved clause is one, and the ids of the clauses that were moved.

    A clause was moved where its heading was deleted by one who inserted the same heading elsewhere.
    """
    captions = {plain(mark.caption): clause for clause, mark in clauses.items()}
    deleted = {part.clause: _deleted_by(part.heading) for part in ranges if part.clause and part.heading}
    moved: dict[str, ClauseRange] = {}
    remaining: list[ClauseRange] = []
    for part in ranges:
        clause = captions.get(plain(part.heading.text), "") if part.heading and not part.clause else ""
        if clause and part.heading and deleted.get(clause) and deleted[clause] == _inserted_by(part.heading):
            moved[clause] = part
        else:
            remaining.append(part)
    joined = [
        replace(part, entries=(*part.entries, *moved[part.clause].entries)) if part.clause in moved else part
        for part in remaining
    ]
    return joined, list(moved)


def is_in_other_order(ranges: Sequence[ClauseRange], clauses: Sequence[str]) -> bool:
    """Tell whether the clauses of a file are in another order than those of the draft."""
    present = [part.clause for part in ranges if part.clause in clauses]
    return present != sorted(present, key=clauses.index)


def _deleted_by(heading: TrackedParagraph) -> str:
    """Return who deleted all words of a heading; empty for nobody."""
    return _whoever([run.deleted.author if run.deleted else "" for run in heading.runs if run.text.strip()])


def _inserted_by(heading: TrackedParagraph) -> str:
    return _whoever([run.inserted.author if run.inserted else "" for run in heading.runs if run.text.strip()])


def _whoever(authors: list[str]) -> str:
    return authors[0] if authors and len(set(authors)) == 1 else ""
