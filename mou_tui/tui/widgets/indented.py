"""Text of a list that is indented, on every row that it takes."""

from __future__ import annotations

from textual.content import Content
from textual.geometry import Spacing
from textual.visual import Padding


class Indented(Padding):
    """Indents every row of a text as far as the first.

    Args:
        content: the text; the spaces it begins with say how far.
    """

    def __init__(self, content: Content) -> None:
        inset = len(content.plain) - len(content.plain.lstrip(" "))
        super().__init__(content[inset:], Spacing(left=inset))
        self._whole = content

    def __str__(self) -> str:
        return self._whole.plain
