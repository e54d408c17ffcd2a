"""A full-screen program, whatever it shows: it leaves in good order, takes in nothing harmful, and hides no action."""

from __future__ import annotations

import contextlib
import gc
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, ClassVar

from rich.console import RenderableType
from textual import events, on
from textual.actions import ActionParseResult
from textual.app import SystemCommand
from textual.dom import DOMNode
from textual.driver import Driver
from textual.errors import NoWidget
from textual.geometry import Size
from textual.message import Message
from textual.notifications import Notify, SeverityLevel
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Input, TextArea
from textual.worker import WorkerFailed

from mou_tui.errors import TooLarge
from mou_tui.failures import Failures
from mou_tui.settings import LoadedSettings
from mou_tui.text import pluralize
from mou_tui.tui.actions.action import ActionHandlers
from mou_tui.tui.actions.palette import commands
from mou_tui.tui.runtime import key_ordering, signals
from mou_tui.tui.runtime.error_recovery import Recovery
from mou_tui.tui.runtime.key_input import sanitize_event
from mou_tui.tui.runtime.user_prefs import PreferencesApp
from mou_tui.tui.unmarked_paste import UnmarkedPaste, recognize
from mou_tui.tui.widgets.keybar import KeyBar
from mou_tui.tui.widgets.message_line import message_line

STYLES = Path(__file__).parents[1]
"""Where the style sheets are; a relative path would begin at the module of whichever app extends this one."""
WIDTHS = [(0, "-slim"), (56, "-narrow"), (110, "-wide")]
"""Cells: a braille display or a split pane, a projector, and room for three pages side by side."""
HEIGHTS = [(0, "-tiny"), (16, "-short"), (23, "-normal"), (34, "-tall")]
"""Rows: guidance opens only for whoever goes there, then has more and more room."""
SETTLED = 3.0
"""Seconds after which all that is made at the start has been made."""


STYLES = Path(__file__).parents[1]
"""Where the style sheets are, whichever module extends the app."""


class BaseApp(PreferencesApp):
    """The manners of our programs; what is shown is for the one that extends it.

    Args:
        loaded: the person's settings.
    """

    TITLE = "mou-tui"
    CSS_PATH: ClassVar = [STYLES / "interview.tcss", STYLES / "mou_tui.tcss"]
    HORIZONTAL_BREAKPOINTS = WIDTHS
    VERTICAL_BREAKPOINTS = HEIGHTS
    SUSPENDED_SCREEN_CLASS = "-suspended"

    _styles_put_off: Sequence[Path] = ()

    def __init__(self, loaded: LoadedSettings) -> None:
        super().__init__(loaded)
        self.failures = Failures()
        self._recovery = Recovery(self, self.failures)
        self._while_it_runs = contextlib.ExitStack()
        self._passing: list[Callable[[], None]] = []
        self._lasting: list[Callable[[], None]] = []

    def first_screen(self) -> Screen[Any]:
        """The screen to begin with, and to begin with again after an error."""
        raise NotImplementedError

    def save_first(self) -> None:
        """Put what is on the screen in safety before it is given up; called at once after an error."""

    @property
    def is_safe(self) -> str:
        """What to say after an error of what was typed; empty where nothing is typed."""
        return ""

    def get_default_screen(self) -> Screen[Any]:
        """The screen to begin with."""
        return self.begin_with(self.first_screen())

    def begin_with(self, screen: Screen[Any]) -> Screen[Any]:
        """Make a screen ready to be the first one."""
        # Textual does so for every screen but the first, and fails when one switches from that (seen in 8.2.8).
        screen._push_result_callback(self, None)
        # Textual gives these after it has styled, laid out and painted the screen once without them (seen in 8.2.8).
        screen.add_class(*size_classes(self.size), update=False)
        return screen

    def put_off_styles(self) -> None:
        """Start with the styles of the first sight of an interview alone; reading all takes as long as showing that."""
        self._styles_put_off = self.css_path[1:]
        self.css_path = self.css_path[:1]

    def read_styles(self) -> None:
        """Read the styles that were put off, and style with them whatever has been shown meanwhile."""
        if not self._styles_put_off:
            return
        for path in self._styles_put_off:
            self.stylesheet.read(path)
        self.css_path += self._styles_put_off
        self._styles_put_off = ()
        if len(self.screen_stack) > 1:
            self.refresh_css(animate=False)

    def on_mount(self) -> None:
        """Leave in good order when the system asks for it."""
        self.set_timer(SETTLED, self._collect_from_now_on)
        self._while_it_runs.enter_context(signals.exit_on_signals(self._leave))

    def on_unmount(self) -> None:
        """Give back, once all is saved, what was taken at the start."""
        self._while_it_runs.close()

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
        """Say something on a line of its own, in place of what was said before, until the person goes on."""
        self.clear_notifications()
        super().notify(message, title=title, severity=severity, timeout=timeout, markup=markup)

    @on(Notify)
    def _tell(self, event: Notify) -> None:
        if not (self.screen_stack and self.screen.is_attached):
            return
        line = message_line(self.screen)
        line.tell(event.notification)
        # A warning may come in the midst of typing, which is no answer to it.
        self.until_one_goes_on(line.end, even_typing=event.notification.severity == "information")

    def until_one_goes_on(self, end: Callable[[], None], *, even_typing: bool = True) -> None:
        """Have something that was said taken away by the next key, paste or click.

        Args:
            end: takes it away.
            even_typing: whether a letter typed into a text does it as well.
        """
        (self._passing if even_typing else self._lasting).append(end)

    def _go_on(self, event: events.Event) -> None:
        if isinstance(event, events.MouseDown) and isinstance(self._under(event), KeyBar):
            # What is said in place of the keys can be clicked.
            return
        is_typing = isinstance(event, events.Paste) or (isinstance(event, events.Key) and self._is_typed(event))
        for ends in (self._passing,) if is_typing else (self._passing, self._lasting):
            while ends:
                ends.pop()()

    def _under(self, event: events.MouseDown) -> Widget | None:
        try:
            return self.screen.get_widget_at(event.x, event.y)[0]
        except NoWidget:
            return None

    async def action_quit(self) -> None:
        """Save and leave."""
        self._after_keys(self.leave)

    def leave(self) -> None:
        """Leave, as a person wishes to."""
        self.exit()

    def _leave(self) -> None:
        self._after_keys(self.exit)

    def _after_keys(self, act: Callable[[], None]) -> None:
        # The keys typed before this are still on their way to the widget that has the focus; they come first.
        if self.screen_stack and not (self.focused or self).call_later(act):
            act()

    def get_driver_class(self) -> type[Driver]:
        """The driver for this terminal, which tells pastes from keys even where they are not marked."""
        driver = super().get_driver_class()
        recognize(driver)
        return driver

    async def on_event(self, event: events.Event) -> None:
        """Let nothing in that a terminal might obey, and say so; after an error the screen is made anew first."""
        if isinstance(event, UnmarkedPaste):
            for message in (events.Paste(event.text),) if isinstance(self.focused, TextArea) else event.keys:
                if isinstance(message, events.Event):
                    await self.on_event(message)
            return
        await self._recovery.done()
        self._recovery.notice(event)
        if isinstance(event, (events.Key, events.Paste, events.MouseDown)) and not event.is_forwarded:
            self._go_on(event)
        if isinstance(event, (events.Key, events.Paste)):
            entry = sanitize_event(event, one_line=isinstance(self.focused, Input))
            if entry.replaced:
                words = f"{pluralize(entry.replaced, 'control character')} replaced in what you pasted."
                self.notify(words, markup=False)
            if not entry.welcome:
                return
        if isinstance(event, events.Key) and not (event.is_forwarded or self._is_typed(event)):
            await self._press(event, self.focused or self.screen)
        else:
            await super().on_event(event)

    def _is_typed(self, event: events.Key) -> bool:
        """Whether a key writes something where the focus is."""
        if isinstance(self.focused, TextArea):
            return event.is_printable or event.key == "enter"
        return isinstance(self.focused, Input) and event.is_printable

    async def _press(self, event: events.Key, widget: Widget) -> None:
        """Do what a key is bound to, after what was typed before it and before what comes after."""
        screen = self.screen
        await key_ordering.drain_before(widget, self._recovery.wanted)
        # What is maximized gives Esc another meaning.
        if screen.maximized or not await self._does(event.key):
            if not (event.is_printable or screen.maximized):
                # It would climb, and be done where it arrives at last, on whichever screen is there by then.
                event.stop()
            await super().on_event(event)
        await key_ordering.drain_after(self, screen, widget, self._recovery.wanted)

    async def _does(self, key: str) -> bool:
        return await self._check_bindings(key, priority=True) or await self._check_bindings(key)

    def get_system_commands(self, screen: Screen[Any]) -> Iterable[SystemCommand]:
        """Every action of the screen, then the theme."""
        yield from commands(screen, self.actions(screen))
        yield SystemCommand("Theme", "Change the colors.", self.action_change_theme)

    def action_help(self) -> None:
        """Show what can be done here."""
        from mou_tui.tui.screens.help import HelpScreen

        self.push_screen(HelpScreen(self.screen.HELP or "", self.actions(self.screen)))

    async def run_action(
        self,
        action: str | ActionParseResult,
        default_namespace: DOMNode | None = None,
        namespaces: Mapping[str, DOMNode] | None = None,
    ) -> bool:
        """Do something, and remember what, in case it fails."""
        self._recovery.attempt = action if isinstance(action, str) else action[1]
        return await super().run_action(action, default_namespace, namespaces)

    async def _dispatch_action(self, namespace: DOMNode, action_name: str, params: tuple[object, ...]) -> bool:
        """Do an action by the handler that a screen has for its id, or else by the method of that name."""
        handlers: ActionHandlers = getattr(namespace, "action_handlers", {})
        if action_name not in handlers:
            return await super()._dispatch_action(namespace, action_name, params)
        outcome = handlers[action_name]()
        if outcome is not None:
            await outcome
        return True

    def panic(self, *_: RenderableType) -> None:
        """End after an error that was not handed over; what Textual would print shows lines of the program."""
        self.failures.end()
        self.exit(return_code=1)

    # Textual 8.2.8 has no public way to hear of an error, and ends the program at each; it prints the values of local
    # variables, so people's words, into the terminal for everyone to scroll back to.

    def _handle_exception(self, error: Exception) -> None:
        refusal = error.error if isinstance(error, WorkerFailed) else None
        if isinstance(refusal, TooLarge):
            # What was asked for in a dialog cannot be held; nothing is wrong with the program.
            self.notify(refusal.message, severity="warning", timeout=20, markup=False)
            return
        # Takes it down, so that a test that runs the program raises it again.
        super()._handle_exception(error)
        self._recovery.fail(error)

    def _fatal_error(self) -> None:
        """Print nothing; whoever runs the program reports the error once the screen is gone."""

    async def _dispatch_message(self, message: Message) -> None:
        # The program does what keys are bound to in its own message loop, which an error would end.
        try:
            await super()._dispatch_message(message)
        except Exception as error:
            self._handle_exception(error)


def size_classes(size: Size) -> tuple[str, str]:
    """The classes of a screen of that size, as Textual gives them: for its width and for its height."""
    return _step(size.width, WIDTHS), _step(size.height, HEIGHTS)


def _step(cells: int, steps: Sequence[tuple[int, str]]) -> str:
    """The class of a width or height."""
    return next(name for least, name in reversed(steps) if cells >= least)
