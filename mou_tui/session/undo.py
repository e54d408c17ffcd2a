"""Undoing and redoing a step: typing, fills, renames, positions, clearing, and all other changes.

A step may touch many answers. Whatever was changed in another way since, undo leaves untouched.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields, replace
from typing import Literal

from mou_tui.frozen import NamedTuple
from mou_tui.language.text import capitalize_first, pluralize
from mou_tui.session.history import Entry, History
from mou_tui.session.model import OPENING, Answer, Session

_OTHER_FIELDS = (
    *("depth", "parties", "facts", "opening", "people", "meetings", "actions", "earlier", "taken_in", "proposals"),
    *("title", "replaces", "clauses", "exhibits", "counsel", "agreement", "sent", "copy"),
    *("layers", "requirements", "checklist", "extra", "in_force", "amends", "renews"),
)
"""The fields of a session that a step may change apart from answers."""

_WORDING = ("text", "taken", "origin", "points", "gone_through")
"""The fields of an answer that are undone together or not at all: the text, where it came from, what it covers."""

_WHY = {"noted": "something was noted in it since", "changed": "it was changed since"}


class UndoStep(NamedTuple):
    """One change to a session, with a name a person recognises."""

    label: str
    """What was done, to follow "Took back" ("clearing 3.1")."""
    before: Session
    after: Session
    clause_id: str = ""
    """Id of the clause to show for it: a question id, or `opening`."""
    kind: Literal["step", "text", "current"] = "step"
    """Whether it was typed, and into which text: the answer, or what the agreement in force says."""
    behind: int | None = None
    """How many characters follow the end of what was typed; None where nothing was."""
    visit: int = 0
    """Number of the visit during which it was made; see `workspace.navigation`."""


class UndoResult(NamedTuple):
    """The result of undoing or redoing a step."""

    step: UndoStep
    session: Session
    kept: tuple[str, ...]
    """Ids of the questions where something was changed again since, and stays as it is."""
    stays: Literal["", "noted", "changed"] = ""
    """Why nothing was undone: the meeting it began has entries by now, or all was changed; empty if something was."""
    is_redo: bool = False
    """Whether the step was redone."""

    @property
    def message(self) -> str:
        """What was undone or redone, and what was not, in a sentence each."""
        if self.stays:
            return f"{capitalize_first(self.step.label)} stays: {_WHY[self.stays]}."
        kept = pluralize(len(self.kept), "answer")
        stays = "stays as it is" if len(self.kept) == 1 else "stay as they are"
        done = f"Did again: {self.step.label}." if self.is_redo else f"Took back {self.step.label}."
        return f"{done}{f' {kept} changed since {stays}.' if self.kept else ''}"


def changed_clause_ids(step: UndoStep) -> set[str]:
    """Return the ids of the clauses a step changes: of questions, and `opening`."""
    before, after = step.before.answers, step.after.answers
    changed = {clause_id for clause_id in {**before, **after} if before.get(clause_id) is not after.get(clause_id)}
    return changed | {OPENING} if step.before.opening != step.after.opening else changed


def revert(step: UndoStep, session: Session) -> UndoResult:
    """Undo a step; what was changed again after it keeps its newer value.

    The entries of the step leave the history, unless an answer keeps something of the step. A meeting to which entries
    were added since stays.
    """
    if _meetings_started_by(step) & _meetings_added_to(step, session):
        return UndoResult(step, session, (), "noted")
    # What an answer keeps of the step, such as an objection, stays in the history.
    return _moved(
        step,
        step.before,
        step.after,
        session,
        lambda kept: session.history if kept else _forgotten(step, session.history),
    )


def do_again(step: UndoStep, session: Session) -> UndoResult:
    """Redo a step, and put its entries back into the history with the time they had."""
    result = _moved(step, step.after, step.before, session, lambda _: _remembered(step, session.history))
    return result._replace(is_redo=True)


def _moved(
    step: UndoStep, to: Session, since: Session, session: Session, history: Callable[[list[str]], History]
) -> UndoResult:
    """Move a session to the end `to` of a step, wherever it still equals the other end, `since`."""
    if session == since:
        # As a whole, so that its file is the same to the byte.
        return UndoResult(step, to, ())
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
        for name in _OTHER_FIELDS
        if getattr(to, name) != getattr(since, name) == getattr(session, name)
    }
    session = replace(session, **changes, history=history(kept))
    return UndoResult(step, session, tuple(kept), "changed" if session == now else "")


def _meetings_started_by(step: UndoStep) -> set[str]:
    """Return the ids of the meetings a step began."""
    return {meeting.id for meeting in step.after.meetings} - {meeting.id for meeting in step.before.meetings}


def _meetings_added_to(step: UndoStep, session: Session) -> set[str]:
    """Return the ids of the meetings to which something was added after a step."""
    entries = session.history.added[len(step.after.history.added) :]
    actions = (action for action in session.actions if action not in step.after.actions)
    return {entry.meeting for entry in entries} | {action.meeting for action in actions}


def _forgotten(step: UndoStep, history: History) -> History:
    """Remove the entries of a step; wordings stay if later entries refer to them."""
    before, after = step.before.history, step.after.history
    if history == after:
        return before
    last = len(after.added)
    if history.past.raw != after.past.raw or history.added[:last] != after.added:
        return history
    wordings = (entry for entry in _noted_by(step) if entry.kind == "wording")
    return before.add(*wordings, *history.added[last:])


def _remembered(step: UndoStep, history: History) -> History:
    """Put back the entries of a step that `_forgotten` removed."""
    before, after = step.before.history, step.after.history
    if history == before:
        return after
    kept = history.added[len(before.added) :]
    noted = _noted_by(step)
    if before.past.raw != after.past.raw:
        return after.add(*(entry for entry in kept if entry not in noted))
    return before.add(*(entry for entry in noted if entry not in kept), *kept)


def _noted_by(step: UndoStep) -> tuple[Entry, ...]:
    """Return the entries of a step; those of a merge are anywhere among the others."""
    before, after = step.before.history, step.after.history
    if before.past.raw == after.past.raw:
        return after.added[len(before.added) :]
    known = set(map(repr, before.entries))
    return tuple(entry for entry in after.entries if repr(entry) not in known)


def _without(before: Answer, after: Answer, now: Answer) -> tuple[Answer, bool]:
    """Revert `before -> after` on `now`, field group by group, skipping groups edited since.

    Returns:
        The answer, and whether it was reverted fully.
    """
    is_whole = True
    other_fields = tuple((field.name,) for field in fields(Answer) if field.name not in _WORDING)
    for names in (_WORDING, *other_fields):
        old, done, held = (tuple(getattr(answer, name) for name in names) for answer in (before, after, now))
        if held == done:
            now = replace(now, **dict(zip(names, old, strict=True)))
        elif old != done:
            is_whole = False
    return now, is_whole
