"""An open session: kept safe as it is typed, and saved to its file.

    record ──► recovery copy, at most 250 ms later, in the user's state folder
           ──► session file, 2 s after typing stops, at the latest after 10 s, or when asked
    ui_state ─► next to the recovery copy, as soon

Front ends record sessions and show the `SaveStatus`.
"""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from time import monotonic

from mou_tui.errors import CannotOpen, CannotSave, Problem
from mou_tui.language.text import for_display
from mou_tui.persistence import recovery
from mou_tui.persistence.autosave import PATIENCE, Autosave
from mou_tui.persistence.cached_encoder import CachedEncoder
from mou_tui.persistence.recovery import RecoveredSession
from mou_tui.persistence.recovery_writer import RecoveryWriter
from mou_tui.persistence.save_status import SaveStatus, StatusPublisher, user_message
from mou_tui.persistence.save_tracker import NEWER_FORMAT, Restriction, SaveTracker
from mou_tui.persistence.session_file import SessionFile
from mou_tui.persistence.ui_state import UiState
from mou_tui.session.codec import LIMIT, Decoded
from mou_tui.session.model import Session
from mou_tui.storage.atomic_file import FileChanged, read_bytes

__all__ = ["RecoveredSession", "SaveStatus", "SessionStore"]

Clock = Callable[[], datetime]
Examine = Callable[[Decoded, str], "tuple[Problem, ...]"]


class SessionStore:
    """One open session.

    Attributes:
        session: The session as it was last recorded.
        ui_state: What is kept on this computer and not in the file.
        recovered: Unsaved text found at opening, until it is accepted or declined.
        replaced: How many control characters were replaced at opening.
        notes: What of the file meant nothing at opening, each with its line.
        is_new: Whether the file was created just now, rather than opened.
        conflicting_file: The file that somebody else changed while ours was open; `path` is another one since.
    """

    def __init__(self, file: SessionFile, session: Session, clock: Clock) -> None:
        """Use `create` or `open`."""
        self.session = session
        self.recovered: RecoveredSession | None = None
        self.replaced, self.is_new = 0, False
        self.notes: tuple[Problem, ...] = ()
        self.conflicting_file: Path | None = None
        self._clock, self._file = clock, file
        self._lock = threading.RLock()
        """Held while the session is encoded, a recovery copy is written, or the file is changed for another."""
        self._encoder = CachedEncoder()
        self._recovery = RecoveryWriter(file)
        self._tracker = SaveTracker(session, clock(), self._recovery)
        self._publisher = StatusPublisher()
        self._final_status: SaveStatus | None = None
        self.ui_state = UiState(file.local)
        self._autosave = Autosave(self._write_recovery, self._save, self.ui_state.worker)

    @classmethod
    def create(cls, path: Path, session: Session, *, clock: Clock = datetime.now) -> SessionStore:
        """Write a new session file and open it.

        Raises:
            AlreadyExists: There is such a file.
            CannotSave: It could not be written.
        """
        file = SessionFile(path)
        store = cls(file, session, clock)
        store.is_new = True
        file.create(store._newest()[1])
        store._tracker.restrict(store._claim())
        store._autosave.start()
        return store

    @classmethod
    def open(
        cls, path: Path, *, read_only: bool = False, clock: Clock = datetime.now, examine: Examine | None = None
    ) -> SessionStore:
        """Open a session file.

        Args:
            path: The file.
            read_only: Whether it is only shown.
            clock: Local time.
            examine: Makes the `notes` from the decoded file and its name; without it there are none.

        Raises:
            CannotOpen: It cannot be read.
            InvalidFile: It is not a session; says where and why, and what older copy there is.
            NewerFormat: A newer program wrote it in a form this one cannot even show.
        """
        loaded = recovery.read(path)
        decoded = loaded.decoded
        store = cls(loaded.file, decoded.session, clock)
        store.replaced = decoded.replaced
        store._encoder.size = len(loaded.data)
        store.notes = examine(decoded, for_display(path.name)) if examine else ()
        if decoded.newer:
            store._tracker.restrict(NEWER_FORMAT)
        elif read_only:
            store._tracker.restrict(Restriction.read_only("Opened to be read."))
        else:
            store._tracker.restrict(store._claim())
        if not store.read_only:
            store.recovered = recovery.recover(loaded)
            store._autosave.start()
        return store

    @property
    def size(self) -> int:
        """About how many bytes the session has in its file, for `limits`."""
        return self._encoder.size

    @property
    def path(self) -> Path:
        """The file it is saved to; another one after `save_elsewhere` and after a conflict."""
        return self._file.path

    @property
    def read_only(self) -> bool:
        """Whether nothing is written; `save_elsewhere` makes a copy to work on."""
        return self._tracker.is_read_only

    @property
    def message(self) -> str:
        """Why the session cannot be locked, and why no copies of it are kept, which are two facts; empty if neither."""
        return " ".join(filter(None, (self._file.local.not_locked, self._recovery.trouble or self._file.not_backed_up)))

    @property
    def state(self) -> SaveStatus:
        """Whether everything is saved; after `close`, whether it was then."""
        return self._final_status or self._tracker.status(self.session)

    @property
    def only_here(self) -> bool:
        """Whether the newest text would be lost with this window: neither file nor recovery copy can be written."""
        return self.state.kind == "failed" and not self._recovery.is_kept

    def subscribe(self, listener: Callable[[SaveStatus], None]) -> None:
        """Call a listener with every new status, in whatever thread it comes up; see `StatusPublisher.subscribe`."""
        self._publisher.subscribe(listener)

    def record(self, session: Session) -> None:
        """Take this as the session from now on. Returns at once, whatever the disk does."""
        if session is not self.session:
            self.session = session
            self._autosave.session_changed()

    def save(self) -> None:
        """Write everything now. Returns at once."""
        self._autosave.run_now()

    def flush(self, timeout: float = PATIENCE) -> SaveStatus:
        """Write everything, and wait until it is written, or has failed, or `timeout` seconds are over."""
        return self.state if self._autosave.finish(timeout) else self._timeout_status

    def save_elsewhere(self, path: Path) -> None:
        """Go on in another file, which is written first; of a read-only session this makes a copy to work on.

        Raises:
            AlreadyExists: There is such a file.
            CannotSave: It could not be written.
        """
        if self._tracker.restriction == NEWER_FORMAT:
            raise CannotSave(NEWER_FORMAT.message)
        session, data = self._newest()
        file = SessionFile(path)
        file.create(data)
        self._autosave.replace_file_worker()
        self._switch_file(file, data)
        self._tracker.succeed(session, self._clock())
        self.conflicting_file = None
        self._autosave.start()
        self._publish()

    def accept_recovery(self) -> None:
        """Go on with the unsaved text found at opening; the file as it is goes to the backups first.

        Raises:
            CannotSave: The backup could not be made, and nothing was changed.
        """
        if self.recovered:
            with contextlib.suppress(CannotOpen):
                self._file.local.backups.add(read_bytes(self.path, LIMIT), self._clock())
            recovered, self.recovered = self.recovered, None
            self.record(recovered.session)
            self.save()

    def decline_recovery(self) -> None:
        """Go on with the file; the unsaved text found at opening stays among the backups."""
        if self.recovered and self._recovery.kept is None:
            with contextlib.suppress(CannotSave):
                self._file.local.archive_recovery(self._clock())
                self._file.local.discard_recovery()
        self.recovered = None

    def close(self, timeout: float = PATIENCE) -> SaveStatus:
        """Write everything, release the lock, and return whether everything is saved."""
        until = monotonic() + timeout
        self._recovery.is_closed = True
        self.ui_state.second_screen.close()
        status = self.flush(timeout)
        self._autosave.stop(until - monotonic())
        session = self.session
        if not self.read_only and self._recovery.kept is session and self._tracker.holds(session):
            self._recovery.archive(self._newest()[1], self._clock())
        self._file.local.release()
        if status.kind in ("saving", "changed"):
            # The thread that saves has come to an end before this.
            status = self._timeout_status
        self._final_status = status if status.kind == "failed" else None
        return status

    @property
    def _timeout_status(self) -> SaveStatus:
        return self._tracker.failed(f"Cannot save “{for_display(self.path)}”: the disk does not answer.")

    def _newest(self) -> tuple[Session, bytes]:
        """Return the session as it is now, and the text of its file; raises CannotSave."""
        with self._lock:
            session = self.session
            return session, self._encoder.encode(session, self.path)

    def _claim(self) -> Restriction | None:
        """Lock the file for this process; return the restriction if that cannot be done."""
        try:
            not_ours = self._file.claim(self._clock())
        except CannotSave as error:
            self._recovery.record_failure(error)
            return None
        return Restriction.read_only(not_ours) if not_ours else None

    def _write_recovery(self) -> bool:
        """Write the recovery copy; return whether there is one."""
        try:
            with self._lock:
                self._recovery.write(*self._newest())
        except Exception as error:
            self._recovery.record_failure(error)
        self._publish()
        return not self._recovery.trouble

    def _save(self) -> bool:
        """Write the session file; return whether that worked."""
        file, failure = self._file, ""
        self._tracker.begin()
        # The recovery copy first, so that it is never older than the file.
        self._write_recovery()
        try:
            session, data = self._newest()
            now = self._clock()
            try:
                file.save(data, now)
            except FileChanged as changed:
                if file is self._file:
                    file = self._save_as_conflict(changed, data)
        except Exception as error:
            failure = user_message(error)
        # A stuck disk may answer after `save_elsewhere`, when the earlier file no longer matters.
        if file is self._file:
            if failure:
                self._tracker.fail(failure)
            else:
                self._tracker.succeed(session, now)
            self._publish()
        return not failure

    def _save_as_conflict(self, changed: FileChanged, data: bytes) -> SessionFile:
        """Write our text to a new conflict file, leave the other's as it is, and switch to ours; raises CannotSave."""
        changed_file = self._file
        ours = changed_file.write_conflict_copy(data, self._clock())
        self._switch_file(ours, data, Restriction.conflict(changed, ours.path))
        self.conflicting_file = changed_file.path
        return ours

    def _switch_file(self, file: SessionFile, data: bytes, conflict: Restriction | None = None) -> None:
        with self._lock:
            if not self.read_only:
                self._recovery.archive(data, self._clock())
            self._file.local.release()
            self._file = file
            self._recovery.switch_file(file)
            self.ui_state.switch_file(file.local)
            self._tracker.restrict(self._claim() or conflict)
        self._autosave.session_changed()

    def _publish(self) -> None:
        self._publisher.publish(lambda: self.state)
