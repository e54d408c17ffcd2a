"""The table: a session, the question that lies on it, and steps that can be taken back."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from typing import Literal

from mou_tui.checklist.checklist import Checklist, Question
from mou_tui.clause_locks import ClauseLocks
from mou_tui.draft.completeness import Completeness, assess, in_play
from mou_tui.draft.draft import Draft, assemble, session_title
from mou_tui.draft.opening import opening_of
from mou_tui.session.history import Entry, Kind, Stamp
from mou_tui.session.limits import check_step
from mou_tui.session.session import OPENING, Answer, Session
from mou_tui.session.settling import settled
from mou_tui.session.steps import Step, TakenBack, changed_places
from mou_tui.session.store import SaveState, Store
from mou_tui.undo_stack import Direction, UndoStack


def fresh_id() -> str:
    """An id nobody else has."""
    return os.urandom(4).hex()


class Table:
    """A checklist, the store of a session, and the question on the table.

    Args:
        checklist: what is asked.
        store: keeps the session.
        clock: the time of day, local.
        new_id: gives ids nobody else has, whoever else works on a copy of the session.
    """

    def __init__(
        self,
        checklist: Checklist,
        store: Store,
        clock: Callable[[], datetime] = datetime.now,
        new_id: Callable[[], str] = fresh_id,
    ) -> None:
        self.checklist = checklist
        self.store = store
        self.clock = clock
        self.new_id = new_id
        self.locks = ClauseLocks(lambda: store.session)
        self.cursor = 0
        """How many characters stand before the cursor in the wording on the table."""
        self.place = self._resume(store.beside.place)
        self.remember()
        self.undo_stack = UndoStack()
        self.behind: int | None = None
        """While an undo or a redo puts words on the table: how many characters stand behind what it changes."""
        self._is_one_step = False
        self._visit = 0
        self._cursors: dict[str, int] = {}
        self._listeners: list[Callable[[], None]] = []
        self._settled = store.session
        self._assessed: tuple[Session, Completeness] | None = None

    @property
    def session(self) -> Session:
        """The session as it is now."""
        return self.store.session

    @property
    def question(self) -> Question | None:
        """The question on the table; None while it is the opening."""
        return None if self.place == OPENING else self.checklist.question(self.place)

    @property
    def answer(self) -> Answer:
        """The answer on the table."""
        return self.session.answer(self.place)

    @property
    def wording(self) -> str:
        """The wording on the table: of the answer, or of the opening."""
        return opening_of(self.checklist, self.session) if self.place == OPENING else self.answer.text

    def completeness(self) -> Completeness:
        """How far the session is; found out once, for the draft wants it at every key as well."""
        session = self.session
        if self._assessed is None or self._assessed[0] is not session:
            self._assessed = session, assess(self.checklist, session)
        return self._assessed[1]

    def draft(self) -> Draft:
        """The agreement as it stands."""
        return assemble(self.checklist, self.session, self.completeness())

    def places(self) -> tuple[str, ...]:
        """Everywhere one can be, in order: the opening, then each question in play."""
        topics = self.checklist.topics
        in_order = (question.id for topic in topics for question in in_play(self.session, topic))
        return (OPENING, *in_order)

    def order(self, place: str) -> int:
        """Where a place stands in the order of the draft, whether it is in play or not; unknown ones come last."""
        everywhere = [OPENING, *(question.id for question in self.checklist.questions())]
        return everywhere.index(place) if place in everywhere else len(everywhere)

    def go(self, place: str) -> None:
        """Put another question, or the opening, on the table; what became of the wordings goes into the history."""
        self.settle()
        self._cursors[self.place] = self.cursor
        self.place, self.cursor = place, self._cursors.get(place, 0)
        self.begin_visit()
        self.remember()
        self.store.save()

    def remember(self) -> None:
        """Have the place and the cursor found again the next time."""
        self.store.beside.remember_place(f"{self.place}@{self.cursor}")

    @property
    def stamp(self) -> Stamp:
        """When it is now, and in which meeting."""
        meeting = self.session.meeting
        return Stamp(f"{self.clock():%Y-%m-%d %H:%M}", meeting.id if meeting else "")

    def settle(self) -> None:
        """Note in the history what became of the wordings since it was last done."""
        noted = settled(self._settled, self.session, self.stamp)
        self._settled = noted
        self.store.record(noted)

    def worded_in(self, meeting_id: str) -> set[str]:
        """The places that were worded anew in a meeting."""
        entries = settled(self._settled, self.session, self.stamp).history.entries
        return {entry.place for entry in entries if entry.kind == "wording" and entry.meeting == meeting_id}

    def leave(self) -> SaveState:
        """Have everything written, let others have the session, and say whether the words are safe."""
        self.settle()
        self.remember()
        return self.store.close()

    def neighbour(self, distance: int) -> str | None:
        """The place so many steps on (or back, if negative); None beyond either end."""
        # One may stand on a question that has just left play, emptied or by a change of depth.
        places = sorted({*self.places(), self.place}, key=self.order)
        index = places.index(self.place) + distance
        return places[index] if 0 <= index < len(places) else None

    @contextmanager
    def as_one_step(self, label: str) -> Iterator[None]:
        """Have all that is recorded meanwhile taken back as one step."""
        before, is_outermost = self.session, not self._is_one_step
        self._is_one_step = True
        try:
            yield
        finally:
            self._is_one_step = not is_outermost
            if self.session != before:
                self._push(Step(label, before, self.session))
                self.store.save()

    def noted(
        self,
        session: Session,
        kind: Kind,
        place: str = "",
        party: str = "",
        stand: str = "",
        *,
        who: str = "",
        by: str = "",
        text: str = "",
    ) -> Session:
        """A session with one more entry in its history, as of now; the fields are those of `Entry`."""
        stamp = self.stamp
        entry = Entry(stamp.at, kind, place, party, stand, who, by, text, stamp.meeting)
        return replace(session, history=session.history.add(entry))

    def listen(self, reworded: Callable[[], None]) -> None:
        """Have it heard at once when a step, or taking one back, has put other words on the table.

        Whoever shows the wording to be typed on would otherwise write the old words back.
        """
        self._listeners.append(reworded)

    def _put(self, session: Session) -> None:
        before = self.wording
        self.store.record(session)
        if self.wording != before:
            for reworded in self._listeners:
                reworded()

    def begin_visit(self) -> None:
        """Say that one has come to another sight of the session: what was done so far was done elsewhere."""
        self._visit += 1

    def is_in_view(self, step: Step) -> bool:
        """Whether one sees what a step changes: it is of the place on the table, or was done since one came here."""
        return step.place == self.place or self.is_of_this_visit(step)

    def is_of_this_visit(self, step: Step) -> bool:
        """Whether a step was done since one came to what one sees."""
        return step.visit == self._visit

    def aim_at(self, step: Step) -> None:
        """Have the cursor stand where a step was typed, once one goes to its place."""
        if step.behind is not None:
            text = self.session.opening if step.place == OPENING else self.session.answer(step.place).text
            self._cursors[step.place] = max(0, len(text) - step.behind)

    def undo(self) -> TakenBack | None:
        """Take back the last thing that was done; None if there is nothing."""
        return self._move("undo")

    def redo(self) -> TakenBack | None:
        """Do again what was taken back last; None if there is nothing."""
        return self._move("redo")

    def _move(self, direction: Direction) -> TakenBack | None:
        result = self.undo_stack.move(direction, self.session)
        if result is None:
            return None
        step = result.step
        reached = step.before if direction == "undo" else step.after
        if result.session.history == reached.history != self.session.history:
            # Only a step that was noted at once began where all was noted; before any other, words may wait for it.
            self._settled = reached
        self.behind = step.behind if step.kind == "text" else None
        self._put(result.session)
        self.behind = None
        return result

    def edit(
        self,
        label: str,
        after: Session,
        *,
        kind: Literal["step", "text", "current"] = "step",
        group: int | None = None,
        behind: int | None = None,
    ) -> None:
        """Record a session as it is being worked on; wordings go into the history once the room moves on.

        Args:
            label: what was done, to follow "Took back".
            after: the session as it is now.
            kind: whether that was typed, and into what.
            group: tells what is typed in one go and taken back together; None for what is taken back by itself.
            behind: how many characters of the text stand behind the cursor.
        """
        before = self.session
        self.store.record(after)
        self._push(Step(label, before, after, self.place, kind, behind), group)

    def _push(self, step: Step, group: int | None = None) -> None:
        if not self._is_one_step:
            nearest = min(changed_places(step), key=lambda place: (place != self.place, self.order(place)), default="")
            place = step.place or nearest
            place = place if place == OPENING or place in self.checklist else self.place
            self.undo_stack.push(step._replace(place=place, visit=self._visit), group)

    def step(self, label: str, after: Session) -> bool:
        """Record a session as one step that can be taken back; wordings it changed go into the history at once.

        Args:
            label: what was done, to follow "Took back".
            after: the session as it is now, with what the step changes.

        Returns:
            Whether it changes anything; if not, there is no step to take back.

        Raises:
            TooLarge: It adds more than the session can hold; nothing was changed.
        """
        added = after.history.added[len(self.session.history.added) :]
        self.settle()
        before = self.session
        # What was typed before the step is noted before it.
        after = settled(before, replace(after, history=before.history.add(*added)), self.stamp)
        if after == before:
            return False
        check_step(before, after, self.store.size)
        self._settled = after
        self._push(Step(label, before, after))
        self._put(after)
        self.store.save()
        return True

    def start_afresh(self) -> None:
        """Forget every step: the session was changed beneath them, and whoever shows the wording loads it anew."""
        self.undo_stack.clear()
        self._settled = self.store.session
        for reworded in self._listeners:
            reworded()

    def title(self) -> str:
        """What to call the session."""
        return session_title(self.checklist, self.session)

    def name(self) -> str:
        """What to call the place on the table: a clause number, or the opening."""
        return "the opening" if self.place == OPENING else self.checklist.number(self.place)

    def _resume(self, remembered: str) -> str:
        place, _, cursor = remembered.partition("@")
        if place in self.places():
            self.cursor = int(cursor) if re.fullmatch("[0-9]{1,9}", cursor) else 0
            return place
        return next(iter(self.places()[1:]), OPENING)
