"""A session while it is open: kept safe as it is typed, and saved where the person wants it.

    record ──► recovery copy, at most 250 ms later, in the user's state folder
           ──► session file, 2 s after typing stops, at the latest after 10 s, or when asked
    beside ──► beside the recovery copy, as soon

Screens record sessions and show the `SaveState`.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from time import monotonic

from mou_tui.errors import CannotOpen, CannotSave, Problem
from mou_tui.persistence import recovery
from mou_tui.persistence.autosave import Autosave
from mou_tui.persistence.recovery import RecoveredSession
from mou_tui.persistence.recovery_copy import RecoveryWriter
from mou_tui.persistence.save_status import SaveStatus, StatusPublisher, user_message
from mou_tui.persistence.session_file import SessionFile
from mou_tui.persistence.ui_state import UiState
from mou_tui.session.codec import LIMIT, Decoded
from mou_tui.session.model import Session
from mou_tui.storage.atomic_file import FileChanged, read_bytes
from mou_tui.text import for_display

__all__ = ["RecoveredSession", "SaveStatus", "SessionStore"]

Clock = Callable[[], datetime]

Examine = Callable[[Decoded, str], "tuple[Problem, ...]"]
PATIENCE = 1.5
"""Seconds to wait for the disk at the end: a terminal that closes gives a program about two."""

_TO_WORK_ON = "Shown read-only; open a copy to work on it."


def _no_notes(_decoded: Decoded, _name: str) -> tuple[Problem, ...]:
    return ()


class SessionStore:
    """One open session.

    Attributes:
        beside: What is kept on this computer and not in the file: where one is, and what was begun.
        recovered: Words found at opening that were never saved, until they are accepted or declined.
        replaced: How many control characters were replaced at opening.
        notes: What of the file meant nothing at opening, each with its line.
        is_new: Whether the file was made just now, rather than opened.
        theirs: The file that somebody else changed while ours was open; `path` is another one since.
    """

    def __init__(self, file: SessionFile, session: Session, clock: Clock) -> None:
        """Use `create` or `open`."""
        self.recovered: RecoveredSession | None = None
        self.replaced = 0
        self.notes: tuple[Problem, ...] = ()
        self.is_new = False
        self.theirs: Path | None = None
        self._clock = clock
        self._file = file
        self._keeper = RecoveryWriter(session, lambda: self._file)
        self.ui_state = UiState(lambda: self._file.local, lambda: self._savers.ui_state_changed())
        self._teller = StatusPublisher()
        self._saved = session
        self._saved_at = clock()
        self._saving = self._newer_format = False
        self._read_only = self._failure = self._conflict = ""
        self._left_unsaved: SaveStatus | None = None
        self._savers = Autosave(self._keep, self.ui_state.keep, self._save)

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
        file.make(store._keeper.newest()[1])
        store._claim()
        store._savers.start()
        return store

    @classmethod
    def open(
        cls, path: Path, *, read_only: bool = False, clock: Clock = datetime.now, examine: Examine = _no_notes
    ) -> SessionStore:
        """Open a session file.

        Args:
            path: The file.
            read_only: Whether it is only shown.
            clock: The time of day, local.
            examine: Finds what of the file means nothing, for `notes`.

        Raises:
            CannotOpen: It cannot be read.
            InvalidFile: It is not a session; says where and why, and what older copy there is.
            NewerFormat: A newer program wrote it in a form this one cannot even show.
        """
        opened = recovery.read(path)
        decoded = opened.decoded
        store = cls(opened.file, decoded.session, clock)
        store.replaced = decoded.replaced
        store._keeper.size_at_opening = len(opened.data)
        store.notes = examine(decoded, for_display(path.name))
        store._newer_format = decoded.newer
        if decoded.newer:
            store._read_only = "Made by a newer mou-tui. Shown read-only; update mou-tui to work on it."
        elif read_only:
            store._read_only = f"Opened to be read. {_TO_WORK_ON}"
        else:
            store._claim()
        if not store.read_only:
            store.recovered = recovery.recover(opened)
            store._savers.start()
        return store

    @property
    def session(self) -> Session:
        """The session as it was last recorded."""
        return self._keeper.session

    @property
    def size(self) -> int:
        """About how many bytes the session has in its file, for `limits`."""
        return self._keeper.size

    @property
    def path(self) -> Path:
        """The file it is saved to; another one after `save_elsewhere` and after a conflict."""
        return self._file.path

    @property
    def read_only(self) -> bool:
        """Whether nothing is written; `save_elsewhere` makes a copy to work on."""
        return bool(self._read_only)

    @property
    def message(self) -> str:
        """Why the session cannot be locked, and why no copies of it are kept, which are two facts; empty if neither."""
        return " ".join(filter(None, (self._file.local.not_locked, self._keeper.trouble or self._file.not_backed_up)))

    @property
    def state(self) -> SaveStatus:
        """Whether the words are safe; once it is closed, whether they were then."""
        if self._left_unsaved:
            return self._left_unsaved
        if self._read_only:
            return SaveStatus("read-only", self._saved_at, self._read_only)
        if self._failure:
            return SaveStatus("failed", self._saved_at, f"{self._failure} {self._keeper.where_safe}")
        if self._conflict:
            return SaveStatus("conflict", self._saved_at, self._conflict)
        if self._saving:
            return SaveStatus("saving", self._saved_at)
        return SaveStatus("saved" if self._saved is self.session else "changed", self._saved_at)

    @property
    def only_here(self) -> bool:
        """Whether the newest words would be lost with this window: neither file nor recovery copy can be written."""
        return self.state.kind == "failed" and not self._keeper.is_kept

    def subscribe(self, listener: Callable[[SaveStatus], None]) -> None:
        """Have every new state told, in whatever thread brings it about; see `Teller.subscribe`."""
        self._teller.subscribe(listener)

    def record(self, session: Session) -> None:
        """Take this as the session from now on. Returns at once, whatever the disk does."""
        if session is not self.session:
            self._keeper.session = session
            self._savers.session_changed()

    def save(self) -> None:
        """Have everything written now. Returns at once."""
        self._savers.run_now()

    def flush(self, timeout: float = PATIENCE) -> SaveStatus:
        """Write everything, and wait until it is written, or has failed, or the time is up."""
        return self.state if self._savers.finish(timeout) else self._late

    def save_elsewhere(self, path: Path) -> None:
        """Go on in another file, which is written first; of a read-only session this makes a copy to work on.

        Raises:
            AlreadyExists: There is such a file.
            CannotSave: It could not be written.
        """
        if self._newer_format:
            raise CannotSave(self._read_only)
        session, data = self._keeper.newest()
        other = SessionFile(path)
        other.make(data)
        self._savers.switch_file()
        self._go_on_in(other, data)
        self._saved, self._saved_at = session, self._clock()
        self._saving, self._failure, self._conflict, self.theirs = False, "", "", None
        self._savers.start()
        self._tell()

    def accept_recovery(self) -> None:
        """Go on with the words found at opening; the file as it is goes to the backups first.

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
        """Go on with the file; the words found at opening stay among the backups."""
        if self.recovered and self._keeper.kept is None:
            with contextlib.suppress(CannotSave):
                self._file.local.mark_not_applicable(self._clock())
                self._file.local.drop()
        self.recovered = None

    def close(self, timeout: float = PATIENCE) -> SaveStatus:
        """Write everything, let others have the session, and return whether the words are safe."""
        until = monotonic() + timeout
        self._keeper.is_left = True
        state = self.flush(timeout)
        self._savers.stop(until - monotonic())
        if not self._read_only and self._keeper.kept is self._saved is self.session:
            self._keeper.leave(self._keeper.newest()[1], self._clock())
        self._file.local.release()
        if state.kind in ("saving", "changed"):
            # The thread that saves has come to an end before this.
            state = self._late
        self._left_unsaved = state if state.kind == "failed" else None
        return state

    @property
    def _late(self) -> SaveStatus:
        words = f"Cannot save “{for_display(self.path)}”: the disk does not answer. {self._keeper.where_safe}"
        return SaveStatus("failed", self._saved_at, words)

    def _claim(self) -> None:
        try:
            not_ours = self._file.claim(self._clock())
        except CannotSave as error:
            not_ours = ""
            self._keeper.missed(error)
        self._read_only = f"{not_ours} {_TO_WORK_ON}" if not_ours else ""

    def _keep(self) -> bool:
        is_kept = self._keeper.keep()
        self._tell()
        return is_kept

    def _save(self) -> bool:
        """Write the session file; say whether that worked."""
        file, failure = self._file, ""
        self._saving = True
        # The recovery copy first, so that it is never older than the file.
        self._keep()
        try:
            session, data = self._keeper.newest()
            now = self._clock()
            try:
                file.save(data, now)
            except FileChanged as changed:
                if file is self._file:
                    file = self._make_way(changed, data)
        except Exception as error:
            failure = user_message(error)
        # A stuck disk may answer after `save_elsewhere`; what became of the old file is nobody's concern then.
        if file is self._file:
            self._saving, self._failure = False, failure
            if not failure:
                self._saved, self._saved_at = session, now
            self._tell()
        return not failure

    def _make_way(self, changed: FileChanged, data: bytes) -> SessionFile:
        """Leave the file to whoever changed it and go on in a conflict file."""
        theirs = self._file
        ours = theirs.ui_state(data, self._clock())
        self._go_on_in(ours, data)
        self.theirs = theirs.path
        self._conflict = f"{changed.message} Theirs is untouched; yours goes on in “{for_display(ours.path.name)}”."
        return ours

    def _go_on_in(self, other: SessionFile, data: bytes) -> None:
        with self._keeper.lock:
            if not self._read_only:
                self._keeper.leave(data, self._clock())
            self._file.local.release()
            self._file, self._keeper.kept = other, None
            self._claim()
        self._savers.touch()

    def _tell(self) -> None:
        self._teller.tell(lambda: self.state)
