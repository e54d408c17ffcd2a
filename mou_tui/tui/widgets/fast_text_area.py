"""A text area that paints only the rows an edit changed."""

from __future__ import annotations

from itertools import pairwise, zip_longest
from typing import TYPE_CHECKING, ClassVar

from textual.document._document import Location
from textual.document._document_navigator import DocumentNavigator
from textual.document._wrapped_document import WrappedDocument
from textual.geometry import Offset, Region
from textual.widgets import TextArea
from textual.widgets.text_area import Edit, EditResult

from mou_tui.frozen import NamedTuple

if TYPE_CHECKING:
    from typing_extensions import Self


class _View(NamedTuple):
    """All that the rows in view are painted from."""

    rows: list[str]
    cursor_row: int


class _Sliced(WrappedDocument):
    """Slices a line where it wraps.

    The library makes a rich text of it and divides that, over and over at every key: in a long paragraph, half of the
    time to the echo.
    """

    def get_sections(self, line_index: int) -> list[str]:
        """Return the rows of a line."""
        line = self.document[line_index]
        return [line[start:end] for start, end in pairwise((0, *self.get_offsets(line_index), len(line)))]

    def location_to_offset(self, location: Location) -> Offset:
        """Return the row and column a location is shown at; of one beyond the text, those of its end."""
        last = self.document.line_count - 1
        return super().location_to_offset(min(location, (last, len(self.document[last]))))


class FastTextArea(TextArea):
    """Echoes a key as fast in a full text as in an empty one.

    The library paints every row of the view at every key, which in a full text takes longer than all else together.
    Where rows may look different without their words being so (a selection, a highlighted line), it still does.
    """

    is_in_form: ClassVar = False
    """Whether it is a field of a form, where Enter may lead to the next."""
    is_one_line: ClassVar = False
    """Whether its text is one line, however it wraps."""
    _is_editing = False

    def load_text(self, text: str) -> None:
        """Load another text."""
        super().load_text(text)
        self.wrapped_document = _Sliced(self.document, self.wrap_width, self.indent_width)
        self.navigator = DocumentNavigator(self.wrapped_document)

    def refresh(self, *regions: Region, repaint: bool = True, layout: bool = False, recompose: bool = False) -> Self:
        """Paint; during an edit, `edit` itself says what."""
        if self._is_editing and not (regions or layout or recompose):
            return self
        return super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)

    def edit(self, edit: Edit) -> EditResult:
        """Make an edit, with the cursor in view after it."""
        before = self._view()
        self._is_editing = True
        try:
            result = super().edit(edit)
            # The library scrolls before it knows that the edit has added a row.
            self.scroll_cursor_visible()
        finally:
            self._is_editing = False

        after = self._view()
        if before is None or after is None:
            self.refresh()
        else:
            pairs = enumerate(zip_longest(before.rows, after.rows))
            changed = {before.cursor_row, after.cursor_row, *(y for y, (old, new) in pairs if old != new)}
            self.refresh(*(Region(0, y, self.size.width, 1) for y in sorted(changed)))
        return result

    def _refresh_size(self) -> None:
        # The library measures again, and with that scrolls and paints, before it moves the cursor into a text that has
        # become shorter (seen in 8.2.8).
        self.set_reactive(TextArea.selection, self._validate_selection(self.selection))
        super()._refresh_size()

    def _view(self) -> _View | None:
        """Return what the rows in view are painted from; nothing where that is more than words and a cursor."""
        is_simple = self.soft_wrap and not (
            self.highlight_cursor_line or self.match_cursor_bracket or self.show_line_numbers or self.suggestion
        )
        if not (is_simple and self.text and self.size and self.selection.is_empty):
            return None
        document, top = self.wrapped_document, self.scroll_offset.y
        first, _ = document.offset_to_location(Offset(0, top))
        last, _ = document.offset_to_location(Offset(0, top + self.size.height))
        rows = [row for line in range(first, last + 1) for row in document.get_sections(line)]
        above = top - document.location_to_offset((first, 0)).y
        cursor_row = document.location_to_offset(self.cursor_location).y - top
        return _View(rows[above : above + self.size.height], cursor_row)
