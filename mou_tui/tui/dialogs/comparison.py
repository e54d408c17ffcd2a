"""The dialog that compares what the earlier agreement says on a question with the current answer."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Button, Static

from mou_tui.tui.dialogs.result import SafeDismissDialog
from mou_tui.tui.widgets.diff_view import DiffView
from mou_tui.workspace.workspace import Workspace

NOTHING_EARLIER = "Nothing is noted here of what the earlier agreement says."


class ComparisonDialog(SafeDismissDialog[None]):
    """Shows two wordings side by side.

    Args:
        title: the number and label of the question.
        earlier: what the earlier agreement says.
        later: the current answer.
    """

    AUTO_FOCUS = "DiffView"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "dismiss(None)", "Back")]

    def __init__(self, title: str, earlier: str, later: str) -> None:
        super().__init__(classes="dialog")
        self._title = title
        self._earlier = earlier
        self._later = later

    def compose(self) -> ComposeResult:
        """Compose the title, both wordings and a button."""
        with Vertical(classes="dialog-box -large"):
            yield Static(Content(self._title), classes="dialog-title")
            yield DiffView(id="beside")
            with Horizontal(classes="dialog-buttons"):
                yield Button("Back", id="back", variant="primary", compact=True)

    def on_mount(self) -> None:
        """Show both wordings, with the differences marked."""
        self.query_one(DiffView).show(("The earlier agreement", self._earlier), ("Now", self._later))

    @on(Button.Pressed, "#back")
    def _go_back(self) -> None:
        self.dismiss(None)


def comparison(workspace: Workspace, clause_id: str) -> ComparisonDialog | None:
    """Return the dialog for a question; None where nothing is noted of what the earlier agreement says on it."""
    checklist, answer = workspace.checklist, workspace.session.answer(clause_id)
    if clause_id not in checklist or not answer.current.strip():
        return None
    title = f"{checklist.number(clause_id)} {checklist.question(clause_id).label}"
    return ComparisonDialog(title, answer.current, answer.text)
