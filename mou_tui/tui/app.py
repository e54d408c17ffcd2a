"""The full-screen program: which screen is shown, and what it leads to."""

from __future__ import annotations

import asyncio
import contextlib
import gc
import signal
import sys
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Any

from rich.text import Text
from textual import events, on, work
from textual.app import SystemCommand
from textual.notifications import SeverityLevel
from textual.screen import Screen
from textual.widgets import Input

from mou_tui.cabinet import Cabinet
from mou_tui.desk import Desk
from mou_tui.errors import MouError
from mou_tui.names import Names
from mou_tui.session.store import SaveState
from mou_tui.settings import Loaded, load
from mou_tui.text import shown
from mou_tui.tui.commands import commands
from mou_tui.tui.door import let_in
from mou_tui.tui.hangup import leave_when_terminal_goes
from mou_tui.tui.personal import PersonalApp
from mou_tui.tui.screens.interview import InterviewScreen

if TYPE_CHECKING:
    from mou_tui.tui.screens.home import HomeScreen

WIDTHS = [(0, "-slim"), (56, "-narrow"), (110, "-wide")]
"""Cells: a braille display or a split pane, a projector, and room for three pages side by side."""
HEIGHTS = [(0, "-tiny"), (16, "-short"), (23, "-normal"), (34, "-tall")]
"""Rows: guidance opens only for whoever goes there, then has more and more room."""
SETTLED = 3.0
"""Seconds after which all that is made at the start has been made."""
TYPED = 0.5
"""Seconds within which a widget has taken in the keys that were typed."""

SORRY = """mou-tui stopped because of a fault in the program ({fault}).
Your words were saved first. Open the session again to go on; what was typed last is offered there."""
NO_SETTINGS = Loaded()


class MouApp(PersonalApp):
    """Shows the home screen, or an interview, and goes from one to the other.

    Args:
        cabinet: where sessions are kept.
        desk: a session to open at once; without one, the home screen comes first.
        ask_names: whether to ask for the parties before the first question.
        loaded: the person's settings.
    """

    TITLE = "mou-tui"
    CSS_PATH = "mou_tui.tcss"
    HORIZONTAL_BREAKPOINTS = WIDTHS
    VERTICAL_BREAKPOINTS = HEIGHTS

    def __init__(
        self, cabinet: Cabinet, desk: Desk | None = None, *, ask_names: bool = False, loaded: Loaded = NO_SETTINGS
    ) -> None:
        super().__init__(loaded)
        self._cabinet = cabinet
        self._desk = desk
        self._ask_names = ask_names
        self._typed_names = Names()

    @property
    def state(self) -> SaveState | None:
        """Whether the session last open is saved; None if none was."""
        return self._desk.store.state if self._desk else None

    @property
    def parting_words(self) -> str:
        """Where the words of the session last open are."""
        if self._desk is None or self.state is None:
            return ""
        return self.state.message or f"Saved in {shown(self._desk.store.path)}"

    def save(self) -> None:
        """Write what is not written yet, whatever else has stopped."""
        if self._desk:
            self._desk.store.close()

    def get_default_screen(self) -> Screen[Any]:
        """The screen to begin with."""
        screen = InterviewScreen(self._desk, ask_names=self._ask_names) if self._desk else self._make_home()
        # Textual does so for every screen but the first, and fails when one switches from that (seen in 8.2.8).
        screen._push_result_callback(self, None)
        # Textual gives these after it has styled, laid out and painted the screen once without them (seen in 8.2.8).
        screen.add_class(_step(self.size.width, WIDTHS), _step(self.size.height, HEIGHTS), update=False)
        return screen

    def on_mount(self) -> None:
        """Leave in good order when the system asks for it; otherwise the process would be killed on the spot."""
        self.set_timer(SETTLED, self._collect_from_now_on)
        for name in ("SIGTERM", "SIGHUP"):
            # Windows has neither the one signal nor a loop that listens to the other.
            with contextlib.suppress(AttributeError, NotImplementedError):
                asyncio.get_running_loop().add_signal_handler(getattr(signal, name), self._leave)

    def _collect_from_now_on(self) -> None:
        gc.freeze()
        gc.enable()

    def notify(
        self,
        message: str,
        *,
        title: str = "",
        severity: SeverityLevel = "information",
        timeout: float | None = None,
        markup: bool = True,
    ) -> None:
        """Say something for a moment, in place of what was said before, so that notices never pile up on the work."""
        self.clear_notifications()
        super().notify(message, title=title, severity=severity, timeout=timeout, markup=markup)

    async def action_quit(self) -> None:
        """Save and leave."""
        self._leave()

    def _leave(self) -> None:
        # The keys typed before this are still on their way to the widget that has the focus; they come first.
        (self.focused or self).call_later(self.exit)

    async def on_event(self, event: events.Event) -> None:
        """Let nothing in that a terminal might obey, and say so."""
        if isinstance(event, (events.Key, events.Paste)):
            entry = let_in(event, one_line=isinstance(self.focused, Input))
            if entry.replaced:
                self.notify(f"{entry.replaced} control characters were replaced in what you pasted.", markup=False)
            if not entry.welcome:
                return
        if not (isinstance(event, events.Key) and not event.is_forwarded and await self._does(event)):
            await super().on_event(event)

    async def _does(self, event: events.Key) -> bool:
        """Do what a key that writes nothing is bound to, after what was typed before it and before what comes after.

        Textual lets such a key climb from widget to widget while the next ones go ahead (seen in 8.2.8): words typed in
        one burst behind it would go to the question it leads away from.
        """
        if self.focused is None or self.screen.maximized or event.is_printable or event.key == "enter":
            return False
        is_typed = asyncio.Event()
        self.focused.call_later(is_typed.set)
        # A widget on its way out never gets to it.
        with contextlib.suppress(asyncio.TimeoutError):
            await asyncio.wait_for(is_typed.wait(), TYPED)
        return await self._check_bindings(event.key, priority=True) or await self._check_bindings(event.key)

    def get_system_commands(self, screen: Screen[Any]) -> Iterable[SystemCommand]:
        """Every deed of the screen, then the theme."""
        yield from commands(screen, self.deeds(screen))
        yield SystemCommand("Theme", "Change the colours.", self.action_change_theme)

    def action_help(self) -> None:
        """Show what can be done here."""
        from mou_tui.tui.screens.help import HelpScreen

        self.push_screen(HelpScreen(self.screen.HELP or "", self.deeds(self.screen)))

    def _make_home(self) -> HomeScreen:
        from mou_tui.tui.screens.home import HomeScreen

        return HomeScreen(self._cabinet)

    def on_home_screen_open_wanted(self, event: HomeScreen.OpenWanted) -> None:
        """Open a session."""
        self._show(lambda: self._cabinet.open(event.path))

    def on_home_screen_sample_wanted(self) -> None:
        """Open the sample."""
        self._show(self._cabinet.sample)

    @work
    async def on_home_screen_new_wanted(self) -> None:
        """Ask for the parties, and begin."""
        from mou_tui.tui.screens.names import NamesScreen

        title = "A new agreement: who makes it?"
        form = NamesScreen(self._cabinet.checklist, self._typed_names, title=title, done="Begin")
        names = await self.push_screen_wait(form)
        self._typed_names = form.typed if names is None else Names()
        if names is not None:
            self._show(lambda: self._cabinet.start(names))

    @on(InterviewScreen.HomeWanted)
    def _home(self) -> None:
        self.switch_screen(self._make_home())

    def _show(self, get: Callable[[], Desk]) -> None:
        try:
            self._desk = get()
        except MouError as error:
            from mou_tui.tui.screens.dialogs import MessageDialog

            self.push_screen(MessageDialog("That did not work", error.message))
        else:
            self.switch_screen(InterviewScreen(self._desk))

    def _fatal_error(self) -> None:
        # Textual prints the values of local variables, so people's words, into the terminal for everyone to scroll back
        # to; it has no public way to say anything else (seen in 8.2.8).
        self.bell()
        self.panic(Text(SORRY.format(fault=type(self._exception).__name__)))


def _step(cells: int, steps: Sequence[tuple[int, str]]) -> str:
    """The class of a width or height."""
    return next(name for least, name in reversed(steps) if cells >= least)


def run(cabinet: Cabinet, desk: Desk | None = None, *, ask_names: bool = False, mouse: bool = True) -> tuple[int, str]:
    """Run the full-screen program until the person leaves.

    Args:
        cabinet: where sessions are kept.
        desk: a session to open at once; without one, the home screen comes first.
        ask_names: whether to ask for the parties before the first question.
        mouse: whether to take clicks, unless the settings leave the mouse to the terminal.

    Returns:
        The exit code, and where the words are; 1 if they are not all in the file, or after a fault in the program.
    """
    # The threads that save must not hold up a key.
    sys.setswitchinterval(0.001)
    loaded = load()
    app = MouApp(cabinet, desk, ask_names=ask_names, loaded=loaded)
    leave_when_terminal_goes(app.save)
    app.run(mouse=mouse and loaded.settings.mouse)
    unsaved = app.state is not None and app.state.kind in ("failed", "conflict")
    return app.return_code or int(unsaved), app.parting_words
