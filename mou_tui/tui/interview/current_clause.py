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
        """Make a clause the current one, show it, and let the person write; or stay among the parties.

        Whoever asks the parties clause after clause means the next letter as a position there too.
        """
        self.is_from_review = False
        view = self._view
        self._prompt.drop()
        self._recorder.record_all()
        view.workspace.go(clause_id)
        stays = view.panel.is_among_parties and view.workspace.positions.is_possible
        # Before anything is waited for: a key may lead somewhere else meanwhile.
        if not stays:
            view.focus_answer()
        await view.show_clause()
        if stays and view.panel.is_among_parties:
            view.panel.visit_parties(anew=True)
            view.keys.show()
