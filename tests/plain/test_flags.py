"""Points, questions put off and set aside."""

from __future__ import annotations

from mou_tui.session.model import Deferral
from tests.plain.conftest import Begin
from tests.plain.talking import talk


def test_points_are_ticked_and_unticked(begin: Begin) -> None:
    workspace = begin()
    output = talk(workspace, "tick 6", "tick 2", "points", "tick 6", "tick 9", "tick")
    assert workspace.answer.points == ("owners",)
    assert "6 points, 2 ticked. A good answer:" in output.after("points")
    assert "2. Ticked: says that the agency and the district" in output
    assert "Say the number of a point" in output.after("tick 9")


def test_a_question_is_put_off_and_taken_up_again(begin: Begin) -> None:
    workspace = begin(purpose="Safe schools.")
    output = talk(workspace, "later", "the town lawyer", "June 3", "back", "", "review later")
    assert workspace.answer.later == Deferral("the town lawyer", "June 3", "2027-06-03")
    assert "It stays open until you say later again. Question 2 of 24" in output
    assert output.output.count("Later: the town lawyer to check first, by June 3.") == 2
    assert (
        "written, very short, later: the town lawyer to check first, by June 3, points not gone through."
        in " ".join(output.after("review later").split())
    )
    output = talk(workspace, "later")
    assert workspace.answer.later is None
    talk(workspace, "later", ":cancel")
    assert workspace.answer.later is None


def test_a_question_is_set_aside_only_with_a_reason(begin: Begin) -> None:
    workspace = begin(purpose="Safe schools.")
    talk(workspace, "aside", "")
    talk(workspace, "aside", ":cancel")
    assert workspace.answer.not_applicable == ""
    output = talk(workspace, "aside", "we have no cameras", "back", "draft 1.1")
    assert workspace.answer.not_applicable == "we have no cameras"
    assert "Text: does not apply. Does not apply: we have no cameras." in output
    assert output.after("draft 1.1") == "1.1 Purpose and goals. Reserved."
    talk(workspace, "aside")
    assert workspace.answer.not_applicable == ""


def test_going_through_the_points_is_noted_once(begin: Begin) -> None:
    output = talk(begin(purpose="We all agree."), "went", "went", "again", "undo", "again", "next", "went", "quit")
    assert output.output.count("Noted that you went through the points of 1.1.") == 1
    assert "That is noted already for this wording." in output
    assert "Points 0 of 6." in output
    assert "There is no wording yet to hold against the points." in output
