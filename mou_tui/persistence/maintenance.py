"""What this computer keeps of sessions that are not open: which they are, their backups, forgetting them."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

from mou_tui import paths
from mou_tui.errors import CannotOpen, CannotSave, InvalidFile, MouError
from mou_tui.language.text import for_display
from mou_tui.persistence.backups import Backup
from mou_tui.persistence.local_state import LocalState, read_metadata
from mou_tui.session.codec import LIMIT, decode
from mou_tui.storage.atomic_file import read_bytes, write_atomically
from mou_tui.storage.os_errors import describe_os_error


def recent() -> tuple[Path, ...]:
    """Return the session files that were opened on this computer, the last one first."""
    try:
        known = [read_metadata(folder) for folder in (paths.state() / "sessions").iterdir()]
    except (CannotOpen, OSError):
        return ()
    opened = sorted(
        (about for about in known if _can_be_path(about.get("path", ""))),
        key=lambda about: about.get("opened", ""),
        reverse=True,
    )
    return tuple(Path(about["path"]) for about in opened)


def _can_be_path(name: str) -> bool:
    """Return whether the system takes words for a path; what is kept here may be damaged."""
    try:
        return b"\0" not in os.fsencode(name) and Path(name).is_absolute()
    except UnicodeEncodeError:
        return False


def backups(path: Path, *, clock: Callable[[], datetime] = datetime.now) -> tuple[Backup, ...]:
    """Return the backups of a session file, the newest first; words that were never saved are among them."""
    with contextlib.suppress(CannotSave), claimed(path) as local:
        local.archive_recovery(clock())
    return LocalState(path).backups.list()


def restore(path: Path, backup: Backup, *, clock: Callable[[], datetime] = datetime.now) -> None:
    """Bring a backup back; what the session file holds becomes the newest backup, which undoes it.

    Raises:
        CannotOpen: The backup cannot be read, or holds no session; nothing was changed.
        CannotSave: The session is open, or its file or the backup of that cannot be written.
    """
    data = backup.read()
    try:
        decode(data, f"backup {backup.number}", whole=False)
    except MouError as error:
        why = error.problems[0].what if isinstance(error, InvalidFile) else error.message
        message = f"Backup {backup.number} cannot be brought back ({why}). Nothing was changed; choose another one."
        raise CannotOpen(message) from error
    with claimed(path) as local:
        local.archive_recovery(clock())
        with contextlib.suppress(CannotOpen):
            local.backups.add(read_bytes(path, LIMIT), clock())
        write_atomically(path, data)
        local.discard_recovery()


def purge(path: Path) -> int:
    """Remove all that this computer keeps about a session file, and return how many copies of it that were.

    The session file itself stays.

    Raises:
        CannotSave: The session is open, or something could not be removed.
    """
    with claimed(path) as local:
        copies = [*local.backups.list(), *local.copies.list()]
    import shutil

    try:
        shutil.rmtree(local.folder)
    except OSError as error:
        raise CannotSave(f"“{for_display(local.folder)}” could not be removed: {describe_os_error(error)}.") from error
    return len(copies)


def is_readable(backup: Backup) -> bool:
    """Return whether a backup holds a session that can be brought back."""
    with contextlib.suppress(MouError):
        decode(backup.read(), "a backup", whole=False)
        return True
    return False


@contextlib.contextmanager
def claimed(path: Path) -> Iterator[LocalState]:
    """Have what this computer keeps about a session file to oneself for a while.

    Raises:
        CannotSave: The session is open, or the state folder cannot be used.
    """
    local = LocalState(path)
    if not local.acquire_lock():
        raise CannotSave(f"“{for_display(path)}” is open elsewhere. Close it there first.")
    try:
        yield local
    finally:
        local.release()
