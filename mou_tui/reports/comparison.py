"""Compare two sessions in text a person can read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from mou_tui.checklist.model import Checklist
from mou_tui.draft.own_clauses import with_own_clauses
from mou_tui.language.text import join_and, pluralize
from mou_tui.session.model import Session
from mou_tui.session.parts import OwnClause


def compare_sessions(checklist: Checklist, earlier: Session, later: Session) -> str:
    """Describe what differs between two sessions: the frame of the agreement and each answer, in both versions."""
    # A clause that only one of the two holds is compared as well.
    checklist = with_own_clauses(checklist, _own_clauses(earlier, later))
    differences = []
    if earlier.parties != later.parties or earlier.facts != later.facts:
        differences.append("The parties or facts differ.")
    if earlier.opening != later.opening:
        differences.append(_difference("Opening", earlier.opening, later.opening))
    differences += [
        _difference(label, before, after)
        for (label, before), (_, after) in zip(_frame(earlier), _frame(later), strict=True)
        if before != after
    ]
    for question in checklist.questions():
        before, after = earlier.answer(question.id), later.answer(question.id)
        heading = f"{checklist.number(question.id)} {question.label}"
        if before.text != after.text:
            differences.append(_difference(heading, before.text, after.text))
        elif before != after:
            differences.append(f"{heading}: the same wording, marked differently.")
    recorded, other_recorded = _recorded(earlier), _recorded(later)
    for where, more in (
        ("Only in the file", recorded - other_recorded),
        ("Not in the file", other_recorded - recorded),
    ):
        if more:
            differences.append(f"{where}: {join_and([pluralize(number, noun) for noun, number in more.items()])}.")
    return "\n\n".join(differences) or "The wording is the same."


def _own_clauses(*sessions: Session) -> tuple[OwnClause, ...]:
    """Return the room's own clauses of all the sessions, each once."""
    return tuple({clause.id: clause for session in sessions for clause in session.clauses}.values())


def _frame(session: Session) -> Iterator[tuple[str, str]]:
    """Yield what is around the clauses: the label of each part with its text."""
    yield "Title", session.title
    replaced = (session.replaces.title, session.replaces.date) if session.replaces else ()
    yield "Agreement that this one replaces", ", ".join(filter(None, replaced))
    yield "Clauses of your own", "; ".join(clause.caption for clause in session.clauses)
    notes = ((exhibit.title, f" ({exhibit.note})" if exhibit.note else "") for exhibit in session.exhibits)
    yield "Exhibits", "; ".join(map("".join, notes))
    yield "Terms from counsel", session.counsel


def _recorded(session: Session) -> Counter[str]:
    """Count what was recorded in meetings, by kind."""
    noted: list[str] = [entry.kind for entry in session.history.entries if entry.kind in ("decision", "note")]
    return Counter([*("meeting" for _ in session.meetings), *noted, *("action" for _ in session.actions)])


def _difference(heading: str, before: str, after: str) -> str:
    return f"{heading}\n  In the file: {before or 'nothing'}\n  Not in it:   {after or 'nothing'}"
