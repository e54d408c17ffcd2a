"""The dialog to propose another wording, starting from the current one."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Button, Static, TextArea

from mou_tui.tui.dialogs.form_drafts import FormDraft
from mou_tui.tui.dialogs.result import SafeDismissDialog
from mou_tui.tui.widgets.editor import WordingEditor


class ProposeDialog(SafeDismissDialog["str | None"]):
    """Asks for a wording; returns it, or None if cancelled.

    Args:
        title: the question.
        offered: the wording to start with, unless there is unsubmitted text.
        draft: keeps the wording as it is typed; whoever records it clears it.
    """

    AUTO_FOCUS = "#proposal"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "cancel", "Cancel")]

    def __init__(self, title: str, offered: str, draft: FormDraft) -> None:
        super().__init__(classes="dialog")
        self._title = title
        self._offered = offered
        self._draft = draft
        # Kept, because its text is read once more on unmount, when queries no longer find it.
        self._editor = WordingEditor(id="proposal", placeholder="What should it say instead?")
        self._is_shown = self._is_complete = False

    def compose(self) -> ComposeResult:
        """Compose the question, the editor and two buttons."""
        with Vertical(classes="dialog-box -large"):
            yield Static(Content(self._title), classes="dialog-title")
            yield Static("Change the wording to what they want. Leave it empty to withdraw what they had proposed.")
            yield self._editor
            with Horizontal(classes="dialog-buttons"):
                yield Button("Propose this wording", id="done", variant="primary", compact=True)
                yield Button("Cancel", id="cancel", compact=True)

    @property
    def keys(self) -> Iterable[tuple[str, str]]:
        """The keys that do something here."""
        return ("Tab", "To the buttons"), ("Esc", "Cancel, what is typed is kept")

    def on_mount(self) -> None:
        """Show the wording to start with, the cursor at its end."""
        start = self._draft.typed.get("wording", self._offered)
        self._editor.load_wording(start, len(start))
        self._is_shown = True
        self._draft.announce_restored(self.app)

    @on(TextArea.Changed)
    def _keep(self) -> None:
        if self._is_shown and not self._is_complete:
            text = self._editor.text
            self._draft.keep({} if text == self._offered else {"wording": text})

    def on_unmount(self) -> None:
        """Keep the typed text, even if the program ends."""
        self._keep()

    @on(Button.Pressed, "#done")
    def _finish(self) -> None:
        self._keep()
        self._is_complete = True
        self.dismiss(self._editor.text)

    @on(Button.Pressed, "#cancel")
    def action_cancel(self) -> None:
        """Close the dialog; typed text is there the next time."""
        self._keep()
        self._draft.announce_kept(self.app)
        self.dismiss(None)
