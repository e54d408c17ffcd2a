"""Why an edit that came back cannot be next to its clause, or should be looked at twice."""

from __future__ import annotations

from functools import cached_property

from mou_tui.checklist.model import Checklist
from mou_tui.exchange.returned.model import ReturnedEdit
from mou_tui.session.model import OPENING, Session

_ONE_WORDING = "The opening has only one wording; change it there yourself."
_GONE = "Its clause is not in this session any more."
_SET_ASIDE = "Its clause does not apply."
_STRUCK = "It strikes one of the wordings that stand side by side; choose among them instead."
HOMELESS = (_ONE_WORDING, _GONE, _SET_ASIDE, _STRUCK)
"""The obstacles of edits that fit under no clause."""

_READS_SO = "The clause reads so already."
_IS_THERE = "It stands beside the clause already."
_READ_SO = "The clause read so before it was changed here."
ALREADY_HERE = (_READS_SO, _IS_THERE, _READ_SO)
"""The obstacles of edits that say nothing new."""


class Obstacles:
    """Finds what stands in the way of edits.

    Args:
        checklist: what the session answers.
        session: as it is before anything is taken in.
    """

    def __init__(self, checklist: Checklist, session: Session) -> None:
        self._checklist = checklist
        self._session = session

    def to(self, edit: ReturnedEdit, clause_id: str, text: str, party_id: str, author: str) -> str:
        """Return why an edit cannot be next to a clause, a sentence; empty where it can.

        Args:
            edit: as it came back.
            clause_id: the clause it is held to be about.
            text: the wording it proposes.
            party_id: the party that proposes it.
            author: who wrote it, where that is kept.
        """
        if clause_id == OPENING:
            return _ONE_WORDING
        if clause_id not in self._checklist:
            return _GONE
        answer = self._session.answer(clause_id)
        if answer.not_applicable:
            return _SET_ASIDE
        if edit.alternative and edit.is_deletion:
            return _STRUCK
        if text.strip() == answer.text.strip():
            return _READS_SO
        standing = {(held.text.strip(), held.proposer(key), held.author) for key, held in answer.alternatives.items()}
        if (text.strip(), party_id, author) in standing:
            return _IS_THERE
        # The file is compared with the wording of now: where that was changed since, the file only has the old one.
        is_old = not edit.is_tracked and (clause_id, _folded(text)) in self._earlier_wordings
        return _READ_SO if is_old else ""

    def changed_since(self, edit: ReturnedEdit, clause_id: str) -> str:
        """Return a sentence where the clause reads otherwise now than when it was sent; empty where it does not."""
        answer = self._session.answer(clause_id)
        alternative = answer.alternatives.get(edit.alternative)
        now = alternative.text if alternative else answer.text
        is_same = _folded(edit.before) == _folded(now) or clause_id == OPENING
        return "" if is_same else "The clause was changed here since it was sent."

    @cached_property
    def _earlier_wordings(self) -> frozenset[tuple[str, str]]:
        entries = self._session.history.entries
        return frozenset((entry.place, _folded(entry.text)) for entry in entries if entry.kind == "wording")


def _folded(text: str) -> str:
    return " ".join(text.split())
