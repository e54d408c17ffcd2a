"""The controllers of one interview, and which of them does what."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from mou_tui.tui.actions.action import ActionHandlers
from mou_tui.tui.interview.agreement_parts import AgreementPartsController
from mou_tui.tui.interview.answer import AnswerController
from mou_tui.tui.interview.current_clause import CurrentClause
from mou_tui.tui.interview.intake import IntakeController
from mou_tui.tui.interview.lists import ListsController
from mou_tui.tui.interview.meeting import MeetingController
from mou_tui.tui.interview.meeting_prompt import MeetingPrompt
from mou_tui.tui.interview.navigation import NavigationController
from mou_tui.tui.interview.next_session import NextSessionController
from mou_tui.tui.interview.positions import PositionController
from mou_tui.tui.interview.projector import ProjectorController
from mou_tui.tui.interview.session_actions import SessionController
from mou_tui.tui.interview.typing_recorder import TypingRecorder
from mou_tui.tui.interview.undo import UndoController
from mou_tui.tui.interview.view import InterviewView


class Controllers:
    """Makes the controllers, each of which does some of the actions.

    Args:
        view: shows the interview.
        recorder: records what is typed.
        go_home: shows the list of sessions.
        go_on_in: goes on in the session of a path, and asks there for its parties or not.

    Attributes:
        all: Every one of them.
    """

    def __init__(
        self,
        view: InterviewView,
        recorder: TypingRecorder,
        go_home: Callable[[], object],
        go_on_in: Callable[[Path, bool], object],
    ) -> None:
        self.prompt = MeetingPrompt(view, recorder)
        self.clause = CurrentClause(view, recorder, self.prompt)
        self.lists = ListsController(view, self.clause)
        self.answer = AnswerController(view, self.clause)
        self.positions = PositionController(view, self.prompt)
        self.session = SessionController(view, recorder, go_home)
        self.intake = IntakeController(view, recorder)
        self.all = (
            self.answer,
            self.positions,
            self.lists,
            self.session,
            self.intake,
            AgreementPartsController(view, recorder),
            MeetingController(view, self.prompt, self.lists),
            NavigationController(view, self.clause, self.lists),
            NextSessionController(view, recorder, go_on_in),
            ProjectorController(view, recorder, self.clause),
            UndoController(view, recorder, self.clause),
        )

    @property
    def handlers(self) -> ActionHandlers:
        """What each action does, by its id."""
        return {action_id: handler for controller in self.all for action_id, handler in controller.handlers.items()}
