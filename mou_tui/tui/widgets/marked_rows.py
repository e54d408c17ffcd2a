"""Marks in rows of text the words in which several wordings differ."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from mou_tui.draft.wording_differences import Range, differing_words, word_ranges
from mou_tui.tui.widgets.preview.typeset import Rows, StyledSpan, TextRow

DIFFERS = "differs"
"""The role of a word that another wording has not."""


def mark_differences(wordings: Sequence[Rows]) -> list[Rows]:
    """Return the rows of wordings, each word that differs with the role that says so; those of one stay as they are."""
    if len(wordings) < 2:
        return list(wordings)
    places = [[(y, *span) for y, row in enumerate(rows) for span in word_ranges(row.text)] for rows in wordings]
    words = tuple(
        tuple(rows[y].text[start:end] for y, start, end in spans) for rows, spans in zip(wordings, places, strict=True)
    )
    return [
        _mark(rows, spans, runs) for rows, spans, runs in zip(wordings, places, differing_words(words), strict=True)
    ]


def first_difference(rows: Rows) -> int | None:
    """Return the first row with a word that differs; None if there is none."""
    return next((y for y, row in enumerate(rows) if any(DIFFERS in span.roles for span in row.pieces)), None)


def _mark(rows: Rows, places: Sequence[tuple[int, int, int]], runs: Sequence[Range]) -> Rows:
    marked = list(rows)
    for first, after in runs:
        # One stretch in each row, so that the space between two such words is marked with them.
        for y in sorted({y for y, _, _ in places[first:after]}):
            spans = [(start, end) for row, start, end in places[first:after] if row == y]
            marked[y] = TextRow(tuple(_cut(marked[y], spans[0][0], spans[-1][1])), marked[y].separator)
    return tuple(marked)


def _cut(row: TextRow, start: int, end: int) -> Iterator[StyledSpan]:
    """Yield the pieces of a row, those from one character to another with the role."""
    offset = 0
    for text, roles in row.pieces:
        begin, finish = (min(max(0, at - offset), len(text)) for at in (start, end))
        parts = ((text[:begin], roles), (text[begin:finish], (*roles, DIFFERS)), (text[finish:], roles))
        yield from (StyledSpan(part, part_roles) for part, part_roles in parts if part)
        offset += len(text)
