"""Threads in which the program works aside, counted, so that a test can wait for them."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any, TypeVar

Result = TypeVar("Result")

RUNNING: set[Future[Any]] = set()
"""What is being done aside."""


class CountedThreads(ThreadPoolExecutor):
    """Keeps what it runs among `RUNNING` until that is done."""

    def submit(self, fn: Callable[..., Result], /, *args: object, **kwargs: object) -> Future[Result]:
        """Run a function in a thread."""
        future = super().submit(fn, *args, **kwargs)
        RUNNING.add(future)
        future.add_done_callback(RUNNING.discard)
        return future


def count_threads() -> None:
    """Let the event loop run in counted threads what it runs aside."""
    asyncio.get_running_loop().set_default_executor(CountedThreads())


async def all_done() -> None:
    """Wait until nothing is being done aside."""
    while running := [asyncio.wrap_future(future) for future in tuple(RUNNING)]:
        await asyncio.wait(running)
