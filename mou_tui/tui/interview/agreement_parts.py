"""The parts of the agreement that are not answers, and clauses of the room's own."""

from __future__ import annotations

from mou_tui.tui.actions.action import ActionHandlers
from mou_tui.tui.interview.controller import Controller, in_background
from mou_tui.tui.interview.typing_recorder import TypingRecorder
from mou_tui.tui.interview.view import InterviewView


class AgreementPartsController(Controller):
    """Asks for the parts of the agreement around the answers.

    Args:
        view: shows the interview.
        recorder: records where the cursor is, for a clause that is added becomes the current one.
    """

    def __init__(self, view: InterviewView, recorder: TypingRecorder) -> None:
        super().__init__(view)
        self._recorder = recorder

    @property
    def handlers(self) -> ActionHandlers:
        """What each action does."""
        return {
            "frame": self.edit_frame,
            "contracting": self.edit_contracting,
            "own_clause": self.edit_own_clause,
        }

    @in_background
    async def edit_frame(self) -> None:
        """Set the title, the agreement that this one replaces, its exhibits, and the terms from counsel."""
        from mou_tui.tui.dialogs.agreement_parts import ask_frame

        if await ask_frame(self.view.app, self.view.workspace):
            self.view.show_session()

    @in_background
    async def edit_contracting(self) -> None:
        """Set how each party contracts and signs."""
        from mou_tui.tui.dialogs.agreement_parts import ask_contracting

        if await ask_contracting(self.view.app, self.view.workspace):
            self.view.show_session()

    @in_background
    async def edit_own_clause(self) -> None:
        """Add a clause of the room's own, or change the current one."""
        from mou_tui.tui.dialogs.agreement_parts import ask_clause

        self._recorder.record_all()
        if await ask_clause(self.view.app, self.view.workspace):
            await self.view.show_clause()
