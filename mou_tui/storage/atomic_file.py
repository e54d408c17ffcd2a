"""Read and write whole files: after a crash at any moment there is the old file or the new one.

To write is to make a temp file next to the target, put all bytes into it, give it the target's mode, send it
to the disk, read it back, give it the target's name in one step, and send the folder to the disk. Whatever
fails, the temp file is removed, the target is as it was, and the error says why.
"""

from __future__ import annotations

import contextlib
import errno
import os
import re
import stat
import time
from datetime import datetime
from pathlib import Path

from mou_tui.errors import AlreadyExists, CannotOpen, CannotSave
from mou_tui.language.text import for_display
from mou_tui.storage import platform_io
from mou_tui.storage.os_errors import describe_os_error

STALE = 3600.0
"""Seconds after which a temp file was left by a crash; a save still at it would only have to try again."""

_TEMP = re.compile(r"\.~.*\.\d+-[0-9a-f]{8}\.tmp", re.DOTALL)

_PIECE = 64 * 1024

_NAMED = 50
"""How many characters of the name of its target a temp file has."""


class FileChanged(CannotSave):
    """Report that another program wrote the file since it was read; its version is untouched."""


def read_bytes(path: Path, limit: int) -> bytes:
    """Return the content of a regular file, without waiting for or reading anything else.

    Args:
        path: The file.
        limit: How many bytes it may have.

    Raises:
        CannotOpen: It is not there, not a regular file, larger, or cannot be read.
    """
    try:
        data = _read(path, limit)
    except OSError as error:
        raise CannotOpen(f"Cannot open “{for_display(path)}”: {describe_os_error(error)}.") from error
    if len(data) > limit:
        raise CannotOpen(f"Cannot open “{for_display(path)}”: it is larger than {limit // 1024:,} KB.")
    return data


def write_atomically(
    path: Path, data: bytes, *, private: bool = False, exclusive: bool = False, replacing: bytes | None = None
) -> None:
    """Write data to a file, all of it or none.

    A symbolic link is followed and stays a link; an existing file keeps its mode and its group.

    Args:
        path: The file.
        data: All it is to hold.
        private: Whether the file is for its owner alone.
        exclusive: Whether to leave a file that exists as it is.
        replacing: What the file must hold at the last moment, else it is left as it is.

    Raises:
        AlreadyExists: The file exists, and `exclusive` was asked for.
        FileChanged: The file does not hold `replacing`.
        CannotSave: Anything else went wrong; the message says what.
    """
    target = Path(os.path.realpath(path))
    try:
        temp = _write_temp(target, data, private)
        try:
            if exclusive:
                platform_io.link_exclusive(temp, target)
            elif replacing is not None and _read(target, len(replacing)) != replacing:
                raise FileChanged(f"“{for_display(path)}” was changed by someone else.")
            else:
                platform_io.replace(temp, target)
        finally:
            with contextlib.suppress(OSError):
                temp.unlink(missing_ok=True)
        platform_io.sync_folder(target.parent)
    except FileExistsError as error:
        raise AlreadyExists(f"“{for_display(path)}” is already there; it was left as it is.") from error
    except OSError as error:
        why = "its folder is gone" if error.errno == errno.ENOENT else describe_os_error(error)
        full = error.errno in (errno.ENOSPC, errno.EDQUOT)
        remedy = "Free some space, or save elsewhere." if full else "Save again, or save elsewhere."
        raise CannotSave(f"Cannot save “{for_display(path)}”: {why}. {remedy}") from error


def modified(status: os.stat_result) -> datetime:
    """Return when a file was last changed, or the beginning of 1970 where its disk holds no time that there is."""
    try:
        return datetime.fromtimestamp(status.st_mtime)
    except (OverflowError, OSError, ValueError):
        return datetime(1970, 1, 1)


def remove_stale_temps(folder: Path, *, older_than: float = STALE, target: str = "") -> None:
    """Remove the temp files that crashes left in a folder, and nothing else.

    Args:
        folder: Where to look.
        older_than: How many seconds old they must be; a younger one may belong to a save under way.
        target: The name of the file they were to become; any if it is empty.
    """
    with contextlib.suppress(OSError):
        for entry in folder.iterdir():
            if _TEMP.fullmatch(entry.name) and entry.name.startswith(f".~{target[:_NAMED]}"):
                with contextlib.suppress(OSError):
                    status = entry.lstat()
                    if stat.S_ISREG(status.st_mode) and time.time() - status.st_mtime >= older_than:
                        entry.unlink()


def temp_path(target: Path) -> Path:
    """Return a new name next to a file, under which it is written until it is whole."""
    # File systems end a name at 255 bytes, and the temp file has the longer one.
    return target.with_name(f".~{target.name[:_NAMED]}.{os.getpid()}-{os.urandom(4).hex()}.tmp")


def _write_temp(target: Path, data: bytes, private: bool) -> Path:
    """Make a temp file next to the target that needs nothing more than the target's name."""
    before = _status_of(target)
    temp = temp_path(target)
    # A new file gets the mode its folder gives; the copy of an old one is never open to more people.
    file = os.open(temp, platform_io.CREATE_FLAGS, 0o600 if private or before else 0o666)
    try:
        try:
            remaining = memoryview(data)
            while remaining:
                remaining = remaining[os.write(file, remaining) :]
            if before and not private:
                platform_io.copy_mode(before, file)
            platform_io.sync(file)
        finally:
            os.close(file)
        if _read(temp, len(data)) != data:
            raise OSError(errno.EIO, "read back differently")
    except BaseException:
        with contextlib.suppress(OSError):
            temp.unlink()
        raise
    return temp


def _status_of(target: Path) -> os.stat_result | None:
    try:
        status = target.stat()
    except FileNotFoundError:
        return None
    _expect_regular(status)
    return status


def _expect_regular(status: os.stat_result) -> None:
    if not stat.S_ISREG(status.st_mode):
        raise OSError(errno.EISDIR if stat.S_ISDIR(status.st_mode) else errno.EINVAL, "not a regular file")


def _read(path: Path, limit: int) -> bytes:
    """Read a regular file, up to one byte more than the limit."""
    file = os.open(path, platform_io.READ_FLAGS)
    try:
        status = os.fstat(file)
        _expect_regular(status)
        # A read buffer costs memory whether it is filled or not, so it is no larger than the file.
        data = os.read(file, min(status.st_size, limit) + 1)
        while len(data) <= limit and (more := os.read(file, min(_PIECE, limit + 1 - len(data)))):
            data += more
        return data
    finally:
        os.close(file)
