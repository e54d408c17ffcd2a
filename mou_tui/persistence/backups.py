"""Dated backups of one session file: the ten newest, and the last of each of seven days.

They are numbered, and the number alone says which is newer: clocks are set wrong, and set right again.
"""

from __future__ import annotations

import contextlib
import re
import stat
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path

from mou_tui.errors import AlreadyExists, CannotOpen, CannotSave
from mou_tui.frozen import NamedTuple
from mou_tui.language.text import for_display
from mou_tui.session.codec import LIMIT
from mou_tui.storage.atomic_file import read_bytes, write_atomically

NEWEST = 10
DAYS = 7
_ATTEMPTS = 100

# As many digits as there are: a backup whose number cannot be read would be one that nobody can bring back.
_NAME = re.compile(r"([0-9]{6,}) ([0-9]{4}(?:-[0-9]{2}){2} [0-9]{2}(?:\.[0-9]{2}){2})\.mou\.yaml")
_DATE = "%Y-%m-%d %H.%M.%S"


class Backup(NamedTuple):
    """One earlier state of a session file.

    Attributes:
        path: Where it is kept.
        number: Counts up; the highest is the newest.
        at: When it was made, by the clock of the time.
    """

    path: Path
    number: int
    at: datetime

    def read(self) -> bytes:
        """Return what the session file held."""
        return read_bytes(self.path, LIMIT)


class Backups:
    """The backups in one folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def list(self) -> tuple[Backup, ...]:
        """Return the backups, the newest first."""
        try:
            backups = [_backup(path) for path in self.folder.iterdir()]
        except OSError:
            return ()
        return tuple(sorted((backup for backup in backups if backup), key=lambda backup: backup.number, reverse=True))

    def add(self, data: bytes, now: datetime) -> None:
        """Keep what a session file holds, unless it is the newest backup already.

        Raises:
            CannotSave: It could not be written.
        """
        before = self.list()
        with contextlib.suppress(CannotOpen):
            if before and before[0].read() == data:
                return
        self._write(before[0].number + 1 if before else 1, data, now)

        kept = worth_keeping(self.list())
        for backup in before:
            if backup not in kept:
                with contextlib.suppress(OSError):
                    backup.path.unlink()

    def contain(self, data: bytes) -> bool:
        """Return whether one of them holds this already."""
        for backup in self.list():
            with contextlib.suppress(CannotOpen):
                if backup.read() == data:
                    return True
        return False

    def _write(self, number: int, data: bytes, now: datetime) -> None:
        # Not every system writes the year 999 with four digits.
        date = f"{now.year:04d}-{now:%m-%d %H.%M.%S}"
        for higher in range(_ATTEMPTS):
            # Another program may have taken the number, where nothing can be locked.
            with contextlib.suppress(AlreadyExists):
                path = self.folder / f"{number + higher:06d} {date}.mou.yaml"
                write_atomically(path, data, private=True, exclusive=True)
                return
        raise CannotSave(f"There are too many backups in “{for_display(self.folder)}”.")


def worth_keeping(backups: Iterable[Backup]) -> set[Backup]:
    """Return the newest backups and the last of each of the latest days, from all with the newest first."""
    ordered = list(backups)
    last_of_day: dict[str, Backup] = {}
    for backup in ordered:
        last_of_day.setdefault(backup.at.date().isoformat(), backup)
    return {*ordered[:NEWEST], *list(last_of_day.values())[:DAYS]}


def _backup(path: Path) -> Backup | None:
    named = _NAME.fullmatch(path.name)
    if not named:
        return None
    try:
        # Whatever a link leads to was not put there by this program.
        if not stat.S_ISREG(path.lstat().st_mode):
            return None
        return Backup(path, int(named[1]), datetime.strptime(named[2], _DATE))
    except (OSError, ValueError):
        return None
