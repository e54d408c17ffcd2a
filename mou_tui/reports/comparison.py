"""Two sessions side by side, in words a person can read."""

from __future__ import annotations

from collections import Counter

from mou_tui.checklist.model import Checklist
from mou_tui.session.model import Session
from mou_tui.text import join_and, pluralize


def compare_sessions(checklist: Checklist, one: Session, other: Session) -> str:
    """What differs between two sessions: each answer and fact, as the one has it and as the other has it."""
    differences = []
    if one.parties != other.parties or one.facts != other.facts:
        differences.append("The parties or facts differ.")
    if one.opening != other.opening:
        differences.append(_difference("Opening", one.opening, other.opening))
    for question in checklist.questions():
        before, after = one.answer(question.id), other.answer(question.id)
        heading = f"{checklist.number(question.id)} {question.label}"
        if before.text != after.text:
            differences.append(_difference(heading, before.text, after.text))
        elif before != after:
            differences.append(f"{heading}: the same wording, marked differently.")
    in_one, in_other = _taken_down(one), _taken_down(other)
    for where, more in (("Only in the file", in_one - in_other), ("Not in the file", in_other - in_one)):
        if more:
            differences.append(f"{where}: {join_and([pluralize(number, what) for what, number in more.items()])}.")
    return "\n\n".join(differences) or "The wording is the same."


def _taken_down(session: Session) -> Counter[str]:
    """How much of each kind was taken down in the room."""
    noted: list[str] = [entry.kind for entry in session.history.entries if entry.kind in ("decision", "note")]
    return Counter([*("meeting" for _ in session.meetings), *noted, *("action" for _ in session.actions)])


def _difference(heading: str, before: str, after: str) -> str:
    return f"{heading}\n  In the file: {before or 'nothing'}\n  Not in it:   {after or 'nothing'}"
