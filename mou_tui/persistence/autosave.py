"""The threads that write an open session down: the recovery copy, what goes beside it, and the file.

Each has its own, so that a stuck disk stops neither typing nor the recovery copy.
"""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic

from mou_tui.persistence.debounced_worker import Debounce, DebouncedWorker

RECOVERY_PACE = Debounce(quiet=0.1, latest=0.1, retry=1.0)
FILE_PACE = Debounce(quiet=2.0, latest=10.0, retry=5.0)

Job = Callable[[], bool]
"""Says whether it worked, and raises nothing."""


class Autosave:
    """What is written and when; nothing, for a session that is only shown, until it is started.

    Attributes:
        recovery: Writes the recovery copy.
    """

    def __init__(self, keep: Job, keep_beside: Job, save: Job) -> None:
        """Take what writes the recovery copy, what goes beside it, and the session file."""
        self._keep, self._keep_beside, self._save = keep, keep_beside, save
        self.recovery: DebouncedWorker | None = None
        self._beside: DebouncedWorker | None = None
        self._file: DebouncedWorker | None = None

    def start(self) -> None:
        """Start the threads; once they are there, only that of the file, which is another one now."""
        if self.recovery is None:
            self.recovery = DebouncedWorker(self._keep, RECOVERY_PACE, "recovery copy")
            self._beside = DebouncedWorker(self._keep_beside, RECOVERY_PACE, "place")
            self._beside.touch()
        self._file = DebouncedWorker(self._save, FILE_PACE, "session file")

    def all(self) -> list[DebouncedWorker]:
        """Those that have been started."""
        return [saver for saver in (self.recovery, self._beside, self._file) if saver]

    def session_changed(self) -> None:
        """Say that there are new words."""
        for saver in (self.recovery, self._file):
            if saver:
                saver.touch()

    def ui_state_changed(self) -> None:
        """Say that there is something new to keep beside the words."""
        if self._beside:
            self._beside.touch()

    def touch(self) -> None:
        """Say that everything is to be written anew."""
        for saver in self.all():
            saver.touch()

    def run_now(self) -> None:
        """Have everything written now."""
        for saver in self.all():
            saver.run_now()

    def finish(self, timeout: float) -> bool:
        """Have everything written now; return whether it was, or has failed, before the time was up."""
        self.run_now()
        until = monotonic() + timeout
        return all([saver.finish(max(0.0, until - monotonic())) for saver in self.all()])

    def switch_file(self) -> None:
        """Let the thread of the file end: it may be stuck, and another file takes its place."""
        if self._file:
            self._file.stop()

    def stop(self, timeout: float) -> None:
        """Let all of them end after what they are at, and wait a while for that."""
        until = monotonic() + timeout
        for saver in self.all():
            saver.stop(max(0.1, until - monotonic()))
