"""The draft laid out for a width, passage by passage, without a screen; what nobody has looked at keeps an estimate."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from itertools import accumulate

from mou_tui.draft.markdown import Passage
from mou_tui.frozen import NamedTuple
from mou_tui.tui.widgets.preview.typeset import BLANK_ROW, Rows, TextRow, estimate_rows, typeset


class ScrollAnchor(NamedTuple):
    """The row at the top of a view, given so that it stays there when heights above it change."""

    key: str
    offset: int
    """From the first row of the passage; negative for a row above it."""


class DraftLayout:
    """Passages in rows below each other, each with a blank row under it."""

    def __init__(self) -> None:
        self.passages: tuple[Passage, ...] = ()
        self.width = 0
        self._index: dict[str, int] = {}
        self._starts: list[int] = [0]
        self._rows: dict[str, Rows] = {}

    @property
    def height(self) -> int:
        """How many rows there are, as far as is known."""
        return self._starts[-1]

    @property
    def is_estimated(self) -> bool:
        """Whether some passages are not laid out yet."""
        return len(self._rows) < len(self.passages)

    def replace_passages(self, passages: tuple[Passage, ...]) -> None:
        """Take other passages; those that are the same keep their rows."""
        # Compared by their keys and not as sets, which would read every word of the draft at each key that is typed.
        before = {passage.key: passage for passage in self.passages}
        kept = {passage.key for passage in passages if before.get(passage.key) == passage}
        self._rows = {key: rows for key, rows in self._rows.items() if key in kept}
        self.passages = passages
        self._index = {passage.key: index for index, passage in enumerate(passages)}

    def widen(self, width: int) -> None:
        """Take another width; all is to be laid out again."""
        self.width = width
        self._rows.clear()

    def __contains__(self, key: str) -> bool:
        return key in self._index

    def rows_of(self, key: str) -> Rows:
        """Return the rows of a passage; none while it is not laid out."""
        return self._rows.get(key, ())

    def start_of(self, key: str) -> int:
        """Return the first row of a passage."""
        return self._starts[self._index[key]]

    def row(self, y: int) -> tuple[TextRow, str]:
        """Return a row, and the key of its passage; a blank one belongs to none."""
        index = bisect_right(self._starts, y) - 1
        if index < len(self.passages):
            key = self.passages[index].key
            rows = self._rows.get(key, ())
            if y - self._starts[index] < len(rows):
                return rows[y - self._starts[index]], key
        return BLANK_ROW, ""

    def top(self, y: int) -> ScrollAnchor:
        """Return a row given by its passage."""
        index = min(bisect_right(self._starts, y), len(self.passages)) - 1
        return ScrollAnchor(self.passages[index].key, y - self._starts[index]) if index >= 0 else ScrollAnchor("", y)

    def lay_out(self, passages: Iterable[Passage]) -> bool:
        """Lay out passages that are not yet; returns whether there were any."""
        missing = [passage for passage in passages if passage.key not in self._rows]
        for passage in missing:
            self._rows[passage.key] = typeset(passage.blocks, self.width)
        return bool(missing)

    def lay_out_from(self, top: ScrollAnchor, height: int) -> int:
        """Lay out all that is in a view of a height with a row at its top, or as near to it as there are rows.

        Returns:
            The row that is at the top.
        """
        while True:
            self._starts = [0, *accumulate(map(self._height, self.passages))]
            y = top.offset + (self.start_of(top.key) if top.key in self else 0)
            y = max(0, min(y, self.height - height))
            first = bisect_right(self._starts, y) - 1
            last = bisect_left(self._starts, y + height)
            if not self.lay_out(self.passages[max(0, first) : last]):
                return y

    def _height(self, passage: Passage) -> int:
        rows = self._rows.get(passage.key)
        height = estimate_rows(passage.blocks, self.width) if rows is None else len(rows)
        return height + 1 if height else 0
