"""The classes that say how much room a screen has."""

from __future__ import annotations

from collections.abc import Sequence

from textual.geometry import Size

WIDTHS = [(0, "-slim"), (56, "-narrow"), (110, "-wide")]
"""Cells: a braille display or a split pane, a projector, and room for three pages side by side."""
HEIGHTS = [(0, "-tiny"), (16, "-short"), (23, "-normal"), (34, "-tall")]
"""Rows: guidance opens only when it has the focus, then has more and more room."""


def size_classes(size: Size) -> tuple[str, str]:
    """Return the classes that Textual sets on a screen of this size: for its width and its height, in cells."""
    return _class_for(size.width, WIDTHS), _class_for(size.height, HEIGHTS)


def _class_for(cells: int, steps: Sequence[tuple[int, str]]) -> str:
    """Return the class of a width or height in cells."""
    return next(name for least, name in reversed(steps) if cells >= least)
