"""Whether a session is saved, and publishing that to the front ends."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Callable
from datetime import datetime
from typing import Literal

from mou_tui.errors import MouError
from mou_tui.frozen import NamedTuple

Kind = Literal["saved", "changed", "saving", "failed", "read-only", "conflict"]


class SaveStatus(NamedTuple):
    """Whether a session is saved.

    Attributes:
        kind: In one word.
        at: When the file was last known to hold the whole session, local time.
        message: What went wrong and where the text is, in sentences; empty while all is well.
    """

    kind: Kind
    at: datetime | None = None
    message: str = ""


class StatusPublisher:
    """Calls listeners once for every new status, in whatever thread it comes up."""

    def __init__(self) -> None:
        self._listeners: list[Callable[[SaveStatus], None]] = []
        self._published: SaveStatus | None = None
        self._lock = threading.RLock()

    def subscribe(self, listener: Callable[[SaveStatus], None]) -> None:
        """Call a listener with every new status.

        The listener posts it on and returns at once: saving waits for it.
        """
        self._listeners.append(listener)

    def publish(self, newest: Callable[[], SaveStatus]) -> None:
        """Publish the status that `newest` returns under the lock, if it is a new one."""
        with self._lock:
            status = newest()
            if status != self._published:
                self._published = status
                for listener in self._listeners:
                    # A screen that is gone must not stop the saving.
                    with contextlib.suppress(Exception):
                        listener(status)


def user_message(error: Exception) -> str:
    """Return what to say of a failure to a person whose text it concerns, in a sentence."""
    return error.message if isinstance(error, MouError) else f"A fault in the program: {type(error).__name__}."
