"""The editors wording is typed into."""

from __future__ import annotations

from collections.abc import Collection
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.document._document import Location
from textual.document._edit import Edit
from textual.document._history import EditHistory
from textual.widgets import TextArea
from textual.widgets.text_area import Selection

from mou_tui.draft.blanks import find
from mou_tui.tui.widgets.sparing import SparingTextArea


class _Typing(EditHistory):
    """Undoes what was typed over a selection together with that."""

    def record(self, edit: Edit) -> None:
        """Record an edit."""
        super().record(edit)
        if edit.text:
            # The library begins a new step after the first letter, and leaves that in place of a blank (seen in 8.2.8).
            self._previously_replaced = False


class WordingEditor(SparingTextArea):
    """A text area that wraps at words and knows its blanks."""

    # What every word processor does; Home goes to the beginning of the line.
    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+a", "select_all", show=False)]

    def __init__(self, *, id: str, placeholder: str = "") -> None:
        super().__init__(id=id, placeholder=placeholder, soft_wrap=True, compact=True, highlight_cursor_line=False)
        self.match_cursor_bracket = False
        usual = self.history
        self.history = _Typing(usual.max_checkpoints, usual.checkpoint_timer, usual.checkpoint_max_characters)
        self.not_blanks: Collection[str] = ()
        """What looks like a blank in the text and is none."""

    def hold(self, text: str, cursor: int = 0) -> None:
        """Show another text, with its own undo, the cursor after so many characters; nobody is told of a change."""
        with self.prevent(TextArea.Changed):
            self.load_text(text)
        self.move_cursor(self._location(cursor))

    def action_undo(self) -> None:
        """Undo what was typed last; say so where nothing is left, for a key that does nothing looks broken."""
        before = self.text
        super().action_undo()
        if self.text == before:
            self.notify("Nothing that was typed since you came here is left to undo.", markup=False)

    def on_resize(self) -> None:
        """Keep where one types in view."""
        if self.has_focus:
            self.call_after_refresh(self.scroll_cursor_visible)

    @property
    def cursor(self) -> int:
        """How many characters stand before the cursor."""
        return self._offset(self.clamp_visitable(self.cursor_location))

    def put(self, text: str, *, whole: bool) -> None:
        """Put text in place of everything, or at the cursor, as one step of undo; then select its first blank."""
        self.history.checkpoint()
        start, end = (self.document.start, self.document.end) if whole else self.selection
        start, end = min(start, end), max(start, end)
        at = self._offset(start)
        self.replace(text, start, end, maintain_selection_offset=False)
        self.history.checkpoint()
        self.select_blank(at)

    def select_blank(self, after: int) -> bool:
        """Select the first blank at or after an offset in characters, or else the first; False if there is none."""
        blanks = [blank for blank in find(self.text) if blank.text not in self.not_blanks]
        blank = next((blank for blank in blanks if blank.start >= after), next(iter(blanks), None))
        if blank is None:
            return False
        start, end = blank.typed_over
        self.selection = Selection(self._location(start), self._location(end))
        return True

    def next_blank(self) -> bool:
        """Select the next blank, going round; False if there is none."""
        return self.select_blank(self._offset(max(self.selection)))

    def _offset(self, location: Location) -> int:
        """Characters before a location."""
        return len(self.get_text_range(self.document.start, location))

    def _location(self, offset: int) -> Location:
        """The location after so many characters."""
        before = self.text[:offset]
        return before.count("\n"), len(before) - (before.rfind("\n") + 1)
