"""A thread that does one job when it is due.

Whoever has news never waits: a stuck disk stops the thread and nothing else. The job takes the newest there
is when it runs, so what comes while it is busy is not queued.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from time import monotonic
from typing import NamedTuple


class Debounce(NamedTuple):
    """When to do the job, in seconds.

    Attributes:
        quiet: How long no news must come before.
        latest: How long news may wait, however much more comes.
        retry: How long to wait after a failure.
    """

    quiet: float
    latest: float
    retry: float

    def due(self, first: float, last: float, failed: float | None) -> float:
        """Return the moment to do the job.

        Args:
            first: When the oldest news came that waits.
            last: When the newest came.
            failed: When the job failed, if it did and has not worked since.
        """
        due = min(last + self.quiet, first + self.latest)
        return due if failed is None else max(due, failed + self.retry)


class DebouncedWorker:
    """Does a job in its own thread, some time after there is news."""

    def __init__(self, job: Callable[[], bool], pace: Debounce, name: str) -> None:
        """Start the thread.

        Args:
            job: What to do; says whether it worked, and raises nothing.
            pace: When.
            name: What to call the thread.
        """
        self._job = job
        self._pace = pace
        self._change = threading.Condition()
        self._first: float | None = None
        self._last = 0.0
        self._failed: float | None = None
        self._asked = self._busy = self._stopped = False
        # A daemon: a disk that never answers must not keep the program from ending.
        self._thread = threading.Thread(target=self._run, name=name, daemon=True)
        self._thread.start()

    def touch(self) -> None:
        """Say that there is news."""
        with self._change:
            self._last = monotonic()
            if self._first is None:
                self._first = self._last
                self._change.notify_all()

    def run_now(self) -> None:
        """Have the job done now, if there is news."""
        with self._change:
            self._asked = self._first is not None
            self._change.notify_all()

    def finish(self, timeout: float) -> bool:
        """Have the job done now; return whether it was done, or failed, before the time was up."""
        self.run_now()
        with self._change:
            return self._change.wait_for(lambda: self._stopped or not (self._asked or self._busy), timeout)

    def stop(self, timeout: float = 0.0) -> None:
        """Let the thread end after what it is at, and wait a while for that."""
        with self._change:
            self._stopped = True
            self._change.notify_all()
        self._thread.join(timeout)

    def _run(self) -> None:
        with self._change:
            while not self._stopped:
                pause = self._pause()
                if pause is None or pause > 0:
                    self._change.wait(pause)
                else:
                    self._do_job()

    def _pause(self) -> float | None:
        if self._first is None:
            return None
        if self._asked:
            return 0.0
        return self._pace.due(self._first, self._last, self._failed) - monotonic()

    def _do_job(self) -> None:
        first, self._first = self._first, None
        self._asked, self._busy = False, True
        self._change.release()
        worked = False
        try:
            worked = self._job()
        finally:
            self._change.acquire()
            self._failed = None if worked else monotonic()
            self._first = self._first if worked else first
            self._busy = False
            self._change.notify_all()
