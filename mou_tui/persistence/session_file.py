"""A session file on its disk, replaced so that nobody's words are lost.

Neither size nor time tells whether somebody else changed a file. Its content does: before a save it is compared
with what we read or wrote, and once more at the last moment before the new file takes its place.
"""

from __future__ import annotations

import contextlib
import os
import re
from datetime import datetime, timedelta
from pathlib import Path

from mou_tui import paths
from mou_tui.errors import AlreadyExists, CannotOpen, CannotSave
from mou_tui.language.dates import time_of_day
from mou_tui.language.text import for_display
from mou_tui.persistence.local_state import LocalState, fingerprint
from mou_tui.session.codec import LIMIT
from mou_tui.storage.atomic_file import FileChanged, read_bytes, remove_stale_temps, write_atomically

BACK_UP_EVERY = timedelta(minutes=5)
ENDING = ".mou.yaml"

_CONFLICT = re.compile(r" \(conflict [^()]*\)$")


class SessionFile:
    """A session file, what it held when we last looked, and what this computer keeps about it.

    Attributes:
        path: The file, as the person named it.
        local: What this computer keeps about it.
        base_fingerprint: Fingerprint of what it held when it was last read or written; empty before that.
        not_backed_up: Why the last backup could not be made, if it could not.
    """

    def __init__(self, path: Path) -> None:
        self.path = path.absolute()
        self.local = LocalState(path)
        self.base_fingerprint = ""
        self.not_backed_up = ""
        self._tried: set[str] = set()
        self._backed_up: datetime | None = None

    def claim(self, now: datetime) -> str:
        """Take the file for this process; return why it can only be read, or nothing if it is ours.

        Raises:
            CannotSave: This computer can keep nothing about it. It may be written all the same.
        """
        if not os.access(self.path, os.W_OK):
            return "The file is write-protected."
        if not self.local.acquire_lock():
            return f"Open elsewhere{_since(self.local.opened, now)}"
        self.local.update_metadata(opened=now)
        # What a killed program left here is overwritten by the next recovery copy.
        with contextlib.suppress(CannotSave):
            self.local.archive_recovery(now)
        remove_stale_temps(self.path.parent)
        return ""

    def read(self) -> bytes:
        """Return what the file holds; from now on that is what we go on from.

        Raises:
            CannotOpen: It cannot be read.
        """
        data = read_bytes(self.path, LIMIT)
        self._go_on_from(data)
        return data

    def create(self, data: bytes) -> None:
        """Write the file for the first time; the folder where new sessions go is made with it.

        Raises:
            AlreadyExists: There is such a file.
            CannotSave: It could not be written.
        """
        with contextlib.suppress(CannotOpen, OSError):
            if self.path.parent == paths.documents():
                self.path.parent.mkdir(parents=True, exist_ok=True)
        write_atomically(self.path, data, exclusive=True)
        self._go_on_from(data)

    def save(self, data: bytes, now: datetime) -> None:
        """Replace what the file holds, after a backup of it every few minutes.

        Raises:
            ChangedMeanwhile: Somebody else changed it; theirs is untouched.
            CannotSave: It could not be written.
        """
        on_disk = self._look()
        if on_disk != data or self._tried:
            # A save that failed at its very end may have reached the file: what was tried is ours as well.
            if on_disk not in (None, data) and fingerprint(on_disk) not in {self.base_fingerprint, *self._tried}:
                raise self._changed()
            self._tried.add(fingerprint(data))
            if on_disk is None:
                self._write_again(data)
            else:
                self._back_up(on_disk, now)
                write_atomically(self.path, data, replacing=on_disk)
        self._go_on_from(data)

    def write_conflict_copy(self, data: bytes, now: datetime) -> SessionFile:
        """Write a conflict file next to this one and return it.

        Raises:
            CannotSave: It could not be written.
        """
        stem = _stem(self.path)
        for attempt in range(1, 100):
            again = f" {attempt}" if attempt > 1 else ""
            name = f"{stem} (conflict {now:%Y-%m-%d %H%M}{again}){ENDING}"
            other = SessionFile(self.path.with_name(name))
            try:
                other.create(data)
            except AlreadyExists:
                continue
            return other
        raise CannotSave(f"There are too many conflict files beside “{for_display(self.path)}”.")

    def _go_on_from(self, data: bytes) -> None:
        self.base_fingerprint = fingerprint(data)
        self._tried.clear()

    def _look(self) -> bytes | None:
        try:
            return read_bytes(self.path, LIMIT)
        except CannotOpen as error:
            if isinstance(error.__cause__, FileNotFoundError):
                return None
            if error.__cause__ is None:
                raise self._changed() from error
            raise CannotSave(error.message.replace("Cannot open", "Cannot save", 1)) from error

    def _write_again(self, data: bytes) -> None:
        try:
            write_atomically(self.path, data, exclusive=True)
        except AlreadyExists as error:
            raise self._changed() from error

    def _back_up(self, data: bytes, now: datetime) -> None:
        # A clock that was set back counts as time gone by.
        if self._backed_up is None or abs(now - self._backed_up) >= BACK_UP_EVERY:
            try:
                self.local.backups.add(data, now)
                self._backed_up, self.not_backed_up = now, ""
            except CannotSave as error:
                self.not_backed_up = f"No backups are kept. {error.message}"

    def _changed(self) -> FileChanged:
        return FileChanged(f"“{for_display(self.path)}” was changed by someone else.")


def conflict_files(path: Path) -> tuple[Path, ...]:
    """Return the conflict files next to a session file."""
    stem = _stem(path)
    try:
        conflicts = [other for other in path.parent.iterdir() if _CONFLICT.search(other.name.removesuffix(ENDING))]
    except OSError:
        return ()
    return tuple(sorted(other for other in conflicts if other != path and _stem(other) == stem))


def _stem(path: Path) -> str:
    return _CONFLICT.sub("", path.name.removesuffix(ENDING))


def _since(opened: datetime | None, now: datetime) -> str:
    if opened is None:
        return "."
    day = "" if opened.date() == now.date() else f"{opened:%Y-%m-%d} "
    return f" since {day}{time_of_day(opened)}"
