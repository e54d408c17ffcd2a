"""Explain errors of the operating system in plain language."""

from __future__ import annotations

import errno

from mou_tui.language.text import for_display

_REASONS = {
    errno.ENOSPC: "the disk is full",
    errno.EDQUOT: "the disk quota is used up",
    errno.EFBIG: "a limit on the size of files is reached",
    errno.EACCES: "there is no permission",
    errno.EPERM: "there is no permission",
    errno.EROFS: "the disk is read-only",
    errno.EIO: "the disk reports an error",
    errno.ENOENT: "it is not there",
    errno.ENOTDIR: "its folder is gone",
    errno.EISDIR: "it is a folder",
    errno.EINVAL: "it is not an ordinary file",
    errno.ENXIO: "it is not an ordinary file",
    errno.ENODEV: "the disk is gone",
    errno.ESTALE: "the network drive is gone",
    errno.ENAMETOOLONG: "the name is too long",
    errno.ELOOP: "its links lead in a circle",
    errno.EMFILE: "too many files are open",
    errno.ENFILE: "too many files are open",
}


def describe_os_error(error: OSError) -> str:
    """Return why the operating system refused, as the end of a sentence."""
    known = _REASONS.get(error.errno or 0)
    return known or f"the system says “{for_display(error.strerror or str(error), 80)}”"
