"""A session while it is open: kept safe as it is typed, and saved where the person wants it.

    record ──► recovery copy, at most 250 ms later, in the user's state folder
           ──► session file, 2 s after typing stops, at the latest after 10 s, or when asked
    remember_place ──► beside the recovery copy, as soon

Each has its own thread, so that a stuck disk stops neither typing nor the recovery copy. Screens record
sessions and show the `SaveState`.
"""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from time import monotonic
from typing import Literal

from mou_tui import paths
from mou_tui.errors import CannotOpen, CannotSave, InvalidFile, MouError
from mou_tui.files import ChangedMeanwhile, read_bytes
from mou_tui.session import opening
from mou_tui.session.codec import LIMIT
from mou_tui.session.encoder import Encoder
from mou_tui.session.onfile import SessionFile
from mou_tui.session.opening import Recovered
from mou_tui.session.saver import Pace, Saver
from mou_tui.session.session import Session
from mou_tui.text import shown

__all__ = ["Recovered", "SaveState", "Store"]

Clock = Callable[[], datetime]
Kind = Literal["saved", "changed", "saving", "failed", "read-only", "conflict"]

RECOVERY_PACE = Pace(quiet=0.1, latest=0.1, retry=1.0)
FILE_PACE = Pace(quiet=2.0, latest=10.0, retry=5.0)
PATIENCE = 1.5
"""Seconds to wait for the disk at the end: a terminal that closes gives a program about two."""

_TO_WORK_ON = "Shown read-only; open a copy to work on it."


@dataclass(frozen=True)
class SaveState:
    """Whether the words are safe.

    Attributes:
        kind: In one word.
        at: When the file was last known to hold all of them.
        message: What is the matter and where the words are; empty while all is well.
    """

    kind: Kind
    at: datetime | None = None
    message: str = ""


class Store:
    """One open session.

    Attributes:
        recovered: Words found at opening that were never saved, until they are accepted or declined.
        replaced: How many control characters were replaced at opening.
        is_new: Whether the file was made just now, rather than opened.
        theirs: The file that somebody else changed while ours was open; `path` is another one since.
    """

    def __init__(self, file: SessionFile, session: Session, clock: Clock) -> None:
        """Use `create` or `open`."""
        self.recovered: Recovered | None = None
        self.replaced = 0
        self.is_new = False
        self.theirs: Path | None = None
        self._clock = clock
        self._file = file
        self._session = self._saved = session
        self._saved_at = clock()
        self._place = file.local.place
        self._place_kept = file, self._place
        self._encoder = Encoder()
        self._encoded: tuple[Session, bytes] | None = None
        self._kept: Session | None = None
        self._saving = self._newer_format = False
        self._read_only = self._failure = self._conflict = self._not_kept = ""
        self._listeners: list[Callable[[SaveState], None]] = []
        self._told: SaveState | None = None
        self._keeping, self._telling = threading.RLock(), threading.RLock()
        self._recovery_saver: Saver | None = None
        self._place_saver: Saver | None = None
        self._file_saver: Saver | None = None

    @classmethod
    def create(cls, path: Path, session: Session, *, clock: Clock = datetime.now) -> Store:
        """Write a new session file and open it.

        Raises:
            AlreadyExists: There is such a file.
            CannotSave: It could not be written.
        """
        with contextlib.suppress(CannotOpen, OSError):
            if path.parent == paths.documents():
                path.parent.mkdir(parents=True, exist_ok=True)
        file = SessionFile(path)
        store = cls(file, session, clock)
        store.is_new = True
        file.make(store._newest()[1])
        store._claim()
        store._start()
        return store

    @classmethod
    def open(cls, path: Path, *, read_only: bool = False, clock: Clock = datetime.now) -> Store:
        """Open a session file.

        Raises:
            CannotOpen: It cannot be read.
            InvalidFile: It is not a session; says where and why, and what older copy there is.
            NewerFormat: A newer program wrote it in a form this one cannot even show.
        """
        opened = opening.read(path)
        store = cls(opened.file, opened.session, clock)
        store.replaced = opened.replaced
        store._newer_format = opened.newer
        if opened.newer:
            store._read_only = "Made by a newer mou-tui. Shown read-only; update mou-tui to work on it."
        elif read_only:
            store._read_only = f"Opened to be read. {_TO_WORK_ON}"
        else:
            store._claim()
        if not store.read_only:
            store.recovered = opening.recover(opened)
            store._start()
        return store

    @property
    def session(self) -> Session:
        """The session as it was last recorded."""
        return self._session

    @property
    def path(self) -> Path:
        """The file it is saved to; another one after `save_elsewhere` and after a conflict."""
        return self._file.path

    @property
    def read_only(self) -> bool:
        """Whether nothing is written; `save_elsewhere` makes a copy to work on."""
        return bool(self._read_only)

    @property
    def place(self) -> str:
        """The id of the question where one was."""
        return self._place

    @property
    def message(self) -> str:
        """Why this computer keeps no recovery copies or backups at the moment; empty while it does."""
        return self._not_kept or self._file.not_backed_up

    @property
    def state(self) -> SaveState:
        """Whether the words are safe."""
        if self._read_only:
            return SaveState("read-only", self._saved_at, self._read_only)
        if self._failure:
            return SaveState("failed", self._saved_at, f"{self._failure} {self._where_safe()}")
        if self._conflict:
            return SaveState("conflict", self._saved_at, self._conflict)
        if self._saving:
            return SaveState("saving", self._saved_at)
        return SaveState("saved" if self._saved is self._session else "changed", self._saved_at)

    def subscribe(self, listener: Callable[[SaveState], None]) -> None:
        """Have every new state told, in whatever thread brings it about.

        The listener posts it on and returns at once: saving waits for it.
        """
        self._listeners.append(listener)

    def record(self, session: Session) -> None:
        """Take this as the session from now on. Returns at once, whatever the disk does."""
        if session is not self._session:
            self._session = session
            for saver in self._savers():
                saver.touch()

    def remember_place(self, question_id: str) -> None:
        """Keep where one is: on this computer, not in the file. Returns at once, whatever the disk does."""
        if question_id != self._place:
            self._place = question_id
            if self._place_saver:
                self._place_saver.touch()

    def save(self) -> None:
        """Have everything written now. Returns at once."""
        for saver in self._savers():
            saver.hurry()

    def flush(self, timeout: float = PATIENCE) -> SaveState:
        """Write everything, and wait until it is written, or has failed, or the time is up."""
        until = monotonic() + timeout
        self.save()
        settled = [saver.finish(max(0.0, until - monotonic())) for saver in self._savers()]
        if all(settled):
            return self.state
        late = f"Cannot save “{shown(self.path)}”: the disk does not answer. {self._where_safe()}"
        return SaveState("failed", self._saved_at, late)

    def save_elsewhere(self, path: Path) -> None:
        """Go on in another file, which is written first; of a read-only session this makes a copy to work on.

        Raises:
            AlreadyExists: There is such a file.
            CannotSave: It could not be written.
        """
        if self._newer_format:
            raise CannotSave(self._read_only)
        session, data = self._newest()
        other = SessionFile(path)
        other.make(data)
        if self._file_saver:
            self._file_saver.stop()
        self._go_on_in(other, data)
        self._saved, self._saved_at = session, self._clock()
        self._saving, self._failure, self._conflict, self.theirs = False, "", "", None
        self._start()
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
        if self.recovered and self._kept is None:
            with contextlib.suppress(CannotSave):
                self._file.local.set_aside(self._clock())
                self._file.local.drop()
        self.recovered = None

    def close(self, timeout: float = PATIENCE) -> SaveState:
        """Write everything, let others have the session, and return whether the words are safe."""
        until = monotonic() + timeout
        state = self.flush(timeout)
        for saver in self._savers():
            saver.stop(max(0.1, until - monotonic()))
        if not self._read_only and self._kept is self._saved is self._session:
            self._leave(self._newest()[1])
        self._file.local.release()
        return state

    def _savers(self) -> list[Saver]:
        return [saver for saver in (self._recovery_saver, self._place_saver, self._file_saver) if saver]

    def _start(self) -> None:
        if self._recovery_saver is None:
            self._recovery_saver = Saver(self._keep, RECOVERY_PACE, "recovery copy")
            self._place_saver = Saver(self._keep_place, RECOVERY_PACE, "place")
            self._place_saver.touch()
        self._file_saver = Saver(self._save, FILE_PACE, "session file")

    def _claim(self) -> None:
        try:
            not_ours = self._file.claim(self._clock())
        except CannotSave as error:
            not_ours, self._not_kept = "", _no_recovery(error)
        self._read_only = f"{not_ours} {_TO_WORK_ON}" if not_ours else ""

    def _newest(self) -> tuple[Session, bytes]:
        with self._keeping:
            session = self._session
            if self._encoded is None or self._encoded[0] is not session:
                self._encoded = session, _encode(self._encoder, session, self.path)
            return self._encoded

    def _keep(self) -> bool:
        """Write the recovery copy; say whether that worked."""
        try:
            with self._keeping:
                session, data = self._newest()
                if self._kept is not session:
                    self._file.local.keep(data, self._file.base)
                    self._kept, self._not_kept = session, ""
        except Exception as error:
            self._not_kept = _no_recovery(error)
        self._tell()
        return not self._not_kept

    def _keep_place(self) -> bool:
        """Write down where one is, as far as that can be kept."""
        file, place = self._file, self._place
        if (file, place) != self._place_kept:
            file.local.remember(place=place)
            self._place_kept = file, place
        return True

    def _save(self) -> bool:
        """Write the session file; say whether that worked."""
        file, failure = self._file, ""
        self._saving = True
        # The recovery copy first, so that it is never older than the file.
        self._keep()
        try:
            session, data = self._newest()
            try:
                file.save(data, self._clock())
            except ChangedMeanwhile as changed:
                if file is self._file:
                    file = self._make_way(changed, data)
        except Exception as error:
            failure = _said(error)
        # A stuck disk may answer after `save_elsewhere`; what became of the old file is nobody's concern then.
        if file is self._file:
            self._saving, self._failure = False, failure
            if not failure:
                self._saved, self._saved_at = session, self._clock()
            self._tell()
        return not failure

    def _make_way(self, changed: ChangedMeanwhile, data: bytes) -> SessionFile:
        """Leave the file to whoever changed it and go on in a conflict file."""
        theirs = self._file
        ours = theirs.beside(data, self._clock())
        self._go_on_in(ours, data)
        self.theirs = theirs.path
        self._conflict = f"{changed.message} Theirs is untouched; yours goes on in “{shown(ours.path.name)}”."
        return ours

    def _go_on_in(self, other: SessionFile, data: bytes) -> None:
        with self._keeping:
            if not self._read_only:
                self._leave(data)
            self._file.local.release()
            self._file, self._kept = other, None
            self._claim()
        for saver in self._savers():
            saver.touch()

    def _leave(self, data: bytes) -> None:
        """Turn the recovery copy into the newest backup: the words are in a file now."""
        with contextlib.suppress(CannotSave):
            self._file.local.backups.add(data, self._clock())
        self._file.local.drop()

    def _where_safe(self) -> str:
        if self._kept and not self._not_kept:
            return f"Your words are safe on this computer, in “{shown(self._file.local.recovery_path)}”."
        return "Your words are only in this window: leave it open, and save elsewhere."

    def _tell(self) -> None:
        with self._telling:
            state = self.state
            if state != self._told:
                self._told = state
                for listener in self._listeners:
                    # A screen that is gone must not stop the saving.
                    with contextlib.suppress(Exception):
                        listener(state)


def _encode(encoder: Encoder, session: Session, path: Path) -> bytes:
    """Return the file of a session; what could not be opened again is never put in place of what can."""
    try:
        data = encoder.encode(session)
    except InvalidFile as error:
        raise CannotSave(f"Cannot save “{shown(path)}”: it could not be read back: {error.problems[0]}.") from error
    if len(data) > LIMIT:
        raise CannotSave(f"Cannot save “{shown(path)}”: it would be larger than {LIMIT // 1024:,} KB.")
    return data


def _no_recovery(error: Exception) -> str:
    return f"No recovery copies are kept. {_said(error)}"


def _said(error: Exception) -> str:
    return error.message if isinstance(error, MouError) else f"A fault in the program: {type(error).__name__}."
