"""The full-screen program: shows the home screen or an interview."""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING, Any

from textual import on, work
from textual.screen import Screen

from mou_tui.errors import MouError
from mou_tui.failures import Failures
from mou_tui.settings import DEFAULTS, LoadedSettings, load
from mou_tui.tui.current_session import CurrentSession
from mou_tui.tui.interview.screen import InterviewScreen
from mou_tui.tui.runtime.base_app import BaseApp
from mou_tui.tui.runtime.error_recovery import Restart, run_until_exit
from mou_tui.tui.runtime.terminal_watch import exit_when_terminal_closes
from mou_tui.workspace.repository import SessionRepository
from mou_tui.workspace.workspace import Workspace

if TYPE_CHECKING:
    from mou_tui.checklist.model import Checklist
    from mou_tui.tui.dialogs.form_drafts import DraftsInMemory, FormDraft
    from mou_tui.tui.dialogs.parties import PartiesDialog
    from mou_tui.tui.interview.startup import Opens
    from mou_tui.tui.screens.home import HomeScreen
    from mou_tui.workspace.parties import PartiesAndFacts


class MouApp(BaseApp):
    """Shows the home screen, or an interview, and goes from one to the other.

    Args:
        repository: where sessions are stored.
        workspace: a session to open at once; without one, the home screen comes first.
        ask_names: whether to ask for the parties before the first question.
        opens: what to show before the first question.
        loaded: the person's settings.
    """

    def __init__(
        self,
        repository: SessionRepository,
        workspace: Workspace | None = None,
        *,
        ask_names: bool = False,
        opens: Opens = "",
        loaded: LoadedSettings = DEFAULTS,
    ) -> None:
        failures = Failures()
        self.session = CurrentSession(workspace, failures)
        super().__init__(
            loaded, Restart(self._first_screen, self._stop_interview, self.session.safety_message, failures)
        )
        self._repository = repository
        self._ask_names = ask_names
        self._opens: Opens = opens
        self._failed_interview: InterviewScreen | None = None
        self._is_sample_from_home = False
        if workspace:
            self.deferred_styles.defer()

    def on_mount(self) -> None:
        """Say, once there is something to see, which layers of the person's own were left out."""
        self.call_after_refresh(self._tell_of_layers)

    def _tell_of_layers(self) -> None:
        if problems := self._repository.layer_problems:
            self.notify("\n".join(problems), title="Your layers", severity="warning", markup=False, timeout=15)

    def leave(self) -> None:
        """Quit; if that would lose work, warn first and quit only on a second request.

        The sample, opened from the home screen, is left for that.
        """
        if warning := self.session.warning_on_leaving():
            self.notify(warning, severity="warning", timeout=20, markup=False)
        elif self._is_sample_from_home and isinstance(self.screen, InterviewScreen):
            self.screen.post_message(InterviewScreen.HomeRequested())
        else:
            self.exit()

    def _first_screen(self) -> Screen[Any]:
        """Return the interview of the open session, or the home screen if there is none."""
        if self._failed_interview:
            # The error may lie in any object made from the session, so all of them are made anew.
            failed, self._failed_interview = self._failed_interview.workspace, None
            self.session.workspace = Workspace(failed.checklist, failed.store, failed.clock, failed.new_id)
            return InterviewScreen(self.session.workspace, is_resumed=True)
        if self.session.workspace and not self.screen_stack:
            return InterviewScreen(self.session.workspace, ask_names=self._ask_names, opens=self._opens)
        return self._make_home()

    def _stop_interview(self) -> None:
        """Record what was typed last, and stop the interview from changing the session."""
        for screen in self.screen_stack:
            if isinstance(screen, InterviewScreen):
                self._failed_interview = screen
                screen.stop()

    @cached_property
    def _drafts(self) -> DraftsInMemory:
        """What was typed into forms that belong to no session yet."""
        from mou_tui.tui.dialogs.form_drafts import DraftsInMemory

        return DraftsInMemory()

    def _make_home(self) -> HomeScreen:
        from mou_tui.tui.screens.home import HomeScreen

        return HomeScreen(self._repository, self._drafts)

    def on_home_screen_open_requested(self, event: HomeScreen.OpenRequested) -> None:
        """Open a session."""
        self._show(lambda: self._repository.open(event.path))

    def on_home_screen_take_in_requested(self, event: HomeScreen.TakeInRequested) -> None:
        """Open a session, and take in what counsel sent back."""
        self._show(lambda: self._repository.open(event.path), "take-in")

    def on_home_screen_sample_requested(self) -> None:
        """Open the sample."""
        self._show(self._repository.sample)
        self._is_sample_from_home = True

    @work
    async def on_home_screen_new_requested(self) -> None:
        """Ask for the parties, and start a session."""
        from mou_tui.tui.dialogs.form_drafts import FormDraft, FormKey
        from mou_tui.workspace.parties import PartiesAndFacts

        title = "A new agreement: who is making it?"
        draft = FormDraft(self._drafts, FormKey("new"))
        form = self._parties_form(self._repository.checklist, PartiesAndFacts(), title, draft)
        names = await self.push_screen_wait(form)
        if names is not None:
            draft.clear()
            self._show(lambda: self._repository.start(names))

    @work
    async def on_home_screen_revise_requested(self, event: HomeScreen.ReviseRequested) -> None:
        """Read an earlier agreement, ask to confirm its parties, and start a session from it."""
        import asyncio

        from mou_tui.exchange.cues import cues_of
        from mou_tui.exchange.reader import read_document
        from mou_tui.tui.dialogs.form_drafts import FormDraft, FormKey
        from mou_tui.tui.dialogs.forms import MessageDialog
        from mou_tui.workspace.revised_session import proposed_names, start_revision

        checklist = self._repository.checklist
        self.notify("Reading …", markup=False)
        try:
            document = await asyncio.to_thread(read_document, event.path)
        except MouError as error:
            await self.push_screen_wait(MessageDialog("It was not read", error.message))
            return
        book = cues_of(checklist)
        proposal = await asyncio.to_thread(proposed_names, checklist, book, document)
        title = f"Revising {document.name}: are these the parties?"
        draft = FormDraft(self._drafts, FormKey("revise", document.name))
        form = self._parties_form(checklist, proposal, title, draft)
        names = await self.push_screen_wait(form)
        if names is not None:
            draft.clear()
            self._show(lambda: start_revision(self._repository, book, [document], names), "earlier")

    def _parties_form(
        self, checklist: Checklist, names: PartiesAndFacts, title: str, draft: FormDraft
    ) -> PartiesDialog:
        from mou_tui.tui.dialogs import parties

        today = f"{self._repository.clock():%Y-%m-%d}"
        return parties.PartiesDialog(checklist, names, title=title, done="Begin", draft=draft, begins=True, today=today)

    @on(InterviewScreen.HomeRequested)
    async def _home(self) -> None:
        self._is_sample_from_home = False
        is_sample = self.session.workspace is not None and self.session.workspace.sample.is_open
        await self.switch_screen(self._make_home())
        self.session.discard_sample()
        if is_sample:
            self.notify("The sample is gone. Your own sessions are as they were.", markup=False)

    @on(InterviewScreen.SessionRequested)
    def _go_on_elsewhere(self, event: InterviewScreen.SessionRequested) -> None:
        self._is_sample_from_home = False
        self._show(lambda: self._repository.open(event.path), ask_names=event.ask_names)

    def _show(self, open_session: Callable[[], Workspace], opens: Opens = "", *, ask_names: bool = False) -> None:
        try:
            self.session.workspace = open_session()
        except MouError as error:
            from mou_tui.tui.dialogs.forms import MessageDialog

            self.push_screen(MessageDialog("That did not work", error.message))
        else:
            self.switch_screen(InterviewScreen(self.session.workspace, ask_names=ask_names, opens=opens))


def run(
    repository: SessionRepository,
    workspace: Workspace | None = None,
    *,
    ask_names: bool = False,
    opens_earlier: bool = False,
    mouse: bool = True,
) -> tuple[int, str]:
    """Run the full-screen program until the person leaves.

    Args:
        repository: where sessions are stored.
        workspace: a session to open at once; without one, the home screen comes first.
        ask_names: whether to ask for the parties before the first question.
        opens_earlier: whether to show the earlier agreement before the first question.
        mouse: whether to take clicks, unless the settings leave the mouse to the terminal.

    Returns:
        The exit code, 1 after a program error or if work is not in the file; and a message on where it is saved.
    """
    # Seconds after which another thread may run. The thread that writes to the terminal echoes keys: it must not wait
    # while the draft is rebuilt, and no thread that saves may delay a key.
    sys.setswitchinterval(0.0001)
    loaded = load()
    opens: Opens = "earlier" if opens_earlier else ""
    app = MouApp(repository, workspace, ask_names=ask_names, opens=opens, loaded=loaded)
    exit_when_terminal_closes(app.session.save)
    run_until_exit(app, app.session.save, mouse=mouse and loaded.settings.mouse)
    if not app.failures.is_final:
        app.session.discard_sample()
    state = app.session.state
    unsaved = state is not None and state.kind in ("failed", "conflict")
    return app.return_code or int(unsaved or app.failures.is_final), app.session.exit_message
