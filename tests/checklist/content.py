"""The checklist that comes with the program, its examples, and a session that fills them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from mou_tui.checklist.loader import load
from mou_tui.checklist.model import Question
from mou_tui.draft.blanks import known_values
from mou_tui.session.model import ChecklistRef, Party, Session

SRO = load()
FILLED = Session(
    ChecklistRef(SRO.id, SRO.version),
    "full",
    (
        Party("agency", "police", "Lake City Police Department", "the Police Department", "the Chief of Police"),
        Party("district", "district", "Lake City School District", "the School District", "the Superintendent"),
    ),
    {
        "state": "Virginia",
        "schools": "Lake City High School and Birch Middle School",
        "start-date": "July 1, 2027",
        "end-date": "June 30, 2030",
    },
)


VALUES = known_values(SRO, FILLED)
LABELS = {question.label for question in SRO.questions()}
EXAMPLES = [
    pytest.param(question, example, id=f"{SRO.number(question.id)}-{example.id}")
    for question in SRO.questions()
    for example in question.examples
]


every_example = pytest.mark.parametrize(("question", "example"), EXAMPLES)


def guidance(question: Question) -> Iterator[str]:
    """All that is said about a question besides its examples."""
    yield from (question.label, question.ask, question.why, *question.discuss, question.order)
    yield from (point.text for point in question.points)
    yield from (standard.text for standard in question.standards)
    for example in question.examples:
        yield from (example.label, example.when, example.one_view, example.another_view)
