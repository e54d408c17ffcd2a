"""Proposing another wording: the one on the table to begin with, and room to change it."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Button, Static

from mou_tui.tui.screens.giving import GivingDialog
from mou_tui.tui.widgets.editor import WordingEditor


class ProposeDialog(GivingDialog["str | None"]):
    """Asks for a wording; gives it, or None when left, and then keeps in `typed` what was typed."""

    AUTO_FOCUS = "#proposal"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "leave", "Leave")]

    def __init__(self, title: str, start: str) -> None:
        super().__init__(classes="dialog")
        self.typed = start
        self._title = title

    def compose(self) -> ComposeResult:
        """The wording between what is asked and two buttons."""
        with Vertical(classes="dialog-box -large"):
            yield Static(Content(self._title), classes="dialog-title")
            yield Static("Change the wording to what they want. Empty takes back what they had proposed.")
            yield WordingEditor(id="proposal", placeholder="What should it say instead?")
            with Horizontal(classes="dialog-buttons"):
                yield Button("Put it beside the wording", id="done", variant="primary", compact=True)
                yield Button("Cancel", id="cancel", compact=True)

    def on_mount(self) -> None:
        """Show the wording to begin with, the cursor at its end."""
        self._editor.hold(self.typed, len(self.typed))

    @property
    def _editor(self) -> WordingEditor:
        return self.query_one(WordingEditor)

    def action_leave(self) -> None:
        """Leave the wording for the buttons, and from there the dialog."""
        if self._editor.has_focus:
            self.set_focus(self.query_one("#done"))
        else:
            self._cancel()

    @on(Button.Pressed, "#done")
    def _finish(self) -> None:
        self.dismiss(self._editor.text)

    @on(Button.Pressed, "#cancel")
    def _cancel(self) -> None:
        self.typed = self._editor.text
        self.dismiss(None)
