"""Before you sign: what is still open, who signs with what authority, and what to take along."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import OptionList, Static

from mou_tui.desk import Desk
from mou_tui.draft.agreement import label_of
from mou_tui.draft.signing import ADVICE, TITLE, before_signing
from mou_tui.draft.still_open import NOTHING, still_open
from mou_tui.draft.still_open import Line as OpenLine
from mou_tui.room.minutes import READERS
from mou_tui.tui.deed import bindings
from mou_tui.tui.keys import EVERYWHERE
from mou_tui.tui.screen_keys import SIGNING
from mou_tui.tui.screens.dialogs import ChoiceDialog, Field, FormDialog
from mou_tui.tui.screens.exporting import export
from mou_tui.tui.screens.lists import Line, ListScreen, heading


class SigningScreen(ListScreen):
    """Lists what is open; Enter goes there, and opens a form where the row says who signs."""

    DEEDS = SIGNING
    HELP = """What is open, part by part: Enter goes there. Under “Who signs”, Enter says who signs for a party and with
what authority. The page is advice; whoever signs decides."""
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(SIGNING), *bindings(EVERYWHERE)]

    def __init__(self, desk: Desk, row: str = "") -> None:
        super().__init__(desk, row)
        self._open: dict[str, OpenLine] = {}

    def title_words(self) -> str:
        """What the page is."""
        return TITLE

    def above(self) -> ComposeResult:
        """What the page is not, and at a glance how much is open."""
        yield Static(Content(ADVICE), id="signing-note", classes="note")
        yield Static(id="signing-counts", classes="note")

    def show(self) -> None:
        """Bring counts and rows up to the session."""
        super().show()
        counts = [f"{part.heading} {part.things}" for part in still_open(self.desk.checklist, self.desk.session)]
        self.query_one("#signing-counts", Static).update(Content(" · ".join(counts)))

    def lines(self) -> Iterator[Line]:
        """Each part with what is open, and how much that is."""
        self._open = {}
        for part in before_signing(self.desk.checklist, self.desk.session):
            yield heading(f"{part.heading} · {part.things}" if part.lines else part.heading)
            for index, line in enumerate(part.lines):
                line_id = f"{part.heading}/{line.party or line.place}/{index}"
                self._open[line_id] = line
                number = (f"{line.number} ", "bold") if line.number else ""
                yield Line(Content.assemble("  ", number, line.words), line_id)
            if not part.lines:
                yield Line(Content(f"  {NOTHING}"))

    @on(OptionList.OptionSelected, "#rows")
    def _choose(self) -> None:
        """Go to what the row is about, or say who signs."""
        line = self._open.get(self.row)
        if line is None:
            return
        if line.party and not self.desk.store.read_only:
            self._ask_who_signs(line.party, line.signatory)
        elif line.place:
            self.dismiss(line.place)
        else:
            self.notify("It belongs to no clause.", markup=False)

    @work
    async def _ask_who_signs(self, party_id: str, index: int | None) -> None:
        await self._who_signs(party_id, index)

    async def _who_signs(self, party_id: str, index: int | None) -> None:
        signers = self.room.signers
        person = signers.signatory(party_id, index)
        head = self.desk.session.party(party_id).head.removeprefix("the ")
        fields = [
            Field("name", "Name", person.name, "Pat Doe"),
            Field("title", "Title", person.title, head or "Chair"),
            Field("authority", "Authority to sign", person.authority, "vote of the school board on March 3"),
            Field("date", "Date", person.date, "March 10, 2027"),
        ]
        title = f"Who signs for the {self._called(party_id)}?"
        explanation = f"{READERS} Without a word in it, the line goes away."
        given = await self.app.push_screen_wait(FormDialog(title, fields, "Done", explanation))
        if given and signers.write(party_id, index, **given):
            self.tell_step("Who signs is noted.")

    @work
    async def action_add_signatory(self) -> None:
        """Say who else signs, and for whom."""
        choices = [(party.id, self._called(party.id)) for party in self.room.signers.parties]
        if not choices:
            self.notify("No party signs. “Parties and facts” says which do.", markup=False)
            return
        chosen: str | None = choices[0][0]
        if len(choices) > 1:
            chosen = await self.app.push_screen_wait(ChoiceDialog("For which party?", choices))
        if chosen is not None:
            await self._who_signs(chosen, None)

    def _called(self, party_id: str) -> str:
        return label_of(self.desk.checklist, self.desk.session.party(party_id))

    @work
    async def action_export_record(self) -> None:
        """Write the minutes as a file."""
        await export(self.app, self.desk, "record")

    @work
    async def action_export_page(self) -> None:
        """Write this page as a file."""
        await export(self.app, self.desk, "signing")

    @work
    async def action_export_calendar(self) -> None:
        """Write the review date as a file for a calendar."""
        await export(self.app, self.desk, "calendar")
