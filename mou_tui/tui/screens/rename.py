"""Showing every place where a name is about to change, before it changes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Button, SelectionList, Static
from textual.widgets.selection_list import Selection

from mou_tui.checklist.checklist import Checklist
from mou_tui.draft.blanks import OPENING, Hit

Change = tuple[Hit, str]


class RenameScreen(ModalScreen["list[Change] | None"]):
    """Lists the places, each to be ticked; gives those to change, or None to leave the form without effect."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "dismiss(None)", "Cancel")]

    def __init__(self, checklist: Checklist, found: Sequence[Change]) -> None:
        super().__init__(classes="dialog")
        self._checklist = checklist
        self._found = found

    def compose(self) -> ComposeResult:
        """The places with a few words around each."""
        with Vertical(classes="dialog-box -large"):
            yield Static("A name changes. Where should it change?", classes="dialog-title")
            rows = [
                Selection(self._words(hit, name), index, hit.likely) for index, (hit, name) in enumerate(self._found)
            ]
            yield SelectionList[int](*rows, id="rename-list", compact=True)
            with Horizontal(classes="dialog-buttons"):
                yield Button("Change the ticked places", id="done", variant="primary", compact=True)
                yield Button("Cancel", id="cancel", compact=True)

    def _words(self, hit: Hit, name: str) -> Content:
        where = "opening" if hit.place == OPENING else self._checklist.number(hit.place)
        line = Content.assemble(
            (f"{where} ", "bold"), "…", hit.before, (hit.found, "strike"), " ", (name, "bold underline"), hit.after, "…"
        )
        return Content(" ").join(line.split("\n"))

    @on(Button.Pressed, "#done")
    def _finish(self) -> None:
        chosen = set(self.query_one(SelectionList).selected)
        self.dismiss([change for index, change in enumerate(self._found) if index in chosen])

    @on(Button.Pressed, "#cancel")
    def _cancel(self) -> None:
        self.dismiss(None)
