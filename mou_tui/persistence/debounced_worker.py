"""A thread that does one job some time after there is something new to write.

Nobody waits for it: a stuck disk stops this thread and nothing else. The job writes the newest value there is when it
runs, so that changes made while it is busy are not queued.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from time import monotonic

from mou_tui.frozen import NamedTuple

Job = Callable[[], bool]
"""Returns whether it worked, and raises nothing."""


class Debounce(NamedTuple):
    """When to do the job, in seconds.

    Attributes:
        quiet: How long nothing must change before.
        latest: How long a change may wait, however many more follow.
        retry: How long to wait after a failure.
    """

    quiet: float
    latest: float
    retry: float

    def due(self, first: float, last: float, failed: float | None) -> float:
        """Return the moment to do the job; all moments are seconds of the monotonic clock.

        Args:
            first: When the oldest change came that waits.
            last: When the newest came.
            failed: When the job failed, if it did and has not worked since.
        """
        due = min(last + self.quiet, first + self.latest)
        return due if failed is None else max(due, failed + self.retry)


RECOVERY_DEBOUNCE = Debounce(quiet=0.1, latest=0.1, retry=1.0)
FILE_DEBOUNCE = Debounce(quiet=2.0, latest=10.0, retry=5.0)


class DebouncedWorker:
    """Does a job in its own thread.

    Args:
        job: what to do.
        debounce: when.
        name: the name of the thread.
    """

    def __init__(self, job: Job, debounce: Debounce, name: str) -> None:
        self._job = job
        self._debounce = debounce
        self._change = threading.Condition()
        self._first: float | None = None
        self._last = 0.0
        self._failed: float | None = None
        self._started = self._asked = self._busy = self._stopped = False
        # A daemon: a disk that never answers must not keep the program from ending.
        self._thread = threading.Thread(target=self._run, name=name, daemon=True)

    def start(self) -> None:
        """Start the thread, unless it was started; what changed before is due from now on."""
        if not self._started:
            self._started = True
            self._thread.start()

    def mark_dirty(self) -> None:
        """Do the job when it is due."""
        with self._change:
            self._last = monotonic()
            if self._first is None:
                self._first = self._last
                self._change.notify_all()

    def run_now(self) -> None:
        """Do the job now, if something changed and the thread runs; returns at once."""
        with self._change:
            self._asked = self._started and self._first is not None
            self._change.notify_all()

    def finish(self, timeout: float) -> bool:
        """Do the job now; return whether it was done, or failed, within `timeout` seconds."""
        self.run_now()
        with self._change:
            return self._change.wait_for(lambda: self._stopped or not (self._asked or self._busy), timeout)

    def stop(self, timeout: float = 0.0) -> None:
        """Let the thread end after its present job, and wait up to `timeout` seconds for that."""
        with self._change:
            self._stopped = True
            self._change.notify_all()
        if self._started:
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
        """Return how many seconds to wait; None until something changes."""
        if self._first is None:
            return None
        if self._asked:
            return 0.0
        return self._debounce.due(self._first, self._last, self._failed) - monotonic()

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
