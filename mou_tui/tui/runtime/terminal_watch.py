"""Notices that the terminal is gone where no signal says so.

Without a terminal Textual neither ends nor yields: its reader spins, and its writer's queue fills until the event loop
blocks: https://github.com/Textualize/textual/pull/6690. A program nobody sees must save, exit, and release the session.
"""

from __future__ import annotations

import os
import select
import sys
import threading
import time
from collections.abc import Callable

GRACE = 1.0
"""Seconds the program has to exit by itself after the hangup signal."""
PATIENCE = 10.0
"""Seconds the last save may take; what it cannot write is in the recovery copy."""


def exit_when_terminal_closes(save: Callable[[], object]) -> None:
    """Watch the terminal from a thread; if the program outlives it, save and end the process.

    Args:
        save: writes what is not written yet; called from that thread.
    """
    if hasattr(select, "poll") and sys.stdin and sys.stdin.isatty():
        threading.Thread(target=_watch, args=(sys.stdin.fileno(), save), name="terminal", daemon=True).start()


def _watch(terminal: int, save: Callable[[], object]) -> None:
    poller = select.poll()
    poller.register(terminal, 0)
    gone = any(event & select.POLLHUP for _, event in poller.poll())
    if gone:
        time.sleep(GRACE)
        # Whatever the save runs into, a program that nobody sees must not spin on and hold the session.
        saving = threading.Thread(target=save, name="last save", daemon=True)
        saving.start()
        saving.join(PATIENCE)
        os._exit(1)
