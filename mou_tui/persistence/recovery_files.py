"""The newest words of a session as this computer keeps them: one recovery copy for each program at work on it.

Whoever holds the lock of a session writes `recovery.mou.yaml`. Where nothing can be locked, a second program may be at
work on the same session, and each writes a copy under a name of its own: nobody's words take the place of another's.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import stat
from datetime import datetime
from pathlib import Path

from mou_tui.errors import CannotOpen
from mou_tui.frozen import NamedTuple
from mou_tui.persistence.backups import Backups
from mou_tui.session.codec import LIMIT
from mou_tui.storage.atomic_file import modified, read_bytes, write_atomically

_BASED_ON = b"# Recovery copy of mou-tui, based on "
_ENDING = ".mou.yaml"


class RecoveryCopy(NamedTuple):
    """The newest words of a session that was not closed.

    Attributes:
        data: A session file.
        base: Fingerprint of the file they go on from.
        at: When they were written down.
        path: Where they are kept.
    """

    data: bytes
    base: str
    at: datetime
    path: Path


def fingerprint(data: bytes) -> str:
    """Return what tells this content of a file from any other."""
    return hashlib.sha256(data).hexdigest()


class RecoveryCopies:
    """The recovery copies in one folder.

    Attributes:
        path: The copy that this program writes.
    """

    def __init__(self, folder: Path) -> None:
        self.path = folder / f"recovery{_ENDING}"
        self._archived: dict[Path, str] = {}

    def write_apart(self) -> None:
        """Write under a name that no other program writes under."""
        self.path = self.path.with_name(f"recovery {os.getpid()}-{os.urandom(4).hex()}{_ENDING}")

    def write(self, data: bytes, base: str) -> None:
        """Keep the newest words; raises CannotSave."""
        if self.path.is_symlink():
            # Nothing here follows a name that somebody else has put there.
            self.path.unlink()
        write_atomically(self.path, _BASED_ON + base.encode() + b"\n" + data, private=True)

    def list(self) -> tuple[RecoveryCopy, ...]:
        """Return the copies of all programs, the newest first."""
        try:
            paths = [path for path in self.path.parent.iterdir() if _is_copy(path)]
        except OSError:
            return ()
        copies = filter(None, map(_read, paths))
        return tuple(sorted(copies, key=lambda copy: copy.at, reverse=True))

    def exist(self) -> bool:
        """Return whether there is any; quicker than to read them."""
        with contextlib.suppress(OSError):
            return any(map(_is_copy, self.path.parent.iterdir()))
        return False

    def archive(self, backups: Backups, now: datetime) -> None:
        """Put all of them among the backups, where nothing overwrites them, but leave them where they are.

        Raises:
            CannotSave: A backup could not be made.
        """
        for copy in reversed(self.list()):
            if not backups.contain(copy.data):
                backups.add(copy.data, now)
            self._archived[copy.path] = fingerprint(copy.data)

    def discard(self) -> None:
        """Remove the copy of this program, and those that were archived and have not changed since."""
        with contextlib.suppress(OSError):
            self.path.unlink(missing_ok=True)
        for path, archived in self._archived.items():
            copy = _read(path)
            if copy and fingerprint(copy.data) == archived:
                with contextlib.suppress(OSError):
                    path.unlink()
        self._archived.clear()


def _is_copy(path: Path) -> bool:
    is_named = path.name.startswith("recovery") and path.name.endswith(_ENDING)
    return is_named and stat.S_ISREG(path.lstat().st_mode)


def _read(path: Path) -> RecoveryCopy | None:
    try:
        based, _, data = read_bytes(path, LIMIT + 1024).partition(b"\n")
        at = modified(path.stat())
    except (CannotOpen, OSError):
        return None
    return RecoveryCopy(data, based.removeprefix(_BASED_ON).decode("ascii", "replace"), at, path)
