"""Steps that can be taken back and done again: typing, fills, renames, positions, clearing, setting aside.

A step may touch many answers. What came to a session by another way since, it leaves untouched.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields, replace
from typing import Literal, NamedTuple

from mou_tui.session.history import History
from mou_tui.session.model import OPENING, Answer, Session
from mou_tui.text import capitalize_first, pluralize

_BESIDE_ANSWERS = (
    *("depth", "parties", "facts", "opening", "people", "meetings", "actions", "earlier"),
    *("title", "replaces", "clauses", "exhibits", "counsel"),
)
"""What a step may change apart from answers."""

_WORDING = ("text", "taken", "origin", "points")
"""What of an answer is taken back together or not at all: the words, where they came from, what they cover."""

_WHY = {"noted": "something was noted in it since", "changed": "it was changed since"}


class UndoStep(NamedTuple):
    """One change to a session, with a name a person recognises."""

    label: str
    """What was done, to follow "Took back" ("clearing 3.1")."""
    before: Session
    after: Session
    place: str = ""
    """Where one goes to see it: a question id, or `opening`."""
    kind: Literal["step", "text", "current"] = "step"
    """Whether it was typed, and into what: the wording, or what the agreement in force says."""
    behind: int | None = None
    """How many characters of the text stand behind the end of what was typed; None where nothing was."""
    visit: int = 0
    """During which visit to a place it was done."""


class UndoResult(NamedTuple):
    """What came of taking a step back."""

    step: UndoStep
    session: Session
    kept: tuple[str, ...]
    """Ids of the questions of which something was changed again since, and stays as it is."""
    stays: Literal["", "noted", "changed"] = ""
    """Why nothing at all was taken back: what was begun was noted in, or all was changed; empty where something was."""
    is_redo: bool = False
    """Whether the step was done again."""

    @property
    def words(self) -> str:
        """What was taken back, or done again, and what was not, in a sentence each."""
        if self.stays:
            return f"{capitalize_first(self.step.label)} stays: {_WHY[self.stays]}."
        kept = pluralize(len(self.kept), "answer")
        stays = "stays as it is" if len(self.kept) == 1 else "stay as they are"
        done = f"Did again: {self.step.label}." if self.is_redo else f"Took back {self.step.label}."
        return f"{done}{f' {kept} changed since {stays}.' if self.kept else ''}"


def changed_places(step: UndoStep) -> set[str]:
    """The places a step changes: ids of questions, and `opening`."""
    before, after = step.before.answers, step.after.answers
    changed = {place for place in {**before, **after} if before.get(place) is not after.get(place)}
    return changed | {OPENING} if step.before.opening != step.after.opening else changed


def revert(step: UndoStep, session: Session) -> UndoResult:
    """A session without a step; what was changed again after the step keeps its newer wording.

    The history forgets what the step noted, unless an answer keeps something of the step. A meeting in which something
    was noted since stays.
    """
    if _begun_by(step) & _noted_in(step, session):
        return UndoResult(step, session, (), "noted")
    # What an answer keeps of the step, such as an objection, stays told.
    return _moved(
        step,
        step.before,
        step.after,
        session,
        lambda kept: session.history if kept else _forgotten(step, session.history),
    )


def do_again(step: UndoStep, session: Session) -> UndoResult:
    """A session with a step that was taken back, and the history with what that had noted, at the time it was."""
    result = _moved(step, step.after, step.before, session, lambda _: _remembered(step, session.history))
    return result._replace(is_redo=True)


def _moved(
    step: UndoStep, to: Session, since: Session, session: Session, history: Callable[[list[str]], History]
) -> UndoResult:
    """A session taken to one end of a step, as far as nobody changed it since the other."""
    now, kept = session, []
    for question_id in {**step.before.answers, **step.after.answers}:
        target, left = to.answer(question_id), since.answer(question_id)
        if target == left:
            continue
        restored, is_whole = _without(target, left, session.answer(question_id))
        session = session.with_answer(question_id, restored)
        if not is_whole:
            kept.append(question_id)
    changes = {
        name: getattr(to, name)
        for name in _BESIDE_ANSWERS
        if getattr(to, name) != getattr(since, name) == getattr(session, name)
    }
    session = replace(session, **changes, history=history(kept))
    return UndoResult(step, session, tuple(kept), "changed" if session == now else "")


def _begun_by(step: UndoStep) -> set[str]:
    """The meetings a step began, by their ids."""
    return {meeting.id for meeting in step.after.meetings} - {meeting.id for meeting in step.before.meetings}


def _noted_in(step: UndoStep, session: Session) -> set[str]:
    """The meetings in which something was noted after a step."""
    entries = session.history.added[len(step.after.history.added) :]
    actions = (action for action in session.actions if action not in step.after.actions)
    return {entry.meeting for entry in entries} | {action.meeting for action in actions}


def _forgotten(step: UndoStep, history: History) -> History:
    """A history without what a step noted; how a clause read while more was noted stays told."""
    before, after = step.before.history, step.after.history
    if history == after:
        return before
    first, last = len(before.added), len(after.added)
    if history.added[:last] != after.added:
        return history
    wordings = (entry for entry in history.added[first:last] if entry.kind == "wording")
    return History(history.past, (*history.added[:first], *wordings, *history.added[last:]))


def _remembered(step: UndoStep, history: History) -> History:
    """A history with what a step noted, which was forgotten meanwhile."""
    before, after = step.before.history, step.after.history
    if history == before:
        return after
    first = len(before.added)
    kept = history.added[first:]
    noted = (entry for entry in after.added[first:] if entry not in kept)
    return History(history.past, (*history.added[:first], *noted, *kept))


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
