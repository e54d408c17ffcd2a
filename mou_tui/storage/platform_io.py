"""Sync, copy modes and replace files as each operating system requires."""

from __future__ import annotations

import contextlib
import errno
import os
import stat
import sys
import time
from pathlib import Path

_PLAIN = getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)
READ_FLAGS = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | _PLAIN
"""To read a file, and never wait for a pipe or a device."""
CREATE_FLAGS = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0) | _PLAIN
"""To make a file that is not there, not even as a link."""

# What Windows says while a virus scanner or a sync client holds a file, and how long to wait for it.
_HELD = (5, 32, 33)
_PATIENCE = (0.05, 0.1, 0.2, 0.4, 0.8, 1.0)

_NO_FULL_SYNC = (errno.EINVAL, errno.ENOTTY, errno.ENOTSUP)
_NO_FOLDER_SYNC = (errno.EINVAL, errno.EBADF, errno.ENOSYS, errno.ENOTSUP, errno.EOPNOTSUPP)
_NO_HARD_LINKS = (errno.EPERM, errno.EACCES, errno.ENOSYS, errno.ENOTSUP, errno.EOPNOTSUPP, errno.EMLINK)


def sync(file: int) -> None:
    """Send an open file to the disk.

    Never call it again after it failed: the kernel may have dropped what it could not write, and would claim
    success. Write the whole file again.
    """
    if sys.platform == "darwin":
        import fcntl

        # Plain fsync may leave the bytes in the drive's own cache; not every volume knows the thorough one.
        try:
            fcntl.fcntl(file, fcntl.F_FULLFSYNC)
            return
        except OSError as error:
            if error.errno not in _NO_FULL_SYNC:
                raise
    os.fsync(file)


def sync_folder(folder: Path) -> None:
    """Send the names in a folder to the disk, where the system has a way to."""
    if sys.platform == "win32":
        return
    try:
        opened = os.open(folder, os.O_RDONLY | _PLAIN)
    except PermissionError:
        # A folder one may write into and not look into.
        return
    try:
        os.fsync(opened)
    except OSError as error:
        if error.errno not in _NO_FOLDER_SYNC:
            raise
    finally:
        os.close(opened)


def copy_mode(status: os.stat_result, file: int) -> None:
    """Give an open file the owner, group and mode of a status, as far as the file system has them."""
    if sys.platform != "win32":
        made = os.fstat(file)
        if (made.st_uid, made.st_gid) != (status.st_uid, status.st_gid):
            with contextlib.suppress(OSError):
                os.fchown(file, status.st_uid, status.st_gid)
        with contextlib.suppress(OSError):
            os.fchmod(file, stat.S_IMODE(status.st_mode))


def replace(source: Path, target: Path) -> None:
    """Give a file the name of another in one step."""
    for pause in _PATIENCE:
        try:
            source.replace(target)
            return
        except OSError as error:
            if getattr(error, "winerror", None) not in _HELD:
                raise
        time.sleep(pause)
    source.replace(target)


def link_exclusive(source: Path, target: Path) -> None:
    """Give a file a name that nobody has; raise FileExistsError if somebody does."""
    if sys.platform == "win32":
        source.rename(target)
        return
    try:
        os.link(source, target, follow_symlinks=False)
    except OSError as error:
        if error.errno not in _NO_HARD_LINKS:
            raise
        # FAT has no hard links: an empty file takes the name, and is replaced in one step.
        os.close(os.open(target, CREATE_FLAGS, 0o666))
        try:
            replace(source, target)
        except BaseException:
            with contextlib.suppress(OSError):
                target.unlink()
            raise
