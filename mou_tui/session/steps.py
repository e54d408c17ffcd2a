"""Steps that can be taken back: fills, renames, clearing, setting aside.

Typing has its own undo in the editor. A step is larger, may touch many answers, and is taken back without touching what
was said since.
"""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from mou_tui.session.session import Session
from mou_tui.text import count

_BESIDE_ANSWERS = ("depth", "parties", "facts", "opening", "people", "meetings", "actions", "history")
"""What a step may change apart from answers."""


class Step(NamedTuple):
    """One change to a session, with a name a person recognises."""

    label: str
    """What was done, to follow "Took back" ("clearing 3.1")."""
    before: Session
    after: Session


class TakenBack(NamedTuple):
    """What came of taking a step back."""

    step: Step
    session: Session
    kept: tuple[str, ...]
    """Ids of the questions that were changed again since and stay as they are."""

    @property
    def words(self) -> str:
        """What was taken back, and what was not, in a sentence each."""
        kept = count(len(self.kept), "answer")
        stays = "stays as it is" if len(self.kept) == 1 else "stay as they are"
        return f"Took back {self.step.label}.{f' {kept} changed since {stays}.' if self.kept else ''}"


def take_back(step: Step, session: Session) -> TakenBack:
    """A session without a step; what was changed again after the step keeps its newer wording.

    The history forgets the step only while nothing has happened since.
    """
    kept = []
    for question_id in {**step.before.answers, **step.after.answers}:
        before, after = step.before.answer(question_id), step.after.answer(question_id)
        if before == after:
            continue
        if session.answer(question_id) == after:
            session = session.with_answer(question_id, before)
        else:
            kept.append(question_id)
    changes = {
        name: getattr(step.before, name)
        for name in _BESIDE_ANSWERS
        if getattr(step.before, name) != getattr(step.after, name) == getattr(session, name)
    }
    if kept:
        # What an answer keeps of the step, such as an objection, stays told.
        changes.pop("history", None)
    return TakenBack(step, replace(session, **changes), tuple(kept))
