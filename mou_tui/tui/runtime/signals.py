"""Exits in good order on the signals that end a program.

Unhandled, an interrupt breaks off the event loop with keys still queued, and the others kill the process at once.
`add_signal_handler` does not serve: it handles Ctrl+C even while an external editor does, and Windows lacks it.
"""

from __future__ import annotations

import asyncio
import contextlib
import signal
from collections.abc import Callable, Iterator


@contextlib.contextmanager
def exit_on_signals(leave: Callable[[], None]) -> Iterator[None]:
    """Call `leave` in the running event loop when a signal asks the program to end."""
    loop = asyncio.get_running_loop()
    # Windows has no hangup.
    numbers = [getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name)]
    before = {number: signal.signal(number, lambda *_: loop.call_soon_threadsafe(leave)) for number in numbers}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
