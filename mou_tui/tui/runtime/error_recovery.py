"""Recovers from an error in the program: saves what is on the screen, and makes the screen anew, once."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from textual import events
from textual.screen import Screen
from textual.worker import WorkerFailed

from mou_tui.errors import Refused
from mou_tui.failures import Failures
from mou_tui.tui.actions.keymap import name_of_action

if TYPE_CHECKING:
    from mou_tui.tui.runtime.base_app import BaseApp

REPORT_SECONDS = 20.0
"""How long the message stays that says what did not work."""


@dataclass(frozen=True)
class Restart:
    """Holds what an app needs to start again after an error."""

    first_screen: Callable[[], Screen[Any]]
    """Makes the screen to start with, and to start with again."""
    save: Callable[[], None] = lambda: None
    """Saves what is on the screen; called at once after an error, before the screen closes."""
    safety_message: Callable[[], str] = str
    """Returns where what was typed is saved; empty where nothing is typed."""
    failures: Failures = field(default_factory=Failures)
    """Records the errors."""


class Recovery:
    """Makes the screen of the app anew after an error.

    Args:
        app: the running app.
        restart: makes its first screen.
    """

    def __init__(self, app: BaseApp, restart: Restart) -> None:
        self._app = app
        self._restart = restart
        self._failures = restart.failures
        self.attempt: events.Event | str = ""
        """What the person did last: a key, a paste, a click, or an action."""
        self.is_due = asyncio.Event()
        """Set from an error until the screen is new."""
        self._is_running = False
        self._refusal: Refused | None = None

    def handle(self, error: Exception) -> None:
        """Record an error, save what is on the screen, and schedule a new screen, or end the program."""
        if isinstance(error, WorkerFailed) and isinstance(error.error, Exception):
            error = error.error
        is_first = not self._failures.is_open
        self._failures.add(error, _described(self.attempt))
        if is_first and self._failures.is_open:
            self._save()
        if self._failures.is_final:
            self._end()
        elif is_first and self._failures.is_open and not self.is_due.is_set():
            self.is_due.set()
            self._app.call_later(self.complete)

    def refuse(self, refusal: Refused) -> None:
        """Schedule a new screen after a step that was refused, which is no failure of the program."""
        self._refusal = refusal
        self._save()
        if not self.is_due.is_set():
            self.is_due.set()
            self._app.call_later(self.complete)

    async def complete(self) -> None:
        """Make the screen anew if that is due, before any other event is handled."""
        if not self.is_due.is_set() or self._is_running or self._failures.is_final:
            return
        self._is_running = True
        try:
            with self._app.batch_update():
                await self._close_screens()
                # A failure from here on is another error.
                has_failed = self._failures.is_open
                if has_failed:
                    self._failures.recovered()
                await self._app.switch_screen(self._restart.first_screen())
            self.is_due.clear()
            self._report(has_failed=has_failed)
        finally:
            self._is_running = False

    def _save(self) -> None:
        try:
            self._restart.save()
        except Exception as error:
            self._failures.add(error)

    async def _close_screens(self) -> None:
        """Leave an empty screen; what fails meanwhile belongs to the same failure."""
        app = self._app
        app.workers.cancel_all()
        while len(app.screen_stack) > 1:
            await self._try(app.pop_screen())
        await self._try(app.switch_screen(app.prepare_first(Screen())))

    async def _try(self, change: Awaitable[object]) -> None:
        try:
            await change
        except Exception as error:
            self._failures.add(error)

    def _report(self, *, has_failed: bool) -> None:
        failures, refusal = self._failures, self._refusal
        self._refusal = None
        if refusal and not has_failed:
            self._app.report_refusal(refusal)
            return
        message = f"{failures.what} did not work ({failures.kinds}). {self._restart.safety_message()}".strip()
        self._app.notify(message, severity="warning", markup=False, timeout=REPORT_SECONDS)

    def _end(self) -> None:
        self._app.bell()
        self._app.exit(return_code=1)


def run_until_exit(app: BaseApp, save: Callable[[], None], *, mouse: bool) -> None:
    """Run an app until the person leaves or it cannot go on; every error is among its failures then.

    Args:
        app: the app to run.
        save: writes what is not written yet; called after an error that ended the app.
        mouse: whether to take clicks.
    """
    try:
        app.run(mouse=mouse)
    except Exception as error:
        # A failure while Textual closes the screens is raised here, often because of an earlier one.
        app.failures.add(error)
    if app.failures.is_open:
        app.failures.end()
        save()


def _described(attempt: events.Event | str) -> str:
    """Return what the person did, to precede "did not work"."""
    if isinstance(attempt, events.Key):
        return "typing" if attempt.is_printable else _as_written(attempt.key)
    if isinstance(attempt, events.Paste):
        return "the paste"
    return name_of_action(attempt) if isinstance(attempt, str) else "the click"


def _as_written(key: str) -> str:
    return "+".join(part.capitalize() for part in key.split("+"))
