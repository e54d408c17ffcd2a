"""How far the room is with the points of a question, next to a count that points never change."""

from __future__ import annotations

from dataclasses import replace

import pytest

from mou_tui.checklist.model import Checklist
from mou_tui.draft.points import LOOK_AGAIN, NOT_GONE_THROUGH, is_very_short, points_progress
from mou_tui.draft.question_state import text_state
from mou_tui.session.model import Answer


def label(checklist: Checklist, answer: Answer) -> str:
    return points_progress(checklist.question("purpose"), answer).label


def test_an_answer_says_whether_its_points_were_gone_through(sro: Checklist) -> None:
    first, *_ = sro.question("purpose").points
    total = len(sro.question("purpose").points)
    answer = Answer(text="Ours.")
    assert label(sro, Answer()) == ""
    assert label(sro, replace(answer, not_applicable="no")) == ""
    assert label(sro, answer) == NOT_GONE_THROUGH
    through = replace(answer, points=(first.id,), gone_through=answer.wording)
    assert label(sro, through) == f"points 1 of {total}"
    assert label(sro, through.write("Ours now.")) == LOOK_AGAIN
    assert label(sro, through.write("Ours now.").write("Ours.")) == f"points 1 of {total}"


def test_ticks_that_came_with_an_example_are_to_be_looked_at_once_its_words_change(sro: Checklist) -> None:
    example = sro.question("purpose").examples[0]
    taken = replace(Answer().take(example.id, "We agree.", offered="We agree."), points=example.covers)
    assert label(sro, taken) == NOT_GONE_THROUGH
    assert label(sro, taken.write("We agree at last.")) == LOOK_AGAIN


def test_a_blank_that_is_filled_asks_nobody_to_look_again(sro: Checklist) -> None:
    answer = Answer(text="In [state].")
    through = replace(answer, gone_through=answer.wording).with_replaced_text("In Ohio.")
    assert label(sro, through).startswith("points 0 of")


def test_points_never_change_the_state_of_a_text() -> None:
    answer = Answer(text="Ours, all of it.")
    assert text_state(answer) == text_state(replace(answer, gone_through=answer.wording)) == "written"


@pytest.mark.parametrize(("text", "expected"), [("", False), (" ", False), ("abc", True), ("We agree.", True)])
def test_a_word_or_two_are_very_short(text: str, expected: bool) -> None:
    assert is_very_short(text) is expected
    assert not is_very_short("We all agree.")
