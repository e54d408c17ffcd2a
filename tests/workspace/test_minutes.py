"""Decisions, actions and notes through the workspace."""

from __future__ import annotations

import pytest

from mou_tui.reports.tasks import action_words
from mou_tui.session.meeting import Action
from mou_tui.session.model import OPENING
from tests.workspace.driver import WorkspaceDriver


class TestMinutes:
    def test_decisions_and_notes_belong_to_the_current_clause_or_to_nothing(self, driver: WorkspaceDriver) -> None:
        driver.workspace.minutes.capture("decision", "We wait.\n")
        driver.workspace.minutes.capture("note", "All tired.", here=False)
        assert [(entry.kind, entry.place, entry.text) for entry in driver.entries] == [
            ("decision", "alpha", "We wait."),
            ("note", "", "All tired."),
        ]

    def test_an_action_is_open_until_it_is_done_and_again_if_it_was_not(self, driver: WorkspaceDriver) -> None:
        driver.workspace.minutes.act("ask the insurer", " Pat\nDoe ", "Friday")
        (action,) = driver.session.actions
        assert (action.what, action.who, action.due, action.question) == (
            "ask the insurer",
            "Pat Doe",
            "Friday",
            "alpha",
        )
        assert driver.workspace.progress().actions_open == 1
        driver.clock.wait(days=1)
        driver.workspace.minutes.finish(action.id)
        assert driver.session.actions[0].done == "2026-03-05 12:00"
        assert driver.workspace.progress().actions_open == 0
        driver.workspace.minutes.finish(action.id)
        assert driver.workspace.progress().actions_open == 1

    def test_a_thing_to_check_that_belongs_to_no_question_counts_as_later(self, driver: WorkspaceDriver) -> None:
        driver.workspace.minutes.act("what the law says", here=False, check=True)
        assert (driver.workspace.progress().later, driver.workspace.progress().actions_open) == (1, 0)
        assert driver.session.actions[0].question == ""

    def test_an_action_taken_on_at_the_opening_belongs_to_no_question(self, driver: WorkspaceDriver) -> None:
        driver.workspace.go(OPENING)
        driver.workspace.minutes.act("find the legal name")
        assert driver.session.actions[0].question == ""

    def test_a_milestone_names_the_moment(self, driver: WorkspaceDriver) -> None:
        driver.workspace.minutes.mark(" First\treading ")
        assert [(entry.kind, entry.text) for entry in driver.entries] == [("milestone", "First reading")]

    @pytest.mark.parametrize("place", ["alpha", OPENING])
    def test_an_earlier_wording_is_brought_back_and_that_is_noted(self, driver: WorkspaceDriver, place: str) -> None:
        driver.workspace.go(place)
        driver.workspace.answers.write("First.")
        driver.workspace.history.log_wordings()
        driver.workspace.answers.write("Second.")
        driver.workspace.minutes.restore(place, "First.")
        assert driver.workspace.text == "First."
        assert [entry.text for entry in driver.entries] == ["First.", "Second.", "First."]


@pytest.mark.parametrize("place", ["beta", OPENING])
def test_what_is_taken_down_may_belong_to_another_place_than_the_current_one(
    driver: WorkspaceDriver, place: str
) -> None:
    driver.workspace.minutes.capture("decision", "Settled.", here=False, clause_id=place)
    assert [entry.place for entry in driver.entries] == [place]
    assert driver.workspace.clause_id == "alpha"


def test_an_action_may_belong_to_another_question_or_to_none(driver: WorkspaceDriver) -> None:
    driver.workspace.minutes.act("ask", clause_id="beta")
    driver.workspace.minutes.act("ask", here=False)
    driver.workspace.minutes.act("ask")
    assert [action.question for action in driver.session.actions] == ["beta", "", "alpha"]


@pytest.mark.parametrize(
    ("action", "expected"),
    [
        (
            Action("a", "ask the insurer", who="Ann Poe", due="2027-01-22"),
            "Ann Poe: ask the insurer, by January 22, 2027",
        ),
        (Action("a", "ask the insurer", due="2027-01-22 or so"), "ask the insurer, by 2027-01-22 or so"),
        (Action("a", "may the county pay?", kind="check", due="Friday"), "may the county pay? (by Friday)"),
        (Action("a", "", who="Ann Poe"), "Ann Poe: check"),
    ],
)
def test_an_action_reads_as_one_would_say_it(action: Action, expected: str) -> None:
    assert action_words(action) == expected
