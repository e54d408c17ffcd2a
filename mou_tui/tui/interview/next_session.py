"""Begins from an agreement in force: an amendment of it, or the review of the next term."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from mou_tui import paths
from mou_tui.errors import MouError
from mou_tui.session.model import Session
from mou_tui.tui.actions.action import ActionHandlers
from mou_tui.tui.interview.controller import Controller, in_background
from mou_tui.tui.interview.typing_recorder import TypingRecorder
from mou_tui.tui.interview.view import InterviewView
from mou_tui.workspace.next_session import Kind, amendment_of, default_path, write_session

_TITLES: dict[Kind, str] = {"amendment": "Amend the agreement in force", "review": "Review it for the next term"}
_EXPLANATION = "A session of its own, which opens then. This one stays as it is."


class NextSessionController(Controller):
    """Writes the session that begins from the open one, and goes on there.

    Args:
        view: shows the interview.
        recorder: records what was typed.
        go_on_in: opens the session at a path; the second argument is whether to ask for the parties and dates first.
    """

    def __init__(self, view: InterviewView, recorder: TypingRecorder, go_on_in: Callable[[Path, bool], object]) -> None:
        super().__init__(view)
        self._recorder = recorder
        self._go_on_in = go_on_in

    @property
    def handlers(self) -> ActionHandlers:
        """What each action does."""
        return {"amend": self.amend, "renew": self.renew}

    @in_background
    async def amend(self) -> None:
        """Begin an amendment."""
        self._recorder.record_all()
        await self._begin(amendment_of(self._workspace), "amendment")

    @in_background
    async def renew(self) -> None:
        """Begin the review of the next term; first ask, where the agreement is not recorded as in force."""
        from mou_tui.tui.dialogs.forms import ChoiceDialog
        from mou_tui.workspace.renewed_session import NOT_IN_FORCE, renewal_of

        self._recorder.record_all()
        if not self._workspace.adoption.is_recorded:
            choices = [("leave", "Leave it"), ("anyway", "Begin from its words anyway")]
            dialog = ChoiceDialog("Review it for the next term?", choices, NOT_IN_FORCE)
            if await self.view.app.push_screen_wait(dialog) != "anyway":
                return
        await self._begin(renewal_of(self._workspace), "review")

    async def _begin(self, session: Session, kind: Kind) -> None:
        """Ask where a session is to be written, write it, and go on there."""
        from mou_tui.tui.dialogs.form_drafts import DraftsInMemory, FormDraft, FormKey
        from mou_tui.tui.dialogs.forms import FormDialog, MessageDialog
        from mou_tui.workspace.forms import FieldSpec

        suggested = str(default_path(self._workspace.sample.export_path(), kind))
        field = FieldSpec("path", "Write it to", suggested, required=True, kind="path", is_suggestion=True)
        draft = FormDraft(DraftsInMemory(), FormKey(kind))
        form = FormDialog(_TITLES[kind], [field], "Begin", _EXPLANATION, draft=draft)
        values = await self.view.app.push_screen_wait(form)
        if values is None:
            return
        path = paths.typed(values["path"])
        try:
            write_session(session, path)
        except MouError as error:
            await self.view.app.push_screen_wait(MessageDialog("It was not written", error.message))
        else:
            self._go_on_in(path, kind == "review")
