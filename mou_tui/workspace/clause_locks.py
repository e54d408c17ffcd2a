"""The clauses that a room has unlocked, so that both front ends hold the same ones."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from mou_tui.checklist.model import Checklist
from mou_tui.errors import Locked
from mou_tui.session.meeting import Position
from mou_tui.session.model import Party, Session


class ClauseLocks:
    """Says which clauses are locked. A clause that was unlocked stays so until a new position is given on it.

    Args:
        session: gives the session as it is now.
        checklist: gives the questions, with the clauses the parties added.
    """

    def __init__(self, session: Callable[[], Session], checklist: Callable[[], Checklist]) -> None:
        self._session = session
        self._checklist = checklist
        self._unlocked: dict[str, Mapping[str, Position]] = {}
        """Clause id to the positions as they were when it was unlocked."""

    def holders(self, clause_id: str) -> tuple[Party, ...]:
        """Return the parties for whose sake a clause is locked; empty where it may be changed."""
        positions = self._session().answer(clause_id).positions
        if not positions or self._unlocked.get(clause_id) == positions:
            return ()
        from mou_tui.draft.clause_lock import supporters

        return supporters(self._session(), clause_id)

    def begin_typing(self, clause_id: str) -> None:
        """Let a clause be typed in, until a new position is given on it; raises Locked as `require_unlocked` does."""
        self.require_unlocked(clause_id)
        # Words that happen to become the agreed ones again must not lock in the midst of typing.
        self.unlock(clause_id)

    def require_unlocked(self, clause_id: str) -> None:
        """Let a change of a clause go on if nobody supports it as it is worded, or it was unlocked.

        Raises:
            Locked: It is locked; says for whose sake.
        """
        if parties := self.holders(clause_id):
            from mou_tui.draft.clause_lock import locked_sentence

            checklist = self._checklist()
            message = locked_sentence(checklist, checklist.number(clause_id), parties)
            raise Locked(f"{message} Propose another wording beside it, or unlock it first.")

    def unlock(self, clause_id: str) -> None:
        """Let a clause be changed, until a new position is given on it."""
        self._unlocked[clause_id] = self._session().answer(clause_id).positions

    def lock(self, clause_id: str) -> None:
        """Lock a clause again, as far as its positions do."""
        self._unlocked.pop(clause_id, None)
