"""Tell how far the room is with the points of a question: ticked, gone through, or to be looked at again.

Points say what a good answer covers. They never change the state of a text or its count.
"""

from __future__ import annotations

from typing import Literal

from mou_tui.checklist.model import Question
from mou_tui.frozen import NamedTuple
from mou_tui.session.model import Answer

PointsState = Literal["none", "open", "again", "done"]
"""No points or no wording yet; not gone through; gone through, or ticked by an example, before the wording changed;
gone through with this wording."""

VERY_SHORT = 2
"""Words up to which a clause is named as very short."""

NOT_GONE_THROUGH = "points not gone through"
LOOK_AGAIN = "points: check again"
MEANING = (
    "“Text” counts clauses with wording and no blanks, and one wording chosen. Points and positions are beside it."
)
"""What the count of texts means, where it is shown."""


class PointsProgress(NamedTuple):
    """Hold how far the room is with the points of one question."""

    state: PointsState
    ticked: int
    total: int

    @property
    def label(self) -> str:
        """Return it in words; empty where there is nothing to say."""
        labels: dict[PointsState, str] = {
            "none": "",
            "open": NOT_GONE_THROUGH,
            "again": LOOK_AGAIN,
            "done": f"points {self.ticked} of {self.total}",
        }
        return labels[self.state]


def points_progress(question: Question, answer: Answer) -> PointsProgress:
    """Return how far the room is with the points of a question."""
    ticked = sum(point.id in answer.points for point in question.points)
    return PointsProgress(_state(question, answer), ticked, len(question.points))


def covered_by_example(question: Question, answer: Answer) -> frozenset[str]:
    """Return the ids of the points that the example covers from which a text was taken; none without an example."""
    taken = answer.taken.example if answer.taken else ""
    example = next((example for example in question.examples if example.id == taken), None)
    return frozenset(example.covers if example else ())


def _state(question: Question, answer: Answer) -> PointsState:
    if not question.points or not answer.text.strip() or answer.not_applicable:
        return "none"
    if answer.gone_through and answer.gone_through == answer.wording:
        return "done"
    is_changed_example = answer.taken is not None and not answer.is_as_taken and bool(answer.points)
    return "again" if answer.gone_through or is_changed_example else "open"


def is_very_short(text: str) -> bool:
    """Tell whether a clause has a word or two, which are seldom all that is meant."""
    return 0 < len(text.split(maxsplit=VERY_SHORT)) <= VERY_SHORT
