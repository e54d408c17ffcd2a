"""The base of both full-screen apps: sanitizes input, recovers from errors, exits in good order."""

from __future__ import annotations

import contextlib
import gc
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import Any, ClassVar

from rich.console import RenderableType
from textual import events, on
from textual.actions import ActionParseResult
from textual.command import Provider
from textual.dom import DOMNode
from textual.driver import Driver
from textual.geometry import Offset
from textual.message import Message
from textual.notifications import Notify, SeverityLevel
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Input, TextArea
from textual.worker import WorkerFailed

from mou_tui.errors import Refused
from mou_tui.language.text import clean, clean_line, pluralize
from mou_tui.settings import LoadedSettings
from mou_tui.tui.actions.action import ActionHandlers
from mou_tui.tui.runtime import key_ordering, signals
from mou_tui.tui.runtime.deferred_styles import DeferredStyles
from mou_tui.tui.runtime.error_recovery import REPORT_SECONDS, Recovery, Restart
from mou_tui.tui.runtime.hardware_cursor import position_of
from mou_tui.tui.runtime.message_expiry import MessageExpiry
from mou_tui.tui.runtime.size_classes import HEIGHTS, WIDTHS, size_classes
from mou_tui.tui.runtime.unmarked_paste import UnmarkedPaste, recognize
from mou_tui.tui.runtime.user_prefs import PreferencesApp
from mou_tui.tui.widgets.fast_text_area import FastTextArea

STYLES = Path(__file__).parents[1]
"""Where the style sheets are; a relative path would begin at the module of whichever app extends this one."""
SETTLED = 3.0
"""Seconds after which everything the start needs exists."""


_WITHOUT_CTRL = {"ctrl+home": "home", "ctrl+end": "end"}
"""Keys that lists and pages know only without Ctrl, where there is no line to tell from the whole."""


def _command_search() -> type[Provider]:
    """Return what searches commands, which is imported when the palette is opened."""
    from mou_tui.tui.runtime.command_search import CommandSearch

    return CommandSearch


class BaseApp(PreferencesApp):
    """Runs screens with the settings of a person.

    Args:
        loaded: the person's settings.
        restart: makes the first screen, at the start and after an error.
    """

    TITLE = "mou-tui"
    COMMANDS: ClassVar = {_command_search}
    CSS_PATH: ClassVar = [STYLES / "interview.tcss", STYLES / "mou_tui.tcss"]
    HORIZONTAL_BREAKPOINTS = WIDTHS
    VERTICAL_BREAKPOINTS = HEIGHTS

    def __init__(self, loaded: LoadedSettings, restart: Restart) -> None:
        super().__init__(loaded)
        self.failures = restart.failures
        self.deferred_styles = DeferredStyles(self)
        self._restart = restart
        self._recovery = Recovery(self, restart)
        self._while_running = contextlib.ExitStack()
        self.messages = MessageExpiry(self)
        self.declined_copies: set[Path] = set()
        """Copies next to a session file that nobody wants to be asked about again while the program runs."""

    def get_default_screen(self) -> Screen[Any]:
        """Return the screen to start with."""
        return self.prepare_first(self._restart.first_screen())

    def prepare_first(self, screen: Screen[Any]) -> Screen[Any]:
        """Prepare a screen to be the first one."""
        # Textual does so for every screen but the first, and fails when that is switched:
        # https://github.com/Textualize/textual/issues/2650
        screen._push_result_callback(self, None)
        # Textual sets these only after it has styled and painted the screen once without them (8.2.8; no upstream issue
        # found).
        screen.add_class(*size_classes(self.size), update=False)
        return screen

    @property
    def cursor_position(self) -> Offset:
        """Where the terminal's cursor goes after each frame, computed at that time."""
        focused = self.screen.focused if self.screen_stack else None
        return position_of(focused) if focused else Offset(0, 0)

    @cursor_position.setter
    def cursor_position(self, _: Offset) -> None:
        # Set by Textual's own widgets as they move.
        pass

    def on_mount(self) -> None:
        """Exit in good order when the system asks for it."""
        self.set_timer(SETTLED, self._enable_collection)
        self._while_running.enter_context(signals.exit_on_signals(self._exit_on_signal))
        if self._driver is not None:
            repaint = partial(self.refresh, layout=True)
            self._while_running.enter_context(signals.resume_after_stop(self._driver, repaint))

    def on_unmount(self) -> None:
        """Restore the signal handlers, once all is saved."""
        self._while_running.close()

    def _enable_collection(self) -> None:
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
        """Show a message on a line of its own, in place of the one before, until the person goes on."""
        self.clear_notifications()
        super().notify(message, title=title, severity=severity, timeout=timeout, markup=markup)

    @on(Notify)
    def _show_notification(self, event: Notify) -> None:
        if not (self.screen_stack and self.screen.is_attached):
            return
        from mou_tui.tui.widgets.message_line import message_line

        line = message_line(self.screen)
        line.tell(event.notification)
        # A warning may come in the midst of typing, which does not mean that it was read.
        self.messages.add(line.end, even_typing=event.notification.severity == "information")

    async def action_quit(self) -> None:
        """Save and leave."""
        self._after_keys(self.leave)

    def leave(self) -> None:
        """Exit, as the person asked."""
        self.exit()

    def _exit_on_signal(self) -> None:
        self._after_keys(self.exit)

    def _after_keys(self, act: Callable[[], None]) -> None:
        # Keys typed before this may still are queued for the focused widget; they come first.
        if self.screen_stack and not (self.focused or self).call_later(act):
            act()

    def get_driver_class(self) -> type[Driver]:
        """Return the driver for this terminal, which tells pastes from keys even where they are not marked."""
        driver = super().get_driver_class()
        recognize(driver)
        return driver

    async def on_event(self, event: events.Event) -> None:
        """Sanitize input, and deliver it in order; after an error the screen is made anew first."""
        if isinstance(event, UnmarkedPaste):
            for message in (events.Paste(event.text),) if self._takes_lines else event.keys:
                if isinstance(message, events.Event):
                    await self.on_event(message)
            return
        if self._recovery.is_due.is_set():
            await self._recovery.complete()
        if isinstance(event, (events.Key, events.Paste, events.MouseDown)):
            self._recovery.attempt = event
        is_typed = isinstance(event, events.Paste) or (isinstance(event, events.Key) and self._is_typed(event))
        # Not when the mouse is pressed: the row of the message would go, and the button be gone from under the mouse.
        goes_on = isinstance(event, (events.Key, events.Paste, events.MouseUp)) and not event.is_forwarded
        if goes_on and self.messages.removals:
            self.messages.expire(event, is_typing=is_typed)
        if isinstance(event, events.Paste):
            self._sanitize(event)
        if isinstance(event, events.Key) and not (event.is_forwarded or is_typed):
            await self._handle_key(event, self.focused or self.screen)
        else:
            await super().on_event(event)

    def _sanitize(self, event: events.Paste) -> None:
        """Replace the control characters of a paste, and say so; a key never types one."""
        cleaned = clean_line(event.text) if self._takes_one_line else clean(event.text)
        event.text = cleaned.text
        if cleaned.replaced:
            notice = f"{pluralize(cleaned.replaced, 'control character')} replaced in what you pasted."
            self.notify(notice, markup=False)

    @property
    def _takes_one_line(self) -> bool:
        """Whether what has the focus takes a line of text."""
        return isinstance(self.focused, Input) or (isinstance(self.focused, FastTextArea) and self.focused.is_one_line)

    @property
    def _takes_lines(self) -> bool:
        """Whether what has the focus takes several lines of text."""
        return isinstance(self.focused, TextArea) and not self._takes_one_line

    def _is_typed(self, event: events.Key) -> bool:
        """Return whether a key types something into the focused widget."""
        if event.key == "enter":
            # In a form it may lead to another field, and what comes after belongs there.
            return self._takes_lines and not (isinstance(self.focused, FastTextArea) and self.focused.is_in_form)
        return isinstance(self.focused, (Input, TextArea)) and event.is_printable

    async def _handle_key(self, event: events.Key, widget: Widget) -> None:
        """Run what a key is bound to, after what was typed before it and before what comes after."""
        screen = self.screen
        await key_ordering.drain_before(widget, self._recovery.is_due)
        # A maximized widget gives Esc another meaning.
        if screen.maximized or not await self._run_binding(event.key):
            if not (event.is_printable or screen.maximized):
                # It would bubble up, and run on whichever screen is there by then.
                event.stop()
            await super().on_event(event)
        await key_ordering.drain_after(self, screen, widget, self._recovery.is_due)

    async def _run_binding(self, key: str) -> bool:
        if await self._check_bindings(key, priority=True) or await self._check_bindings(key):
            return True
        return key in _WITHOUT_CTRL and await self._check_bindings(_WITHOUT_CTRL[key])

    def action_help(self) -> None:
        """Show the actions of the screen."""
        from mou_tui.tui.screens.help import HelpScreen

        self.push_screen(HelpScreen(self.screen.HELP or "", self.actions(self.screen)))

    async def run_action(
        self,
        action: str | ActionParseResult,
        default_namespace: DOMNode | None = None,
        namespaces: Mapping[str, DOMNode] | None = None,
    ) -> bool:
        """Run an action, and remember it for the message if it fails."""
        self._recovery.attempt = action if isinstance(action, str) else action[1]
        return await super().run_action(action, default_namespace, namespaces)

    async def _dispatch_action(self, namespace: DOMNode, action_name: str, params: tuple[object, ...]) -> bool:
        """Run the handler that a screen has for an action id, or else its method of that name."""
        handlers: ActionHandlers = getattr(namespace, "action_handlers", {})
        if action_name not in handlers:
            return await super()._dispatch_action(namespace, action_name, params)
        outcome = handlers[action_name]()
        if outcome is not None:
            await outcome
        return True

    def panic(self, *_: RenderableType) -> None:
        """Exit after an error that was not handled; what Textual would print shows lines of the program."""
        self.failures.end()
        self.exit(return_code=1)

    # Textual 8.2.8 has no public hook for errors (no upstream issue found), and exits at each; it prints the values of
    # local variables, so people's words, into the terminal for everyone to scroll back to.

    def _handle_exception(self, error: Exception) -> None:
        refusal = error.error if isinstance(error, WorkerFailed) else error
        if isinstance(refusal, Refused):
            if refusal is error:
                # It ended the message loop of the widget in which it was raised.
                self._recovery.refuse(refusal)
            else:
                self.report_refusal(refusal)
            return
        # Keeps it, so that a test that runs the app raises it again.
        super()._handle_exception(error)
        self._recovery.handle(error)

    def report_refusal(self, refusal: Refused) -> None:
        """Say why a step was not taken."""
        self.notify(refusal.message, severity="warning", timeout=REPORT_SECONDS, markup=False)

    def _fatal_error(self) -> None:
        """Print nothing; `run_until_exit` reports the error once the screen is gone."""

    async def _dispatch_message(self, message: Message) -> None:
        # Bindings run in the message loop of the app, which an error would end.
        try:
            await super()._dispatch_message(message)
        except Refused as refusal:
            self.report_refusal(refusal)
        except Exception as error:
            self._handle_exception(error)
