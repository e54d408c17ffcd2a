"""The editors wording is typed into."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from typing import ClassVar, NamedTuple

from textual import events
from textual.binding import Binding, BindingType
from textual.document._document import Location
from textual.document._edit import Edit
from textual.document._history import EditHistory
from textual.message import Message
from textual.widgets import TextArea
from textual.widgets.text_area import EditResult, Selection

from mou_tui.draft.blanks import find_blanks
from mou_tui.draft.line_joining import is_broken
from mou_tui.draft.list_labels import on_enter
from mou_tui.draft.pasted_text import clean_paste
from mou_tui.tui.widgets.fast_text_area import FastTextArea
from mou_tui.tui.widgets.text_change import find_change

LINES_OF_A_LIST = 200
"""Lines above the cursor in which the label before that of an item is looked for."""


class Typed(NamedTuple):
    """A text as it was when something was typed in one go."""

    text: str
    cursor: int
    """How many characters stood before the cursor."""
    group: int
    """Tells what was typed in one go from what was typed before and after."""


class _Typing(EditHistory):
    """Tells what is typed in one go: a word, a row of deletions, a paste; a pause or a move of the cursor ends it."""

    group = 0
    _is_after_space = False

    def record(self, edit: Edit) -> None:
        """Record an edit."""
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
    """A text area that wraps at words and knows its blanks.

    Args:
        id: of the widget.
        placeholder: what to show while it is empty.
        shares_undo: whether what is typed is taken back as everything else of the screen is, by its actions
            `undo_step` and `redo_step`; or else it is by itself, until it is given.
    """

    # What every word processor does; Home goes to the beginning of the line.
    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+a", "select_all", show=False)]

    class Held(Message):
        """A key, a paste or a cut would have changed a locked text, and did not."""

    def __init__(self, *, id: str, placeholder: str = "", shares_undo: bool = False) -> None:
        super().__init__(id=id, placeholder=placeholder, soft_wrap=True, compact=True, highlight_cursor_line=False)
        self.match_cursor_bracket = False
        usual = self.history
        self.history: _Typing = _Typing(usual.max_checkpoints, usual.checkpoint_timer, usual.checkpoint_max_characters)
        self._shares_undo = shares_undo
        self._is_programmatic = False
        self.on_typed: Callable[[Typed], None] | None = None
        """Called with the text after each edit the person makes, before it is on the screen."""
        self.not_blanks: Collection[str] = ()
        """What looks like a blank in the text and is none."""
        self.is_locked: Callable[[], bool] = lambda: False
        """Says whether the text is one that must not be changed now."""

    def hold(self, text: str, cursor: int = 0) -> None:
        """Show another text, the cursor after so many characters; nobody is told of a change."""
        with self.prevent(TextArea.Changed):
            self.load_text(text)
        self.move_cursor(self._location(cursor))

    def show_text(self, text: str, behind: int | None = None) -> None:
        """Show the same text with some change in it, the cursor behind that, and all else where it was.

        Args:
            text: the whole text; nobody is told that it changed.
            behind: how many characters stand behind the change, where that is known.
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
        """Take edits meanwhile as the program's, not the person's: they are neither refused nor recorded."""
        self._is_programmatic = True
        try:
            with self.prevent(TextArea.Changed):
                yield
        finally:
            self._is_programmatic = False

    def edit(self, edit: Edit) -> EditResult:
        """Make an edit, unless the text is locked, and report the whole text."""
        if self._is_programmatic:
            return super().edit(edit)
        if (edit.text or edit.from_location != edit.to_location) and self.is_locked():
            self.post_message(self.Held())
            return EditResult(self.cursor_location, "")
        if self.on_typed is None:
            return super().edit(edit)
        with self.prevent(TextArea.Changed):
            result = super().edit(edit)
        self.on_typed(self.typed)
        return result

    async def _on_paste(self, event: events.Paste) -> None:
        """Take in a paste; then, as a step by itself, write what Word copied as one would have typed it."""
        event.prevent_default()
        start, before = self._offset(min(self.selection)), self.text
        row, column = min(self.selection)
        text_before = self.document[row][:column]
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

    async def _on_key(self, event: events.Key) -> None:
        """Go on with a list at Enter."""
        if event.key != "enter" or self.read_only or not self.selection.is_empty:
            return
        line_start = max(0, self.cursor_location[0] - LINES_OF_A_LIST), 0
        new = on_enter(self.get_text_range(line_start, self.cursor_location))
        if new.text != "\n":
            event.stop()
            event.prevent_default()
            row, column = self.cursor_location
            self._replace_via_keyboard(new.text, (row, column - new.removed), (row, column))

    @property
    def typed(self) -> Typed:
        """The text as it is now."""
        return Typed(self.text, self.cursor, self.history.group)

    def action_undo(self) -> None:
        """Undo what was done last; say so where nothing is left, for a key that does nothing looks broken."""
        if self._shares_undo:
            self.call_later(self.run_action, "screen.undo_step")
            return
        before = self.text
        super().action_undo()
        if self.text == before:
            self.notify("Nothing that was typed is left to undo.", markup=False)

    def action_redo(self) -> None:
        """Do again what was undone last."""
        if self._shares_undo:
            self.call_later(self.run_action, "screen.redo_step")
        else:
            super().action_redo()

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
        blanks = [blank for blank in find_blanks(self.text) if blank.text not in self.not_blanks]
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
