"""The law screen: what is held of the law of the chosen state, of federal law and of federal grants, by question."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import ClassVar

from textual import on, work
from textual.binding import BindingType
from textual.content import Content
from textual.widget import Widget
from textual.widgets import OptionList, Static

from mou_tui.reports.state_law import NOTE, Requirement, state_law
from mou_tui.tui.actions.action import bindings
from mou_tui.tui.actions.interview import EVERYWHERE
from mou_tui.tui.actions.screens import LAW
from mou_tui.tui.dialogs.forms import MessageDialog
from mou_tui.tui.screens.list_screen import Listing, ListRow, ListScreen, header_row
from mou_tui.workspace.workspace import Workspace


class StateLawScreen(ListScreen):
    """Lists requirements by kind; Enter goes to the question of the row."""

    ACTIONS = LAW
    HELP = """What we hold of your state’s law, of federal law and of federal grants, in our words, each with the
questions it bears on. Enter goes to the question. That nothing is listed does not mean that there is no law."""
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(LAW), *bindings(EVERYWHERE)]

    def __init__(self, workspace: Workspace, row: str = "") -> None:
        super().__init__(workspace, Listing(self._title_text, self._make_rows, above=self._make_note), row)
        self._page = state_law(workspace.checklist, workspace.session, workspace.requirements.choice.state)
        self._requirements: dict[str, Requirement] = {}

    def _title_text(self) -> str:
        return self._page.title

    def _make_note(self) -> Iterable[Widget]:
        yield Static(Content(NOTE), classes="note")

    def _make_rows(self) -> Iterator[ListRow]:
        for part in self._page.parts:
            yield header_row(part.heading)
            if part.remark:
                yield ListRow(Content(f"  {part.remark}"))
            for requirement in part.requirements:
                self._requirements[requirement.id] = requirement
                content = Content.assemble("  ", (f"{requirement.numbers}  ", "bold"), requirement.cited)
                yield ListRow(content, requirement.id)

    @on(OptionList.OptionSelected, "#rows")
    def action_go_there(self) -> None:
        """Go to the question of the row."""
        if requirement := self._requirements.get(self.row):
            self.dismiss(requirement.clause_id)

    @work
    async def action_sources(self) -> None:
        """Show the text that the row rests on."""
        if requirement := self._requirements.get(self.row):
            message = f"{requirement.cited}\n\n{requirement.source}."
            await self.app.push_screen_wait(MessageDialog(f"Source: question {requirement.numbers}", message))
