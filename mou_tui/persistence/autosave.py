"""When an open session is written: its recovery copy, its UI state, and its file.

Each has a thread of its own, so that a stuck disk stops neither typing nor the recovery copy.
"""

from __future__ import annotations

from time import monotonic

from mou_tui.persistence.debounced_worker import FILE_DEBOUNCE, RECOVERY_DEBOUNCE, DebouncedWorker, Job

PATIENCE = 1.5
"""Seconds to wait for the disk at the end: a terminal that closes gives a program about two."""


class Autosave:
    """The three workers of an open session; they write nothing until `start`, which a read-only session never calls.

    Attributes:
        recovery: Writes the recovery copy.
    """

    def __init__(self, write_recovery: Job, save: Job, ui_state: DebouncedWorker) -> None:
        """Take what writes the recovery copy and the session file, and the worker that writes the UI state."""
        self.recovery = DebouncedWorker(write_recovery, RECOVERY_DEBOUNCE, "recovery copy")
        self._ui_state = ui_state
        self._save = save
        self._file = DebouncedWorker(save, FILE_DEBOUNCE, "session file")

    @property
    def workers(self) -> tuple[DebouncedWorker, ...]:
        """All of them, in the order in which they are waited for."""
        return self.recovery, self._ui_state, self._file

    def start(self) -> None:
        """Start the threads that are not running yet."""
        for worker in self.workers:
            worker.start()

    def session_changed(self) -> None:
        """Write the recovery copy and the file when they are due."""
        self.recovery.mark_dirty()
        self._file.mark_dirty()

    def replace_file_worker(self) -> None:
        """Let the thread of the file end, for it may be stuck, and have another ready to be started."""
        self._file.stop()
        self._file = DebouncedWorker(self._save, FILE_DEBOUNCE, "session file")

    def run_now(self) -> None:
        """Write everything that is new now; returns at once."""
        for worker in self.workers:
            worker.run_now()

    def finish(self, timeout: float) -> bool:
        """Write everything now; return whether all of it was done, or failed, within `timeout` seconds."""
        self.run_now()
        until = monotonic() + timeout
        return all([worker.finish(max(0.0, until - monotonic())) for worker in self.workers])

    def stop(self, timeout: float) -> None:
        """Let all threads end after their present job, and wait up to `timeout` seconds for that."""
        until = monotonic() + timeout
        for worker in self.workers:
            worker.stop(max(0.1, until - monotonic()))
