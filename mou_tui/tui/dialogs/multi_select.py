"""A question that is answered by ticking lines."""

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
    """Lists lines, each to be ticked; gives the ids of those that are, or None when left with Esc.

    Args:
        title: what is asked.
        explanation: what follows from a tick.
        lines: pairs of an id and words.
        ticked: ids of the lines ticked to begin with.
        done: what to call the button.
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
        """The title over the lines."""
        with Vertical(classes="dialog-box -large"):
            yield Static(Content(self._title), classes="dialog-title")
            yield Static(Content(self._explanation), classes="dialog-text")
            yield CheckboxList(id="tick-list")
            with Horizontal(classes="dialog-buttons"):
                yield Button(Content(self._done), id="done", variant="primary", compact=True)
                yield Button("Cancel", id="cancel", compact=True)

    def on_mount(self) -> None:
        """Tick what is ticked to begin with."""
        self.query_one(CheckboxList).show(self._lines, self._ticked)

    def action_go_to_lines(self) -> None:
        """Go from the buttons to the lines."""
        self.set_focus(self.query_one(CheckboxList))

    @on(Button.Pressed, "#done")
    def _finish(self) -> None:
        self.dismiss(self.query_one(CheckboxList).ticked)

    @on(Button.Pressed, "#cancel")
    def _cancel(self) -> None:
        self.dismiss(None)
