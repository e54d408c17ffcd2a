"""The meeting: who is here, when it begins and ends, and what is recorded of it."""

from __future__ import annotations

from mou_tui.language.dates import clock_time
from mou_tui.tui.actions.action import ActionHandlers
from mou_tui.tui.interview.controller import Controller, in_background
from mou_tui.tui.interview.lists import ListsController
from mou_tui.tui.interview.meeting_prompt import MeetingPrompt
from mou_tui.tui.interview.view import InterviewView

OUTCOMES = {
    "started": "The meeting has begun.",
    "resumed": "The last meeting goes on.",
    "updated": "Who is here is noted.",
    "ended": "The meeting has ended.",
}
"""Messages after the dialog about the meeting, by its outcome."""


class MeetingController(Controller):
    """Begins, resumes and ends meetings, and records what is decided.

    Args:
        view: shows the interview.
        prompt: the line that asks whether there is a meeting.
        lists: a later meeting begins with its agenda.
    """

    def __init__(self, view: InterviewView, prompt: MeetingPrompt, lists: ListsController) -> None:
        super().__init__(view)
        self._prompt = prompt
        self._lists = lists

    @property
    def handlers(self) -> ActionHandlers:
        """What each action does."""
        return {
            "meeting": self.manage,
            "end_meeting": self.end,
            "go_on": self.resume,
            "capture": self.capture,
            "correct": self.correct,
            "milestone": self.name_milestone,
        }

    @in_background
    async def manage(self) -> None:
        """Ask who is here, and begin or end a meeting; what a later meeting begins with is its agenda."""
        from mou_tui.tui.dialogs.attendance import AttendanceDialog

        outcome = await self.view.app.push_screen_wait(AttendanceDialog(self._workspace))
        if outcome is None:
            return
        self._report(OUTCOMES[outcome])
        if outcome == "started" and len(self._workspace.session.meetings) > 1:
            self._lists.open_agenda()

    @in_background
    async def end(self) -> None:
        """Ask whether the meeting is over, and end it."""
        from mou_tui.tui.dialogs.forms import ChoiceDialog

        meeting = self._workspace.meetings.current
        if meeting is None:
            self.view.app.notify("No meeting is going on.", markup=False)
            return
        title = f"End the meeting that began at {clock_time(meeting.began) or meeting.began}?"
        choices = [("end", "End it"), ("stay", "Go on with it")]
        if await self.view.app.push_screen_wait(ChoiceDialog(title, choices)) == "end":
            self._workspace.meetings.end()
            self._report(OUTCOMES["ended"])

    def resume(self) -> None:
        """Go on with the last meeting, as the line above the keys offers."""
        meetings = self._workspace.meetings
        if meetings.last and not meetings.current and not self._workspace.read_only:
            meetings.go_on()
            self._report(OUTCOMES["resumed"])

    def _report(self, message: str) -> None:
        self._prompt.drop()
        self.view.report_step(message)

    @in_background
    async def capture(self) -> None:
        """Record a decision, an action, a note, or what must be checked first."""
        from mou_tui.tui.dialogs import position_prompts

        self.view.report_step(await position_prompts.capture(self.view.app, self._workspace, self._workspace.clause_id))

    @in_background
    async def correct(self) -> None:
        """Correct a decision, note, action or milestone."""
        from mou_tui.tui.dialogs.correction import ask_correction

        self.view.report_step(await ask_correction(self.view.app, self._workspace))

    @in_background
    async def name_milestone(self) -> None:
        """Give this version a name."""
        from mou_tui.tui.screens.history import name_milestone

        self.view.report_step(await name_milestone(self.view.app, self._workspace))
