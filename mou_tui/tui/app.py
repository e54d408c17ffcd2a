"""The full-screen program: which screen is shown, and what it leads to."""

from __future__ import annotations

import asyncio
import signal
from collections.abc import Callable, Iterable
from typing import Any

from textual import on, work
from textual.app import App, SystemCommand
from textual.screen import Screen

from mou_tui.cabinet import Cabinet
from mou_tui.desk import Desk
from mou_tui.errors import MouError
from mou_tui.names import Names
from mou_tui.tui.commands import commands
from mou_tui.tui.keys import EVERYWHERE, Deed
from mou_tui.tui.screens.dialogs import MessageDialog
from mou_tui.tui.screens.help import HelpScreen
from mou_tui.tui.screens.home import HomeScreen
from mou_tui.tui.screens.interview import InterviewScreen
from mou_tui.tui.screens.names import NamesScreen


class MouApp(App[None]):
    """Shows the home screen, or an interview, and goes from one to the other.

    Args:
        cabinet: where sessions are kept.
        desk: a session to open at once; without one, the home screen comes first.
        ask_names: whether to ask for the parties before the first question.
    """

    TITLE = "mou-tui"
    CSS_PATH = "mou_tui.tcss"
    ENABLE_COMMAND_PALETTE = True

    def __init__(self, cabinet: Cabinet, desk: Desk | None = None, *, ask_names: bool = False) -> None:
        super().__init__()
        self._cabinet = cabinet
        self._desk = desk
        self._ask_names = ask_names

    def get_default_screen(self) -> Screen[Any]:
        """The screen to begin with."""
        return InterviewScreen(self._desk, ask_names=self._ask_names) if self._desk else HomeScreen(self._cabinet)

    def on_mount(self) -> None:
        """Leave in good order when the system asks for it; otherwise the process would be killed on the spot."""
        for name in ("SIGTERM", "SIGHUP"):
            if hasattr(signal, name):
                asyncio.get_running_loop().add_signal_handler(getattr(signal, name), self.exit)

    def get_system_commands(self, screen: Screen[Any]) -> Iterable[SystemCommand]:
        """Every deed of the screen, then the theme."""
        yield from commands(screen, (*_deeds(screen), *EVERYWHERE))
        yield SystemCommand("Theme", "Change the colours.", self.action_change_theme)

    def action_help(self) -> None:
        """Show what can be done here."""
        self.push_screen(HelpScreen(self.screen.HELP or "", (*_deeds(self.screen), *EVERYWHERE)))

    @on(HomeScreen.OpenWanted)
    def _open(self, event: HomeScreen.OpenWanted) -> None:
        self._show(lambda: self._cabinet.open(event.path))

    @on(HomeScreen.SampleWanted)
    def _sample(self) -> None:
        self._show(self._cabinet.sample)

    @on(HomeScreen.NewWanted)
    @work
    async def _new(self) -> None:
        title = "A new agreement: who makes it?"
        form = NamesScreen(self._cabinet.checklist, Names(), title=title, done="Begin")
        names = await self.push_screen_wait(form)
        if names is not None:
            self._show(lambda: self._cabinet.start(names))

    @on(InterviewScreen.HomeWanted)
    def _home(self) -> None:
        self.switch_screen(HomeScreen(self._cabinet))

    def _show(self, get: Callable[[], Desk]) -> None:
        try:
            desk = get()
        except MouError as error:
            self.push_screen(MessageDialog("That did not work", error.message))
            return
        self.switch_screen(InterviewScreen(desk))


def _deeds(screen: Screen[Any]) -> tuple[Deed, ...]:
    return getattr(screen, "DEEDS", ())


def run(cabinet: Cabinet, desk: Desk | None = None, *, ask_names: bool = False) -> None:
    """Run the full-screen program until the person leaves."""
    MouApp(cabinet, desk, ask_names=ask_names).run()
