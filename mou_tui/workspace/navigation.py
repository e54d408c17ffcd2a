"""Which clause is current, which ones come before and after it, and where the cursor was in each."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from mou_tui.checklist.model import Checklist
from mou_tui.draft.active_questions import active_questions
from mou_tui.reports.topic_end import topic_end
from mou_tui.session.model import OPENING, Session
from mou_tui.session.undo import UndoStep, changed_clause_ids
from mou_tui.workspace.edit_location import EditLocation

if TYPE_CHECKING:
    from mou_tui.draft.progress import TopicProgress


class Navigation:
    """The current clause of an open session.

    A visit is the time somebody looks at the same part of the screen: a clause, or a page such as the review. Undo asks
    whether a step was made during this visit; if not, the person is shown the step's clause first.

    Args:
        checklist: returns the questions, which change with the room's own clauses.
        session: returns the session as it is now.
        remembered: the location to start at; without a known clause it is the first question.

    Attributes:
        clause_id: Id of the current question, or `opening`.
        cursor: How many characters of the current text are before the cursor.
    """

    def __init__(
        self, checklist: Callable[[], Checklist], session: Callable[[], Session], remembered: EditLocation
    ) -> None:
        self._checklist = checklist
        self._session = session
        self._visit = 0
        self._cursors: dict[str, int] = {}
        self._ended_topics: set[str] = set()
        clause_ids = self.clause_ids()
        if remembered.clause_id in clause_ids:
            self.clause_id, self.cursor = remembered
        else:
            self.clause_id = next(iter(clause_ids[1:]), OPENING)
            self.cursor = len(self._text(self.clause_id))

    @property
    def location(self) -> EditLocation:
        """The current clause and cursor."""
        return EditLocation(self.clause_id, self.cursor)

    def clause_ids(self) -> tuple[str, ...]:
        """Return every clause that can be visited, in order: the opening, then each active question."""
        session, topics = self._session(), self._checklist().topics
        return (OPENING, *(question.id for topic in topics for question in active_questions(session, topic)))

    def order(self, clause_id: str) -> int:
        """Return the index of a clause in the draft, active or not; an unknown id comes last."""
        everywhere = [OPENING, *(question.id for question in self._checklist().questions())]
        return everywhere.index(clause_id) if clause_id in everywhere else len(everywhere)

    def neighbor(self, distance: int) -> str | None:
        """Return the clause so many steps on (back, if negative); None beyond either end."""
        # The current question may have become inactive: emptied, or left out by a change of depth.
        clause_ids = sorted({*self.clause_ids(), self.clause_id}, key=self.order)
        index = clause_ids.index(self.clause_id) + distance
        return clause_ids[index] if 0 <= index < len(clause_ids) else None

    def topic_end(self, following: str, topics: Iterable[TopicProgress]) -> str:
        """Return, once for each topic, how much of it is written where the next clause is one of another topic.

        Args:
            following: id of the next clause.
            topics: the progress of the topics.
        """
        of_clause = {question.id: topic for topic in topics for question in topic.questions}
        ended, next_topic = of_clause.get(self.clause_id), of_clause.get(following)
        if ended is None or next_topic is None or ended.id in (next_topic.id, *self._ended_topics):
            return ""
        self._ended_topics.add(ended.id)
        return topic_end(ended, next_topic)

    def go(self, clause_id: str) -> None:
        """Make another clause the current one, with the cursor where it was there, or else after its text."""
        self._cursors[self.clause_id] = self.cursor
        cursor = self._cursors.get(clause_id)
        self.clause_id, self.cursor = clause_id, len(self._text(clause_id)) if cursor is None else cursor
        self.begin_visit()

    def begin_visit(self) -> None:
        """Start a new visit: what was done so far was done elsewhere."""
        self._visit += 1

    def is_in_view(self, step: UndoStep) -> bool:
        """Return whether a step changed the current clause, or was made during this visit."""
        return step.clause_id == self.clause_id or self.is_of_this_visit(step)

    def is_of_this_visit(self, step: UndoStep) -> bool:
        """Return whether a step was made during this visit."""
        return step.visit == self._visit

    def with_location(self, step: UndoStep) -> UndoStep:
        """Return a step with the clause to show for it, and the current visit.

        The clause is the one the step names, or of those it changes the current one, or the first in the draft.
        """
        clause_id = step.clause_id or self._nearest(changed_clause_ids(step))
        is_known = clause_id == OPENING or clause_id in self._checklist()
        return step._replace(clause_id=clause_id if is_known else self.clause_id, visit=self._visit)

    def aim_at(self, step: UndoStep) -> None:
        """Put the cursor of a step's clause where the step was typed, for the next visit to that clause."""
        if step.behind is not None:
            self._cursors[step.clause_id] = max(0, len(self._text(step.clause_id)) - step.behind)

    def _text(self, clause_id: str) -> str:
        session = self._session()
        return session.opening if clause_id == OPENING else session.answer(clause_id).text

    def _nearest(self, clause_ids: Iterable[str]) -> str:
        return min(clause_ids, key=lambda clause_id: (clause_id != self.clause_id, self.order(clause_id)), default="")
