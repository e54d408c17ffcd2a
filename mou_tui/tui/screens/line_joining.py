"""The dialog that joins lines broken by a PDF or a mail program, with a preview of the result."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.widgets import Button, Static

from mou_tui.tui.dialogs.result import SafeDismissDialog
from mou_tui.tui.widgets.diff_view import DiffView


class JoinLinesDialog(SafeDismissDialog[bool]):
    """Compares a wording with the same one after joining its lines; returns whether to join them.

    Args:
        before: the wording as it is.
        after: the wording with its lines joined.
    """

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "dismiss(False)", "Cancel")]

    def __init__(self, before: str, after: str) -> None:
        super().__init__(classes="dialog")
        self._before = before
        self._after = after

    def compose(self) -> ComposeResult:
        """Compose both wordings and two buttons."""
        with Vertical(classes="dialog-box -large"):
            yield Static("Join these lines?", classes="dialog-title")
            yield DiffView(id="beside")
            with Horizontal(classes="dialog-buttons"):
                yield Button("Join lines", id="done", variant="primary", compact=True)
                yield Button("Cancel", id="cancel", compact=True)

    def on_mount(self) -> None:
        """Show both wordings, with the differences marked."""
        self.query_one(DiffView).show(("As it is", self._before), ("Joined", self._after))
        self.query_one("#done", Button).focus()

    @on(Button.Pressed, "#done")
    def _join(self) -> None:
        self.dismiss(True)

    @on(Button.Pressed, "#cancel")
    def _cancel(self) -> None:
        self.dismiss(False)
