"""What the parties think of a wording: said with one letter, kept with the wording it was said of."""

from __future__ import annotations

from dataclasses import replace

import pytest

from mou_tui.workspace.repository import SessionRepository
from tests.tui.conftest import Begin
from tests.tui.interview_app import open_interview
from tests.tui.positions import row, stances


async def test_one_letter_says_what_a_party_thinks_and_goes_on_to_the_next(
    repository: SessionRepository, begin: Begin
) -> None:
    async with open_interview(repository, begin(purpose="Safe schools.")) as person:
        assert row(person) == "Police Department not asked · School District not asked"
        await person.press("f7", "a", "l")

        assert stances(person) == {"agency": "agrees", "district": "can live with it"}
        assert row(person) == "✓ Police Department agrees · School District can live with it"
        assert "Agreed 1" in person.lines[0]
        assert person.editor.text == "Safe schools."

        await person.press("escape")
        assert person.at == "answer"
        await person.types("!")
        assert person.editor.text == "Safe schools."
        await person.unlocks()
        await person.types("!")
        assert person.editor.text == "!Safe schools."


async def test_the_parties_are_chosen_with_arrows_and_tab_and_their_keys_are_told(
    repository: SessionRepository, begin: Begin
) -> None:
    async with open_interview(repository, begin(purpose="Safe schools.")) as person:
        await person.press("f7", "right", "n")
        assert stances(person) == {"agency": "not asked yet", "district": "no position"}
        for words in (
            "a Agrees",
            "l Can live with it",
            "o Objects",
            "c Must check first",
            "n No position",
            "u Not asked yet",
            "Right Next party",
            "w Why",
            "s Who spoke",
            "p Propose",
            "Esc Back",
        ):
            assert words in " ".join(person.lines[-3:])

        await person.press("tab", "a", "left", "u", "u")
        assert stances(person) == {"agency": "not asked yet", "district": "no position"}
        await person.press("f7")
        assert person.at == "agreement"
        await person.press("escape")
        assert person.at == "answer"
        assert "Ctrl+N Next" in person.lines[-1]


async def test_tab_goes_from_the_answer_to_next_as_if_the_parties_were_not_there(
    repository: SessionRepository, begin: Begin
) -> None:
    async with open_interview(repository, begin(purpose="Safe schools.")) as person:
        await person.press("f7", "a", "enter", "tab")
        assert person.at == "next"
        await person.press("shift+tab")
        assert person.at == "answer"


async def test_f7_begins_with_the_first_party_that_was_not_asked(repository: SessionRepository, begin: Begin) -> None:
    async with open_interview(repository, begin(purpose="Safe schools.")) as person:
        await person.press("f7", "a", "escape", "f7", "a")
        assert stances(person) == {"agency": "agrees", "district": "agrees"}


async def test_an_objection_is_recorded_at_once_and_its_reason_may_follow(
    repository: SessionRepository, begin: Begin
) -> None:
    async with open_interview(repository, begin(purpose="Safe schools.")) as person:
        await person.press("f7", "right", "o")
        assert stances(person)["district"] == "objects"
        assert person.holds("The School District objects: that is recorded.")

        await person.types("the fee")
        await person.press("enter")
        assert stances(person)["district"] == "objects (the fee)"
        assert row(person) == "Police Department not asked · School District objects: the fee"
        noted = [entry for entry in person.workspace.session.history.entries if entry.kind == "position"]
        assert [(entry.party, entry.stand, entry.text) for entry in noted] == [("district", "objects", "the fee")]
        assert person.at == "agreement"

        await person.press("escape", "f9")
        assert stances(person)["district"] == "not asked yet"


@pytest.mark.parametrize("key", ["enter", "escape"])
async def test_the_reason_of_an_objection_may_be_left_out(
    repository: SessionRepository, begin: Begin, key: str
) -> None:
    async with open_interview(repository, begin(purpose="Safe schools.")) as person:
        await person.press("f7", "o", key)
        assert stances(person)["agency"] == "objects"
        assert person.at == "agreement"


async def test_a_party_that_must_check_says_with_whom_and_by_when(repository: SessionRepository, begin: Begin) -> None:
    async with open_interview(repository, begin(purpose="Safe schools.")) as person:
        await person.press("f7", "c", "escape")
        assert stances(person)["agency"] == "not asked yet"

        await person.press("c")
        await person.types("the mayor")
        await person.press("enter")
        await person.types("Friday")
        await person.press("enter")
        await person.types("the budget")
        await person.press("enter")
        assert (
            stances(person)["agency"] == "must check first, with the mayor, by Friday (November 20, 2026) (the budget)"
        )
        assert "must check: with the mayor" in row(person)


async def test_who_is_asked_is_named_before_the_letters_and_in_the_message(
    repository: SessionRepository, begin: Begin
) -> None:
    async with open_interview(repository, begin(purpose="Safe schools.")) as person:
        await person.press("f7")
        assert person.holds("Police Department: a Agrees")
        await person.press("a")
        assert person.holds("School District: a Agrees")
        recorded = "The Police Department agrees. Ctrl+Z takes it back. Now the School District."
        dating = "No meeting is open. Positions are dated today; Ctrl+K begins a meeting."
        assert person.messages[-1] == f"{recorded} {dating}"
        await person.press("l", "left", "u", "u")
        assert person.messages[-1].startswith("The Police Department is not asked yet, in place of “agrees”.")
        assert person.messages[-1].endswith("Now the School District.")


async def test_that_no_meeting_is_open_is_told_once_and_not_in_one(repository: SessionRepository, begin: Begin) -> None:
    workspace = begin(purpose="Safe schools.")
    async with open_interview(repository, workspace) as person:
        await person.press("f12")
        assert "No meeting is open." in person.messages[-1]
        await person.press("f7", "a")
        assert "No meeting is open." not in person.messages[-1]
    begin_meeting = begin(purpose="Safe schools.")
    begin_meeting.meetings.begin(replace(item, is_present=True) for item in begin_meeting.meetings.attendance())
    async with open_interview(repository, begin_meeting) as person:
        await person.press("f7", "a")
        assert "No meeting is open." not in person.messages[-1]


async def test_a_dialog_leaves_the_clause_in_sight_and_shows_its_own_keys(
    repository: SessionRepository, begin: Begin
) -> None:
    async with open_interview(repository, begin(purpose="Safe schools.")) as person:
        await person.press("f7", "o")
        assert person.holds("1.1 · The Police Department objects: that is recorded.")
        assert person.holds("Safe schools.")
        assert person.lines[-1].split("  ") == [" Enter Add the reason", "Tab Next", "Esc No reason"]
        await person.press("escape", "escape", "f6")
        assert person.holds("Safe schools.")
        assert "F6 Next kind" in person.lines[-1]
        assert "Ctrl+N" not in "\n".join(person.lines[-3:])


async def test_an_objection_stays_chosen_and_what_replaces_it_names_it(
    repository: SessionRepository, begin: Begin
) -> None:
    async with open_interview(repository, begin(purpose="Safe schools.")) as person:
        await person.press("f7", "o")
        await person.types("the fee")
        await person.press("enter")
        assert person.holds("Police Department: a Agrees")
        message = "The Police Department objects: the fee. Ctrl+Z takes it back. p proposes its own wording."
        assert person.messages[-1].startswith(message)
        await person.press("p")
        assert person.holds("say, for the Police Department?")
        await person.clicks("Cancel")
        assert person.at == "agreement"
        await person.press("a")
        assert person.messages[-1].startswith("The Police Department agrees, in place of “objects: the fee”. Ctrl+Z")


async def test_w_asks_why_or_on_what_condition_a_party_thinks_so(repository: SessionRepository, begin: Begin) -> None:
    async with open_interview(repository, begin(purpose="Safe schools.")) as person:
        await person.press("f7", "l", "left", "w")
        assert person.holds("Police Department can live with it: that is recorded. ")
        await person.types("if staff are told")
        await person.press("enter")
        assert (stances(person)["agency"], person.at) == ("can live with it (if staff are told)", "agreement")
        noted = [entry for entry in person.workspace.session.history.entries if entry.kind == "position"]
        assert [(entry.stand, entry.text) for entry in noted] == [("can-live-with", "if staff are told")]

        await person.press("right", "a", "left", "w", "ctrl+u")
        await person.types("in writing")
        await person.press("enter")
        assert stances(person) == {"agency": "can live with it (in writing)", "district": "agrees"}

        await person.press("escape", "f9")
        assert stances(person) == {"agency": "can live with it (if staff are told)", "district": "agrees"}
        await person.unlocks()
        await person.types("No. ")
        await person.press("f7", "left", "w")
        assert person.holds("think of 1.1?")
        assert "to confirm" in stances(person)["agency"]


PROSE = "Games draw crowds, please.\n"


async def test_w_with_nothing_said_asks_first_what_the_party_thinks(
    repository: SessionRepository, begin: Begin
) -> None:
    async with open_interview(repository, begin(purpose="Safe schools.")) as person:
        await person.press("f7", "w")
        assert person.holds("What does the Police Department think of 1.1?")
        for character in PROSE:
            await person.types(character)
        assert set(stances(person).values()) == {"not asked yet"}
        assert person.holds("What does the Police Department think of 1.1?")

        await person.press("escape")
        assert (person.at, set(stances(person).values())) == ("agreement", {"not asked yet"})
        await person.press("w")
        await person.clicks("Can live with it", inside="OptionList")
        await person.types("if games are staffed")
        await person.press("enter")
        assert (stances(person)["agency"], person.at) == ("can live with it (if games are staffed)", "agreement")
        await person.press("escape", "f9")
        assert set(stances(person).values()) == {"not asked yet"}


@pytest.mark.parametrize(("key", "asked"), [("w", "With whom?"), ("s", "With whom?")])
async def test_a_party_that_must_check_is_asked_with_whom_instead_of_why(
    repository: SessionRepository, begin: Begin, key: str, asked: str
) -> None:
    async with open_interview(repository, begin(purpose="Safe schools.")) as person:
        await person.press("f7", key)
        await person.clicks("Must check first", inside="OptionList")
        assert person.holds(asked)


async def test_s_with_nothing_said_asks_first_what_the_party_thinks(
    repository: SessionRepository, begin: Begin
) -> None:
    async with open_interview(repository, begin(purpose="Safe schools.")) as person:
        await person.press("f7", "s", "down", "enter")
        assert stances(person)["agency"] == "agrees"
        assert person.holds("Who spoke for it?")
