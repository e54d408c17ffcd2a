"""Follows a session that is edited in another window, without locking or writing its file.

The current clause is the one this computer remembers for the session. If the session is edited on another computer and
only its file is synchronized here, it is the clause that changed last.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from itertools import chain
from pathlib import Path

from mou_tui.errors import InvalidFile, MouError
from mou_tui.frozen import NamedTuple
from mou_tui.language.dates import time_of_day
from mou_tui.language.text import for_display
from mou_tui.persistence.local_state import LocalState
from mou_tui.persistence.projector_blank import is_overdue
from mou_tui.persistence.session_file import conflict_files
from mou_tui.reports.room_view import RoomView, room_view
from mou_tui.session.model import OPENING, Session
from mou_tui.tui.widgets.blank_page import BREAK
from mou_tui.workspace.edit_location import EditLocation
from mou_tui.workspace.session_reader import ChecklistCatalog, read_session

INTERVIEW_GONE = "The other window is closed. Press Esc to show the agreement."


@dataclass(frozen=True)
class Snapshot:
    """What to show of a session."""

    view: RoomView
    status: str
    """One line: when it was last saved, or why there is nothing newer and since when."""
    is_current: bool
    """Whether the file can be read and the view shows what it contains."""
    blank: str = ""
    """A line to show instead of all that, for a break; empty if there is none."""


class SessionFollower:
    """Polls a session file, and reads it again only when it may have changed.

    Args:
        path: the file.
        checklists: where to find its checklist.
        clock: returns the local time.

    Attributes:
        snapshot: what the last poll saw.

    Raises:
        MouError: the file is missing, is not a session, or cannot be read.
    """

    def __init__(self, path: Path, checklists: ChecklistCatalog, clock: Callable[[], datetime] = datetime.now) -> None:
        self.path = path
        self._checklists = checklists
        self._clock = clock
        self._folder: _Fingerprint | None = None
        self._conflicts: tuple[Path, ...] = ()
        self._trouble = ""
        self._since = clock()
        self._file = self._find()
        self._fingerprint = _fingerprint(self._file)
        self._read()
        local = LocalState(self._file)
        self._remembered, self._blank = local.edit_location, self._blank_line(local)
        self._clause_id = EditLocation.parse(self._remembered).clause_id
        if not self._exists(self._clause_id):
            self._clause_id = self._changed_last()
        self.snapshot = self._take_snapshot()

    def poll(self) -> Snapshot | None:
        """Look at the file again; return the new snapshot, or None if it is the same."""
        file = self._find()
        local = LocalState(file)
        fingerprint, remembered, blank = _fingerprint(file), local.edit_location, self._blank_line(local)
        # A file that could not be examined may fail for a different reason by now.
        is_other = fingerprint is None or (file, fingerprint) != (self._file, self._fingerprint)
        if not is_other and (remembered, blank) == (self._remembered, self._blank):
            return None
        before = self._session
        self._file, self._fingerprint, self._blank = file, fingerprint, blank
        if is_other:
            self._try_to_read()
        if remembered != self._remembered:
            self._remembered, self._clause_id = remembered, EditLocation.parse(remembered).clause_id
        elif not local.has_recovery_copy:
            # Nobody types on this computer, so the change was made on another one, perhaps in a different clause.
            self._follow(before)
        if not self._exists(self._clause_id):
            self._clause_id = self._changed_last()
        earlier, self.snapshot = self.snapshot, self._take_snapshot()
        return self.snapshot if self.snapshot != earlier else None

    def _find(self) -> Path:
        """Return the file, or the conflict file that this computer opened last."""
        folder = _fingerprint(self.path.parent)
        if folder != self._folder:
            self._folder, self._conflicts = folder, conflict_files(self.path)
        if not self._conflicts:
            return self.path
        return max((self.path, *self._conflicts), key=lambda file: LocalState(file).opened or datetime.min)

    def _read(self) -> None:
        self._checklist, decoded = read_session(self._file, self._checklists, whole=False)
        self._session = decoded.session
        self._saved = self._fingerprint.saved if self._fingerprint else self._clock()

    def _try_to_read(self) -> None:
        try:
            self._read()
        except MouError as error:
            if not self._trouble:
                self._since = self._clock()
            self._trouble = _problem_line(error, self._file)
            if isinstance(error.__cause__, OSError):
                # The disk may respond next time though the file itself has not changed.
                self._fingerprint = None
        else:
            self._trouble = ""

    def _take_snapshot(self) -> Snapshot:
        view, saved = room_view(self._checklist, self._session, self._clause_id), self._time_label(self._saved)
        if self._trouble:
            status = f"Since {self._time_label(self._since)}: {self._trouble} Shown as saved at {saved}"
            return Snapshot(view, status, is_current=False, blank=self._blank)
        status = f"Last saved {saved} · {for_display(self._file.name)}"
        return Snapshot(view, status, is_current=True, blank=self._blank)

    def _blank_line(self, local: LocalState) -> str:
        blanked = local.blanked
        if blanked is None:
            return ""
        return INTERVIEW_GONE if is_overdue(blanked, self._clock()) else BREAK

    def _time_label(self, moment: datetime) -> str:
        day = "" if moment.date() == self._clock().date() else f"{moment:%Y-%m-%d} "
        return f"{day}{time_of_day(moment)}"

    def _follow(self, before: Session) -> None:
        """Go to the clause that changed since an earlier session, unless the current one did."""
        now, clause_ids = self._session, (question.id for question in self._checklist.questions())
        changed = [clause_id for clause_id in clause_ids if before.answer(clause_id) != now.answer(clause_id)]
        changed += [OPENING] if before.opening != now.opening else []
        if changed and self._clause_id not in changed:
            self._clause_id = changed[-1]

    def _changed_last(self) -> str:
        """Return the clause that the history says changed last, or else the first."""
        recorded = (entry.place for entry in reversed(self._session.history.entries) if self._exists(entry.place))
        asked = (question.id for question in self._checklist.questions(self._session.depth))
        return next(chain(recorded, asked), OPENING)

    def _exists(self, clause_id: str) -> bool:
        return clause_id == OPENING or clause_id in self._checklist


class _Fingerprint(NamedTuple):
    """Distinguishes two states of a file without reading it."""

    inode: int
    size: int
    modified: int
    changed: int

    @property
    def saved(self) -> datetime:
        return datetime.fromtimestamp(self.modified / 1e9)


def _fingerprint(path: Path) -> _Fingerprint | None:
    try:
        status = path.stat()
    except OSError:
        return None
    return _Fingerprint(status.st_ino, status.st_size, status.st_mtime_ns, status.st_ctime_ns)


def _problem_line(error: MouError, file: Path) -> str:
    """Return what is wrong, on one line; the name of the file is left out, as it would take up the line."""
    if isinstance(error, InvalidFile):
        line, problem = error.problems[0].line, error.problems[0].what
        where = f", line {line}" if line and f"line {line}" not in problem else ""
        return f"Cannot read the file{where}: {problem}."
    first = error.message.splitlines()[0]
    return first.replace(f"“{for_display(file)}”", "the file").replace(for_display(file.name), "the file")
