"""Where a text breaks into lines of a given width in cells."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from itertools import accumulate

from rich.cells import split_graphemes

# Outside Latin, Greek, Cyrillic and general punctuation a character may be two cells wide, or none.
_UNEVEN = re.compile("[^\n -~\u00a0-\u00ac\u00ae-\u02ff\u0370-\u0482\u2010-\u2027\u2030-\u205e]")

# From here on characters need no space between them for a line to break.
_IDEOGRAPHS = "\u2e80"


def wrap(text: str, width: int) -> Iterator[tuple[int, int]]:
    """Yield the lines of a text as offsets in characters: broken at spaces, inside a word only where it must be.

    Spaces at a break belong to no line. A text of ideographs breaks between any two of them.
    """
    fit = _fit_by_graphemes(text, width) if _UNEVEN.search(text) else width.__add__
    start = 0
    for line in text.split("\n"):
        line_end = start + len(line)
        while (limit := fit(start)) < line_end:
            end = _break(text, start, limit)
            yield start, end
            start = end + _leading_spaces(text[end:line_end])
        if start < line_end or not line:
            yield start, line_end
        start = line_end + 1


def _break(text: str, start: int, limit: int) -> int:
    """Return where to break a line whose text has room up to a limit and goes on beyond it."""
    if text[limit] == " " or text[limit] >= _IDEOGRAPHS:
        return limit
    space = text.rfind(" ", start, limit)
    return space if space > start + _leading_spaces(text[start:limit]) else limit


def _leading_spaces(text: str) -> int:
    return len(text) - len(text.lstrip(" "))


def _fit_by_graphemes(text: str, width: int) -> Callable[[int], int]:
    """Make a function that says where a line from a character on must end, never inside a grapheme."""
    graphemes, _total = split_graphemes(text)
    starts = [start for start, _end, _cells in graphemes]
    cells_before = [0, *accumulate(cells for _start, _end, cells in graphemes)]

    def fit(start: int) -> int:
        first = bisect_right(starts, start) - 1
        last = bisect_right(cells_before, cells_before[first] + width) - 1
        last = max(last, first + 1)
        return starts[last] if last < len(starts) else len(text)

    return fit
