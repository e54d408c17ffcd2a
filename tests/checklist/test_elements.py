"""The elements that agreements are known to need, one by one, with the question and the point that ask for each."""

from __future__ import annotations

from pathlib import Path

import pytest

from mou_tui.checklist.loader import load

SRO = load()
TABLE = [line.split() for line in (Path(__file__).parents[1] / "data" / "elements.txt").read_text("ascii").splitlines()]
COUNTS = {
    **{"MIS": 6, "ROL": 18, "SUP": 10, "SEL": 8, "TRN": 7, "COM": 7},
    **{"INF": 13, "DAT": 10, "EXP": 10, "REV": 9, "SIG": 7},
}


def test_all_105_elements_are_in_the_table_once() -> None:
    assert [element for element, _, _ in TABLE] == [
        f"{group}-{number}" for group, count in COUNTS.items() for number in range(1, count + 1)
    ]
    assert len(TABLE) == 105


@pytest.mark.parametrize(("element", "question_id", "point_id"), TABLE)
def test_an_element_is_asked_for_by_a_point_that_an_example_covers(
    element: str, question_id: str, point_id: str
) -> None:
    question = SRO.question(question_id)
    assert point_id in {point.id for point in question.points}, element
    assert any(point_id in example.covers for example in question.examples), element


@pytest.mark.parametrize("question_id", ["term", "nondiscrimination", "publication", "early-review"])
def test_a_room_that_takes_one_example_can_leave_no_gap(question_id: str) -> None:
    question = SRO.question(question_id)
    points = {point.id for point in question.points}
    assert any(points == set(example.covers) for example in question.examples)
