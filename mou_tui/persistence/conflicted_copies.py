"""Copies that programs for shared folders leave next to a session file, and our own conflict files.

They are recognized by their names alone, from one listing of the folder; nothing in them is read.
"""

from __future__ import annotations

import os
import re
from pathlib import Path

from mou_tui.persistence.session_file import ENDING

_MARK = r"""(?:
      \ \([^()]*(?i:conflict)[^()]*\)  # Dropbox, Nextcloud, and our own
    | \ \(\d+\)                        # Google Drive, and browsers
    | \ \d{1,2}                        # iCloud
    | \.sync-conflict-[\w-]+           # Syncthing
    | _conflict-[\w-]+                 # ownCloud
    | -(?=[\w-]*[A-Z])[\w-]+           # OneDrive: the name of the computer
)"""
_COPY = re.compile(rf"(?:{_MARK}{{1,2}}{re.escape(ENDING)}|\.mou{_MARK}{{1,2}}\.yaml)", re.X)
"""What follows the name of the session in the name of a copy, which some programs put before the last ending alone."""


def conflicted_copies(path: Path) -> tuple[Path, ...]:
    """Return the files next to a session file that are named as copies of it, in order of their names."""
    stem = path.name.removesuffix(ENDING)
    if stem == path.name:
        return ()
    try:
        with os.scandir(path.parent) as entries:
            names = [entry.name for entry in entries if entry.name.startswith(stem) and entry.is_file()]
    except OSError:
        return ()
    return tuple(path.with_name(name) for name in sorted(names) if _COPY.fullmatch(name[len(stem) :]))
