"""What changed between two texts, so that an editor replaces no more than that."""

from __future__ import annotations

from collections.abc import Callable

from mou_tui.frozen import NamedTuple


class TextChange(NamedTuple):
    """A span of a text, and what is there instead."""

    start: int
    end: int
    text: str


def find_change(before: str, after: str, behind: int | None = None) -> TextChange | None:
    """Return the one span that makes one text of another; None where they are the same.

    Args:
        before: the text as it is.
        after: as it is to be.
        behind: how many characters are behind the change; tells which of several equal letters it was.
    """
    if before == after:
        return None
    shorter = min(len(before), len(after))
    most = shorter if behind is None else min(behind, shorter)
    same_end = _longest(most, lambda size: before[len(before) - size :] == after[len(after) - size :])
    same_start = _longest(shorter - same_end, lambda size: before[:size] == after[:size])
    return TextChange(same_start, len(before) - same_end, after[same_start : len(after) - same_end])


def _longest(most: int, is_same: Callable[[int], bool]) -> int:
    """Return the greatest size up to a limit for which something holds, as it does for all below."""
    least = 0
    while least < most:
        middle = (least + most + 1) // 2
        if is_same(middle):
            least = middle
        else:
            most = middle - 1
    return least
