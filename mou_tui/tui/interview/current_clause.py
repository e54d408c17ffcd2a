"""The clause the interview is at."""

from __future__ import annotations

from mou_tui.tui.interview.meeting_prompt import MeetingPrompt
from mou_tui.tui.interview.typing_recorder import TypingRecorder
from mou_tui.tui.interview.view import InterviewView


class CurrentClause:
    """Opens one clause after the other.

    Args:
        view: shows the clause.
        recorder: records where the cursor was in the one before.
        prompt: a question that is answered by going on.
    """

    def __init__(self, view: InterviewView, recorder: TypingRecorder, prompt: MeetingPrompt) -> None:
        self._view = view
        self._prompt = prompt
        self._recorder = recorder
        self.is_from_review = False
        """Whether the person came here from the review, so that Esc leads back there."""

    async def open(self, clause_id: str) -> None:
        """Make a clause the current one, show it, and let the person write."""
        self.is_from_review = False
        self._prompt.drop()
        self._recorder.record_all()
        self._view.workspace.go(clause_id)
        # Before anything is waited for: a key may lead somewhere else meanwhile.
        self._view.focus_answer()
        await self._view.show_clause()
