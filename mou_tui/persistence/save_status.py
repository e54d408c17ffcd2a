"""Whether the words are safe, and telling it to whoever shows it."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Callable
from datetime import datetime
from typing import Literal, NamedTuple

from mou_tui.errors import MouError

Kind = Literal["saved", "changed", "saving", "failed", "read-only", "conflict"]


class SaveStatus(NamedTuple):
    """Whether the words are safe.

    Attributes:
        kind: In one word.
        at: When the file was last known to hold all of them.
        message: What is the matter and where the words are; empty while all is well.
    """

    kind: Kind
    at: datetime | None = None
    message: str = ""


class StatusPublisher:
    """Tells every new state once, in whatever thread brings it about."""

    def __init__(self) -> None:
        self._listeners: list[Callable[[SaveStatus], None]] = []
        self._told: SaveStatus | None = None
        self._telling = threading.RLock()

    def subscribe(self, listener: Callable[[SaveStatus], None]) -> None:
        """Have every new state told.

        The listener posts it on and returns at once: saving waits for it.
        """
        self._listeners.append(listener)

    def tell(self, newest: Callable[[], SaveStatus]) -> None:
        """Tell the state there is by now, if it is a new one."""
        with self._telling:
            state = newest()
            if state != self._told:
                self._told = state
                for listener in self._listeners:
                    # A screen that is gone must not stop the saving.
                    with contextlib.suppress(Exception):
                        listener(state)


def user_message(error: Exception) -> str:
    """What to say of a failure to somebody whose words it concerns."""
    return error.message if isinstance(error, MouError) else f"A fault in the program: {type(error).__name__}."
