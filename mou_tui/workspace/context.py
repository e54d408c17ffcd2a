"""The interface through which the parts of a workspace use it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, Protocol

from mou_tui.checklist.model import Checklist, Question
from mou_tui.persistence.store import SessionStore
from mou_tui.session.model import Answer, Session
from mou_tui.session.undo import UndoResult
from mou_tui.workspace.clause_locks import ClauseLocks
from mou_tui.workspace.history_log import HistoryLog

if TYPE_CHECKING:
    from mou_tui.draft.progress import Progress


class WorkspaceContext(Protocol):
    """An open session, the current clause, and the one way to change them.

    The parts (answers, positions, meetings, ...) see no more of a workspace than this, so that none reaches another
    through it.
    """

    @property
    def checklist(self) -> Checklist:
        """The questions."""

    @property
    def session(self) -> Session:
        """The session as it is now."""

    @property
    def store(self) -> SessionStore:
        """Holds the session and saves it."""

    @property
    def locks(self) -> ClauseLocks:
        """The clauses the room has unlocked."""

    @property
    def clause_id(self) -> str:
        """The id of the current question, or `opening`."""

    @property
    def question(self) -> Question | None:
        """The current question; None at the opening."""

    @property
    def answer(self) -> Answer:
        """The answer to the current question."""

    @property
    def text(self) -> str:
        """The text of the current clause."""

    @property
    def history(self) -> HistoryLog:
        """The log of wordings and events."""

    def new_id(self) -> str:
        """Return an id that is unique across copies of the session."""

    def clause_name(self) -> str:
        """Return the number of the current clause, or "the opening"."""

    def progress(self) -> Progress:
        """Return the progress of the session."""

    def commit(self, label: str, after: Session) -> bool:
        """Record a session as one step that can be undone; its changed wordings are logged at once.

        Args:
            label: names the step, to follow "Took back".
            after: the changed session.

        Returns:
            Whether it changes anything; if not, there is no step to undo.

        Raises:
            Locked: The agreement is in force; nothing was changed.
            TooLarge: It adds more than the session can hold; nothing was changed.
        """

    def replace_session(self, label: str, after: Session) -> None:
        """Record a session, its history and all, as one step that can be undone."""

    def edit(
        self,
        label: str,
        after: Session,
        *,
        kind: Literal["step", "text", "current"] = "step",
        group: int | None = None,
        behind: int | None = None,
    ) -> None:
        """Record a session while a clause is being worked on; its wordings are logged later.

        Args:
            label: names the change, to follow "Took back".
            after: the changed session.
            kind: whether the change was typed, and into which text.
            group: the same number for changes that are undone together; None for one that is undone alone.
            behind: how many characters of the text follow the cursor.
        """

    def undo(self) -> UndoResult | None:
        """Undo the last step; None if there is none."""
