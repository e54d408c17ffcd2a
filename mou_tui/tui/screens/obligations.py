"""The screen of deadlines: what has to be done by when, as the law asks and as the agreement itself says."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import ClassVar

from textual import on, work
from textual.binding import BindingType
from textual.content import Content
from textual.widget import Widget
from textual.widgets import OptionList, Static

from mou_tui.reports.obligations import NONE, NOTE, TITLE, Obligation, obligations, parted
from mou_tui.tui.actions.action import bindings
from mou_tui.tui.actions.interview import EVERYWHERE
from mou_tui.tui.actions.screens import DEADLINES
from mou_tui.tui.dialogs.export import export
from mou_tui.tui.screens.list_screen import Listing, ListRow, ListScreen, header_row
from mou_tui.workspace.workspace import Workspace


class ObligationsScreen(ListScreen):
    """Lists what has to be done, the earliest day first; Enter goes to the clause of the row."""

    ACTIONS = DEADLINES
    HELP = """What has to be done by when: as the law of your state and your grants ask, and as your own clauses say. A
day is given only if it is certain. Enter goes to the clause; the list can be written as a file, or for a calendar."""
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(DEADLINES), *bindings(EVERYWHERE)]

    def __init__(self, workspace: Workspace, row: str = "") -> None:
        super().__init__(workspace, Listing(lambda: TITLE, self._make_rows, above=self._make_note), row)
        self._obligations: dict[str, Obligation] = {}

    def _make_note(self) -> Iterable[Widget]:
        yield Static(Content(NOTE), classes="note")

    def _make_rows(self) -> Iterator[ListRow]:
        listed = obligations(self.workspace.checklist, self.workspace.session)
        self._obligations = {item.key: item for item in listed}
        for title, items in parted(listed):
            yield header_row(title)
            for item in items:
                days = f"{item.days}  " if item.day else ""
                yield ListRow(Content.assemble("  ", (days, "bold"), item.whole), item.key)
        if not listed:
            yield ListRow(Content(NONE))

    @on(OptionList.OptionSelected, "#rows")
    def action_go_there(self) -> None:
        """Go to the clause of the row."""
        item = self._obligations.get(self.row)
        if item and item.clause_id:
            self.dismiss(item.clause_id)

    @work
    async def action_export_page(self) -> None:
        """Write the list as a file."""
        await export(self.app, self.workspace, "deadlines")

    @work
    async def action_export_calendar(self) -> None:
        """Write the dates as a calendar file."""
        await export(self.app, self.workspace, "calendar")
