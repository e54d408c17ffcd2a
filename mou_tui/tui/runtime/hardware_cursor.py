"""The terminal's own cursor: always shown, where the next letter goes or at the selected row.

Braille displays, magnifiers and input methods follow it. Textual hides it and draws one of its own, which they cannot
tell from other text: https://github.com/Textualize/textual/issues/2348
"""

from __future__ import annotations

from rich.cells import cell_len
from textual.geometry import Offset
from textual.widget import Widget
from textual.widgets import Input, OptionList, TextArea

SHOW = "\x1b[?25h"


def position_of(widget: Widget) -> Offset:
    """Return the screen offset of the insertion point or selected row of a widget, or of its top left corner."""
    origin = widget.content_region.offset
    if isinstance(widget, TextArea):
        # Its `cursor_screen_offset` is stale after a new wrap (Textual 8.2.8; no upstream issue found).
        return origin + widget.wrapped_document.location_to_offset(widget.cursor_location) - widget.scroll_offset
    if isinstance(widget, Input):
        # Textual puts it one cell too far at the end of the text (8.2.8; no upstream issue found).
        return origin + Offset(cell_len(widget.value[: widget.cursor_position]) - widget.scroll_offset.x, 0)
    if isinstance(widget, OptionList) and widget.highlighted is not None:
        # There is no public way from an option to its line (Textual 8.2.8; no upstream issue found).
        return origin + Offset(0, widget._index_to_line[widget.highlighted] - widget.scroll_offset.y)
    return origin
