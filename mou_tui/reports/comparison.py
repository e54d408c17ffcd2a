"""Compare two sessions in text a person can read."""

from __future__ import annotations

from collections import Counter

from mou_tui.checklist.model import Checklist
from mou_tui.session.model import Session
from mou_tui.text import join_and, pluralize


def compare_sessions(checklist: Checklist, earlier: Session, later: Session) -> str:
    """Describe what differs between two sessions: each answer and fact in both versions."""
    differences = []
    if earlier.parties != later.parties or earlier.facts != later.facts:
        differences.append("The parties or facts differ.")
    if earlier.opening != later.opening:
        differences.append(_difference("Opening", earlier.opening, later.opening))
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


def _recorded(session: Session) -> Counter[str]:
    """Count what was recorded in meetings, by kind."""
    noted: list[str] = [entry.kind for entry in session.history.entries if entry.kind in ("decision", "note")]
    return Counter([*("meeting" for _ in session.meetings), *noted, *("action" for _ in session.actions)])


def _difference(heading: str, before: str, after: str) -> str:
    return f"{heading}\n  In the file: {before or 'nothing'}\n  Not in it:   {after or 'nothing'}"
