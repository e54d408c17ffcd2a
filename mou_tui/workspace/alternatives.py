"""What becomes of the wordings next to the current one: several may be a party's, each under an id of its own."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

from mou_tui.session.earlier import Origin
from mou_tui.session.format import is_own_alternative
from mou_tui.session.history import Entry, Timestamp
from mou_tui.session.model import Answer, Session


def with_chosen(session: Session, clause_id: str, alternative_id: str, at: str) -> Session:
    """Return a session with an alternative as the text of a clause, or with no id the text it has, without the others.

    Args:
        session: has the alternatives.
        clause_id: question id.
        alternative_id: what the chosen one is under.
        at: when it is chosen.
    """
    answer = session.answer(clause_id)
    chosen, alternative = replace(answer, alternatives={}), answer.alternatives.get(alternative_id)
    if alternative:
        chosen = chosen.write(alternative.text)
        if ref := alternative.from_:
            came_in = {*(document.id for document in session.taken_in), *(held.id for held in session.proposals)}
            chosen = replace(chosen, origin=Origin("taken-in" if ref in came_in else "merged", ref, chosen.wording, at))
    return session.with_answer(clause_id, chosen)


def alternative_entry(
    kind: Literal["alternative", "choice"],
    clause_id: str,
    answer: Answer,
    alternative_id: str,
    stamp: Timestamp,
    text: str = "",
) -> Entry:
    """Return what is noted when an alternative is proposed, withdrawn (without a text), or chosen.

    Args:
        kind: which.
        clause_id: question id.
        answer: has the alternative.
        alternative_id: what it is under; empty for the current wording.
        stamp: when, and in which meeting.
        text: what is proposed.
    """
    alternative = answer.alternatives.get(alternative_id)
    return Entry(
        stamp.at,
        kind,
        clause_id,
        alternative.proposer(alternative_id) if alternative else "",
        who=alternative.author if alternative else "",
        text=text,
        meeting=stamp.meeting,
        id=alternative_id if is_own_alternative(alternative_id) else "",
    )
