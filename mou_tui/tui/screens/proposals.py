"""The screen that lists proposals from outside, clause by clause, with what became of each."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import OptionList, Static

from mou_tui.language.text import capitalize_first, pluralize
from mou_tui.reports.proposals import OUTCOMES, VOICES, by_clause, clause_caption, outcome_words
from mou_tui.session.proposals import Outcome, OutsideProposal
from mou_tui.tui.actions.action import bindings
from mou_tui.tui.actions.incoming import PROPOSALS
from mou_tui.tui.actions.interview import EVERYWHERE
from mou_tui.tui.dialogs.form_drafts import draft_of
from mou_tui.tui.dialogs.forms import ChoiceDialog, FormDialog
from mou_tui.tui.screens.list_screen import Listing, ListRow, ListScreen, header_row
from mou_tui.tui.widgets.marked_text import MarkedText
from mou_tui.workspace.forms import outcome_field
from mou_tui.workspace.workspace import Workspace

NONE_YET = (
    "There are none yet. In the palette (Ctrl+P), “Export the form for feedback” writes a form to hand out, and "
    "“Take in what came back” reads those that come back."
)
OUTCOME_QUESTION = "What became of it?"


class ProposalsScreen(ListScreen):
    """Lists proposals; Enter answers one, or all that are marked."""

    ACTIONS = PROPOSALS
    HELP = """What parents, teachers, students and others propose, under its clause. Enter, or a, says what became of
it and why; Space marks several, which then get one answer. b puts the words beside the clause, where the room chooses
among them like any other wording. Nothing of this is shown in the room view."""
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(PROPOSALS), *bindings(EVERYWHERE)]

    def __init__(self, workspace: Workspace, row: str = "") -> None:
        listing = Listing(self._title_text, self._make_rows, below=self._compose_detail, show_row=self._show_row)
        super().__init__(workspace, listing, row)
        self._marked: set[str] = set()

    @property
    def _proposals(self) -> dict[str, OutsideProposal]:
        return {proposal.id: proposal for proposal in self.workspace.session.proposals}

    def _title_text(self) -> str:
        waiting = sum(proposal.is_open for proposal in self._proposals.values())
        return f"Proposals from outside · {pluralize(waiting, 'proposal')} to answer"

    def _make_rows(self) -> Iterator[ListRow]:
        checklist, session = self.workspace.checklist, self.workspace.session
        for clause_id, proposals in by_clause(checklist, session).items():
            yield header_row(clause_caption(checklist, clause_id))
            for proposal in proposals:
                mark = "[x] " if proposal.id in self._marked else "[ ] "
                state = (f"{OUTCOMES[proposal.outcome]:<15}", "dim" if proposal.outcome else "bold")
                start = " ".join((proposal.text or proposal.reason).split())
                yield ListRow(Content.assemble(f"  {mark}", state, f" {VOICES[proposal.from_]}: {start}"), proposal.id)
        if not session.proposals:
            yield ListRow(Content(NONE_YET))

    def _compose_detail(self) -> ComposeResult:
        yield MarkedText(id="beside")
        yield Static(id="intake-note", classes="note")

    def show(self) -> None:
        """Show the rows as they are answered now, and the current proposal."""
        super().show()
        self._show_row()

    def _show_row(self) -> None:
        """Show the words of the row, the reason, and what the clause says now; below, what became of it."""
        text, note = self.query_one(MarkedText), self.query_one("#intake-note", Static)
        proposal = self._proposals.get(self.row)
        text.visible = note.display = proposal is not None
        if proposal is None:
            return
        current = self.workspace.session.answer(proposal.question).text
        parts = (proposal.text, _labeled("Reason", proposal.reason), _labeled("It says now", current))
        text.show_text(capitalize_first(VOICES[proposal.from_]), "\n\n".join(filter(None, parts)))
        note.update(Content(outcome_words(proposal)))

    @on(OptionList.OptionSelected, "#rows")
    def _choose(self) -> None:
        self.action_go_there() if self.workspace.store.read_only else self.action_answer()

    def action_mark(self) -> None:
        """Mark the row, or unmark it."""
        if self.row:
            self._marked ^= {self.row}
            self.show()

    @work
    async def action_answer(self) -> None:
        """Ask what became of what is marked, or else of the row, and why."""
        proposals = self._proposals
        chosen = sorted(self._marked & proposals.keys()) or [self.row]
        if self.row not in proposals:
            return
        first = proposals[chosen[0]]
        many = f" These are {len(chosen)} proposals, which get the same answer." if len(chosen) > 1 else ""
        choices = [(outcome or "open", label) for outcome, label in OUTCOMES.items()]
        dialog = ChoiceDialog(OUTCOME_QUESTION, choices, many.strip(), chosen=first.outcome)
        answer = await self.app.push_screen_wait(dialog)
        if answer is None:
            return
        outcome: Outcome = next((held for held in OUTCOMES if held == answer), "")
        why, draft = "", draft_of(self.workspace, "proposals", party=" ".join(chosen))
        if outcome:
            field = outcome_field(first.answer)
            given = await self.app.push_screen_wait(FormDialog(OUTCOMES[outcome], (field,), "Answer", draft=draft))
            if given is None:
                return
            why = given[field.id]
        draft.clear()
        if self.workspace.proposals.answer(chosen, outcome, why):
            self._marked.clear()
            self.report_step("Answered." if outcome else "It waits for an answer again.")

    def action_put_beside(self) -> None:
        """Put the words of the row next to the clause."""
        if proposal := self._proposals.get(self.row):
            if obstacle := self.workspace.proposals.add_alternative(proposal):
                self.notify(obstacle, markup=False)
            else:
                self.report_step("Its words stand beside the clause.")

    def action_go_there(self) -> None:
        """Go to the clause of the row."""
        proposal = self._proposals.get(self.row)
        if proposal and proposal.question in self.workspace.checklist:
            self.dismiss(proposal.question)


def _labeled(label: str, text: str) -> str:
    return f"{label}: {text}" if text else ""
