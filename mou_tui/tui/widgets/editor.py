"""The editor for wordings."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.document._document import Location
from textual.document._edit import Edit
from textual.document._history import EditHistory
from textual.message import Message
from textual.widgets import TextArea
from textual.widgets.text_area import EditResult, Selection

from mou_tui.frozen import NamedTuple
from mou_tui.tui.widgets.fast_text_area import FastTextArea
from mou_tui.tui.widgets.text_change import find_change

if TYPE_CHECKING:
    from mou_tui.draft.blanks import Blank
    from mou_tui.draft.continued_list import ContinuedList

LINES_OF_A_LIST = 200
"""Lines above the cursor that are searched for the previous label of a list."""


class Typed(NamedTuple):
    """A text after an edit, and the group of edits that it belongs to."""

    text: str
    cursor: int
    """Characters before the cursor."""
    group: int
    """Increases with each group of edits that is undone together."""


class _Typing(EditHistory):
    """Groups edits: a word, a run of deletions, a paste; a pause or a cursor move ends a group."""

    group = 0
    _is_after_space = False

    def record(self, edit: Edit) -> None:
        """Record an edit, in a new group after a space."""
        result = edit._edit_result
        if not (edit.text or (result and result.replaced_text)):
            return
        if self._is_after_space and edit.text and not edit.text.isspace():
            self.checkpoint()
        super().record(edit)
        if len(self._undo_stack[-1]) == 1:
            self.group += 1
        self._is_after_space = edit.text.isspace()
        if edit.text:
            # The library begins a new step after the first letter, and leaves that in place of a blank (seen in 8.2.8).
            self._previously_replaced = False


class WordingEditor(FastTextArea):
    """Edits a wording: wraps at words, finds blanks, and refuses edits of a locked clause.

    Args:
        id: of the widget.
        placeholder: shown while it is empty.
        shares_undo: whether the screen's actions `undo_step` and `redo_step` undo typing; otherwise the editor has its
            own undo.
    """

    # As in every word processor; the library's Ctrl+A goes to the start of the line, as Home does.
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+a", "select_all", show=False),
        Binding("ctrl+home", "cursor_text_start(False)", show=False),
        Binding("ctrl+end", "cursor_text_end(False)", show=False),
        Binding("ctrl+shift+home,shift+ctrl+home", "cursor_text_start(True)", show=False),
        Binding("ctrl+shift+end,shift+ctrl+end", "cursor_text_end(True)", show=False),
    ]

    class EditRefused(Message):
        """Reports that an edit of a locked text was refused."""

    def __init__(self, *, id: str, placeholder: str = "", shares_undo: bool = False) -> None:
        super().__init__(id=id, placeholder=placeholder, soft_wrap=True, highlight_cursor_line=False)
        # What `compact=True` comes to, but for styling what has no place yet (8.2.8; no upstream issue found).
        self.set_reactive(TextArea.compact, True)
        self.add_class("-textual-compact", update=False)
        self.match_cursor_bracket = False
        usual = self.history
        self.history: _Typing = _Typing(usual.max_checkpoints, usual.checkpoint_timer, usual.checkpoint_max_characters)
        self._shares_undo = shares_undo
        self._is_programmatic = False
        self.on_typed: Callable[[Typed], None] | None = None
        """Called with the text after each edit the person makes, before it is on the screen."""
        self.not_blanks: Collection[str] = ()
        """Texts that look like blanks and were dismissed."""
        self.is_locked: Callable[[], bool] = lambda: False
        """Returns whether the text is locked now, because it is agreed or the session is read-only."""

    def load_wording(self, text: str, cursor: int = 0) -> None:
        """Show another text, with the cursor after `cursor` characters; post no message."""
        with self.prevent(TextArea.Changed):
            self.load_text(text)
        self.move_cursor(self._location(cursor))

    def show_text(self, text: str, behind: int | None = None) -> None:
        """Show the text with one change in it, the cursor after the change, and the scroll position kept.

        Args:
            text: the whole new text; no message is posted.
            behind: characters after the change; None if unknown.
        """
        change = find_change(self.text, text, behind)
        if change:
            self.history.checkpoint()
            start, end = self._location(change.start), self._location(change.end)
            with self.programmatic_edit():
                self.replace(change.text, start, end, maintain_selection_offset=False)
            self.history.checkpoint()

    @contextmanager
    def programmatic_edit(self) -> Iterator[None]:
        """Mark edits meanwhile as the program's: they are neither refused nor reported as typed."""
        self._is_programmatic = True
        try:
            with self.prevent(TextArea.Changed):
                yield
        finally:
            self._is_programmatic = False

    def edit(self, edit: Edit) -> EditResult:
        """Make an edit, unless the text is locked, and pass the whole text to `on_typed`."""
        if self._is_programmatic:
            return super().edit(edit)
        if (edit.text or edit.from_location != edit.to_location) and self.is_locked():
            self.post_message(self.EditRefused())
            return EditResult(self.cursor_location, "")
        if self.on_typed is None:
            return super().edit(edit)
        with self.prevent(TextArea.Changed):
            result = super().edit(edit)
        self.on_typed(self.typed)
        return result

    async def _on_paste(self, event: events.Paste) -> None:
        """Insert a paste; then, as a separate undo step, replace Word's formatting characters by plain text."""
        # On demand, so that the first question does not wait for what few pastes need.
        from mou_tui.draft.continued_list import continue_list
        from mou_tui.draft.line_joining import is_broken
        from mou_tui.draft.pasted_text import clean_paste

        event.prevent_default()
        start, before = self._offset(min(self.selection)), self.text
        row, column = min(self.selection)
        text_before, text_behind = self.document[row][:column], self.document[row][column:]
        if not text_behind.strip() and self.selection.is_empty and not self.is_locked():
            cleaned = clean_paste(event.text)
            if continued := continue_list(cleaned.text, text_before):
                await self._paste_whole(continued)
                return
        self.history.checkpoint()
        await super()._on_paste(event)
        cleaned = clean_paste(event.text, starts_line=not text_before.strip())
        if self.text != before and cleaned.done:
            self.history.checkpoint()
            self.replace(cleaned.text, self._location(start), self.cursor_location, maintain_selection_offset=False)
            self.history.checkpoint()
            self.notify(f"{cleaned.done}. Ctrl+Z undoes that.", markup=False)
        elif self.text != before and is_broken(event.text):
            self.notify("The lines look broken by a PDF or mail. “Join lines” (Ctrl+P) joins them.", markup=False)

    async def _paste_whole(self, continued: ContinuedList) -> None:
        """Put a list in place of the empty item it is pasted onto, as one step of undo."""
        row, column = self.cursor_location
        self.history.checkpoint()
        self.selection = Selection((row, column - continued.removed), (row, column))
        await super()._on_paste(events.Paste(continued.text))
        self.history.checkpoint()

    async def _on_key(self, event: events.Key) -> None:
        """Continue a list at Enter."""
        if event.key != "enter" or self.is_locked() or not self.selection.is_empty:
            return
        from mou_tui.draft.list_labels import on_enter

        line_start = max(0, self.cursor_location[0] - LINES_OF_A_LIST), 0
        new = on_enter(self.get_text_range(line_start, self.cursor_location))
        if new.text != "\n":
            event.stop()
            event.prevent_default()
            row, column = self.cursor_location
            self._replace_via_keyboard(new.text, (row, column - new.removed), (row, column))

    def action_cursor_text_start(self, select: bool) -> None:
        """Move the cursor to the start of the text, selecting on the way if asked to."""
        self.move_cursor(self.document.start, select=select)

    def action_cursor_text_end(self, select: bool) -> None:
        """Move the cursor to the end of the text, selecting on the way if asked to."""
        self.move_cursor(self.document.end, select=select)

    @property
    def typed(self) -> Typed:
        """The text, the cursor and the edit group now."""
        return Typed(self.text, self.cursor, self.history.group)

    def action_undo(self) -> None:
        """Undo the last edit; say so if there is none, as a key that does nothing looks broken."""
        if self._shares_undo:
            self.call_later(self.run_action, "screen.undo_step")
            return
        before = self.text
        super().action_undo()
        if self.text == before:
            self.notify("Nothing that was typed is left to undo.", markup=False)

    def action_redo(self) -> None:
        """Redo the last undone edit."""
        if self._shares_undo:
            self.call_later(self.run_action, "screen.redo_step")
        else:
            super().action_redo()

    def on_resize(self) -> None:
        """Keep the cursor in view."""
        if self.has_focus:
            self.call_after_refresh(self.scroll_cursor_visible)

    @property
    def cursor(self) -> int:
        """Characters before the cursor."""
        return self._offset(self.clamp_visitable(self.cursor_location))

    def insert_wording(self, text: str, *, whole: bool) -> None:
        """Replace the whole text or the selection, as one step of undo; then select the first blank."""
        self.history.checkpoint()
        start, end = (self.document.start, self.document.end) if whole else self.selection
        start, end = min(start, end), max(start, end)
        at = self._offset(start)
        self.replace(text, start, end, maintain_selection_offset=False)
        self.history.checkpoint()
        self.select_blank(at)

    @property
    def _blanks(self) -> list[Blank]:
        """The blanks in the text, without those that were dismissed."""
        from mou_tui.draft.blanks import find_blanks

        return [blank for blank in find_blanks(self.text) if blank.text not in self.not_blanks]

    def select_blank(self, after: int) -> bool:
        """Select the first blank at or after an offset in characters, or else the first; return False if none."""
        blanks = self._blanks
        blank = next((blank for blank in blanks if blank.start >= after), next(iter(blanks), None))
        if blank is None:
            return False
        start, end = blank.typed_over
        self.selection = Selection(self._location(start), self._location(end))
        return True

    def selected_blank(self) -> tuple[int, int]:
        """Return which blank is selected, from 1, and how many there are; 0, 0 if none is."""
        starts = [blank.typed_over[0] for blank in self._blanks]
        at = self._offset(min(self.selection))
        return (starts.index(at) + 1, len(starts)) if self.selected_text and at in starts else (0, 0)

    def next_blank(self) -> bool:
        """Select the next blank, wrapping around; return False if there is none."""
        return self.select_blank(self._offset(max(self.selection)))

    def _offset(self, location: Location) -> int:
        """Return the number of characters before a location."""
        return len(self.get_text_range(self.document.start, location))

    def _location(self, offset: int) -> Location:
        """Return the location after a number of characters."""
        before = self.text[:offset]
        return before.count("\n"), len(before) - (before.rfind("\n") + 1)
