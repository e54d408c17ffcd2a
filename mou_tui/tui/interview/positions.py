"""Records the positions of the parties on a clause, and the other wordings they propose."""

from __future__ import annotations

from mou_tui.draft.agreement import party_in_sentence
from mou_tui.draft.clause_lock import asked_again, will_be_asked
from mou_tui.draft.draft import candidate_texts, letter_on_table
from mou_tui.draft.state_labels import STANCES
from mou_tui.language.text import capitalize_first
from mou_tui.session.meeting import Position, Stance
from mou_tui.tui.actions.action import ActionHandlers
from mou_tui.tui.actions.keymap import key_of
from mou_tui.tui.interview.controller import Controller, in_background
from mou_tui.tui.interview.meeting_prompt import MeetingPrompt
from mou_tui.tui.interview.view import InterviewView
from mou_tui.tui.widgets.guidance import ALTERNATIVES


class PositionController(Controller):
    """Records positions on the current clause, unlocks it, and puts other wordings next to it.

    Args:
        view: shows the interview.
        prompt: asks whether there is a meeting.
    """

    def __init__(self, view: InterviewView, prompt: MeetingPrompt) -> None:
        super().__init__(view)
        self._prompt = prompt

    @property
    def handlers(self) -> ActionHandlers:
        """What each action does."""
        return {
            "positions": self.visit,
            "all_can_live_with": self.record_all_can_live_with,
            "unlock": self.unlock,
            "propose": self.propose_any,
            "choose": self.show_alternatives,
        }

    def visit(self, party_id: str = "") -> None:
        """Go to the parties, to one of them if it is given; what is typed there is never meant for the answer."""
        self.view.pages.show_page("question")
        if why_not := self._why_no_position():
            self.view.panel.refuse_parties(why_not)
        else:
            self.view.panel.visit_parties(party_id)
            self._prompt.ask_once_more()
        self.view.keys.show()

    def _why_no_position(self) -> str:
        """Return why no party can have a position on the current clause; empty if they can."""
        workspace = self._workspace
        if workspace.question is None:
            return "The opening has no positions; they are on the questions."
        if not workspace.session.parties:
            return "No party is named yet: Parties and facts (Ctrl+P)."
        if workspace.answer.not_applicable:
            return "It does not apply, so there is nothing to agree on."
        if not workspace.positions.is_possible:
            return "Write the clause first; then the parties can be asked."
        return ""

    def record_stance(self, party_id: str, stance: Stance) -> None:
        """Record what a party says, and ask what belongs to it."""
        if stance == "must-check":
            self._ask_who_checks(party_id)
            return
        before = self._workspace.answer.positions.get(party_id)
        self._workspace.positions.take(party_id, stance)
        self.view.show_session_soon()
        if stance == "objects":
            self._ask_reason(party_id, before)
        else:
            self._report(party_id, before)

    def _report(self, party_id: str, before: Position | None) -> None:
        """Say what was recorded, what it replaced, how to take it back, and who is asked now."""
        from mou_tui.tui.dialogs.position_prompts import recorded_message

        message = recorded_message(self.view.app, self._workspace, party_id, before, self.view.panel.chosen_party)
        self.view.say(f"{message}{self._dating()}")

    def _dating(self) -> str:
        """Return, once, that positions are dated today where no meeting is open, and how to begin one."""
        if not self._workspace.positions.tell_dating():
            return ""
        meeting = key_of(self.view.app, "meeting")
        return f" No meeting is open. Positions are dated today; {meeting} begins a meeting."

    def ask_for_second_press(self, party_id: str, action_id: str) -> None:
        """Say what a party has said, and that the letter of an action changes it when it is pressed once more."""
        workspace = self._workspace
        name = party_in_sentence(workspace.checklist, workspace.session.party(party_id), begins=True)
        stance = STANCES[workspace.answer.positions[party_id].stand].says
        self.view.say(f"{name} {stance}. Press {key_of(self.view.app, action_id)} once more to change that.")

    def forget_stance(self, party_id: str) -> None:
        """Record that a party was not asked yet."""
        before = self._workspace.answer.positions.get(party_id)
        if before is not None:
            self._workspace.positions.forget(party_id)
            self.view.show_session_soon()
            self._report(party_id, before)

    @in_background
    async def _ask_who_checks(self, party_id: str) -> None:
        from mou_tui.tui.dialogs import position_prompts

        before = self._workspace.answer.positions.get(party_id)
        if await position_prompts.check(self.view.app, self._workspace, party_id):
            self.view.show_session_soon()
            self._report(party_id, before)
        else:
            self.visit(party_id)

    def ask_reason(self, party_id: str) -> None:
        """Ask why a party thinks what it said; what it thinks, where it has said nothing of the wording yet."""
        if self._has_stance(party_id):
            self._ask_reason(party_id, self._workspace.answer.positions[party_id])
        else:
            self._ask_stance_first(party_id)

    @in_background
    async def _ask_reason(self, party_id: str, before: Position | None) -> None:
        from mou_tui.tui.dialogs import position_prompts

        is_kept_aside = await position_prompts.explain(self.view.app, self._workspace, party_id)
        self.view.show_session_soon()
        # What was typed and left says itself where it is kept; no other message may hide that.
        if not is_kept_aside and self._workspace.answer.positions.get(party_id) != before:
            self._report(party_id, before)

    @in_background
    async def _ask_stance_first(self, party_id: str) -> None:
        before = self._workspace.answer.positions.get(party_id)
        if await self._ask_stance(party_id):
            self._ask_reason(party_id, before)

    async def _ask_stance(self, party_id: str) -> bool:
        """Ask what a party thinks and record it; return whether a reason may follow, which a check asks for itself.

        Until then letters do nothing: whoever means to write a reason never records a position with it.
        """
        from mou_tui.tui.dialogs import position_prompts

        stance = await position_prompts.ask_stance(self.view.app, self._workspace, party_id)
        self.visit(party_id)
        if stance == "must-check":
            self._ask_who_checks(party_id)
        elif stance:
            self._workspace.positions.take(party_id, stance)
            self.view.show_session_soon()
            return True
        return False

    @in_background
    async def ask_speaker(self, party_id: str) -> None:
        """Ask who spoke for a party, and how."""
        from mou_tui.tui.dialogs.attribution import ask_speaker

        if not self._has_stance(party_id) and not await self._ask_stance(party_id):
            return
        if message := await ask_speaker(self.view.app, self._workspace, party_id):
            self.view.report_step(message)
        self.visit(party_id)

    def _has_stance(self, party_id: str) -> bool:
        stances = self._workspace.positions.agreement.stances
        return any(stance.current_stance and stance.party.id == party_id for stance in stances)

    def record_all_can_live_with(self) -> None:
        """Record that all present can live with the wording; say for whom, and who said something else."""
        from mou_tui.tui.dialogs.position_prompts import acceptance_message

        if why_not := self._why_no_position():
            self.view.say(why_not)
            return
        before = self._workspace.positions.agreement
        accepted = self._workspace.positions.all_can_live_with()
        absent, letter = self._workspace.positions.absent(), letter_on_table(self._workspace.answer)
        message = acceptance_message(accepted, before, absent, letter)
        if accepted:
            self.view.report_step(message, timeout=8, remark=self._dating())
        else:
            self.view.say(message, timeout=8)

    def unlock(self) -> None:
        """Let the current clause be changed, though parties agreed to it."""
        holders = self._workspace.locks.holders(self._workspace.clause_id)
        if not holders:
            self.view.say("This clause is not locked; it can be changed as it is.")
            return
        self._workspace.locks.unlock(self._workspace.clause_id)
        self.view.focus_answer()
        clause = capitalize_first(self._workspace.clause_name())
        again = will_be_asked(self._workspace.checklist, holders)
        self.view.say(f"{clause} is unlocked. {again} if you change it.")

    def propose_any(self) -> None:
        """Put another wording next to the current one, whichever party wants it."""
        if self._workspace.question is None:
            self.view.say("The opening has no alternatives; they are on the questions.")
        elif not self._workspace.session.parties:
            self.view.say(self._why_no_position())
        else:
            self.propose("")

    @in_background
    async def propose(self, party_id: str) -> None:
        """Put the wording that a party wants next to the current one."""
        from mou_tui.tui.dialogs import position_prompts

        outcome = await position_prompts.propose(self.view.app, self._workspace, party_id)
        if outcome and self._workspace.answer.alternatives:
            outcome += f" {capitalize_first(self._workspace.clause_name())} counts as open until then."
        self.view.report_step(outcome)
        if outcome:
            await self.view.guidance.show_alternatives(self._workspace)
            if self._workspace.answer.alternatives:
                self.view.guidance.show_page(ALTERNATIVES)

    def show_alternatives(self) -> None:
        """Go to the wordings side by side, each with a button that chooses it."""
        if self._workspace.answer.alternatives:
            self.view.pages.show_page("question")
            self.view.guidance.focus_alternatives()
        else:
            parties, proposes = key_of(self.view.app, "positions"), key_of(self.view.app, "proposes")
            self.view.say(f"There is only one wording. In the parties ({parties}), {proposes} proposes another.")

    async def choose(self, alternative_id: str) -> None:
        """Make one of the wordings side by side the answer: an alternative, or with no id the current one."""
        workspace = self._workspace
        if workspace.read_only or not workspace.answer.alternatives:
            return
        before = workspace.session
        candidates = candidate_texts(before, workspace.answer)
        chosen = next(candidate for candidate in candidates if candidate.id == alternative_id)
        workspace.positions.choose(alternative_id)
        self.view.panel.rest()
        await self.view.show_clause()
        lost = [party for clause in asked_again(before, workspace.session) for party in clause.parties]
        again = f" {will_be_asked(workspace.checklist, lost)}." if lost else ""
        self.view.report_step(f"Chosen: {chosen.letter}, {chosen.whose}. The history keeps the others.{again}")
