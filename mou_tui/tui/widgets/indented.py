"""Words of a list that begin further in than the edge, and stay there however many rows they take."""

from __future__ import annotations

from textual.content import Content
from textual.geometry import Spacing
from textual.visual import Padding


class Indented(Padding):
    """Words whose every row begins as far in as the first.

    Args:
        words: the words; the spaces they begin with say how far.
    """

    def __init__(self, content: Content) -> None:
        inset = len(content.plain) - len(content.plain.lstrip(" "))
        super().__init__(content[inset:], Spacing(left=inset))
        self._words = content

    def __str__(self) -> str:
        return self._words.plain
