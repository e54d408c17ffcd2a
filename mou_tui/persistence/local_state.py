"""What this computer keeps about one session file, in the user's state folder and for the user alone.

    sessions/KEY/            KEY stands for the real path of the session file
    ├── about.json           that path, since when it is open, the place where one is
    ├── begun.json           what was typed into a question and not given
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
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from mou_tui import paths
from mou_tui.errors import CannotOpen, CannotSave
from mou_tui.persistence.backups import Backups
from mou_tui.persistence.recovery_copies import RecoveryCopies, RecoveryCopy, fingerprint
from mou_tui.session.codec import LIMIT
from mou_tui.storage.atomic_file import read_bytes, remove_stale_temps, write_atomically
from mou_tui.storage.os_errors import describe_os_error
from mou_tui.text import for_display

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
        self._begun_path = self.folder / "begun.json"
        self.backups = Backups(self.folder / "backups")
        self._lock: FileLock | None = None
        self._remembering = threading.Lock()

    @property
    def opened(self) -> datetime | None:
        """Since when the session is open, or when it last was opened."""
        with contextlib.suppress(ValueError):
            return datetime.fromisoformat(read_metadata(self.folder).get("opened", ""))
        return None

    @property
    def place(self) -> str:
        """Where one was, as it was handed to `remember`; empty if nothing was."""
        return read_metadata(self.folder).get("place", "")

    @property
    def has_recovery_copy(self) -> bool:
        """Whether words are kept: while the session is open here and something was said, or after a crash."""
        return self.copies.exist()

    @property
    def recovery_path(self) -> Path:
        """Where this program keeps the newest words."""
        return self.copies.path

    def acquire_lock(self) -> bool:
        """Take the session for this process until `release`; return whether nobody else has it.

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
        self._begun_path = self.folder / f"begun {os.getpid()}-{os.urandom(4).hex()}.json"

    def release(self) -> None:
        """Let others have the session."""
        lock, self._lock = self._lock, None
        if lock:
            lock.release()

    def update_metadata(self, *, opened: datetime | None = None, place: str | None = None) -> None:
        """Keep since when the session is open, or where one is in it, as far as that can be kept."""
        import json

        # The one must not be lost while the other is written.
        with self._remembering, contextlib.suppress(CannotSave):
            known = {**read_metadata(self.folder), "path": str(self.path)}
            if opened is not None:
                known["opened"] = opened.isoformat()
            if place is not None:
                known["place"] = place
            write_atomically(self.folder / "about.json", json.dumps(known).encode(), private=True)

    @property
    def form_drafts(self) -> str:
        """What was begun and not given, as it was kept; empty if nothing was."""
        # Where nothing could be locked, each program kept what was begun under a name of its own.
        with contextlib.suppress(OSError):
            names = self.folder.glob("begun*.json")
            newest_first = sorted(names, key=lambda path: path.lstat().st_mtime, reverse=True)
            for path in newest_first:
                with contextlib.suppress(CannotOpen, UnicodeDecodeError):
                    return read_bytes(path, LIMIT).decode()
        return ""

    def write_form_drafts(self, words: str) -> None:
        """Keep what was begun and not given, as far as that can be kept; without words, forget it."""
        with contextlib.suppress(CannotSave, OSError):
            if words:
                self._make_folders()
                write_atomically(self._begun_path, words.encode(), private=True)
            else:
                self._begun_path.unlink(missing_ok=True)

    def write_recovery(self, data: bytes, base: str) -> None:
        """Keep the newest words.

        Raises:
            CannotSave: They could not be written.
        """
        self._make_folders()
        self.copies.write(data, base)

    def recovery_copy(self) -> RecoveryCopy | None:
        """Return the newest words that were kept and not dropped, if there are any."""
        return next(iter(self.copies.list()), None)

    def archive_recovery(self, now: datetime) -> None:
        """Put the words that were kept among the backups, where nothing overwrites them.

        Raises:
            CannotSave: The backup could not be made.
        """
        self.copies.archive(self.backups, now)

    def discard_recovery(self) -> None:
        """Forget the newest words: they are somewhere else."""
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
    """Return what is remembered of the session whose folder this is."""
    import json

    try:
        known = json.loads(read_bytes(folder / "about.json", 64 * 1024))
    except (CannotOpen, ValueError, RecursionError):
        return {}
    found = known.items() if isinstance(known, dict) else ()
    return {key: value for key, value in found if isinstance(value, str)}
