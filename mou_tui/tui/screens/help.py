"""The help screen: lists the actions of the screen below, with their keys."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from mou_tui.tui.actions.action import ActionSpec
from mou_tui.tui.dialogs.result import SafeDismissDialog


class HelpScreen(SafeDismissDialog[None]):
    """Shows an explanation of the screen below, and every action with its keys."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,f1,enter", "dismiss", "Close")]

    def __init__(self, explanation: str, actions: Iterable[ActionSpec]) -> None:
        super().__init__(classes="dialog")
        self._explanation = explanation
        self._actions = tuple(actions)

    def compose(self) -> ComposeResult:
        """Compose the explanation above the actions."""
        with Vertical(classes="dialog-box -large"):
            yield Static("Help · Esc closes · Ctrl+P is the menu of everything", classes="dialog-title")
            with VerticalScroll(classes="dialog-message"):
                yield Static(Content(" ".join(self._explanation.split())), classes="dialog-text")
                yield Static(Content("\n").join([_line(action) for action in self._actions]))
                yield Static(
                    "Select with the mouse and copy with Ctrl+C. "
                    "Hold Shift while dragging to use your terminal’s own selection.",
                    classes="dialog-text",
                )


def _line(action: ActionSpec) -> Content:
    if action.keys:
        return Content.assemble((f"{action.shown_keys:<8}", "bold"), action.help)
    return Content.assemble(("Ctrl+P  ", "dim"), (f"{action.name}: ", "bold"), action.help)
