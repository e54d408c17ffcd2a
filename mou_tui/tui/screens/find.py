"""The find screen: searches all text, or goes to the clause of a number."""

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
"""Hits shown at most; nobody reads further."""


class FindScreen(SafeDismissDialog["SearchHit | None"]):
    """Searches on every key; returns the hit to go to, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss(None)", "Close"),
        Binding("down", "move(1)", show=False),
        Binding("up", "move(-1)", show=False),
        Binding("ctrl+home", "move_to_end(-1)", show=False, priority=True),
        Binding("ctrl+end", "move_to_end(1)", show=False, priority=True),
    ]

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(classes="dialog")
        self._workspace = workspace

    def compose(self) -> ComposeResult:
        """Compose an input line above the hits."""
        with Vertical(classes="dialog-box -large"):
            yield Input(placeholder="Words, or a number such as 3 or 3.1", id="find-words", compact=True)
            yield OptionList(id="find-list", compact=True)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Show the hits."""
        hits = list(islice(search(self._workspace.checklist, self._workspace.session, event.value), MOST))
        rows = self.query_one(OptionList)
        rows.clear_options()
        rows.add_options([Option(_content(hit)) for hit in hits])
        if event.value.strip() and not hits:
            rows.add_option(Option(Content("Nothing found. Try fewer words."), disabled=True))
        self._hits = hits
        rows.highlighted = 0 if hits else None

    def action_move(self, rows: int) -> None:
        """Move the highlight by a number of rows while the person types."""
        hits = self.query_one(OptionList)
        if rows > 0:
            hits.action_cursor_down()
        else:
            hits.action_cursor_up()

    def action_move_to_end(self, direction: int) -> None:
        """Move the highlight to the first hit, or to the last."""
        hits = self.query_one(OptionList)
        if direction > 0:
            hits.action_last()
        else:
            hits.action_first()

    def on_input_submitted(self) -> None:
        """Go to the highlighted hit."""
        self.query_one(OptionList).action_select()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Go to the chosen hit."""
        self.dismiss(self._hits[event.option_index])


def _content(hit: SearchHit) -> Content:
    return Content.assemble(
        (f"{hit.number} ", "bold"),
        (f"{hit.where}: ", "dim"),
        hit.before,
        (hit.match, "bold underline"),
        hit.after,
    )
