"""Read entries with their tracked changes as if some were accepted and all others rejected."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import groupby

from mou_tui.draft.blocks import Span
from mou_tui.exchange.returned.tracked_body import Change, Entry, Look, Place, Run, TrackedParagraph, TrackedRow
from mou_tui.exchange.returned.wording_lines import Entry as PrintedEntry
from mou_tui.exchange.returned.wording_lines import Grid, Line, is_visible
from mou_tui.language.text import clean

Accepts = Callable[[Change], bool]
"""Tells whether a change is accepted."""


def nothing(change: Change) -> bool:
    """Reject a change, whosever it is."""
    return False


def everything(change: Change) -> bool:
    """Accept a change, whosever it is."""
    return True


def by_author(*authors: str) -> Accepts:
    """Return what accepts the changes of some authors and no others."""
    return lambda change: change.author in authors


def reading(entries: Iterable[Entry], accepts: Accepts) -> tuple[PrintedEntry, ...]:
    """Return what entries print once their changes are accepted or rejected; what prints nothing is left out."""
    printed: list[PrintedEntry] = []
    before: list[Span] = []
    place = Place()
    for entry in entries:
        if not isinstance(entry, TrackedParagraph):
            if before:
                printed.append(_line(before, place))
                before = []
            rows = [_row(row, accepts) for row in entry.rows if _is_there(row.inserted, row.deleted, accepts)]
            if any(any(row) for row in rows):
                printed.append(Grid(tuple(rows)))
            continue
        before += _spans(entry.runs, accepts)
        place = entry.moved[1] if entry.moved and not accepts(entry.moved[0]) else entry.place
        # A paragraph whose end is gone goes on with the next one.
        if _is_there(entry.inserted, entry.deleted, accepts):
            printed.append(_line(before, place))
            before = []
    if before:
        printed.append(_line(before, place))
    return tuple(filter(is_visible, printed))


def _row(row: TrackedRow, accepts: Accepts) -> tuple[tuple[PrintedEntry, ...], ...]:
    return tuple(reading(cell, accepts) for cell in row.cells)


def _is_there(inserted: Change | None, deleted: Change | None, accepts: Accepts) -> bool:
    return not (inserted and not accepts(inserted)) and not (deleted and accepts(deleted))


def _spans(runs: Iterable[Run], accepts: Accepts) -> Iterator[Span]:
    """Yield the text of runs that is there, runs that look the same as one."""
    there = ((_look(run, accepts), run.text) for run in runs if _is_there(run.inserted, run.deleted, accepts))
    for look, group in groupby(there, lambda held: held[0]):
        if not look.struck:
            yield Span(clean("".join(text for _, text in group)).text, look.strong, look.emphasis)


def _look(run: Run, accepts: Accepts) -> Look:
    return run.restyled[1] if run.restyled and not accepts(run.restyled[0]) else run.look


def _line(content: Iterable[Span], place: Place) -> Line:
    return Line(tuple(content), place.level, place.label)
