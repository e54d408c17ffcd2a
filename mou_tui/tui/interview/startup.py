"""Completes the interview once the answer is on the screen: the other pages, the draft, and the opening dialogs."""

from __future__ import annotations

import asyncio
from functools import partial
from typing import Literal

from mou_tui.language.text import pluralize
from mou_tui.tui.actions.keymap import way_to
from mou_tui.tui.interview.controller import Controller, in_background
from mou_tui.tui.interview.controllers import Controllers
from mou_tui.tui.interview.view import InterviewView
from mou_tui.tui.runtime.base_app import BaseApp
from mou_tui.workspace.unrecognized import in_short

Opens = Literal["", "earlier", "take-in"]
"""What may be shown before the first question: the earlier agreement, or what counsel sent back."""

SAMPLE = "This is a sample, with invented places. Ctrl+Q leaves it; nothing of it is kept."

LONG = 200_000
"""Bytes of a history that take long enough to understand for a key to notice."""
LEISURE = 2.0
"""Seconds until it is understood all the same: the first keys come first."""


class Startup(Controller):
    """Completes an interview that has just been opened.

    Args:
        view: shows the interview.
        controllers: do what is asked for at the start.
        ask_names: whether to ask for the parties before the first question.
        opens: what to show before the first question.
        is_resumed: whether the interview was open before, so that nothing need be said of it.
    """

    def __init__(
        self, view: InterviewView, controllers: Controllers, *, ask_names: bool, opens: Opens, is_resumed: bool
    ) -> None:
        super().__init__(view)
        self._controllers = controllers
        self._ask_names = ask_names
        self._opens = opens
        self._is_resumed = is_resumed

    @in_background
    async def prepare_draft(self) -> None:
        """Parse every answer once, letting keys through in between; long answers take some milliseconds."""
        from mou_tui.draft.block_parser import parse

        for answer in self.view.workspace.session.answers.values():
            parse(answer.text, answer.not_blanks)
            await asyncio.sleep(0)
        self.view.screen.call_after_refresh(self._show_rest)

    async def _show_rest(self) -> None:
        """Show everything else at once, so that it is laid out once: the screen draws nothing until this returns."""
        view = self.view
        if isinstance(view.app, BaseApp):
            view.app.deferred_styles.read()
        if view.is_present:
            await view.panel.fill()
        if view.is_present:
            await view.pages.fill()
            view.start_draft()
            await view.show_surroundings()
        if view.is_present:
            view.show_whether_writable()
            self._settle()

    @in_background
    async def _settle(self) -> None:
        """Settle what must be settled before the first question."""
        view, store = self.view, self.view.workspace.store
        if store.recovered:
            from mou_tui.tui.dialogs import question_prompts

            if await question_prompts.recovery(view.app, view.workspace):
                await view.show_clause()
        if self._is_resumed:
            return
        if view.workspace.sample.is_open:
            view.say(SAMPLE)
        if replaced := store.replaced:
            view.say(f"{pluralize(replaced, 'control character')} in the file replaced.")
        if notes := in_short(store.notes):
            view.warn(notes)
        if news := view.workspace.requirements.news:
            view.say(f"{news} {way_to(view.app, 'law_news')} shows them.", timeout=15)
        if overdue := view.workspace.meetings.overdue():
            view.say(f"{overdue} {way_to(view.app, 'agenda')} lists what is open.", timeout=15)
        if store.ui_state.form_drafts and not store.read_only:
            self._list_form_drafts()
        if self._ask_names:
            await self._controllers.session.ask_parties()
            view.screen.set_focus(view.panel.editor)
        if self._opens == "earlier":
            self._controllers.lists.open_earlier()
        elif self._opens == "take-in":
            self._controllers.intake.take_in()
        elif not self._ask_names:
            await self._offer_copies()
        await self._controllers.prompt.ask()
        await self._read_history()

    async def _offer_copies(self) -> None:
        """Offer what is in copies of the session that a program left next to it which keeps folders in step."""
        from mou_tui.persistence.conflicted_copies import conflicted_copies

        copies = await asyncio.to_thread(conflicted_copies, self.view.workspace.store.path)
        if copies:
            await self._controllers.intake.offer_copies()

    def _list_form_drafts(self) -> None:
        from mou_tui.tui.dialogs.form_draft_locations import describe_drafts

        view = self.view
        if message := describe_drafts(view.workspace, partial(way_to, view.app)):
            view.say(message, timeout=10)

    async def _read_history(self) -> None:
        """Read what the file holds of the history, while the person goes on, and warn if that fails."""
        history = self.view.workspace.session.history
        if len(history.past.raw) > LONG:
            await asyncio.sleep(LEISURE)
        await asyncio.to_thread(lambda: history.entries)
        if problem := history.past.problem:
            message = "What happened before cannot be shown. The session goes on; all of it stays in the file."
            self.view.warn(f"{message}\n{problem.problems[0]}", title="History", timeout=15)
