"""The table: a session, the question that lies on it, and steps that can be taken back."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from typing import Literal

from mou_tui.checklist.model import Checklist, Depth, Question
from mou_tui.draft.draft import Draft, assemble, session_title
from mou_tui.draft.opening import opening_of
from mou_tui.draft.progress import Progress, active_questions, assess_progress
from mou_tui.persistence.store import SaveStatus, SessionStore
from mou_tui.session.history import Entry, Kind, Timestamp
from mou_tui.session.limits import check_step
from mou_tui.session.model import OPENING, Answer, Session
from mou_tui.session.undo import UndoResult, UndoStep, changed_places
from mou_tui.session.wording_log import log_wording_changes
from mou_tui.workspace.answers import AnswerEditor
from mou_tui.workspace.blanks import BlankFiller
from mou_tui.workspace.clause_locks import ClauseLocks
from mou_tui.workspace.meetings import Meetings
from mou_tui.workspace.minutes import Minutes
from mou_tui.workspace.parties import PartiesEditor
from mou_tui.workspace.positions import Positions
from mou_tui.workspace.signatories import Signatories
from mou_tui.workspace.undo_stack import Direction, UndoStack


def random_id() -> str:
    """An id nobody else has."""
    return os.urandom(4).hex()


class Workspace:
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
        store: SessionStore,
        clock: Callable[[], datetime] = datetime.now,
        new_id: Callable[[], str] = random_id,
    ) -> None:
        self.checklist = checklist
        self.store = store
        self.clock = clock
        self.new_id = new_id
        self.locks = ClauseLocks(lambda: store.session)
        self.cursor = 0
        """How many characters stand before the cursor in the wording on the table."""
        self.clause_id = self._resume(store.ui_state.place)
        self.remember()
        self.undo_stack = UndoStack()
        self.behind: int | None = None
        """While an undo or a redo puts words on the table: how many characters stand behind what it changes."""
        self._is_one_step = False
        self._visit = 0
        self._cursors: dict[str, int] = {}
        self._listeners: list[Callable[[], None]] = []
        self._settled = store.session
        self._assessed: tuple[Session, Progress] | None = None
        self.answers = AnswerEditor(self)
        self.parties = PartiesEditor(self)
        self.meetings = Meetings(self)
        self.positions = Positions(self)
        self.minutes = Minutes(self)
        self.blanks = BlankFiller(self, self.minutes)
        self.signatories = Signatories(self)

    @property
    def session(self) -> Session:
        """The session as it is now."""
        return self.store.session

    @property
    def question(self) -> Question | None:
        """The question on the table; None while it is the opening."""
        return None if self.clause_id == OPENING else self.checklist.question(self.clause_id)

    @property
    def answer(self) -> Answer:
        """The answer on the table."""
        return self.session.answer(self.clause_id)

    @property
    def text(self) -> str:
        """The wording on the table: of the answer, or of the opening."""
        return opening_of(self.checklist, self.session) if self.clause_id == OPENING else self.answer.text

    def progress(self) -> Progress:
        """How far the session is; found out once, for the draft wants it at every key as well."""
        session = self.session
        if self._assessed is None or self._assessed[0] is not session:
            self._assessed = session, assess_progress(self.checklist, session)
        return self._assessed[1]

    def draft(self) -> Draft:
        """The agreement as it stands."""
        return assemble(self.checklist, self.session, self.progress())

    def places(self) -> tuple[str, ...]:
        """Everywhere one can be, in order: the opening, then each question in play."""
        topics = self.checklist.topics
        in_order = (question.id for topic in topics for question in active_questions(self.session, topic))
        return (OPENING, *in_order)

    def order(self, place: str) -> int:
        """Where a place stands in the order of the draft, whether it is in play or not; unknown ones come last."""
        everywhere = [OPENING, *(question.id for question in self.checklist.questions())]
        return everywhere.index(place) if place in everywhere else len(everywhere)

    def go(self, place: str) -> None:
        """Put another question, or the opening, on the table; what became of the wordings goes into the history."""
        self.log_wordings()
        self._cursors[self.clause_id] = self.cursor
        self.clause_id, self.cursor = place, self._cursors.get(place, 0)
        self.begin_visit()
        self.remember()
        self.store.save()

    def remember(self) -> None:
        """Have the place and the cursor found again the next time."""
        self.store.ui_state.remember_location(f"{self.clause_id}@{self.cursor}")

    @property
    def timestamp(self) -> Timestamp:
        """When it is now, and in which meeting."""
        meeting = self.session.meeting
        return Timestamp(f"{self.clock():%Y-%m-%d %H:%M}", meeting.id if meeting else "")

    def log_wordings(self) -> None:
        """Note in the history what became of the wordings since it was last done."""
        noted = log_wording_changes(self._settled, self.session, self.timestamp)
        self._settled = noted
        self.store.record(noted)

    def wordings_changed_in(self, meeting_id: str) -> set[str]:
        """The places that were worded anew in a meeting."""
        entries = log_wording_changes(self._settled, self.session, self.timestamp).history.entries
        return {entry.place for entry in entries if entry.kind == "wording" and entry.meeting == meeting_id}

    def close(self) -> SaveStatus:
        """Have everything written, let others have the session, and say whether the words are safe."""
        self.log_wordings()
        self.remember()
        return self.store.close()

    def neighbor(self, distance: int) -> str | None:
        """The place so many steps on (or back, if negative); None beyond either end."""
        # One may stand on a question that has just left play, emptied or by a change of depth.
        places = sorted({*self.places(), self.clause_id}, key=self.order)
        index = places.index(self.clause_id) + distance
        return places[index] if 0 <= index < len(places) else None

    @contextmanager
    def undo_group(self, label: str) -> Iterator[None]:
        """Have all that is recorded meanwhile taken back as one step."""
        before, is_outermost = self.session, not self._is_one_step
        self._is_one_step = True
        try:
            yield
        finally:
            self._is_one_step = not is_outermost
            if self.session != before:
                self._push(UndoStep(label, before, self.session))
                self.store.save()

    def with_history_entry(
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
        stamp = self.timestamp
        entry = Entry(stamp.at, kind, place, party, stand, who, by, text, stamp.meeting)
        return replace(session, history=session.history.add(entry))

    def on_text_replaced(self, reworded: Callable[[], None]) -> None:
        """Have it heard at once when a step, or taking one back, has put other words on the table.

        Whoever shows the wording to be typed on would otherwise write the old words back.
        """
        self._listeners.append(reworded)

    def _put(self, session: Session) -> None:
        before = self.text
        self.store.record(session)
        if self.text != before:
            for reworded in self._listeners:
                reworded()

    def begin_visit(self) -> None:
        """Say that one has come to another sight of the session: what was done so far was done elsewhere."""
        self._visit += 1

    def is_in_view(self, step: UndoStep) -> bool:
        """Whether one sees what a step changes: it is of the place on the table, or was done since one came here."""
        return step.place == self.clause_id or self.is_of_this_visit(step)

    def is_of_this_visit(self, step: UndoStep) -> bool:
        """Whether a step was done since one came to what one sees."""
        return step.visit == self._visit

    def aim_at(self, step: UndoStep) -> None:
        """Have the cursor stand where a step was typed, once one goes to its place."""
        if step.behind is not None:
            text = self.session.opening if step.place == OPENING else self.session.answer(step.place).text
            self._cursors[step.place] = max(0, len(text) - step.behind)

    def set_depth(self, depth: Depth) -> None:
        """Ask the essential questions, or all of them."""
        self.commit("the change of depth", replace(self.session, depth=depth))

    def undo(self) -> UndoResult | None:
        """Take back the last thing that was done; None if there is nothing."""
        return self._move("undo")

    def redo(self) -> UndoResult | None:
        """Do again what was taken back last; None if there is nothing."""
        return self._move("redo")

    def _move(self, direction: Direction) -> UndoResult | None:
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
        self._push(UndoStep(label, before, after, self.clause_id, kind, behind), group)

    def _push(self, step: UndoStep, group: int | None = None) -> None:
        if not self._is_one_step:
            nearest = min(
                changed_places(step), key=lambda place: (place != self.clause_id, self.order(place)), default=""
            )
            place = step.place or nearest
            place = place if place == OPENING or place in self.checklist else self.clause_id
            self.undo_stack.push(step._replace(place=place, visit=self._visit), group)

    def commit(self, label: str, after: Session) -> bool:
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
        self.log_wordings()
        before = self.session
        # What was typed before the step is noted before it.
        after = log_wording_changes(before, replace(after, history=before.history.add(*added)), self.timestamp)
        if after == before:
            return False
        check_step(before, after, self.store.size)
        self._settled = after
        self._push(UndoStep(label, before, after))
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

    def clause_name(self) -> str:
        """What to call the place on the table: a clause number, or the opening."""
        return "the opening" if self.clause_id == OPENING else self.checklist.number(self.clause_id)

    def _resume(self, remembered: str) -> str:
        place, _, cursor = remembered.partition("@")
        if place in self.places():
            self.cursor = int(cursor) if re.fullmatch("[0-9]{1,9}", cursor) else 0
            return place
        return next(iter(self.places()[1:]), OPENING)
