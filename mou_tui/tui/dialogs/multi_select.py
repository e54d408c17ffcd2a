"""The dialog that asks for any number of choices."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Button, Static

from mou_tui.tui.dialogs.result import SafeDismissDialog
from mou_tui.tui.widgets.checkbox_list import CheckboxList


class MultiSelectDialog(SafeDismissDialog["tuple[str, ...] | None"]):
    """Lists lines to tick; returns the ids of the ticked ones, or None after Esc.

    Args:
        title: the question.
        explanation: what follows from a tick.
        lines: pairs of an id and a label.
        ticked: ids of the lines ticked to begin with.
        done: the label of the button that submits.
    """

    AUTO_FOCUS = "#done"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss(None)", "Cancel"),
        Binding("up,down", "go_to_lines", show=False),
    ]

    def __init__(
        self, title: str, explanation: str, lines: Sequence[tuple[str, Content]], ticked: Sequence[str], done: str
    ) -> None:
        super().__init__(classes="dialog")
        self._title = title
        self._explanation = explanation
        self._lines = lines
        self._ticked = ticked
        self._done = done

    def compose(self) -> ComposeResult:
        """Compose the title, the lines and two buttons."""
        with Vertical(classes="dialog-box -large"):
            yield Static(Content(self._title), classes="dialog-title")
            yield Static(Content(self._explanation), classes="dialog-text")
            yield CheckboxList(id="tick-list")
            with Horizontal(classes="dialog-buttons"):
                yield Button(Content(self._done), id="done", variant="primary", compact=True)
                yield Button("Cancel", id="cancel", compact=True)

    def on_mount(self) -> None:
        """Show the lines, with those ticked to begin with."""
        self.query_one(CheckboxList).show(self._lines, self._ticked)

    def action_go_to_lines(self) -> None:
        """Move the focus to the lines."""
        self.set_focus(self.query_one(CheckboxList))

    @on(Button.Pressed, "#done")
    def _finish(self) -> None:
        self.dismiss(self.query_one(CheckboxList).ticked)

    @on(Button.Pressed, "#cancel")
    def _cancel(self) -> None:
        self.dismiss(None)
