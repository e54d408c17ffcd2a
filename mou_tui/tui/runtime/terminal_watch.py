"""Noticing that the terminal is gone where no signal says so.

Without a terminal the library neither ends nor yields: its reader spins, and its writer's queue fills until the loop
stands still (seen in Textual 8.2.8). A program nobody sees must save, leave, and let others have the session.
"""

from __future__ import annotations

import os
import select
import sys
import threading
import time
from collections.abc import Callable

GRACE = 1.0
"""Seconds the program has to leave in its own way, which the hangup signal starts."""


def exit_when_terminal_closes(save: Callable[[], object]) -> None:
    """Watch the terminal; once it is gone and the program is not, save and end the process.

    Args:
        save: writes all that is not written yet; called from the thread that watches.
    """
    if hasattr(select, "poll") and sys.stdin and sys.stdin.isatty():
        threading.Thread(target=_watch, args=(sys.stdin.fileno(), save), name="terminal", daemon=True).start()


def _watch(terminal: int, save: Callable[[], object]) -> None:
    poller = select.poll()
    poller.register(terminal, 0)
    gone = any(event & select.POLLHUP for _, event in poller.poll())
    if gone:
        time.sleep(GRACE)
        save()
        os._exit(1)
