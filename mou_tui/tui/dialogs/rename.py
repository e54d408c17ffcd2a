"""The dialog that shows every occurrence of a name before it changes."""

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
from mou_tui.draft.renaming import RenameHit
from mou_tui.session.model import OPENING
from mou_tui.tui.dialogs.result import SafeDismissDialog
from mou_tui.tui.widgets.checkbox_list import CheckboxList

AROUND = 24
"""Characters shown on either side of a name."""

Change = tuple[RenameHit, str]


class RenameDialog(SafeDismissDialog["list[Change] | None"]):
    """Lists the occurrences to tick; returns those to change, or None to go back to the form.

    Args:
        checklist: gives the numbers of the clauses.
        hits: the occurrences with their new names.
        reach: returns a sentence on the agreed clauses that renaming some occurrences changes; empty if none.
        filled: says which blanks are filled with it, whatever is ticked; empty if none are.
    """

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "dismiss(None)", "Back")]

    def __init__(
        self,
        checklist: Checklist,
        hits: Sequence[Change],
        reach: Callable[[Sequence[Change]], str],
        filled: str = "",
    ) -> None:
        super().__init__(classes="dialog")
        self._reach = reach
        self._checklist = checklist
        self._hits = hits
        self._filled = filled

    def compose(self) -> ComposeResult:
        """Compose the occurrences, each with some text around it, and two buttons."""
        with Vertical(classes="dialog-box -large"):
            yield Static("A name changes. Where should it change?", classes="dialog-title")
            yield Static(id="rename-reach", classes="dialog-text")
            yield CheckboxList(id="rename-list")
            if self._filled:
                yield Static(Content(self._filled), id="rename-filled", classes="dialog-text")
            with Horizontal(classes="dialog-buttons"):
                yield Button("Change the ticked places", id="done", variant="primary", compact=True)
                yield Button("Back to the form", id="cancel", compact=True)

    def on_mount(self) -> None:
        """Show the occurrences; tick those that are likely the name."""
        lines = [(str(index), self._content(hit, name)) for index, (hit, name) in enumerate(self._hits)]
        self.query_one(CheckboxList).show(
            lines, [str(index) for index, (hit, _) in enumerate(self._hits) if hit.likely]
        )
        self._show_reach()

    @property
    def _ticked(self) -> list[Change]:
        return [self._hits[int(index)] for index in self.query_one(CheckboxList).ticked]

    @on(CheckboxList.Changed)
    def _show_reach(self) -> None:
        sentence = self._reach(self._ticked)
        line = self.query_one("#rename-reach", Static)
        line.update(Content(sentence))
        line.display = bool(sentence)

    def _content(self, hit: RenameHit, name: str) -> Content:
        where = "opening" if hit.clause_id == OPENING else self._checklist.number(hit.clause_id)
        before, after = _on_one_line(hit.before[-AROUND:]), _on_one_line(hit.after[:AROUND])
        change = Content.assemble((hit.name, "strike"), " → ", (name, "bold underline"))
        before, after = before.partition(" ")[2] or before, after.rpartition(" ")[0] or after
        return Content.assemble((f"{where} ", "bold"), "… ", before) + change + Content(f"{after} …")

    @on(Button.Pressed, "#done")
    def _finish(self) -> None:
        self.dismiss(self._ticked)

    @on(Button.Pressed, "#cancel")
    def _cancel(self) -> None:
        self.dismiss(None)


def _on_one_line(text: str) -> str:
    return text.replace("\n", " ")
