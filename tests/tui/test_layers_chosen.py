"""Laws and grants are offered where an agreement begins, and what is shown at a question follows the choice."""

from __future__ import annotations

from dataclasses import replace

from mou_tui.session.requirements import LayerRef
from mou_tui.tui.interview.screen import InterviewScreen
from mou_tui.workspace.repository import SessionRepository
from tests.reports.test_layer_updates import newer
from tests.tui.conftest import Begin
from tests.tui.interview_app import NARROW, Person, open_interview
from tests.tui.test_parties_form import names_both

STATE = LayerRef("wa", "2026-11")
GRANT = LayerRef("cops-2020", "2026-11")


def chosen(person: Person) -> list[str]:
    return [reference.id for reference in person.workspace.session.layers]


async def begins_in(person: Person, state: str) -> None:
    await names_both(person)
    assert person.at == "fact-state"
    await person.types(state)


async def test_the_law_of_the_state_is_offered_ticked_and_the_grant_is_not(repository: SessionRepository) -> None:
    async with open_interview(repository, size=NARROW) as person:
        await begins_in(person, "WA")
        assert person.holds("[x] Washington law")
        assert person.holds("[ ] Federal COPS hiring grant")
        await person.press("enter")
        assert isinstance(person.app.screen, InterviewScreen)
        assert person.workspace.session.layers == (STATE,)
        assert not person.holds("check your grant award")


async def test_a_grant_that_is_ticked_is_shown_at_the_question_and_a_state_that_is_not_is_not(
    repository: SessionRepository,
) -> None:
    async with open_interview(repository) as person:
        await begins_in(person, "Washington")
        await person.press("tab", "space", "tab", "space")
        await person.clicks("Begin")
        assert person.workspace.session.layers == (GRANT,)
        assert person.holds("check your grant award")
        assert person.holds("Federal grant: COPS hiring grants awarded in 2020 called for a purpose")
        assert not person.holds("Washington law:")


async def test_where_nothing_is_held_for_a_state_that_is_said_in_the_form(repository: SessionRepository) -> None:
    async with open_interview(repository) as person:
        await begins_in(person, "WI")
        assert person.holds("mou-tui holds no verified law of Wisconsin. That does not mean there is none.")


async def test_the_form_changes_the_choice_later_and_keeps_the_answers(
    repository: SessionRepository, begin: Begin
) -> None:
    workspace = begin(purpose="The parties share a purpose.")
    workspace.store.record(workspace.session.with_fact("state", "Washington"))
    async with open_interview(repository, workspace) as person:
        await person.does("names")
        await person.clicks("Done")
        assert chosen(person) == []
        await person.does("names")
        await person.goes_to("layer-cops-2020", "tab")
        await person.press("space")
        await person.clicks("Done")
        assert chosen(person) == ["wa", "cops-2020"]
        assert person.workspace.session.answer("purpose").text == "The parties share a purpose."
        await person.does("names")
        await person.goes_to("fact-state", "tab")
        await person.press("ctrl+u")
        await person.types("Ohio")
        assert person.holds("[x] Ohio law")
        assert person.holds("[x] Federal COPS hiring grant")
        await person.clicks("Done")
        assert chosen(person) == ["oh", "cops-2020"]
        await person.press("ctrl+z")
        assert chosen(person) == ["wa", "cops-2020"]


async def test_what_the_law_asks_for_is_seen_at_the_question_with_section_and_day_and_at_its_points(
    repository: SessionRepository, begin: Begin
) -> None:
    workspace = begin(purpose="The parties share a purpose.")
    workspace.store.record(workspace.session.with_fact("state", "Washington"))
    async with open_interview(repository, workspace) as person:
        assert person.holds("RCW 28A.320.1242 and .124(1)(c); read November 30, 2026")
        await person.press("ctrl+e")
        assert person.holds("· Washington law")


async def test_what_is_new_is_said_at_opening_and_no_more_once_it_was_looked_at(
    repository: SessionRepository, begin: Begin
) -> None:
    workspace = begin(purpose="The parties share a purpose.")
    workspace.store.record(replace(workspace.session, facts={"state": "Washington"}, layers=(STATE,)))
    workspace.checklist = newer(workspace.checklist)
    async with open_interview(repository, workspace) as person:
        news = "New in Washington law: 2 changes, on 11.2. “What is new in laws and grants” (Ctrl+P) shows them."
        assert news in person.messages
        await person.does("law_news")
        assert "Washington law, 2027-02: the agreement is sent by July 1, on" in person.screen
        assert workspace.requirements.news
        await person.press("escape")
        assert not workspace.requirements.news
        await person.does("law_news")
        assert person.holds("Nothing is new since you last looked.")
