"""The form that begins an agreement: two names, how they read, and what is said next to a field."""

from __future__ import annotations

from textual.widgets import Input

from mou_tui.tui.dialogs.parties import PartiesDialog
from mou_tui.tui.interview.screen import InterviewScreen
from mou_tui.workspace.repository import SessionRepository
from tests.tui.conftest import Begin
from tests.tui.interview_app import Person, open_interview


async def names_both(person: Person) -> None:
    """Begin a new agreement, and type the two legal names; Enter leads on."""
    await person.press("enter")
    await person.types("Lake City Police Department")
    await person.press("enter", "enter")
    await person.types("Lake City Schools")
    await person.press("enter", "enter")


async def test_how_the_agreement_begins_is_shown_from_the_first(repository: SessionRepository) -> None:
    async with open_interview(repository) as person:
        await person.press("enter")
        assert person.holds("This agreement is between [legal name of the police agency]")


async def test_two_names_and_enter_lead_to_the_first_question(repository: SessionRepository) -> None:
    async with open_interview(repository) as person:
        await names_both(person)
        assert person.holds("and Lake City Schools (“the School District”), in [state].")
        await person.press("enter")
        assert isinstance(person.app.screen, InterviewScreen)
        assert person.workspace.clause_id == "purpose"


async def test_without_a_short_name_that_is_said_next_to_the_field(repository: SessionRepository) -> None:
    async with open_interview(repository) as person:
        await person.press("enter")
        await person.types("Lake City Police Department")
        await person.press("enter", "enter", "enter", "enter")
        assert not person.holds("A short name is needed")
        await person.press("enter")
        assert isinstance(person.app.screen, PartiesDialog)
        assert person.at == "role-district-short"
        assert person.holds("A short name is needed, for every clause uses it.")
        await person.types("the District")
        assert not person.holds("A short name is needed")
        await person.clicks("Begin")
        assert person.workspace.session.party("district").short == "the District"


async def test_dates_are_shown_back_and_must_be_in_order(repository: SessionRepository) -> None:
    async with open_interview(repository) as person:
        await names_both(person)
        await person.goes_to("more", "tab")
        await person.press("enter")
        await person.goes_to("fact-start-date", "tab")
        await person.types("7/1/27")
        assert person.holds("Thursday, July 1, 2027.")
        await person.press("enter")
        await person.types("June 30, 2026")
        assert person.holds("would end before it begins (July 1, 2027)")
        await person.press("enter")
        assert person.at == "fact-end-date"
        assert person.holds("would end before it begins (July 1, 2027)")


async def test_enter_leads_past_a_box_and_space_ticks_it(repository: SessionRepository, begin: Begin) -> None:
    async with open_interview(repository, begin()) as person:
        await person.does("names")
        await person.goes_to("role-agency-signs", "tab")
        await person.press("space", "enter")
        assert person.at == "role-district-name"
        await person.goes_to("fact-end-date", "tab")
        await person.press("enter")
        assert person.workspace.session.party("agency").part == "consulted"


async def test_after_cancel_it_comes_back_as_short_as_it_was(repository: SessionRepository) -> None:
    async with open_interview(repository) as person:
        await names_both(person)
        await person.press("escape", "n")
        assert person.field("#role-district-name") == "Lake City Schools"
        assert person.holds("More: signers") and person.query("#fact-state", Input).region
        await person.goes_to("more", "tab")
        await person.press("enter")
        await person.goes_to("fact-start-date", "tab")
        await person.types("July 1, 2027")
        await person.press("escape", "n")
        assert not person.holds("More: signers")
        assert person.field("#fact-start-date") == "July 1, 2027"


async def test_all_is_shown_where_more_is_known_already(repository: SessionRepository, begin: Begin) -> None:
    async with open_interview(repository, begin()) as person:
        await person.does("names")
        assert person.query("#fact-state", Input).region
        assert not person.holds("More: signers")


async def test_the_form_stays_once_with_a_date_on_no_calendar(repository: SessionRepository) -> None:
    async with open_interview(repository) as person:
        await names_both(person)
        await person.goes_to("more", "tab")
        await person.press("enter")
        await person.goes_to("fact-end-date", "tab")
        await person.types("June 31, 2029")
        assert person.holds("June has 30 days.")
        await person.clicks("Begin")
        assert person.at == "fact-end-date"
        assert person.holds("June has 30 days. Press “Begin” again to keep it as typed.")
        await person.press("enter")
        assert person.workspace.session.facts["end-date"] == "June 31, 2029"


async def test_a_form_in_a_box_stays_once_too(repository: SessionRepository, begin: Begin) -> None:
    async with open_interview(repository, begin(purpose="By [report date].")) as person:
        await person.does("blanks")
        while "[report date]" not in person.row:
            await person.press("down")
        await person.press("enter")
        await person.types("June 31, 2029")
        await person.press("enter")
        assert person.holds("June has 30 days. Press “Fill” again to keep it as typed.")
        await person.press("enter")
        assert "By June 31, 2029." in person.workspace.session.answer("purpose").text


async def test_a_date_on_no_calendar_keeps_nobody_from_changing_something_else(
    repository: SessionRepository, begin: Begin
) -> None:
    workspace = begin()
    workspace.store.record(workspace.session.with_fact("end-date", "June 31, 2029"))
    async with open_interview(repository, workspace) as person:
        await person.does("names")
        await person.types("!")
        await person.clicks("Done")
        assert not isinstance(person.app.screen, PartiesDialog)
