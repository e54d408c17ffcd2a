"""The screen that lists what state law and funders ask, each next to the sentence the room pointed to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import ClassVar

from textual import on, work
from textual.binding import BindingType
from textual.content import Content
from textual.widget import Widget
from textual.widgets import OptionList, Static

from mou_tui.draft.chosen_layers import chosen_layers, offered_layers
from mou_tui.draft.law_lines import layer_name
from mou_tui.reports.requirements import TITLE, WORKING_PAPER, RequirementRow, requirement_page
from mou_tui.tui.actions.action import bindings
from mou_tui.tui.actions.interview import EVERYWHERE
from mou_tui.tui.actions.screens import REQUIREMENTS
from mou_tui.tui.dialogs.export import export
from mou_tui.tui.dialogs.forms import ChoiceDialog, MessageDialog
from mou_tui.tui.dialogs.multi_select import MultiSelectDialog
from mou_tui.tui.screens.list_screen import Listing, ListRow, ListScreen, header_row
from mou_tui.workspace.workspace import Workspace

NONE = "none"
NO_SENTENCES = "The clauses that this is about have no words yet. Write them first, then point to a sentence."


class RequirementsScreen(ListScreen):
    """Lists requirements; Enter, or a key, chooses the sentence of ours next to a row."""

    ACTIONS = REQUIREMENTS
    HELP = """What state law and funders ask, each with the sentence of yours that the room pointed to. Enter chooses
it: nothing is chosen for you. It is a working paper for counsel, who decides what applies."""
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(REQUIREMENTS), *bindings(EVERYWHERE)]

    def __init__(self, workspace: Workspace, row: str = "") -> None:
        super().__init__(workspace, Listing(lambda: TITLE, self._make_rows, above=self._make_note), row)
        self._requirements: dict[str, RequirementRow] = {}

    def _make_note(self) -> Iterable[Widget]:
        yield Static(Content(f"{WORKING_PAPER}."), classes="note")
        yield Static(id="requirement-counts", classes="note")

    def _make_rows(self) -> Iterator[ListRow]:
        page = requirement_page(self.workspace.checklist, self.workspace.session)
        self._requirements = {row.id: row for row in page.rows}
        self.query_one("#requirement-counts", Static).update(Content(page.counts if page.rows else ""))
        if page.remark:
            yield ListRow(Content(page.remark))
        for part in page.parts:
            yield header_row(part.heading)
            for row in part.rows:
                content = Content.assemble("  ", (f"{row.numbers}  ", "bold"), row.asked, f"\n    {row.our_words}")
                yield ListRow(content, row.id)

    @on(OptionList.OptionSelected, "#rows")
    def _choose(self) -> None:
        self.action_point() if not self.workspace.read_only else self.action_go_there()

    @work
    async def action_point(self) -> None:
        """Ask for the sentence that belongs next to the row."""
        requirement = self._requirements.get(self.row)
        if requirement is None:
            return
        offered = self.workspace.requirements.offered(requirement)
        if not offered:
            self.notify(NO_SENTENCES, markup=False)
            return
        choices = [(str(index), f"{item.number}  {item.text}") for index, item in enumerate(offered)]
        chosen = str(offered.index(requirement.sentence)) if requirement.sentence else ""
        title = "Which of our sentences belongs beside it?"
        dialog = ChoiceDialog(title, [*choices, (NONE, "None of them")], requirement.asked, chosen=chosen)
        answer = await self.app.push_screen_wait(dialog)
        if answer is None:
            return
        sentence = None if answer == NONE else offered[int(answer)]
        if self.workspace.requirements.point(requirement, sentence):
            self.report_step("Pointed to." if sentence else "No words are beside it now.")

    def action_go_there(self) -> None:
        """Go to the clause of the sentence, or the first clause that the row is about."""
        if requirement := self._requirements.get(self.row):
            known = [name for name in requirement.line.questions if name in self.workspace.checklist]
            self.dismiss(requirement.sentence.question if requirement.sentence else known[0])

    @work
    async def action_sources(self) -> None:
        """Show the text that the row rests on."""
        if requirement := self._requirements.get(self.row):
            source = requirement.layer.sources[requirement.line.source].citation
            await self.app.push_screen_wait(MessageDialog("Source", f"{requirement.asked}\n\n{source}."))

    @work
    async def action_layers(self) -> None:
        """Ask which laws and grants the page lists."""
        checklist, session = self.workspace.checklist, self.workspace.session
        offered = offered_layers(checklist, self.workspace.requirements.choice.state)
        lines = [(layer.id, Content(layer_name(layer))) for layer in offered]
        ticked = [layer.id for layer in chosen_layers(checklist, session)]
        explanation = (
            "Tick what may apply; with none ticked, the law of your state is listed. Nothing of yours changes."
        )
        dialog = MultiSelectDialog("Which laws and grants?", explanation, lines, ticked, "Done")
        chosen = await self.app.push_screen_wait(dialog)
        if chosen is not None and self.workspace.requirements.choose(chosen):
            self.report_step("The choice is noted.")

    @work
    async def action_export_page(self) -> None:
        """Write the page as a file."""
        await export(self.app, self.workspace, "requirements")
