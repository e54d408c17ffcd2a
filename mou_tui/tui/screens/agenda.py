"""The agenda: what the meeting has to settle, and what was prepared for it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import OptionList, Static

from mou_tui.draft.agreement import party_name
from mou_tui.language.text import pluralize
from mou_tui.reports.agenda import Agenda, Item, agenda
from mou_tui.reports.open_meetings import IN_SHORT, is_before_first_meeting
from mou_tui.tui.actions.action import bindings
from mou_tui.tui.actions.interview import EVERYWHERE
from mou_tui.tui.actions.keymap import key_of
from mou_tui.tui.actions.screens import AGENDA
from mou_tui.tui.dialogs.export import export
from mou_tui.tui.screens.list_screen import Listing, ListRow, ListScreen, header_row
from mou_tui.workspace.workspace import Workspace

PREPARED = "prepared"


class AgendaScreen(ListScreen):
    """Lists what is open; Enter goes to the clause, and marks an action as done."""

    ACTIONS = AGENDA
    HELP = """The agenda is made from what is open, so it is never out of date. Enter goes to the clause, Esc there
comes back to the row. Space or Enter on an action says that it is done."""
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(AGENDA), *bindings(EVERYWHERE)]

    def __init__(self, workspace: Workspace, row: str = "") -> None:
        super().__init__(workspace, Listing(self._title_text, self._make_rows, above=self._compose_above), row)
        self._finished: set[str] = set()
        self._items: dict[str, Item] = {}

    def _title_text(self) -> str:
        """Return the title, with the number of open items."""
        open_now = len(self.workspace.meetings.agenda().items)
        return f"Agenda · {pluralize(open_now, 'matter')} to settle" if open_now else "Agenda · nothing to settle"

    def _compose_above(self) -> ComposeResult:
        """Compose what is to be asked before the first meeting, until it was held."""
        if is_before_first_meeting(self.workspace.session):
            yield Static(Content(IN_SHORT), classes="note")

    def _make_rows(self) -> Iterator[ListRow]:
        """Yield a row for what was prepared, then each section with its items."""
        self._items = {}
        prepared = len(self.workspace.positions.prepared())
        if prepared and not self.workspace.read_only:
            text = f"Confirm what was prepared ({prepared}): written, not put to the room yet"
            yield ListRow(Content(text).stylize("bold underline"), PREPARED)
        sections = self._agenda().sections
        for title, items in sections:
            yield header_row(title)
            for item in items:
                row_id = item.action or f"{item.matter}/{item.clause_id}"
                while row_id in self._items:
                    row_id += "+"
                self._items[row_id] = item
                yield ListRow(self._content(item), row_id)
        if not sections:
            yield ListRow(Content("Nothing is open. What is put off, objected to or left empty is listed here."))

    def _agenda(self) -> Agenda:
        """Return the agenda; actions finished on this screen stay listed until it closes."""
        session = self.workspace.session
        actions = (replace(action, done="") if action.id in self._finished else action for action in session.actions)
        session = replace(session, actions=tuple(actions))
        return agenda(self.workspace.checklist, session, self.workspace.history.today)

    def _content(self, item: Item) -> Content:
        box = f"[{'x' if self._is_done(item.action) else ' '}] " if item.action else ""
        return Content.assemble(f"  {box}", (f"{item.number} ", "bold") if item.number else "", item.text)

    def _is_done(self, action_id: str) -> bool:
        return any(action.id == action_id and bool(action.done) for action in self.workspace.session.actions)

    @property
    def _item(self) -> Item | None:
        return self._items.get(self.row)

    @on(OptionList.OptionSelected, "#rows")
    def _choose(self) -> None:
        """Confirm what was prepared, mark an action as done, or go to the clause, whichever the row offers."""
        if self.row == PREPARED:
            self.action_confirm_prepared()
        elif self._item and self._item.action and not self.workspace.read_only:
            self.action_done()
        else:
            self.action_go_there()

    def action_done(self) -> None:
        """Mark the action of the row as done, or as open again."""
        item = self._item
        if item is None or not item.action:
            self.notify("Only an action can be marked as done. Enter goes to the clause.", markup=False)
            return
        self._finished.add(item.action)
        self.workspace.minutes.finish(item.action)
        self.report_step("Done." if self._is_done(item.action) else "It is open again.")

    def action_go_there(self) -> None:
        """Go to the clause of the row."""
        if self._item and self._item.clause_id:
            self.dismiss(self._item.clause_id)
        elif self._item:
            self.notify("It belongs to no clause.", markup=False)

    @work
    async def action_export_agenda(self) -> None:
        """Write the agenda as a file, at a path that the person enters."""
        await export(self.app, self.workspace, "agenda")

    @work
    async def action_confirm_prepared(self) -> None:
        """Ask the room to confirm what was written before the meeting, clause by clause."""
        from mou_tui.tui.dialogs.prepared import PreparedDialog

        prepared = self.workspace.positions.sorted_prepared()
        if not prepared.ready:
            left_out = "; ".join(reason.message for reason in prepared.left_out)
            reasons = f" Left out: {left_out}." if left_out else ""
            self.notify(f"Nothing that was prepared waits to be confirmed.{reasons}", markup=False)
            return
        present = ", ".join(party_name(party) for party in self.workspace.session.present)
        dialog = PreparedDialog(
            prepared,
            lambda clause_id: self.workspace.session.answer(clause_id).text,
            present or "nobody",
            lambda clause_id: self.workspace.positions.confirm_prepared((clause_id,)),
        )
        confirmed = await self.app.push_screen_wait(dialog)
        if confirmed:
            self.show()
            undo, target = key_of(self.app, "undo_step"), "it" if len(confirmed) == 1 else "the last of them"
            message = f"{present} can live with {', '.join(confirmed)}, where they said nothing else."
            self.notify(f"{message} {undo} takes {target} back.", markup=False)
