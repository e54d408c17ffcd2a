"""What the room does about a wording: say what it thinks of it, want another, take down what was decided."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on, work
from textual.widgets import Button

from mou_tui.draft.clause_lock import asked_again, will_be_asked
from mou_tui.draft.draft import candidate_texts
from mou_tui.text import capitalize_first
from mou_tui.tui.actions.keymap import key_of
from mou_tui.tui.interview.answer_actions import AnswerActions
from mou_tui.tui.widgets.answer import AnswerPanel
from mou_tui.tui.widgets.guidance import ALTERNATIVES, Guidance

if TYPE_CHECKING:
    from mou_tui.tui.widgets.agreement import AgreementRow
    from mou_tui.tui.widgets.cards import WordingCard


class PositionActions(AnswerActions):
    """A screen with an action for each action of the room around its workspace."""

    def show_agreement(self) -> None:
        """Show where the parties stand on the question on the table."""
        agreement = self.workspace.positions.agreement
        is_asked = (
            self.workspace.question is not None and bool(agreement.stances) and agreement.state != "not-applicable"
        )
        is_muted = agreement.state == "not-asked" and self.workspace.meetings.current is None
        self.query_one(AnswerPanel).show_agreement(agreement if is_asked else None, muted=is_muted)

    def _why_no_position(self) -> str:
        """Why nobody can have a position on what is on the table; empty if they can."""
        if self.workspace.question is None:
            return "The opening has no positions; they are on the questions."
        if not self.workspace.session.parties:
            return "No party is named yet. Parties and facts (Ctrl+P) names them."
        if self.workspace.answer.not_applicable:
            return "It does not apply, so there is nothing to agree on."
        if not self.workspace.positions.is_possible:
            return "Write the clause first, or take an example; then the parties can be asked."
        return ""

    def action_positions(self) -> None:
        """Go to the parties, also from the parties: what follows is never meant for the answer."""
        self.record()
        self._visit_parties()

    def _visit_parties(self, party: str = "") -> None:
        self.pages.show_page("question")
        panel = self.query_one(AnswerPanel)
        if why_not := self._why_no_position():
            panel.refuse_parties(why_not)
        else:
            panel.visit_parties(party)
        self.show_keys()

    def on_agreement_row_clicked(self, event: AgreementRow.Clicked) -> None:
        """Go to the party."""
        if not self.workspace.store.read_only:
            self._visit_parties(event.party)

    def action_unlock(self) -> None:
        """Let the clause on the table be changed, though parties agreed to it."""
        holders = self.workspace.locks.holders(self.workspace.clause_id)
        if not holders:
            self.notify("This clause is not locked; it can be changed as it is.", markup=False)
            return
        self.workspace.locks.unlock(self.workspace.clause_id)
        self.pages.show_page("question")
        self.set_focus(self.query_one(AnswerPanel).editor)
        again = will_be_asked(self.workspace.checklist, holders)
        self.notify(
            f"{capitalize_first(self.workspace.clause_name())} is unlocked. {again} once it reads otherwise.",
            markup=False,
        )

    def on_agreement_row_unlock_wanted(self) -> None:
        """Let the clause be changed."""
        self.action_unlock()

    def action_write(self) -> None:
        """Go back into the answer."""
        if self.query_one(AnswerPanel).are_parties_refused:
            return
        self.pages.show_page("question")
        self.set_focus(self.query_one(AnswerPanel).editor)

    def on_agreement_row_left(self) -> None:
        """Go back to the answer."""
        self.set_focus(self.query_one(AnswerPanel).editor)

    def on_agreement_row_visited(self) -> None:
        """Show the keys of the parties while one is there."""
        self.show_keys()

    def on_agreement_row_unsaid(self, event: AgreementRow.Unsaid) -> None:
        """Have the party not asked yet."""
        if event.party in self.workspace.answer.positions:
            self.workspace.positions.forget(event.party)
            self.show_session_soon()

    def on_agreement_row_said(self, event: AgreementRow.Said) -> None:
        """Record what the party says, and ask what belongs to it."""
        if event.stand == "must-check":
            self._check(event.party)
            return
        self.workspace.positions.take(event.party, event.stand)
        self.show_session_soon()
        if event.stand == "objects":
            self._explain(event.party)

    @work
    async def _explain(self, party: str) -> None:
        from mou_tui.tui.dialogs import position_prompts

        await position_prompts.explain(self.app, self.workspace, party, self.form_drafts)
        self.show_session_soon()

    @work
    async def _check(self, party: str) -> None:
        from mou_tui.tui.dialogs import position_prompts

        if await position_prompts.check(self.app, self.workspace, party, self.form_drafts):
            self.show_session_soon()
        else:
            self._visit_parties(party)

    def action_all_can_live_with(self) -> None:
        """Record that all present can live with the wording; say for whom, and who said something else."""
        from mou_tui.tui.dialogs.position_prompts import accepted_words

        if why_not := self._why_no_position():
            self.notify(why_not, markup=False)
            return
        self.record()
        before = self.workspace.positions.agreement
        accepted = self.workspace.positions.all_can_live_with()
        words = accepted_words(accepted, before)
        if accepted:
            self.report_step(words, timeout=8)
        else:
            self.notify(words, markup=False, timeout=8)

    def on_agreement_row_reason_requested(self, event: AgreementRow.ReasonRequested) -> None:
        """Ask why the party thinks so."""
        if any(one.stand and one.party.id == event.party for one in self.workspace.positions.agreement.stances):
            self._explain(event.party)
        else:
            explains = key_of(self.app, "explains")
            self.notify(f"Say first what the party thinks; then {explains} asks why.", markup=False)

    @work
    async def on_agreement_row_speaker_wanted(self, event: AgreementRow.SpeakerWanted) -> None:
        """Ask who spoke for the party, and how."""
        from mou_tui.tui.dialogs.attribution import ask_speaker

        standings = self.workspace.positions.agreement.stances
        if not any(one.stand and one.party.id == event.party for one in standings):
            self.notify("Say first what the party thinks; then who said so.", markup=False)
            return
        if words := await ask_speaker(self.app, self.workspace, event.party):
            self.report_step(words)
        self._visit_parties(event.party)

    def on_agreement_row_proposal_requested(self, event: AgreementRow.ProposalRequested) -> None:
        """Put what the party wants beside the wording."""
        self._propose(event.party)

    def action_propose(self) -> None:
        """Put another wording beside the one on the table."""
        if self.workspace.question is None:
            self.notify("The opening has no alternatives; they are on the questions.", markup=False)
        elif not self.workspace.session.parties:
            self.notify(self._why_no_position(), markup=False)
        else:
            self._propose("")

    @work
    async def _propose(self, party: str) -> None:
        from mou_tui.tui.dialogs import position_prompts

        done = await position_prompts.propose(self.app, self.workspace, party, self.form_drafts)
        self.report_step(done)
        if done:
            await self.query_one(Guidance).show_alternatives(self.workspace)
            if self.workspace.answer.alternatives:
                self.query_one(Guidance).show_page(ALTERNATIVES)

    @on(Button.Pressed, "#choose")
    def action_choose(self) -> None:
        """Go to the wordings side by side, each with a button that chooses it."""
        if self.workspace.answer.alternatives:
            self.pages.show_page("question")
            self.query_one(Guidance).read_alternatives()
        else:
            parties, proposes = key_of(self.app, "positions"), key_of(self.app, "proposes")
            self.notify(
                f"There is only one wording. In the parties ({parties}), {proposes} proposes another.", markup=False
            )

    async def on_wording_card_chosen(self, event: WordingCard.Chosen) -> None:
        """Make one of the wordings the answer."""
        if self.workspace.store.read_only or not self.workspace.answer.alternatives:
            return
        before = self.workspace.session
        chosen = next(one for one in candidate_texts(before, self.workspace.answer) if one.party == event.party)
        self.workspace.positions.choose(event.party)
        self.query_one(AnswerPanel).rest()
        await self.show_question()
        lost = [party for clause in asked_again(before, self.workspace.session) for party in clause.parties]
        again = f" {will_be_asked(self.workspace.checklist, lost)}." if lost else ""
        self.report_step(f"Chosen: {chosen.letter}, {chosen.whose}. The history keeps the others.{again}")

    @work
    async def action_capture(self) -> None:
        """Take down a decision, an action, a note, or what must be checked first."""
        from mou_tui.tui.dialogs import position_prompts

        self.report_step(
            await position_prompts.capture(self.app, self.workspace, self.workspace.clause_id, self.form_drafts)
        )
