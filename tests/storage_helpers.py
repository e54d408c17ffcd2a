"""What the tests of open sessions have in common: a clock, a file, and other hands."""

from __future__ import annotations

import os
from collections.abc import Iterable
from datetime import datetime, timedelta
from pathlib import Path

from mou_tui.persistence.backups import Backup
from mou_tui.persistence.store import SessionStore
from mou_tui.session.codec import decode, encode
from tests.torture.faults import session, text_of

NOON = datetime(2026, 3, 4, 12, 0, 0)


class Clock:
    """A clock that goes only when told."""

    def __init__(self) -> None:
        self.now = NOON

    def __call__(self) -> datetime:
        return self.now

    def wait(self, **time: float) -> None:
        """Let time go by, or back."""
        self.now += timedelta(**time)


def in_bytes(data: bytes) -> str:
    """What was said, by the text of a session file."""
    return text_of(decode(data, "a session").session)


def in_file(path: Path) -> str:
    """What was said, by a session file."""
    return in_bytes(path.read_bytes())


def in_backups(backups: Iterable[Backup]) -> list[str]:
    """What was said in each of these."""
    return [in_bytes(backup.read()) for backup in backups]


def edit(path: Path, words: str) -> None:
    """Change a file as another program would, so that its time does not tell."""
    before = path.stat()
    path.write_bytes(encode(session(words)))
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))


def kill(store: SessionStore) -> None:
    """Leave what a killed process would, and nothing it could not: its threads and its lock."""
    for saver in store._autosave.workers:
        saver.finish(10)
        saver.stop(10)
    store._file.local.release()


def leave_unsaved(path: Path, words: str) -> None:
    """Leave words that were typed and never came to the file."""
    held = path.read_bytes()
    store = SessionStore.open(path)
    store.record(session(words))
    store.flush()
    kill(store)
    path.write_bytes(held)
