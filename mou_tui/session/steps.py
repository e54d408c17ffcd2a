"""Steps that can be taken back: fills, renames, clearing, setting aside.

Typing has its own undo in the editor. A step is larger, may touch many answers, and is taken back without touching what
was said since.
"""

from __future__ import annotations

from dataclasses import fields, replace
from typing import Literal, NamedTuple

from mou_tui.session.history import History
from mou_tui.session.session import Answer, Session
from mou_tui.text import capital, count

_BESIDE_ANSWERS = ("depth", "parties", "facts", "opening", "people", "meetings", "actions")
"""What a step may change apart from answers."""

_WORDING = ("text", "taken", "points")
"""What of an answer is taken back together or not at all: the words, where they came from, what they cover."""

_WHY = {"noted": "something was noted in it since", "changed": "it was changed since"}


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
    """Ids of the questions of which something was changed again since, and stays as it is."""
    stays: Literal["", "noted", "changed"] = ""
    """Why nothing at all was taken back: what was begun was noted in, or all was changed; empty where something was."""

    @property
    def words(self) -> str:
        """What was taken back, and what was not, in a sentence each."""
        if self.stays:
            return f"{capital(self.step.label)} stays: {_WHY[self.stays]}."
        kept = count(len(self.kept), "answer")
        stays = "stays as it is" if len(self.kept) == 1 else "stay as they are"
        return f"Took back {self.step.label}.{f' {kept} changed since {stays}.' if self.kept else ''}"


def take_back(step: Step, session: Session) -> TakenBack:
    """A session without a step; what was changed again after the step keeps its newer wording.

    The history forgets what the step noted, unless an answer keeps something of the step. A meeting in which something
    was noted since stays.
    """
    if _begun_by(step) & _noted_in(step, session):
        return TakenBack(step, session, (), "noted")
    now, kept = session, []
    for question_id in {**step.before.answers, **step.after.answers}:
        before, after = step.before.answer(question_id), step.after.answer(question_id)
        if before == after:
            continue
        restored, is_whole = _without(before, after, session.answer(question_id))
        session = session.with_answer(question_id, restored)
        if not is_whole:
            kept.append(question_id)
    changes = {
        name: getattr(step.before, name)
        for name in _BESIDE_ANSWERS
        if getattr(step.before, name) != getattr(step.after, name) == getattr(session, name)
    }
    # What an answer keeps of the step, such as an objection, stays told.
    history = session.history if kept else _forgotten(step, session.history)
    session = replace(session, **changes, history=history)
    return TakenBack(step, session, tuple(kept), "changed" if session == now else "")


def _begun_by(step: Step) -> set[str]:
    """The meetings a step began, by their ids."""
    return {meeting.id for meeting in step.after.meetings} - {meeting.id for meeting in step.before.meetings}


def _noted_in(step: Step, session: Session) -> set[str]:
    """The meetings in which something was noted after a step."""
    entries = session.history.added[len(step.after.history.added) :]
    actions = (action for action in session.actions if action not in step.after.actions)
    return {entry.meeting for entry in entries} | {action.meeting for action in actions}


def _forgotten(step: Step, history: History) -> History:
    """A history without what a step noted; how a clause read while more was noted stays told."""
    before, after = step.before.history, step.after.history
    if history == after:
        return before
    first, last = len(before.added), len(after.added)
    if history.added[:last] != after.added:
        return history
    wordings = (entry for entry in history.added[first:last] if entry.kind == "wording")
    return History(history.past, (*history.added[:first], *wordings, *history.added[last:]))


def _without(before: Answer, after: Answer, now: Answer) -> tuple[Answer, bool]:
    """An answer with what a step did to it undone where nobody changed it again, and whether that was all of it."""
    is_whole = True
    others = tuple((field.name,) for field in fields(Answer) if field.name not in _WORDING)
    for names in (_WORDING, *others):
        old, done, held = (tuple(getattr(answer, name) for name in names) for answer in (before, after, now))
        if held == done:
            now = replace(now, **dict(zip(names, old, strict=True)))
        elif old != done:
            is_whole = False
    return now, is_whole
