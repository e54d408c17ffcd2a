"""The screen that shows what filled forms propose, one by one, before any of it is taken in."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widget import Widget
from textual.widgets import OptionList, Static

from mou_tui.language.text import capitalize_first, pluralize
from mou_tui.reports.proposals import VOICES
from mou_tui.tui.actions.action import bindings
from mou_tui.tui.actions.incoming import FEEDBACK
from mou_tui.tui.actions.interview import EVERYWHERE
from mou_tui.tui.screens import intake_end
from mou_tui.tui.screens.list_screen import Listing, ListRow, ListScreen, header_row
from mou_tui.tui.widgets.marked_text import MarkedText
from mou_tui.workspace.feedback import READ_FIRST, Candidate, Choice, FeedbackIntake
from mou_tui.workspace.workspace import Workspace

_STATES: dict[Choice, str] = {"words": "words only", "all": "with reason", "out": "left out"}


class FeedbackScreen(ListScreen):
    """Lists proposals that were read; returns what was taken in, in a sentence, or None where nothing was.

    Args:
        workspace: the open session.
        intake: what forms brought.
    """

    ACTIONS = FEEDBACK
    HELP = """Each row is a proposal. Its words are taken unless l leaves it out; its reason is left out unless you
have read it here and r takes it. Enter goes from one to the next. d takes in what is marked, as one step; Esc leaves,
and nothing is taken in."""
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(FEEDBACK), *bindings(EVERYWHERE)]

    def __init__(self, workspace: Workspace, intake: FeedbackIntake) -> None:
        listing = Listing(
            self._title_text, self._make_rows, self._compose_account, self._compose_detail, self._show_row
        )
        super().__init__(workspace, listing)
        self._intake = intake
        self._candidates: dict[str, Candidate] = {}

    def _title_text(self) -> str:
        taken = sum(candidate.choice != "out" for candidate in self._intake.candidates)
        return f"Forms for feedback · {pluralize(taken, 'proposal')} to take in"

    def _compose_account(self) -> Iterator[Widget]:
        yield Static(Content(" ".join((self._intake.account, READ_FIRST))), id="intake-account", classes="note")

    def _compose_detail(self) -> ComposeResult:
        yield MarkedText(id="beside")

    def _make_rows(self) -> Iterator[ListRow]:
        self._candidates = {str(candidate.index): candidate for candidate in self._intake.candidates}
        caption = ""
        for row_id, candidate in self._candidates.items():
            if caption != self._intake.caption(candidate):
                caption = self._intake.caption(candidate)
                yield header_row(caption)
            proposal = candidate.proposal
            state = (f"{_STATES[candidate.choice]:<12}", "dim" if candidate.choice == "out" else "bold")
            gives = " (gives a reason)" if proposal.reason and proposal.text else ""
            start = " ".join((proposal.text or proposal.reason).split())
            yield ListRow(Content.assemble("  ", state, f" {VOICES[proposal.from_]}{gives}: {start}"), row_id)
        if not self._candidates:
            yield ListRow(Content("There is nothing new to take in."))

    def show(self) -> None:
        """Show the rows as they are decided now, and the current one."""
        super().show()
        self._show_row()

    def _show_row(self) -> None:
        text, candidate = self.query_one(MarkedText), self._candidates.get(self.row)
        text.visible = candidate is not None
        if candidate:
            words, reason = candidate.proposal.text, candidate.proposal.reason
            whole = "\n\n".join(filter(None, (words, f"Reason: {reason}" if reason else "")))
            text.show_text(capitalize_first(VOICES[candidate.proposal.from_]), whole)

    @on(OptionList.OptionSelected, "#rows")
    def _change(self) -> None:
        """Go on to the next of what can become of the row."""
        if candidate := self._candidates.get(self.row):
            choices = candidate.choices
            self._decide(choices[(choices.index(candidate.choice) + 1) % len(choices)], goes_on=False)

    def action_take_words(self) -> None:
        """Take the words of the row alone, and go to the next."""
        self._decide("words")

    def action_take_reason(self) -> None:
        """Take the reason of the row as well, and go to the next."""
        self._decide("all")

    def action_leave_form_out(self) -> None:
        """Leave the row out, and go to the next."""
        self._decide("out")

    def _decide(self, choice: Choice, *, goes_on: bool = True) -> None:
        candidate = self._candidates.get(self.row)
        if candidate is None:
            return
        is_done = self._intake.choose(candidate.index, choice)
        if not is_done:
            self.notify("It gives a reason alone." if choice == "words" else "It gives no reason.", markup=False)
        self.show_next() if is_done and goes_on else self.show()

    def action_finish_forms(self) -> None:
        """Take in what is marked, as one step."""
        intake_end.finish(self, self._intake, self._intake.outcome)

    def action_leave(self) -> None:
        """Go back; nothing is taken in. Ask first where something was decided."""
        self._leave()

    @work
    async def _leave(self) -> None:
        await intake_end.leave(self, is_decided_on=self._intake.is_decided_on)
