"""The screen of deadlines: what has to be done by when, each a key away from its clause."""

from __future__ import annotations

from mou_tui.tui.screens.obligations import ObligationsScreen
from mou_tui.workspace.repository import SessionRepository
from tests.tui.conftest import Begin
from tests.tui.interview_app import NARROW, open_interview


async def test_dates_are_listed_the_earliest_first_and_lead_to_their_clauses(
    repository: SessionRepository, begin: Begin
) -> None:
    workspace = begin(counting="The District shall publish the figures by August 15 each year.")
    facts = {"state": "Washington", "start-date": "July 1, 2027"}
    for fact, value in facts.items():
        workspace.store.record(workspace.session.with_fact(fact, value))
    async with open_interview(repository, workspace, size=NARROW) as person:
        await person.does("deadlines")
        assert isinstance(person.app.screen, ObligationsScreen)
        assert person.holds(
            "With a day August 15, 2027, then every year 8.1 Counting and reporting: The District shall"
        )
        assert person.holds("July 1, 2028, then every year Washington law, every year after adoption:")
        assert person.holds("Without a day Washington law, every year:")
        await person.press("enter")
        assert person.workspace.clause_id == "counting"


async def test_where_nothing_sets_a_time_that_is_said(repository: SessionRepository, begin: Begin) -> None:
    async with open_interview(repository, begin(), size=NARROW) as person:
        await person.does("deadlines")
        assert person.holds("Nothing in your agreement, or in the law shown here, sets a time yet.")
