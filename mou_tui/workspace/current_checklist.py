"""The questions of an open session, with the room's own clauses among them, and the progress through them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from mou_tui.checklist.model import Checklist
from mou_tui.draft.own_clauses import with_own_clauses
from mou_tui.session.model import Session

if TYPE_CHECKING:
    from mou_tui.draft.progress import Progress, ProgressCounter


class CurrentChecklist:
    """Keeps questions and progress as the session has them now, each made anew only after it changed.

    Args:
        checklist: the questions, without the room's own clauses.
        session: returns the session as it is now.
    """

    def __init__(self, checklist: Checklist, session: Callable[[], Session]) -> None:
        self._session = session
        self._counter: tuple[Checklist, ProgressCounter] | None = None
        self._progress: tuple[Session, Progress] | None = None
        self.replace(checklist)

    def replace(self, checklist: Checklist) -> None:
        """Ask the questions of another checklist from now on."""
        clauses = self._session().clauses
        self._checklist = checklist
        self._with_clauses = clauses, with_own_clauses(checklist, clauses)

    @property
    def checklist(self) -> Checklist:
        """The questions."""
        if self._with_clauses[0] != self._session().clauses:
            self.replace(self._checklist)
        return self._with_clauses[1]

    def progress(self) -> Progress:
        """Return the progress of the session."""
        session, checklist = self._session(), self.checklist
        if self._counter is None or self._counter[0] is not checklist:
            from mou_tui.draft.progress import ProgressCounter

            self._counter, self._progress = (checklist, ProgressCounter(checklist)), None
        if self._progress is None or self._progress[0] is not session:
            self._progress = session, self._counter[1].count(session)
        return self._progress[1]
