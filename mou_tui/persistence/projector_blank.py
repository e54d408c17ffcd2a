"""Blanks what `mou-tui watch` shows of an open session, for as long as the program that blanked it runs.

The mark is kept next to the edit location, on this computer alone, and made anew every few seconds: whoever follows the
session can tell a break from a program that is gone.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import datetime, timedelta

from mou_tui.persistence.local_state import LocalState

BEAT = 5.0
"""Seconds between two marks."""
OVERDUE = timedelta(seconds=20)
"""Age of a mark from which the program that made it no longer runs."""


class SecondScreen:
    """Marks a session as blank. Every method returns at once, whatever the disk does.

    Args:
        local: what this computer keeps about the session file.
        clock: returns the local time.
    """

    def __init__(self, local: LocalState, clock: Callable[[], datetime] = datetime.now) -> None:
        self._local = local
        self._clock = clock
        self._shown: threading.Event | None = None
        """Set to end the thread that marks; None while nothing is blank."""
        self._thread: threading.Thread | None = None

    @property
    def is_blank(self) -> bool:
        """Whether nothing of the session is shown there."""
        return self._shown is not None

    def blank(self) -> None:
        """Show nothing of the session until `show`."""
        if self._shown is None:
            self._shown = threading.Event()
            self._thread = threading.Thread(
                target=self._mark, args=(self._shown, self._thread), name="second screen", daemon=True
            )
            self._thread.start()

    def show(self) -> None:
        """Show the session again."""
        shown, self._shown = self._shown, None
        if shown:
            shown.set()

    def close(self) -> None:
        """Show the session again, and wait a moment until that is written."""
        self.show()
        if self._thread:
            self._thread.join(BEAT)

    def switch_file(self, local: LocalState) -> None:
        """Follow the session to another file."""
        self._local = local

    def clear(self) -> None:
        """Remove the mark of a program that ended without doing so."""
        if not self.is_blank and self._local.blanked:
            self._local.mark_blank(None)

    def _mark(self, shown: threading.Event, previous: threading.Thread | None) -> None:
        if previous:
            # What it writes last must not come after what is written here.
            previous.join()
        marked = {self._local.folder: self._local}
        while not shown.is_set():
            local = self._local
            marked[local.folder] = local
            local.mark_blank(self._clock())
            shown.wait(BEAT)
        for local in marked.values():
            local.mark_blank(None)


def is_overdue(blanked: datetime, now: datetime) -> bool:
    """Return whether the program that made a mark no longer runs."""
    return now - blanked > OVERDUE
