"""The parties and facts: filled everywhere, renamed where it is meant, taken back as one step."""

from __future__ import annotations

from dataclasses import replace

from textual.widgets import Input

from mou_tui.session.model import Party, Signatory
from mou_tui.tui.dialogs.parties import PartiesDialog
from mou_tui.tui.dialogs.rename import RenameDialog
from mou_tui.tui.interview.screen import InterviewScreen
from mou_tui.workspace.repository import SessionRepository
from tests.tui.conftest import Begin
from tests.tui.interview_app import Person, open_interview

PURPOSE = "From [start date] the School District acts. Ask the District Attorney. The School District Clerk keeps it."


async def at(person: Person, line: str) -> None:
    """Go to a line of the form, empty."""
    await person.goes_to(line, "tab")
    await person.press("ctrl+e", "ctrl+u")


async def test_names_suggest_what_goes_with_them_and_anew_when_corrected(repository: SessionRepository) -> None:
    async with open_interview(repository) as person:
        await person.press("enter")
        await person.types("Lake County")
        await person.press("enter")
        assert person.query("#role-agency-short", Input).value == "the Police Department"

        await person.press("shift+tab", "end")
        await person.types(" Sheriff’s Office")
        await person.press("enter")
        assert person.query("#role-agency-short", Input).value == "the Sheriff's Office"
        assert person.query("#role-agency-head", Input).value == "the Sheriff"


async def test_words_typed_where_something_is_offered_take_its_place(repository: SessionRepository) -> None:
    async with open_interview(repository) as person:
        await person.press("enter")
        await person.goes_to("more", "tab")
        await person.press("enter")
        await person.goes_to("role-agency-name", "shift+tab")
        await person.types("Lake County")
        await person.press("tab")
        await person.types("the Agency")
        await person.press("tab")
        await person.types("the Director")
        assert person.query("#role-agency-short", Input).value == "the Agency"
        assert person.query("#role-agency-head", Input).value == "the Director"

        await person.press("shift+tab")
        await person.types(" of Safety")
        assert person.query("#role-agency-short", Input).value == "the Agency of Safety"


async def test_each_party_has_an_example_of_its_own_who_signs(repository: SessionRepository) -> None:
    async with open_interview(repository) as person:
        await person.press("enter")
        assert not person.holds("e.g. Pat Doe")
        await person.goes_to("more", "tab")
        await person.press("enter")
        assert person.at == "role-agency-head"
        assert person.holds("e.g. Pat Doe, Chief of Police; Lee Roe")
        assert person.holds("e.g. Pat Doe, Superintendent; Lee Roe")


async def test_what_one_chose_oneself_is_left_alone(repository: SessionRepository) -> None:
    async with open_interview(repository) as person:
        await person.press("enter")
        await person.types("Lake County")
        await person.press("enter", "end", "ctrl+u")
        await person.types("the Agency")
        await person.press("shift+tab", "end")
        await person.types(" Sheriff")
        await person.press("enter")

        assert person.query("#role-agency-short", Input).value == "the Agency"
        assert person.query("#role-agency-head", Input).value == "the Sheriff"


async def test_a_fact_fills_its_blanks_everywhere_as_one_step(repository: SessionRepository, begin: Begin) -> None:
    workspace = begin(purpose="From [start date].", term="[Start date] to [end date], [number] days.")
    async with open_interview(repository, workspace) as person:
        await person.does("names")
        await at(person, "fact-start-date")
        await person.types("July 1, 2027")
        await person.goes_to("done", "tab")
        await person.press("enter")

        assert isinstance(person.app.screen, InterviewScreen)
        assert person.editor.text == "From July 1, 2027."
        assert workspace.session.answer("term").text == "July 1, 2027 to [end date], [number] days."
        await person.press("f9")
        assert person.editor.text == "From [start date]."
        assert workspace.session.answer("term").text == "[Start date] to [end date], [number] days."
        assert "start-date" not in workspace.session.facts


async def test_a_new_name_shows_every_place_and_leaves_longer_names_alone(
    repository: SessionRepository, begin: Begin
) -> None:
    async with open_interview(repository, begin(purpose=PURPOSE)) as person:
        await person.does("names")
        await at(person, "role-district-short")
        await person.types("the District")
        await person.goes_to("done", "tab")
        await person.press("enter")
        assert isinstance(person.app.screen, RenameDialog)
        assert person.editor.text == PURPOSE
        assert person.screen.count("[x]") == 1 and person.screen.count("[ ]") == 1

        await person.press("tab", "enter")
        assert person.editor.text == PURPOSE.replace("the School District acts", "the District acts")
        assert person.workspace.session.party("district").short == "the District"

        await person.press("f9")
        assert person.editor.text == PURPOSE
        assert person.workspace.session.party("district").short == "the School District"


async def test_renaming_can_be_thought_better_of(repository: SessionRepository, begin: Begin) -> None:
    async with open_interview(repository, begin(purpose=PURPOSE)) as person:
        before = person.workspace.session
        await person.does("names")
        await at(person, "role-district-short")
        await person.types("the District")
        await person.goes_to("done", "tab")
        await person.press("enter", "escape")
        if isinstance(person.app.screen, PartiesDialog):
            await person.press("escape")

        assert isinstance(person.app.screen, InterviewScreen)
        assert person.workspace.session == before


async def test_esc_leaves_the_form_without_effect(repository: SessionRepository, begin: Begin) -> None:
    async with open_interview(repository, begin()) as person:
        before = person.workspace.session
        await person.does("names")
        await person.types("Another name")
        await person.press("escape")

        assert isinstance(person.app.screen, InterviewScreen)
        assert person.workspace.session == before


async def test_a_session_without_names_asks_for_them_first(repository: SessionRepository, begin: Begin) -> None:
    async with open_interview(repository, begin(), ask_names=True) as person:
        assert isinstance(person.app.screen, PartiesDialog)
        await person.press("escape")

        assert person.at == "answer"


async def test_a_party_can_be_added_consulted_until_it_is_said_to_sign(
    repository: SessionRepository, begin: Begin
) -> None:
    workspace = begin()
    async with open_interview(repository, workspace) as person:
        await person.does("names")
        await person.clicks("Add a party")
        assert person.at == "party-0-name"
        await person.types("Lake City Parent Council")
        await person.press("enter")
        await person.types("the Parent Council")
        await person.clicks("Add a party")
        await person.types("City of Lake City")
        await person.goes_to("party-1-signs", "tab")
        await person.press("space")
        await person.goes_to("done", "tab")
        await person.press("enter")

        parties = {party.id: (party.name, party.short, party.part) for party in workspace.session.parties[2:]}
        assert parties == {
            "lake-city-parent-council": ("Lake City Parent Council", "the Parent Council", "consulted"),
            "city-of-lake-city": ("City of Lake City", "", "signs"),
        }
        assert "City of Lake City is also a party" in workspace.draft().opening

        await person.does("names")
        assert person.query("#party-0-name", Input).value == "Lake City Parent Council"
        await at(person, "party-0-name")
        await person.types("Council of Parents")
        await at(person, "party-1-name")
        await person.goes_to("done", "tab")
        await person.press("enter")
        assert [(party.id, party.name) for party in workspace.session.parties[2:]] == [
            ("lake-city-parent-council", "Council of Parents")
        ]


async def test_a_party_that_has_said_something_stays(repository: SessionRepository, begin: Begin) -> None:
    workspace = begin(purpose="Safe schools.")
    parents = Party("parents", name="Lake City Parents", part="consulted")
    workspace.store.record(workspace.session.with_party(parents))
    workspace.positions.take("parents", "objects")
    async with open_interview(repository, workspace) as person:
        await person.does("names")
        await at(person, "party-0-name")
        await person.goes_to("done", "tab")
        await person.press("enter")
        assert workspace.session.party("parents") == parents


async def test_what_is_known_of_signatories_outlives_the_form(repository: SessionRepository, begin: Begin) -> None:
    workspace = begin()
    pat = Signatory("Pat Doe", "Chief of Police", "the charter", "March 3", {"pen": "blue"})
    workspace.store.record(workspace.session.with_party(replace(workspace.session.party("agency"), signatories=(pat,))))
    async with open_interview(repository, workspace) as person:
        await person.does("names")
        await person.goes_to("role-agency-signatories")
        await person.press("end")
        await person.types("; Lee Roe, Mayor")
        await person.goes_to("done", "tab")
        await person.press("enter")
        assert workspace.session.party("agency").signatories == (pat, Signatory("Lee Roe", "Mayor"))
