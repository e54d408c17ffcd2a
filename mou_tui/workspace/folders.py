"""Folders to choose a file from: what is in one, and which a person used lately.

Nothing here reads what is in a file, and no path comes out of one.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path

from mou_tui import paths
from mou_tui.errors import CannotOpen
from mou_tui.frozen import NamedTuple
from mou_tui.language.text import for_display
from mou_tui.persistence import sample_files
from mou_tui.persistence.maintenance import recent
from mou_tui.persistence.our_notes import ENDING as NOTES
from mou_tui.storage.os_errors import describe_os_error

SESSIONS = (".mou.yaml", ".mou.yml", ".yaml", ".yml")
"""How the names of session files end."""
AGREEMENTS = (".docx", ".pdf", ".odt", ".rtf", ".html", ".htm", ".md", ".markdown", ".txt")
"""How the names of files end from which an earlier agreement may be read."""
RETURNED = (".docx", ".odt", ".csv", *SESSIONS)
"""How the names of files end that come back: with edits and comments, as forms, or as copies of a session."""
MOST = 400
"""The most entries that are listed; somebody who has more types the name."""
RECENT = 5


class FolderEntry(NamedTuple):
    """A folder or a file that can be chosen."""

    path: Path
    is_folder: bool

    @property
    def label(self) -> str:
        """The name as it is shown, a folder with a slash; control characters are replaced."""
        return f"{for_display(self.path.name, 120)}{'/' if self.is_folder else ''}"


class Folder(NamedTuple):
    """What a folder holds, folders first; hidden files, and files of other kinds, are left out."""

    path: Path
    entries: tuple[FolderEntry, ...]
    note: str
    """What to say besides: why it cannot be read, that nothing is there, or that there is more."""

    @property
    def parent(self) -> Path | None:
        """The folder it is in; None at the top."""
        return None if self.path.parent == self.path else self.path.parent


def read_folder(path: Path, endings: tuple[str, ...]) -> Folder:
    """Return what is in a folder; one that cannot be read is empty, and its note says why."""
    path = path.absolute()
    try:
        with os.scandir(path) as scanned:
            entries = sorted(_entries(scanned, endings), key=lambda entry: (not entry.is_folder, _sorted_by(entry)))
    except (OSError, ValueError) as error:
        why = describe_os_error(error) if isinstance(error, OSError) else "it has no such name"
        return Folder(path, (), f"This folder cannot be read: {why}.")
    note = "" if any(not entry.is_folder for entry in entries) else "No file of this kind is in this folder."
    if len(entries) > MOST:
        note = f"{len(entries) - MOST} more are not shown; type the name of the file above."
    return Folder(path, tuple(entries[:MOST]), note)


def first_folder() -> Path:
    """Return the folder to begin in: that of the sessions, or the person's own."""
    candidates = (*recent_folders(), Path.cwd())
    return next((folder for folder in candidates if folder.is_dir()), Path.cwd())


def recent_folders() -> tuple[Path, ...]:
    """Return the folder of new sessions, those of sessions opened lately, and the person's own; each that is there."""
    folders: dict[Path, None] = {}
    with contextlib.suppress(CannotOpen):
        folders[paths.documents()] = None
    folders |= dict.fromkeys(path.parent for path in recent() if not sample_files.is_sample(path))
    there = [folder for folder in folders if _is_folder(folder)][:RECENT]
    with contextlib.suppress(RuntimeError):
        there += [home] if (home := Path.home()) not in there and _is_folder(home) else []
    return tuple(there)


def folder_name(path: Path) -> str:
    """Return a folder as it is shown, with `~` for the person's own."""
    with contextlib.suppress(RuntimeError, ValueError):
        inside = path.relative_to(Path.home())
        return for_display("~" if inside == Path() else f"~/{inside}", 60)
    return for_display(path, 60)


def _entries(scanned: Iterator[os.DirEntry[str]], endings: tuple[str, ...]) -> Iterator[FolderEntry]:
    for entry in scanned:
        if entry.name.startswith((".", "~$")) or entry.name.endswith(NOTES):
            continue
        with contextlib.suppress(OSError):
            is_folder = entry.is_dir()
            if is_folder or (entry.is_file() and entry.name.casefold().endswith(endings)):
                yield FolderEntry(Path(entry.path), is_folder)


def _sorted_by(entry: FolderEntry) -> str:
    return entry.path.name.casefold()


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except (OSError, ValueError):
        return False
