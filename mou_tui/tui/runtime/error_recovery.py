"""Getting over an error in the program: what is on the screen is saved, and the screen made anew, once."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING

from textual import events
from textual.screen import Screen
from textual.worker import WorkerFailed

from mou_tui.failures import Failures
from mou_tui.tui.actions.keymap import name_of_action

if TYPE_CHECKING:
    from mou_tui.tui.runtime.base_app import BaseApp

HERE = 20.0
"""Seconds for which it is said what did not work."""


class Recovery:
    """Makes the screen of a program anew after an error.

    Args:
        program: whose screen it is.
        failures: its errors.
    """

    def __init__(self, program: BaseApp, failures: Failures) -> None:
        self._program = program
        self._failures = failures
        self.attempt = ""
        """What the person did last: the name of an action, or words for it."""
        self.wanted = asyncio.Event()
        """Set from an error until the screen is new."""
        self._is_under_way = False

    def notice(self, event: events.Event) -> None:
        """Remember what the person does, to say so if it fails."""
        if isinstance(event, events.Key):
            self.attempt = "typing" if event.is_printable else _shown(event.key)
        elif isinstance(event, events.Paste):
            self.attempt = "the paste"
        elif isinstance(event, events.MouseDown):
            self.attempt = "the click"

    def fail(self, error: Exception) -> None:
        """Take down an error, save what is on the screen, and have the screen made anew, or end the program."""
        if isinstance(error, WorkerFailed) and isinstance(error.error, Exception):
            error = error.error
        is_first = not self._failures.is_open
        self._failures.add(error, name_of_action(self.attempt))
        if is_first and self._failures.is_open:
            self._save_first()
        if self._failures.is_final:
            self._end()
        elif is_first and self._failures.is_open and not self.wanted.is_set():
            self.wanted.set()
            self._program.call_later(self.done)

    async def done(self) -> None:
        """Make the screen anew if there was an error, before anything else is let in."""
        if not self.wanted.is_set() or self._is_under_way or self._failures.is_final:
            return
        self._is_under_way = True
        try:
            with self._program.batch_update():
                await self._clear_away()
                # What fails from here on is another error.
                self._failures.recovered()
                await self._program.switch_screen(self._program.first_screen())
            self.wanted.clear()
            self._tell()
        finally:
            self._is_under_way = False

    def _save_first(self) -> None:
        try:
            self._program.save_first()
        except Exception as error:
            self._failures.add(error)

    async def _clear_away(self) -> None:
        """Leave an empty screen; what fails on the way is part of the trouble there is."""
        program = self._program
        program.workers.cancel_all()
        while len(program.screen_stack) > 1:
            await self._try(program.pop_screen())
        await self._try(program.switch_screen(program.begin_with(Screen())))

    async def _try(self, change: Awaitable[object]) -> None:
        try:
            await change
        except Exception as error:
            self._failures.add(error)

    def _tell(self) -> None:
        failures = self._failures
        message = f"{failures.what} did not work ({failures.kinds}). {self._program.is_safe}".strip()
        self._program.notify(message, severity="warning", markup=False, timeout=HERE)

    def _end(self) -> None:
        self._program.bell()
        self._program.exit(return_code=1)


def run_to_the_end(program: BaseApp, save: Callable[[], None], *, mouse: bool) -> None:
    """Run a program until the person leaves or it cannot go on; every error is among its failures then.

    Args:
        program: what to run.
        save: writes what is not written yet; called where an error was not got over.
        mouse: whether to take clicks.
    """
    try:
        program.run(mouse=mouse)
    except Exception as error:
        # What fails while Textual closes the screens comes out here, often for what failed before.
        program.failures.add(error)
    if program.failures.is_open:
        program.failures.end()
        save()


def _shown(key: str) -> str:
    return "+".join(part.capitalize() for part in key.split("+"))
