"""The dialog for our side's notes: asks before it shows them, and saves them as they are typed."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual import on
from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Button, Static

from mou_tui.errors import MouError
from mou_tui.tui.dialogs.forms import ChoiceDialog, MessageDialog
from mou_tui.tui.dialogs.result import SafeDismissDialog
from mou_tui.tui.widgets.editor import WordingEditor
from mou_tui.workspace.our_notes import BEFORE_SHOWING, EXPLANATION, TITLE, keep_note, note_on, note_title
from mou_tui.workspace.workspace import Workspace

SAVE_EVERY = 2.0
"""Seconds between two saves while somebody types."""


async def open_notes(app: App[None], workspace: Workspace, clause_id: str) -> None:
    """Ask whether the notes may be shown on this screen; if so, show the one on a clause, or in general."""
    choices = [("show", "Show them on this screen"), ("leave", "Not now")]
    if await app.push_screen_wait(ChoiceDialog(f"{TITLE}?", choices, BEFORE_SHOWING)) != "show":
        return
    try:
        note = note_on(workspace, clause_id)
    except MouError as error:
        await app.push_screen_wait(MessageDialog("They cannot be read", error.message))
        return
    await app.push_screen_wait(OurNotesDialog(workspace, clause_id, note))


class OurNotesDialog(SafeDismissDialog[None]):
    """Shows a note to write on; nothing of it is kept anywhere but in the file of the notes.

    Args:
        workspace: the open session.
        clause_id: question id or `opening`; empty for the note in general.
        note: what the file says.
    """

    AUTO_FOCUS = "#our-note"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "close", "Close")]

    def __init__(self, workspace: Workspace, clause_id: str, note: str) -> None:
        super().__init__(classes="dialog")
        self._workspace = workspace
        self._clause_id = clause_id
        self._saved = note
        self._not_saved = ""
        """The text that could not be saved, once that was said."""
        # Kept, because its text is read once more on unmount, when queries no longer find it.
        self._editor = WordingEditor(id="our-note", placeholder="What your side wants to remember")

    def compose(self) -> ComposeResult:
        """Compose the title, where the notes are, the editor and a button."""
        with Vertical(classes="dialog-box -large"):
            yield Static(Content(note_title(self._workspace, self._clause_id)), classes="dialog-title")
            yield Static(Content(EXPLANATION), classes="dialog-text")
            yield self._editor
            with Horizontal(classes="dialog-buttons"):
                yield Button("Close", id="done", variant="primary", compact=True)

    @property
    def keys(self) -> Iterable[tuple[str, str]]:
        """The keys that do something here."""
        return ("Tab", "To the button"), ("Esc", "Close; what is typed is saved")

    def on_mount(self) -> None:
        """Show the note, the cursor at its end."""
        self._editor.load_wording(self._saved, len(self._saved))
        self.set_interval(SAVE_EVERY, self._save)

    def _save(self) -> bool:
        """Write the note where it changed; return whether it is saved, and say once why where it is not."""
        text = self._editor.text
        if text == self._saved:
            return True
        try:
            keep_note(self._workspace, self._clause_id, text, self._saved)
        except MouError as error:
            if self._not_saved != text:
                self.app.notify(error.message, markup=False, severity="error")
            self._not_saved = text
            return False
        self._saved = text
        return True

    @on(Button.Pressed, "#done")
    def action_close(self) -> None:
        """Save and close; where it could not be saved, close the second time."""
        was_warned = self._not_saved == self._editor.text
        if self._save() or was_warned:
            self.dismiss(None)

    def on_unmount(self) -> None:
        """Save, even if the program ends."""
        self._save()
