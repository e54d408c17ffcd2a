"""Following a session that is worked on in another window: never locked, never written.

The clause on the table is the one this computer remembers for the session. Where the session is worked on elsewhere and
only its file comes here, it is the clause that changed last.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from mou_tui.errors import InvalidFile, MouError
from mou_tui.persistence.local_state import LocalState
from mou_tui.persistence.session_file import conflict_files
from mou_tui.reports.room_view import RoomView, room_view
from mou_tui.session.model import OPENING, Session
from mou_tui.text import for_display
from mou_tui.workspace.edit_location import EditLocation
from mou_tui.workspace.session_reader import ChecklistCatalog, read_session


@dataclass(frozen=True)
class Snapshot:
    """What is to be seen of a session."""

    view: RoomView
    words: str
    """One line: when it was last saved, or why there is nothing newer and since when."""
    is_current: bool
    """Whether the file can be read and this is what it holds."""


class SessionFollower:
    """Looks at a session file, and reads it again only when it may have changed.

    Args:
        path: the file.
        checklists: where to find what it answers.
        clock: the time of day, local.

    Attributes:
        sight: What was to be seen at the last look.

    Raises:
        MouError: it is not there, not a session, or cannot be read; says which.
    """

    def __init__(self, path: Path, checklists: ChecklistCatalog, clock: Callable[[], datetime] = datetime.now) -> None:
        self.path = path
        self._checklists = checklists
        self._clock = clock
        self._folder: _Mark | None = None
        self._conflicts: tuple[Path, ...] = ()
        self._trouble = ""
        self._since = clock()
        self._file = self._find()
        self._mark = _mark(self._file)
        self._read()
        self._remembered = LocalState(self._file).place
        self._place = EditLocation.parse(self._remembered).clause_id
        if not self._is_there(self._place):
            self._place = self._changed_last()
        self.sight = self._see()

    def look(self) -> Snapshot | None:
        """Look again; None if there is nothing else to be seen."""
        file = self._find()
        mark, remembered = _mark(file), LocalState(file).place
        # Of what cannot be looked at, the reason may be another one by now.
        is_other = mark is None or (file, mark) != (self._file, self._mark)
        if not is_other and remembered == self._remembered:
            return None
        before = self._session
        self._file, self._mark = file, mark
        if is_other:
            self._try_to_read()
        if remembered != self._remembered:
            self._remembered, self._place = remembered, EditLocation.parse(remembered).clause_id
        elif not LocalState(file).has_recovery_copy:
            # Nobody types here, so the words came from elsewhere, where one may have gone to another clause.
            self._follow(before)
        if not self._is_there(self._place):
            self._place = self._changed_last()
        earlier, self.sight = self.sight, self._see()
        return self.sight if self.sight != earlier else None

    def _find(self) -> Path:
        """The file; or the conflict file in which this computer went on with it."""
        folder = _mark(self.path.parent)
        if folder != self._folder:
            self._folder, self._conflicts = folder, conflict_files(self.path)
        if not self._conflicts:
            return self.path
        return max((self.path, *self._conflicts), key=lambda file: LocalState(file).opened or datetime.min)

    def _read(self) -> None:
        self._checklist, decoded = read_session(self._file, self._checklists, whole=False)
        self._session = decoded.session
        self._saved = self._mark.saved if self._mark else self._clock()

    def _try_to_read(self) -> None:
        try:
            self._read()
        except MouError as error:
            if not self._trouble:
                self._since = self._clock()
            self._trouble = _said(error, self._file)
            if isinstance(error.__cause__, OSError):
                # The disk may answer the next time without the file being another one.
                self._mark = None
        else:
            self._trouble = ""

    def _see(self) -> Snapshot:
        view, saved = room_view(self._checklist, self._session, self._place), self._told(self._saved)
        if self._trouble:
            words = f"Since {self._told(self._since)}: {self._trouble} Shown as saved at {saved}."
            return Snapshot(view, words, is_current=False)
        return Snapshot(view, f"Last saved {saved} · {for_display(self._file.name)}", is_current=True)

    def _told(self, moment: datetime) -> str:
        return f"{moment:%H:%M}" if moment.date() == self._clock().date() else f"{moment:%Y-%m-%d %H:%M}"

    def _follow(self, before: Session) -> None:
        """Turn to what changed since an earlier session, unless that is on the table."""
        now, everywhere = self._session, (question.id for question in self._checklist.questions())
        changed = [place for place in everywhere if before.answer(place) != now.answer(place)]
        changed += [OPENING] if before.opening != now.opening else []
        if changed and self._place not in changed:
            self._place = changed[-1]

    def _changed_last(self) -> str:
        """The clause that changed last as far as the history tells, or else the first one."""
        noted = (entry.place for entry in reversed(self._session.history.entries) if self._is_there(entry.place))
        asked = (question.id for question in self._checklist.questions(self._session.depth))
        return next(chain(noted, asked), OPENING)

    def _is_there(self, place: str) -> bool:
        return place == OPENING or place in self._checklist


class _Mark(NamedTuple):
    """What tells one state of a file from another without reading it."""

    inode: int
    size: int
    modified: int
    changed: int

    @property
    def saved(self) -> datetime:
        return datetime.fromtimestamp(self.modified / 1e9)


def _mark(path: Path) -> _Mark | None:
    try:
        seen = path.stat()
    except OSError:
        return None
    return _Mark(seen.st_ino, seen.st_size, seen.st_mtime_ns, seen.st_ctime_ns)


def _said(error: MouError, file: Path) -> str:
    """What is the matter, on one line; its long name would leave no room for that, and there is only one file."""
    if isinstance(error, InvalidFile):
        line, what = error.problems[0].line, error.problems[0].what
        where = f", line {line}" if line and f"line {line}" not in what else ""
        return f"Cannot read the file{where}: {what}."
    first = error.message.splitlines()[0]
    return first.replace(f"“{for_display(file)}”", "the file").replace(for_display(file.name), "the file")
