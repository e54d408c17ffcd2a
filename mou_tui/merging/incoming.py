"""What came back without the clauses that are to wait: they are as they are here, and can be taken another time."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from mou_tui.merging.histories import without_places
from mou_tui.session.model import OPENING, Session


def without_waiting(theirs: Session, ours: Session, places: Collection[str]) -> Session:
    """Return what came back as if it said nothing new at some places.

    Args:
        theirs: what came back.
        ours: the session that it is to be merged with.
        places: ids of clauses, or `opening`.
    """
    if not places:
        return theirs
    answers = {clause_id: answer for clause_id, answer in theirs.answers.items() if clause_id not in places}
    answers |= {clause_id: answer for clause_id, answer in ours.answers.items() if clause_id in places}
    known = {clause.id: clause for clause in ours.clauses}
    clauses = [known.get(clause.id) if clause.id in places else clause for clause in theirs.clauses]
    return replace(
        theirs,
        answers=answers,
        clauses=tuple(clause for clause in clauses if clause is not None),
        opening=ours.opening if OPENING in places else theirs.opening,
        history=without_places(theirs.history, places, ours.history),
    )
