"""Takes in what counsel sent back: asks for the file, reads it, and shows what came back once that may be."""

from __future__ import annotations

import asyncio

from mou_tui.errors import MouError
from mou_tui.tui.actions.action import ActionHandlers
from mou_tui.tui.dialogs.form_drafts import DraftsInMemory, FormDraft, FormKey
from mou_tui.tui.interview.controller import Controller, in_background
from mou_tui.tui.interview.typing_recorder import TypingRecorder
from mou_tui.tui.interview.view import InterviewView

EXPLANATION = "The Word or OpenDocument file with edits and comments. It is only read; it stays on this computer."


class IntakeController(Controller):
    """Takes in a file that came back.

    Args:
        view: shows the interview.
        recorder: records what was typed.
    """

    def __init__(self, view: InterviewView, recorder: TypingRecorder) -> None:
        super().__init__(view)
        self._recorder = recorder
        # Not on the disk: the path of a file may be advice to one side already.
        self._drafts = DraftsInMemory()

    @property
    def handlers(self) -> ActionHandlers:
        """What each action does."""
        return {"take_in": self.take_in}

    @in_background
    async def take_in(self) -> None:
        """Ask for a file, and take in what the person chooses of it."""
        from mou_tui.exchange.returned.reader import read_returned
        from mou_tui.tui.dialogs.file_picker import FilePicker
        from mou_tui.tui.dialogs.forms import MessageDialog
        from mou_tui.tui.dialogs.intake_prompts import ask_about
        from mou_tui.tui.screens.intake import IntakeScreen
        from mou_tui.workspace.folders import RETURNED
        from mou_tui.workspace.intake import Intake

        view, workspace = self.view, self._workspace
        if workspace.store.read_only:
            view.say("This session cannot be changed now, so nothing can be taken in.")
            return
        self._recorder.record_all()
        draft = FormDraft(self._drafts, FormKey("take_in"))
        picker = FilePicker("Take in what counsel sent back", RETURNED, "Read", EXPLANATION, draft=draft)
        path = await view.app.push_screen_wait(picker)
        if path is None:
            return
        view.say("Reading …")
        try:
            document = await asyncio.to_thread(read_returned, path, workspace.checklist, workspace.session)
        except MouError as error:
            await view.app.push_screen_wait(MessageDialog("It was not read", error.message))
            return
        intake = Intake(workspace, document)
        if not await ask_about(view.app, workspace, intake):
            view.say("Nothing was taken in.")
            return
        outcome = await view.app.push_screen_wait(IntakeScreen(workspace, intake))
        workspace.navigation.begin_visit()
        if outcome:
            await view.show_clause()
            view.report_step(outcome, timeout=10)
        else:
            view.say("Nothing was taken in.")
