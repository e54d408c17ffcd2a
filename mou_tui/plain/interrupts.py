"""Ctrl+C, and the signals that end a program."""

from __future__ import annotations

import contextlib
import signal
from collections.abc import Iterator
from types import FrameType


class Interrupts:
    """Ctrl+C and the signals that end a program, acted on only while a line is waited for: no action is broken off.

    Until then a second one is heard everywhere, in case the program waits for something else; after that none is, so
    that nothing breaks off the saving.
    """

    def __init__(self) -> None:
        self._is_waiting = self._is_heard = self._is_heeded = False

    def listen(self) -> None:
        """Handle the signals from now on."""
        for name in ("SIGINT", "SIGTERM", "SIGHUP"):
            if hasattr(signal, name):
                signal.signal(getattr(signal, name), self._hear)

    @contextlib.contextmanager
    def heeded(self) -> Iterator[None]:
        """Raise KeyboardInterrupt for a signal that came before, or comes within the block."""
        self._is_waiting = True
        try:
            if self._is_heard:
                self._heed()
            yield
        finally:
            self._is_waiting = False

    def _hear(self, _number: int, _frame: FrameType | None) -> None:
        was_heard, self._is_heard = self._is_heard, True
        if (self._is_waiting or was_heard) and not self._is_heeded:
            self._heed()

    def _heed(self) -> None:
        self._is_heeded = True
        raise KeyboardInterrupt
