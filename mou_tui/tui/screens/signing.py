"""The signing screen: lists what is still open, who signs with what authority, and what to bring."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import OptionList, Static

from mou_tui.draft.agreement import party_label
from mou_tui.reports.open_items import OpenItem, open_items
from mou_tui.reports.signing import ADVICE, TITLE, before_signing
from mou_tui.tui.actions.action import bindings
from mou_tui.tui.actions.interview import EVERYWHERE
from mou_tui.tui.actions.screens import SIGNING
from mou_tui.tui.dialogs.adoption import record_adoption
from mou_tui.tui.dialogs.export import export
from mou_tui.tui.dialogs.form_drafts import draft_of
from mou_tui.tui.dialogs.forms import ChoiceDialog, FormDialog
from mou_tui.tui.screens.list_screen import Listing, ListRow, ListScreen, header_row
from mou_tui.workspace.forms import signatory_fields
from mou_tui.workspace.minutes import READERS
from mou_tui.workspace.workspace import Workspace


class SigningScreen(ListScreen):
    """Lists open items; Enter goes to the clause, or opens a form on a row about who signs."""

    ACTIONS = SIGNING
    HELP = """What is open, part by part: Enter goes there. Under “Who signs”, Enter says who signs for a party and with
what authority. The page is advice; whoever signs decides."""
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(SIGNING), *bindings(EVERYWHERE)]

    def __init__(self, workspace: Workspace, row: str = "") -> None:
        super().__init__(workspace, Listing(self._title_text, self._make_rows, above=self._compose_above), row)
        self._open: dict[str, OpenItem] = {}

    def _title_text(self) -> str:
        """Return the title."""
        return TITLE

    def _compose_above(self) -> ComposeResult:
        """Compose a note that this is advice, and the counts of open items."""
        yield Static(Content(ADVICE), id="signing-note", classes="note")
        yield Static(id="signing-counts", classes="note")

    def show(self) -> None:
        """Show the counts and rows as the session is now."""
        super().show()
        counts = [
            part.count_label
            for part in open_items(self.workspace.checklist, self.workspace.session, self.workspace.history.today)
        ]
        self.query_one("#signing-counts", Static).update(Content(" · ".join(counts)))

    def _make_rows(self) -> Iterator[ListRow]:
        """Yield each part with its count, followed by its open items."""
        self._open = {}
        for part in before_signing(self.workspace.checklist, self.workspace.session):
            yield header_row(f"{part.heading} · {part.things}" if part.lines else part.heading)
            for index, item in enumerate(part.lines):
                row_id = f"{part.heading}/{item.party or item.clause_id}/{index}"
                self._open[row_id] = item
                number = (f"{item.number} ", "bold") if item.number else ""
                yield ListRow(Content.assemble("  ", number, item.text), row_id)
            if part.below:
                yield ListRow(Content(f"  {part.below}"))

    @on(OptionList.OptionSelected, "#rows")
    def _choose(self) -> None:
        """Go to the clause of the row, or ask who signs."""
        item = self._open.get(self.row)
        if item is None:
            return
        if item.party and not self.workspace.read_only:
            self._ask_who_signs(item.party, item.signatory)
        elif item.clause_id:
            self.dismiss(item.clause_id)
        else:
            self.notify("It belongs to no clause.", markup=False)

    @work
    async def _ask_who_signs(self, party_id: str, index: int | None) -> None:
        await self._who_signs(party_id, index)

    async def _who_signs(self, party_id: str, index: int | None) -> None:
        signers = self.workspace.signatories
        person = signers.signatory(party_id, index)
        fields = signatory_fields(person, self.workspace.session.party(party_id).head)
        title = f"Who signs for the {self._label(party_id)}?"
        explanation = f"{READERS} Without a word in it, the line goes away."
        draft = draft_of(self.workspace, "signatory", "" if index is None else str(index), party_id)
        values = await self.app.push_screen_wait(FormDialog(title, fields, "Done", explanation, draft=draft))
        if values:
            is_changed = signers.write(party_id, index, **values)
            draft.clear()
            if is_changed:
                self.report_step("Who signs is noted.")

    @work
    async def action_add_signatory(self) -> None:
        """Ask who else signs, and for which party."""
        choices = [(party.id, self._label(party.id)) for party in self.workspace.signatories.parties]
        if not choices:
            self.notify("No party signs. “Parties and facts” says which do.", markup=False)
            return
        chosen: str | None = choices[0][0]
        if len(choices) > 1:
            chosen = await self.app.push_screen_wait(ChoiceDialog("For which party?", choices))
        if chosen is not None:
            await self._who_signs(chosen, None)

    @work
    async def action_in_force(self) -> None:
        """Record that the agreement was adopted."""
        if outcome := await record_adoption(self.app, self.workspace):
            self.report_step(outcome)
            self.refresh_bindings()

    def _label(self, party_id: str) -> str:
        return party_label(self.workspace.checklist, self.workspace.session.party(party_id))

    @work
    async def action_export_record(self) -> None:
        """Write the record as a file, at a path that the person enters."""
        await export(self.app, self.workspace, "record")

    @work
    async def action_export_page(self) -> None:
        """Write this page as a file, at a path that the person enters."""
        await export(self.app, self.workspace, "signing")

    @work
    async def action_export_copy(self) -> None:
        """Write the copy to sign as a file, once nothing is open."""
        await export(self.app, self.workspace, "copy")

    @work
    async def action_export_calendar(self) -> None:
        """Write the review date and all deadlines as a calendar file, at a path that the person enters."""
        await export(self.app, self.workspace, "calendar")
