"""Find: words anywhere, or a number to go to."""

from __future__ import annotations

from itertools import islice
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, OptionList
from textual.widgets.option_list import Option

from mou_tui.reports.search import SearchHit, search
from mou_tui.tui.dialogs.result import SafeDismissDialog
from mou_tui.workspace.workspace import Workspace

MOST = 60
"""Finds that are shown; more would not be read."""


class FindScreen(SafeDismissDialog["SearchHit | None"]):
    """Finds as one types; gives the find to go to, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss(None)", "Close"),
        Binding("down", "move(1)", show=False),
        Binding("up", "move(-1)", show=False),
    ]

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(classes="dialog")
        self._workspace = workspace

    def compose(self) -> ComposeResult:
        """A line to type in over what was found."""
        with Vertical(classes="dialog-box -large"):
            yield Input(placeholder="Words, or a number such as 3 or 3.1", id="find-words", compact=True)
            yield OptionList(id="find-list", compact=True)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Show what is found."""
        finds = list(islice(search(self._workspace.checklist, self._workspace.session, event.value), MOST))
        rows = self.query_one(OptionList)
        rows.clear_options()
        rows.add_options([Option(_words(found)) for found in finds])
        if event.value.strip() and not finds:
            rows.add_option(Option(Content("Nothing found. Try fewer words."), disabled=True))
        self._finds = finds
        rows.highlighted = 0 if finds else None

    def action_move(self, rows: int) -> None:
        """Move among the finds while typing."""
        found = self.query_one(OptionList)
        if rows > 0:
            found.action_cursor_down()
        else:
            found.action_cursor_up()

    def on_input_submitted(self) -> None:
        """Go to the find that is highlighted."""
        self.query_one(OptionList).action_select()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Go to the find."""
        self.dismiss(self._finds[event.option_index])


def _words(found: SearchHit) -> Content:
    return Content.assemble(
        (f"{found.number} ", "bold"),
        (f"{found.where}: ", "dim"),
        found.before,
        (found.found, "bold underline"),
        found.after,
    )
