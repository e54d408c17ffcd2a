"""Proposals from outside: how many, from whom, what became of each, and which have no answer yet."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from mou_tui.checklist.model import Checklist
from mou_tui.draft.draft import OPENING_LABEL
from mou_tui.frozen import NamedTuple
from mou_tui.language.text import join_and, pluralize
from mou_tui.session.model import OPENING, Session
from mou_tui.session.proposals import Outcome, OutsideProposal, Voice

TITLE = "Proposals from outside"
UNANSWERED = "Proposals without an answer"
VOICES: dict[Voice, str] = {
    "parent": "a parent",
    "teacher": "a teacher",
    "student": "a student",
    "other": "somebody else",
}
"""What to call whoever a proposal is from."""
OUTCOMES: dict[Outcome, str] = {"taken": "Taken", "in part": "Taken in part", "not": "Not taken", "": "No answer yet"}
"""What to call each outcome, in the order of the choices."""

_PLURALS: dict[Voice, str] = {"parent": "parents", "teacher": "teachers", "student": "students", "other": "others"}


def from_words(proposals: Iterable[OutsideProposal]) -> str:
    """Return from whom proposals are ("2 parents and a student")."""
    counts = Counter(proposal.from_ for proposal in proposals)
    named = [
        VOICES[voice] if counts[voice] == 1 else f"{counts[voice]} {_PLURALS[voice]}"
        for voice in VOICES
        if counts[voice]
    ]
    return join_and(named)


class WaitingClause(NamedTuple):
    """A clause with proposals that wait for an answer."""

    clause_id: str
    """Question id; empty where the clause is gone."""
    number: str
    """Clause number; empty where it has none."""
    text: str
    """The label, how many there are, and from whom."""
    things: int
    """How many there are."""


def waiting_clauses(checklist: Checklist, session: Session) -> Iterator[WaitingClause]:
    """Yield the clauses with proposals that wait for an answer, in the order of the agreement."""
    for clause_id, proposals in by_clause(checklist, session).items():
        if waiting := [proposal for proposal in proposals if proposal.is_open]:
            text = f"{pluralize(len(waiting), 'proposal')} from {from_words(waiting)}"
            if clause_id in checklist:
                label = checklist.question(clause_id).label
                yield WaitingClause(clause_id, checklist.number(clause_id), f"{label}: {text}", len(waiting))
            else:
                yield WaitingClause("", "", f"{clause_caption(checklist, clause_id)}: {text}", len(waiting))


def outcome_words(proposal: OutsideProposal) -> str:
    """Return what became of a proposal, as a sentence or two."""
    return " ".join(f"{part.rstrip('.')}." for part in (OUTCOMES[proposal.outcome], proposal.answer.strip()) if part)


def by_clause(checklist: Checklist, session: Session) -> dict[str, tuple[OutsideProposal, ...]]:
    """Return proposals by the clause they are for, in the order of the agreement; those of clauses gone last."""
    asked = [OPENING, *(question.id for question in checklist.questions())]
    remaining = (proposal.question for proposal in session.proposals if proposal.question not in asked)
    clauses = {
        clause_id: tuple(proposal for proposal in session.proposals if proposal.question == clause_id)
        for clause_id in dict.fromkeys((*asked, *remaining))
    }
    return {clause_id: proposals for clause_id, proposals in clauses.items() if proposals}


def clause_caption(checklist: Checklist, clause_id: str) -> str:
    """Return number and label of a clause; of one that is gone, that it is."""
    if clause_id in checklist:
        return f"{checklist.number(clause_id)} {checklist.question(clause_id).label}"
    return OPENING_LABEL if clause_id == OPENING else "A clause that is gone"
