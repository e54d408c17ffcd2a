"""Showing every place where a name is about to change, before it changes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Button, Static

from mou_tui.checklist.model import Checklist
from mou_tui.draft.blanks import RenameHit
from mou_tui.session.model import OPENING
from mou_tui.tui.dialogs.result import SafeDismissDialog
from mou_tui.tui.widgets.checkbox_list import CheckboxList

AROUND = 24
"""Characters that are shown on either side of a name."""

Change = tuple[RenameHit, str]


class RenameDialog(SafeDismissDialog["list[Change] | None"]):
    """Lists the places, each to be ticked; gives those to change, or None to go back to the form.

    Args:
        checklist: knows the numbers of the clauses.
        found: the places with their new names.
        reach: says which agreed clauses it changes to change some places; empty where it changes none.
    """

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "dismiss(None)", "Back")]

    def __init__(self, checklist: Checklist, found: Sequence[Change], reach: Callable[[Sequence[Change]], str]) -> None:
        super().__init__(classes="dialog")
        self._reach = reach
        self._checklist = checklist
        self._found = found

    def compose(self) -> ComposeResult:
        """The places with a few words around each."""
        with Vertical(classes="dialog-box -large"):
            yield Static("A name changes. Where should it change?", classes="dialog-title")
            yield Static(id="rename-reach", classes="dialog-text")
            yield CheckboxList(id="rename-list")
            with Horizontal(classes="dialog-buttons"):
                yield Button("Change the ticked places", id="done", variant="primary", compact=True)
                yield Button("Back to the form", id="cancel", compact=True)

    def on_mount(self) -> None:
        """Tick what is surely the name."""
        lines = [(str(index), self._words(hit, name)) for index, (hit, name) in enumerate(self._found)]
        self.query_one(CheckboxList).show(
            lines, [str(index) for index, (hit, _) in enumerate(self._found) if hit.likely]
        )
        self._show_reach()

    @property
    def _ticked(self) -> list[Change]:
        return [self._found[int(index)] for index in self.query_one(CheckboxList).ticked]

    @on(CheckboxList.Changed)
    def _show_reach(self) -> None:
        words = self._reach(self._ticked)
        line = self.query_one("#rename-reach", Static)
        line.update(Content(words))
        line.display = bool(words)

    def _words(self, hit: RenameHit, name: str) -> Content:
        where = "opening" if hit.place == OPENING else self._checklist.number(hit.place)
        before, after = _one_line(hit.before[-AROUND:]), _one_line(hit.after[:AROUND])
        change = Content.assemble((hit.found, "strike"), " → ", (name, "bold underline"))
        return Content.assemble((f"{where} ", "bold"), "…", before) + change + Content(f"{after}…")

    @on(Button.Pressed, "#done")
    def _finish(self) -> None:
        self.dismiss(self._ticked)

    @on(Button.Pressed, "#cancel")
    def _cancel(self) -> None:
        self.dismiss(None)


def _one_line(words: str) -> str:
    return words.replace("\n", " ")
