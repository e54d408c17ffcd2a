"""The parties and facts, asked one after the other; every place of an old name is read out before it changes."""

from __future__ import annotations

import pytest

from mou_tui.draft.draft import session_title
from mou_tui.language.name_lists import split_names
from mou_tui.session.model import Signatory
from mou_tui.workspace.parties import PartiesAndFacts
from mou_tui.workspace.repository import SessionRepository
from tests.plain.conftest import Begin
from tests.plain.talking import talk

PURPOSE = "From [start date] the School District acts. Ask the School District Clerk. The School District waits."
TO_DISTRICT_SHORT = ["names", "", "", "", "", "", ""]


def test_a_new_session_asks_who_makes_it_and_no_more(repository: SessionRepository) -> None:
    workspace = repository.start(PartiesAndFacts())
    output = talk(workspace, "Lake County Sheriff", "Lake  County Schools", "VA", "quit", ask_for_names=True)
    assert output.output.startswith("A new agreement.\n")
    agency, district = workspace.session.parties
    assert (agency.kind, agency.short, agency.head) == ("sheriff", "the Sheriff's Office", "the Sheriff")
    assert (district.name, district.short) == ("Lake County Schools", "the School District")
    assert workspace.session.facts == {"state": "Virginia"}
    assert output.code == 0


@pytest.mark.parametrize("lines", [[":cancel"], ["", "", ""], [":end"]])
def test_a_new_session_may_begin_without_names(repository: SessionRepository, lines: list[str]) -> None:
    workspace = repository.start(PartiesAndFacts())
    output = talk(workspace, *lines, "quit", ask_for_names=True)
    assert "Question 1 of 24" in output
    assert session_title(workspace.checklist, workspace.session) == "[school district] and [police agency]"


def test_everything_can_be_named(begin: Begin) -> None:
    workspace = begin(purpose=PURPOSE)
    talk(
        workspace,
        *("names", "", "", "", "", "Pat Doe, Chief of Police; Lee Roe, Mayor"),
        *("", "", "", "no", "", "", "Lake High", "", "July 1, 2027", ""),
    )
    agency, district = workspace.session.parties
    assert agency.signatories == (Signatory("Pat Doe", "Chief of Police"), Signatory("Lee Roe", "Mayor"))
    assert district.part == "consulted"
    assert workspace.session.facts == {"state": "Iowa", "schools": "Lake High", "start-date": "July 1, 2027"}
    assert workspace.answer.text == PURPOSE.replace("[start date]", "July 1, 2027")


def test_one_goes_back_empties_and_ends_early(begin: Begin) -> None:
    workspace = begin()
    talk(workspace, "names", "Wrong name", ":back", ":back", "Lake Police", "", ":empty", "", ":empty", ":end", "quit")
    agency, district = workspace.session.parties
    assert agency.name == "Lake Police"
    # What follows from the legal name comes back, as on the full screen.
    assert (agency.head, agency.part) == ("the Chief of Police", "signs")
    assert district.name == "Lake City Unified School District"


@pytest.mark.parametrize("lines", [["Other", ":cancel"], [":cancel"], ["", "the Force", ":end", ":cancel"]])
def test_names_can_be_left_as_they_were(begin: Begin, lines: list[str]) -> None:
    workspace = begin(purpose="The Police Department acts.")
    before = workspace.session
    output = talk(workspace, "names", *lines, "quit")
    assert workspace.session == before
    assert "Left as it was." in output


def test_a_word_said_among_the_names_is_heeded_once_they_are_set(begin: Begin) -> None:
    workspace = begin()
    talk(workspace, "names", "Lake Police", ":next", "quit")
    assert workspace.session.party("agency").name == "Lake Police"
    assert workspace.clause_id == "scope"


@pytest.mark.parametrize(
    ("replies", "expected"),
    [
        (["yes", "no", "yes"], "the District acts. Ask the School District Clerk. The District waits."),
        (["no", "yes", "no"], "the School District acts. Ask the District Clerk. The School District waits."),
        (["all", "no"], "the District acts. Ask the School District Clerk. The District waits."),
        (["none"], "the School District acts. Ask the School District Clerk. The School District waits."),
    ],
)
def test_a_new_name_changes_where_it_is_agreed(begin: Begin, replies: list[str], expected: str) -> None:
    workspace = begin(purpose=PURPOSE)
    output = talk(workspace, *TO_DISTRICT_SHORT, "the District", ":end", *replies, "quit")
    assert workspace.session.party("district").short == "the District"
    assert workspace.answer.text == f"From [start date] {expected}"
    assert "In 1.1: From [start date] the School District acts." in output
    assert ("This may be part of another name." in output) == (replies != ["none"])


def test_the_change_of_names_is_one_step(begin: Begin) -> None:
    workspace = begin(purpose=PURPOSE)
    before = workspace.session
    talk(workspace, *TO_DISTRICT_SHORT, "the District", ":end", "all", "no", "undo", "quit")
    assert workspace.session == before


def test_a_corrected_name_that_tells_another_kind_of_party_is_followed(begin: Begin) -> None:
    workspace = begin()
    talk(workspace, "names", "Lake City Sheriff", ":end", "quit")
    agency = workspace.session.party("agency")
    assert (agency.kind, agency.short, agency.head) == ("sheriff", "the Sheriff's Office", "the Sheriff")
    talk(workspace, "names", "", "the Force", "", "", "", ":end", "names", "Lake City Police", ":end", "quit")
    agency = workspace.session.party("agency")
    assert (agency.short, agency.head) == ("the Force", "the Chief of Police")


ADDED = ("party", "Lake City Parent Council", "the Parent Council", "the Chair", "no", "Kim Low, Chair")


def test_a_party_is_added_speaks_and_is_heard(begin: Begin) -> None:
    workspace = begin(purpose="Safe schools.")
    output = talk(workspace, *ADDED, "say parent agrees", "positions", "quit")
    party = workspace.session.parties[-1]
    assert (party.id, party.name, party.short) == (
        *("lake-city-parent-council", "Lake City Parent Council"),
        "the Parent Council",
    )
    assert (party.head, party.part, party.signatories) == ("the Chair", "consulted", (Signatory("Kim Low", "Chair"),))
    assert "The Parent Council is party 3, and is consulted." in output
    assert "3. The Parent Council agrees. It is consulted." in output


def test_a_party_that_was_added_is_changed_where_it_is_and_goes_away(begin: Begin) -> None:
    workspace = begin(purpose="The Parent Council is heard.")
    talk(workspace, *ADDED, "party 3", "", "the Parents", "", "yes", "", "yes", "quit")
    assert (workspace.session.parties[-1].short, workspace.session.parties[-1].part) == ("the Parents", "signs")
    assert workspace.answer.text == "The Parents is heard."
    output = talk(workspace, "party 3", ":empty", ":empty", ":empty", "", ":empty", "quit")
    assert "That party is gone." in output
    assert [party.id for party in workspace.session.parties] == ["agency", "district"]


def test_a_party_that_said_something_stays(begin: Begin) -> None:
    workspace = begin(purpose="Safe schools.")
    output = talk(workspace, *ADDED, "say 3 agrees", "party 3", ":empty", ":empty", ":empty", "", ":empty", "quit")
    assert "It stays as it was, for something rests on it." in output
    assert workspace.session.parties[-1].name == "Lake City Parent Council"


@pytest.mark.parametrize("lines", [("party", ":cancel"), ("party", "", "", "", "", ""), ("party 1",), ("party 7",)])
def test_no_party_is_added_unless_it_is_named(begin: Begin, lines: tuple[str, ...]) -> None:
    workspace = begin()
    before = workspace.session
    talk(workspace, *lines, "quit")
    assert workspace.session == before


def test_a_mistake_is_said_and_asked_for_again_with_what_was_given(begin: Begin) -> None:
    workspace = begin()
    first = ["names", *[""] * 10, "", "", "July 1, 2027", "6/30/2026"]
    heard = talk(workspace, *first, *[""] * 13, "June 30, 2030", "quit")
    assert "End date: The agreement would end before it begins (July 1, 2027)." in heard
    assert workspace.session.facts["start-date"] == "July 1, 2027"
    assert workspace.session.facts["end-date"] == "June 30, 2030"


TO_SCHOOLS = ["names", *[""] * 11]


def test_schools_are_said_one_a_line_changed_and_removed_by_their_numbers(begin: Begin) -> None:
    workspace = begin()
    schools = [f"Number {number} School" for number in range(1, 41)]
    heard = talk(workspace, *TO_SCHOOLS, *schools, "", ":end", "quit")
    assert "Schools, one a line; an empty line ends:" in heard
    assert "40 schools." in heard
    heard = talk(workspace, *TO_SCHOOLS, "40", "1 Lewis and Clark School", "Elm School", "", ":end", "none", "quit")
    assert "40. Number 40 School" in heard
    assert "Number 40 School is gone. " in heard
    assert "1 is Lewis and Clark School now. " in heard
    expected = ["Lewis and Clark School", *schools[1:-1], "Elm School"]
    assert split_names(workspace.session.facts["schools"]) == tuple(expected)
    assert workspace.session.facts["schools"].endswith("Number 39 School, and Elm School")


def test_a_date_and_a_state_are_shown_back(begin: Begin) -> None:
    workspace = begin()
    lines = ["new", "new m", "", "forever", "6/30/2030", ":end"]
    heard = talk(workspace, "names", *[""] * 10, *lines, "quit")
    assert "That may be New Hampshire, New Jersey, New Mexico, New York. Say more of it" in heard
    assert "Not read as a date; kept as you typed it." in heard
    assert "Sunday, June 30, 2030." in heard
    assert workspace.session.facts == {"state": "New Mexico", "start-date": "forever", "end-date": "June 30, 2030"}


def test_a_date_on_no_calendar_is_kept_once_it_is_said_again(begin: Begin) -> None:
    workspace = begin()
    heard = talk(workspace, "names", *[""] * 10, "", "", "6/31/2030", "6/31/2030", ":end", "quit")
    assert "June has 30 days. Say the date, or the same again to keep your words." in heard
    assert workspace.session.facts["start-date"] == "6/31/2030"


def test_what_changes_is_named_first_and_one_can_go_back_to_the_names(begin: Begin) -> None:
    workspace = begin(purpose="The School District acts from [start date].")
    lines = ["names", *[""] * 6, "the District", ":end", "back", *[""] * 6, "the Schools", ":end", "all", "quit"]
    heard = talk(workspace, *lines)
    assert "This changes what is written in 1.1. Say back to go back to the names." in heard
    assert workspace.session.party("district").short == "the Schools"
    assert workspace.answer.text == "The Schools acts from [start date]."
