"""The signals that end a program, heard where its event loop can leave in good order.

Left alone, an interrupt breaks off the loop with keys still on their way, and the others kill the process on the spot.
They do not go through `add_signal_handler`: that hears Ctrl+C even while an editor hears it in our stead, and Windows
does not have it.
"""

from __future__ import annotations

import asyncio
import contextlib
import signal
from collections.abc import Callable, Iterator


@contextlib.contextmanager
def exit_on_signals(leave: Callable[[], None]) -> Iterator[None]:
    """Have each signal that ends a program call `leave`, in the event loop that runs now."""
    loop = asyncio.get_running_loop()
    # Windows has no hangup.
    numbers = [getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name)]
    before = {number: signal.signal(number, lambda *_: loop.call_soon_threadsafe(leave)) for number in numbers}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
