"""Undo and redo in the interview."""

from __future__ import annotations

from mou_tui.session.undo import UndoResult, UndoStep
from mou_tui.tui.actions.action import ActionHandlers
from mou_tui.tui.interview.current_clause import CurrentClause
from mou_tui.tui.interview.typing_recorder import TypingRecorder
from mou_tui.tui.interview.undo_messages import announcement
from mou_tui.tui.interview.view import InterviewView
from mou_tui.workspace.undo_stack import Direction


class UndoController:
    """Takes back the last step, or does it again; what lies elsewhere is shown first, and done by the next press.

    Args:
        view: shows the interview.
        recorder: records what was typed.
        clause: opens the clause of a step.
    """

    def __init__(self, view: InterviewView, recorder: TypingRecorder, clause: CurrentClause) -> None:
        self.view = view
        self._recorder = recorder
        self._clause = clause

    @property
    def handlers(self) -> ActionHandlers:
        """What each action does."""
        return {"undo_step": lambda: self._undo_or_redo("undo"), "redo_step": lambda: self._undo_or_redo("redo")}

    async def _undo_or_redo(self, direction: Direction) -> None:
        self._recorder.record_all()
        workspace = self.view.workspace
        step = workspace.undo_stack.next(direction)
        if step is None:
            self.view.say(workspace.undo_stack.why_nothing(direction))
        elif not self._is_shown(step):
            await self._show_step(step)
            self.view.say(announcement(self.view.app, direction, step))
        elif result := workspace.undo() if direction == "undo" else workspace.redo():
            await self._show_result(result)

    def _is_shown(self, step: UndoStep) -> bool:
        """Return whether what a step changes is on the screen."""
        is_at_tab = step.kind != "current" or self.view.guidance.shows("current")
        return self.view.workspace.navigation.is_in_view(step) and self.view.pages.shows_question and is_at_tab

    async def _show_step(self, step: UndoStep) -> None:
        if not self.view.workspace.navigation.is_in_view(step):
            self.view.workspace.navigation.aim_at(step)
            await self._clause.open(step.clause_id)
        self.view.focus_answer()
        if step.kind == "current":
            self.view.guidance.show_page("current")
            self.view.screen.set_focus(self.view.guidance.current_editor)

    async def _show_result(self, result: UndoResult) -> None:
        """Show what was changed; say so, unless it was typing, which is seen."""
        if result.step.kind == "current":
            self.view.guidance.current_editor.show_text(self.view.workspace.answer.current, result.step.behind)
        elif result.step.kind == "step":
            await self.view.show_clause()
        if result.step.kind == "step" or result.stays:
            self.view.say(result.message)
        else:
            # What was announced has happened.
            self.view.app.clear_notifications()
        self.view.show_session_soon()
