"""Pair the lines of two texts: those that are the same, and those that are a change of each other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterator, Sequence
from difflib import SequenceMatcher

_MOST_PAIRS = 60_000
_ALIKE = 0.4
"""How much of their words two lines share at least, if one is a change of the other."""

Pair = tuple[int | None, int | None]
"""The index of an old line and that of the new one; None where there is none."""


def paired(
    old: Sequence[str], new: Sequence[str], old_keys: Sequence[Hashable], new_keys: Sequence[Hashable]
) -> Iterator[Pair]:
    """Yield each old line with what became of it, and each new line with what it was, in an order that fits both.

    Args:
        old: the old lines.
        new: the new lines.
        old_keys: for each of the old lines, what is the same where a new line is the same.
        new_keys: for each of the new lines, likewise.
    """
    for kind, start, end, new_start, new_end in SequenceMatcher(None, old_keys, new_keys, autojunk=False).get_opcodes():
        if kind == "equal":
            yield from zip(range(start, end), range(new_start, new_end), strict=True)
        else:
            for before, after in _alike(old[start:end], new[new_start:new_end]):
                yield (None if before is None else start + before), (None if after is None else new_start + after)


def likeness(old: Counter[str], new: Counter[str]) -> float:
    """Return how much of their words two texts share, from 0 to 1."""
    return 2 * (old & new).total() / max(1, old.total() + new.total())


def _alike(old: Sequence[str], new: Sequence[str]) -> Iterator[Pair]:
    """Yield lines of which none is as it was, those that are alike together: the best total there is."""
    if not old or not new or len(old) * len(new) > _MOST_PAIRS:
        yield from ((index, None) for index in range(len(old)))
        yield from ((None, index) for index in range(len(new)))
        return
    old_words = [Counter(text.split()) for text in old]
    new_words = [Counter(text.split()) for text in new]
    best = [[0.0] * (len(new) + 1) for _ in range(len(old) + 1)]
    for row in range(len(old) - 1, -1, -1):
        for column in range(len(new) - 1, -1, -1):
            gain = likeness(old_words[row], new_words[column]) - _ALIKE
            best[row][column] = max(best[row + 1][column], best[row][column + 1], best[row + 1][column + 1] + gain)
    row = column = 0
    while row < len(old) or column < len(new):
        if row < len(old) and best[row][column] == best[row + 1][column]:
            yield row, None
            row += 1
        elif column < len(new) and best[row][column] == best[row][column + 1]:
            yield None, column
            column += 1
        else:
            yield row, column
            row, column = row + 1, column + 1
