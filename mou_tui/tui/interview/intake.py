"""Takes in what came back: asks for the file, reads it, and shows what is in it once that may be."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from mou_tui.errors import MouError
from mou_tui.language.text import for_display
from mou_tui.tui.actions.action import ActionHandlers
from mou_tui.tui.dialogs.form_drafts import DraftsInMemory, FormDraft, FormKey
from mou_tui.tui.interview.controller import Controller, in_background
from mou_tui.tui.interview.typing_recorder import TypingRecorder
from mou_tui.tui.interview.view import InterviewView
from mou_tui.tui.runtime.base_app import BaseApp
from mou_tui.tui.widgets.guidance import ALTERNATIVES
from mou_tui.workspace.intake_step import NOTHING_TAKEN_IN

if TYPE_CHECKING:
    from pathlib import Path

    from mou_tui.exchange.forms.reader import FormsRead
    from mou_tui.exchange.returned.model import ReturnedDocument
    from mou_tui.workspace.reply_file import ReplyFile

EXPLANATION = (
    "The Word or OpenDocument file with edits and comments, the copy of the session that a party worked on, or a "
    "filled form for feedback. It is only read; it stays on this computer."
)


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
        from mou_tui.exchange.forms.reader import FormsRead
        from mou_tui.tui.dialogs.file_picker import FilePicker
        from mou_tui.tui.dialogs.forms import MessageDialog
        from mou_tui.workspace.folders import RETURNED
        from mou_tui.workspace.reply_file import ReplyFile, read_back

        view, workspace = self.view, self._workspace
        if workspace.read_only:
            view.say("This session cannot be changed now, so nothing can be taken in.")
            return
        self._recorder.record_all()
        draft = FormDraft(self._drafts, FormKey("take_in"))
        picker = FilePicker("Take in what came back", RETURNED, "Read", EXPLANATION, draft=draft)
        path = await view.app.push_screen_wait(picker)
        if path is None:
            return
        view.say("Reading …")
        try:
            came_back = await asyncio.to_thread(read_back, path, workspace)
        except MouError as error:
            await view.app.push_screen_wait(MessageDialog("It was not read", error.message))
            return
        if isinstance(came_back, ReplyFile):
            await self.take_in_copy(came_back)
        elif isinstance(came_back, FormsRead):
            await self._take_in_forms(path, came_back)
        else:
            await self._take_in_document(came_back)

    async def offer_copies(self) -> None:
        """Ask about copies of the session that were left next to it, and take in what the person chooses of them."""
        from mou_tui.tui.dialogs.forms import ChoiceDialog
        from mou_tui.workspace.conflicted_copies import EXPLANATION, NOT_NOW, ConflictedCopies, question

        app = self.view.app
        conflicted = ConflictedCopies(self._workspace, app.declined_copies if isinstance(app, BaseApp) else set())
        while copies := await asyncio.to_thread(conflicted.read):
            choices = [(str(index), for_display(path.name, 80)) for index, (path, _) in enumerate(copies)]
            dialog = ChoiceDialog(question(copies), [*choices, ("", NOT_NOW)], EXPLANATION)
            chosen = await self.view.app.push_screen_wait(dialog)
            if not chosen:
                conflicted.decline(copies)
                return
            conflicted.decline((copies[int(chosen)],))
            await self.take_in_copy(copies[int(chosen)][1], is_ours=True)

    async def take_in_copy(self, file: ReplyFile, *, is_ours: bool = False) -> None:
        """Show what a copy of the session brings, and take in what the person chooses of it."""
        from mou_tui.tui.dialogs.reply_prompts import take_in_copy

        await self._report(await take_in_copy(self.view.app, self._workspace, file, is_ours=is_ours))

    async def _take_in_forms(self, path: Path, read: FormsRead) -> None:
        from mou_tui.tui.dialogs.feedback_prompts import chosen_forms
        from mou_tui.tui.screens.feedback import FeedbackScreen
        from mou_tui.workspace.feedback import FeedbackIntake

        forms = await chosen_forms(self.view.app, self._workspace, path, read)
        screen = FeedbackScreen(self._workspace, FeedbackIntake(self._workspace, forms)) if forms else None
        outcome = await self.view.app.push_screen_wait(screen) if screen else None
        await self._report(outcome)
        if outcome:
            await self.view.screen.run_action("proposals")

    async def _take_in_document(self, document: ReturnedDocument) -> None:
        from mou_tui.tui.dialogs.intake_prompts import ask_about
        from mou_tui.tui.screens.intake import IntakeScreen
        from mou_tui.workspace.intake import Intake

        intake = Intake(self._workspace, document)
        is_shown = await ask_about(self.view.app, self._workspace, intake)
        screen = IntakeScreen(self._workspace, intake) if is_shown else None
        await self._report(await self.view.app.push_screen_wait(screen) if screen else None)

    async def _report(self, outcome: str | None) -> None:
        """Show the session as it is now, and say what was taken in."""
        view = self.view
        self._workspace.navigation.begin_visit()
        if outcome is None:
            view.say(NOTHING_TAKEN_IN)
            return
        await view.show_clause()
        if self._workspace.answer.alternatives:
            view.guidance.show_page(ALTERNATIVES)
        view.report_step(outcome, timeout=10)
