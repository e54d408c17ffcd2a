"""What this computer keeps about one session file, in the user's state folder and for the user alone.

    sessions/KEY/            KEY stands for the real path of the session file
    ├── about.json           that path, when it was opened last, the edit location, whether the second screen is blank
    ├── begun.json           unfinished forms
    ├── lock                 held while it is open for writing; a dead process holds nothing
    ├── recovery.mou.yaml    the newest words, after a line that says which file they go on from
    │                         (recovery and begun have longer names where nothing could be locked)
    └── backups/             earlier states

A computer without a writable state folder still opens and saves sessions: what cannot be kept raises, and the
store goes on.
"""

from __future__ import annotations

import contextlib
import os
import threading
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from mou_tui import paths
from mou_tui.errors import CannotOpen, CannotSave
from mou_tui.language.text import for_display
from mou_tui.persistence.backups import Backups
from mou_tui.persistence.recovery_files import RecoveryCopies, RecoveryCopy, fingerprint
from mou_tui.session.codec import LIMIT
from mou_tui.storage.atomic_file import read_bytes, remove_stale_temps, write_atomically
from mou_tui.storage.os_errors import describe_os_error

if TYPE_CHECKING:
    from filelock import FileLock

__all__ = ["LocalState", "RecoveryCopy", "fingerprint", "read_metadata"]


class LocalState:
    """What this computer keeps about one session file."""

    def __init__(self, path: Path) -> None:
        """Find it; nothing is made before there is something to keep."""
        self.path = Path(os.path.realpath(path))
        self._homeless = ""
        try:
            state = paths.state()
        except CannotOpen as error:
            # Nothing can be found beneath a device.
            state, self._homeless = Path(os.devnull), error.message
        key = fingerprint(os.fsencode(os.path.normcase(self.path)))[:16]
        self.folder = state / "sessions" / key
        self.copies = RecoveryCopies(self.folder)
        self.not_locked = ""
        """Why nothing keeps a second program away from the session; empty while it is locked, or not claimed."""
        self._form_drafts_path = self.folder / "begun.json"
        self.backups = Backups(self.folder / "backups")
        self._lock: FileLock | None = None
        self._remembering = threading.Lock()

    @property
    def opened(self) -> datetime | None:
        """When the session was opened last, local time; None if that is not known."""
        with contextlib.suppress(ValueError):
            return datetime.fromisoformat(read_metadata(self.folder).get("opened", ""))
        return None

    @property
    def edit_location(self) -> str:
        """The edit location, as it was handed to `update_metadata`; empty if none was."""
        return read_metadata(self.folder).get("place", "")

    @property
    def blanked(self) -> datetime | None:
        """When the program that shows nothing on the second screen last said so, local time; None while it is shown."""
        with contextlib.suppress(ValueError):
            return datetime.fromisoformat(read_metadata(self.folder).get("blank", ""))
        return None

    @property
    def has_recovery_copy(self) -> bool:
        """Whether there is a recovery copy: while a changed session is open here, or after a crash."""
        return self.copies.exist()

    @property
    def recovery_path(self) -> Path:
        """The path of the recovery copy that this program writes."""
        return self.copies.path

    def acquire_lock(self) -> bool:
        """Lock the session for this process until `release`; return False if another process has locked it.

        Where nothing can be locked, nobody can tell: `not_locked` says so, and what is kept is kept apart.

        Raises:
            CannotSave: The state folder cannot be used.
        """
        from filelock import FileLock, Timeout

        self._make_folders()
        lock = FileLock(self.folder / "lock", mode=0o600, thread_local=False)
        try:
            lock.acquire(blocking=False)
        except Timeout:
            return False
        except (OSError, NotImplementedError) as error:
            self._go_unlocked(error)
            return True
        self._lock, self.not_locked = lock, ""
        for folder in (self.folder, self.backups.folder):
            remove_stale_temps(folder, older_than=0)
        return True

    def _go_unlocked(self, error: Exception) -> None:
        why = f" ({describe_os_error(error)})" if isinstance(error, OSError) else ""
        self.not_locked = (
            f"This computer cannot lock the session{why}, so another window may have it open as well. "
            "Keep it open in one window only."
        )
        self.copies.write_apart()
        self._form_drafts_path = self.folder / f"begun {os.getpid()}-{os.urandom(4).hex()}.json"

    def release(self) -> None:
        """Release the lock."""
        lock, self._lock = self._lock, None
        if lock:
            lock.release()

    def update_metadata(self, *, opened: datetime | None = None, edit_location: str | None = None) -> None:
        """Remember when the session was opened, or the edit location, as far as the disk allows."""
        news = {"opened": opened.isoformat() if opened else None, "place": edit_location}
        self._write_metadata({key: value for key, value in news.items() if value is not None})

    def mark_blank(self, at: datetime | None) -> None:
        """Remember that nothing is shown on the second screen at a time, local; or, without one, that it is shown."""
        self._write_metadata({"blank": at.isoformat() if at else ""})

    def _write_metadata(self, news: Mapping[str, str]) -> None:
        import json

        # Neither must be lost while the other is written.
        with self._remembering, contextlib.suppress(CannotSave):
            known = {**read_metadata(self.folder), "path": str(self.path), **news}
            write_atomically(self.folder / "about.json", json.dumps(known).encode(), private=True)

    @property
    def form_drafts(self) -> str:
        """The unfinished forms, as they were handed to `write_form_drafts`; empty if there are none."""
        # Where nothing could be locked, each program writes its unfinished forms under a name of its own.
        with contextlib.suppress(OSError):
            names = self.folder.glob("begun*.json")
            newest_first = sorted(names, key=lambda path: path.lstat().st_mtime, reverse=True)
            for path in newest_first:
                with contextlib.suppress(CannotOpen, UnicodeDecodeError):
                    return read_bytes(path, LIMIT).decode()
        return ""

    def write_form_drafts(self, text: str) -> None:
        """Write the unfinished forms, as far as the disk allows; remove them if the text is empty."""
        with contextlib.suppress(CannotSave, OSError):
            if text:
                self._make_folders()
                write_atomically(self._form_drafts_path, text.encode(), private=True)
            else:
                self._form_drafts_path.unlink(missing_ok=True)

    def write_recovery(self, data: bytes, base: str) -> None:
        """Write the recovery copy.

        Raises:
            CannotSave: They could not be written.
        """
        self._make_folders()
        self.copies.write(data, base)

    def recovery_copy(self) -> RecoveryCopy | None:
        """Return the newest recovery copy; None without one."""
        return next(iter(self.copies.list()), None)

    def archive_recovery(self, now: datetime) -> None:
        """Copy the recovery copies to the backups, where nothing overwrites them.

        Raises:
            CannotSave: The backup could not be made.
        """
        self.copies.archive(self.backups, now)

    def discard_recovery(self) -> None:
        """Remove the recovery copy of this program: its text is in a file, or in the backups."""
        self.copies.discard()

    def _make_folders(self) -> None:
        if self._homeless:
            raise CannotSave(self._homeless)
        try:
            self.folder.parents[1].mkdir(mode=0o700, parents=True, exist_ok=True)
            for folder in (self.folder.parent, self.folder, self.backups.folder):
                folder.mkdir(mode=0o700, exist_ok=True)
        except OSError as error:
            raise CannotSave(f"“{for_display(self.folder)}” cannot be made: {describe_os_error(error)}.") from error


def read_metadata(folder: Path) -> dict[str, str]:
    """Return what `about.json` in the folder of a session says; empty if it cannot be read."""
    import json

    try:
        known = json.loads(read_bytes(folder / "about.json", 64 * 1024))
    except (CannotOpen, ValueError, RecursionError):
        return {}
    items = known.items() if isinstance(known, dict) else ()
    return {key: value for key, value in items if isinstance(value, str)}
