"""The undo stack: steps made, newest last, each ready to be undone and redone.

One stack holds everything a person does to a session, typing as well as steps, whichever front end it came through, so
that the last thing done is always on top. Undo does not go back beyond the end of a meeting or a milestone: what came
before is in the record, and is corrected instead.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Literal

from mou_tui.session.model import OPENING, Session
from mou_tui.session.undo import UndoResult, UndoStep, changed_clause_ids, do_again, revert

Direction = Literal["undo", "redo"]

LIMIT = 32_000_000
"""Characters of changed wordings after which the oldest steps are forgotten."""


class UndoStack:
    """The steps made and the steps undone."""

    def __init__(self) -> None:
        self._done: list[UndoStep] = []
        self._undone: list[UndoStep] = []
        self._group: int | None = None
        self._floor = ""
        self._size = 0
        self._is_closed = False

    def __len__(self) -> int:
        return len(self._done)

    def next(self, direction: Direction) -> UndoStep | None:
        """Return the step that would be undone or redone next; None if there is none."""
        steps = self._done if direction == "undo" else self._undone
        return steps[-1] if steps else None

    @contextmanager
    def closed(self) -> Iterator[None]:
        """Take no step within the block; a step for all of it is pushed behind."""
        was_closed, self._is_closed = self._is_closed, True
        try:
            yield
        finally:
            self._is_closed = was_closed

    def push(self, step: UndoStep, group: int | None = None) -> None:
        """Put a step on top; undone steps can no longer be redone.

        Args:
            step: the step.
            group: a step of the same group as the step on top is merged into that; None merges nothing.
        """
        if self._is_closed:
            return
        self._undone.clear()
        last = self.next("undo")
        if last and group is not None and group == self._group and _continues(last, step):
            self._done[-1] = step._replace(before=last.before)
            return
        self._group = group
        if closing := _closing(step):
            self._done.clear()
            self._size, self._floor = 0, closing
        self._done.append(step)
        self._size += _size(step)
        while self._size > LIMIT and len(self._done) > 1:
            self._size -= _size(self._done.pop(0))

    def move(self, direction: Direction, session: Session) -> UndoResult | None:
        """Undo or redo the next step; None if there is none.

        Args:
            direction: whether to undo or redo.
            session: the session as it is now.
        """
        step = self.next(direction)
        if step is None:
            return None
        self._group = None
        result = revert(step, session) if direction == "undo" else do_again(step, session)
        if result.stays == "noted":
            return result
        start, end = (self._done, self._undone) if direction == "undo" else (self._undone, self._done)
        start.pop()
        if not result.stays:
            end.append(step)
        return result

    def clear(self) -> None:
        """Forget every step, undone ones too."""
        self._done.clear()
        self._undone.clear()
        self._size, self._group, self._floor = 0, None, ""

    def why_nothing(self, direction: Direction) -> str:
        """Return why there is no next step, in a sentence."""
        if direction == "redo":
            return "There is nothing to do again."
        if self._floor:
            return f"Undo goes back no further than {self._floor}. What came before can be corrected instead."
        return "There is nothing to take back."


def _continues(last: UndoStep, step: UndoStep) -> bool:
    return last.after is step.before and (last.clause_id, last.kind) == (step.clause_id, step.kind)


def _closing(step: UndoStep) -> str:
    """Return what makes a step the floor of the stack, to follow "no further than"; empty for nearly every step."""
    open_before = {meeting.id for meeting in step.before.meetings if not meeting.ended}
    if any(meeting.id in open_before and meeting.ended for meeting in step.after.meetings):
        return "the end of the meeting"
    noted = step.after.history.added[len(step.before.history.added) :]
    return "the milestone" if any(entry.kind == "milestone" and not entry.corrects for entry in noted) else ""


def _size(step: UndoStep) -> int:
    """Return how many characters of text a step alone holds."""
    places = changed_clause_ids(step)
    answers = (step.after.answer(clause_id) for clause_id in places)
    opening = len(step.after.opening) if OPENING in places else 0
    return opening + sum(len(answer.text) + len(answer.current) for answer in answers)
