"""Exits in good order on the signals that end a program, and takes the terminal again after one that stops it.

Unhandled, an interrupt breaks off the event loop with keys still queued, and the others kill the process at once.
`add_signal_handler` does not serve: it handles Ctrl+C even while an external editor does, and Windows lacks it.
"""

from __future__ import annotations

import asyncio
import contextlib
import signal
from collections.abc import Callable, Iterator
from types import FrameType

from textual.driver import Driver


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


@contextlib.contextmanager
def resume_after_stop(driver: Driver, repaint: Callable[[], object]) -> Iterator[None]:
    """Take the terminal again when the process goes on after a stop that was not announced to it.

    Textual takes the terminal on each SIGCONT, also where it never gave it up, as after SIGSTOP: then two threads share
    the keys, and leaving waits for one of them (8.2.8; no upstream issue found).

    Args:
        driver: of the running app.
        repaint: draws all of the screen; called in the event loop.
    """
    if not driver.can_suspend:
        yield
        return
    loop, is_suspended = asyncio.get_running_loop(), False
    suspend, resume = signal.getsignal(signal.SIGTSTP), signal.getsignal(signal.SIGCONT)

    def on_suspend(number: int, frame: FrameType | None) -> None:
        nonlocal is_suspended
        is_suspended = True
        if callable(suspend):
            suspend(number, frame)

    def on_continue(number: int, frame: FrameType | None) -> None:
        nonlocal is_suspended
        if is_suspended and callable(resume):
            resume(number, frame)
        else:
            loop.call_soon_threadsafe(take_terminal)
        is_suspended = False

    def take_terminal() -> None:
        driver.suspend_application_mode()
        driver.resume_application_mode()
        repaint()

    signal.signal(signal.SIGTSTP, on_suspend)
    signal.signal(signal.SIGCONT, on_continue)
    try:
        yield
    finally:
        signal.signal(signal.SIGTSTP, suspend)
        signal.signal(signal.SIGCONT, resume)
