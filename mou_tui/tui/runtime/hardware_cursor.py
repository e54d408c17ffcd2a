"""The terminal's own cursor: always shown, and always where one types or is.

Braille displays, magnifiers and input methods follow it. Textual hides it and draws one of its own, which they cannot
tell from other text.
"""

from __future__ import annotations

from rich.cells import cell_len
from textual.geometry import Offset
from textual.widget import Widget
from textual.widgets import Input, OptionList, TextArea

SHOW = "\x1b[?25h"


def position_of(widget: Widget) -> Offset:
    """The place on the screen where one is in a widget: where the next letter goes, the row, or its top left."""
    place = widget.content_region.offset
    if isinstance(widget, TextArea):
        # What it says of itself is out of date after it was wrapped anew (seen in 8.2.8).
        return place + widget.wrapped_document.location_to_offset(widget.cursor_location) - widget.scroll_offset
    if isinstance(widget, Input):
        # The library puts it one cell too far at the end of the text (seen in 8.2.8).
        return place + Offset(cell_len(widget.value[: widget.cursor_position]) - widget.scroll_offset.x, 0)
    if isinstance(widget, OptionList) and widget.highlighted is not None:
        # There is no public way from a row to its line (seen in 8.2.8).
        return place + Offset(0, widget._index_to_line[widget.highlighted] - widget.scroll_offset.y)
    return place
