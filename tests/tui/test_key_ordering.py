"""Keys that come faster than what they set off: each word goes where its writer saw it going."""

from __future__ import annotations

from textual import events

from mou_tui.tui.dialogs.parties import PartiesDialog
from mou_tui.tui.interview.screen import InterviewScreen
from mou_tui.workspace.repository import SessionRepository
from tests.tui.conftest import Begin
from tests.tui.interview_app import CHARACTERS, Person, open_interview


async def burst(person: Person, *keys: str) -> None:
    """Keys and words, all there before the first of them is looked at."""
    for item in keys:
        for key in (
            [item] if item in CHARACTERS or item in ("f6", "f7", "f9", "f12") or item.startswith("ctrl+") else item
        ):
            person.app.post_message(events.Key(key, CHARACTERS.get(key, key if len(key) == 1 else None)))
    while person.app.message_queue_size:
        await person.settles()
    await person.settles()


async def test_words_behind_enter_go_to_the_next_line(repository: SessionRepository, begin: Begin) -> None:
    async with open_interview(repository, begin(), ask_names=True) as person:
        await burst(person, "ctrl+u", "Elm City Police", *["enter"] * 4, "ctrl+u", "Elm City Schools", *["enter"] * 4)
        await burst(person, "ctrl+u", "Ohio", "enter", "Elm High School", *["enter"] * 5)

        assert not isinstance(person.app.screen, PartiesDialog), person.screen
        assert [party.name for party in person.workspace.session.parties] == ["Elm City Police", "Elm City Schools"]
        assert person.workspace.session.facts == {"state": "Ohio", "schools": "Elm High School"}


async def test_words_behind_the_key_of_a_dialog_go_to_the_dialog(repository: SessionRepository, begin: Begin) -> None:
    async with open_interview(repository, begin(purpose="Safe schools.")) as person:
        await burst(person, "f6", "The fee is halved.", "enter", "f6", "f6", "Ask the bank.", "enter", "Lee", "enter")
        await burst(person, "Friday", "enter", "ctrl+f", "2.3", "enter", "All of it.")

        session = person.workspace.session
        assert [entry.text for entry in session.history.entries if entry.kind == "decision"] == ["The fee is halved."]
        assert [(action.what, action.who, action.due) for action in session.actions] == [
            ("Ask the bank.", "Lee", "Friday")
        ]
        assert session.answer("purpose").text == "Safe schools."
        assert session.answer("conduct-line").text == "All of it."


async def test_a_reason_behind_the_letter_of_an_objection_says_nothing_for_the_next_party(
    repository: SessionRepository, begin: Begin
) -> None:
    async with open_interview(repository, begin(purpose="Safe schools.")) as person:
        await burst(person, "f7", "o", "a calm no", "enter")

        positions = person.workspace.answer.positions
        assert {party: (position.stand, position.reason) for party, position in positions.items()} == {
            "agency": ("objects", "a calm no")
        }


async def test_each_position_in_a_burst_stays_with_its_question(repository: SessionRepository, begin: Begin) -> None:
    async with open_interview(repository, begin(purpose="Safe schools.", scope="All schools.")) as person:
        await burst(person, "f7", "a", "ctrl+n", "f7", "l", "f12", "ctrl+n")

        answers = person.workspace.session.answers
        assert {party: position.stand for party, position in answers["purpose"].positions.items()} == {
            "agency": "agrees"
        }
        assert {position.stand for position in answers["scope"].positions.values()} == {"can-live-with"}
        assert (answers["purpose"].text, answers["scope"].text) == ("Safe schools.", "All schools.")


async def test_words_before_f9_in_a_burst_are_what_it_takes_back(repository: SessionRepository, begin: Begin) -> None:
    async with open_interview(repository, begin(purpose="Safe schools.")) as person:
        await burst(person, "f7", "n", "n", "escape", "So: ", "f9")

        assert person.editor.text == person.workspace.answer.text == "Safe schools."
        assert len(person.workspace.answer.positions) == 2
        await burst(person, "ctrl+y")
        assert person.editor.text == person.workspace.answer.text == "So: Safe schools."


async def test_a_key_that_a_screen_does_not_know_does_nothing_on_the_one_below(
    repository: SessionRepository, begin: Begin
) -> None:
    async with open_interview(repository, begin()) as person:
        place = person.workspace.clause_id
        await burst(person, "ctrl+k", "ctrl+n", "escape")

        assert isinstance(person.app.screen, InterviewScreen)
        assert person.workspace.clause_id == place


async def test_a_proposal_may_be_typed_and_given_in_one_burst(repository: SessionRepository, begin: Begin) -> None:
    async with open_interview(repository, begin(purpose="Safe schools.")) as person:
        await burst(person, "f7", "p", " And calm ones.", "tab", "enter")

        assert person.workspace.answer.alternatives["agency"].text == "Safe schools. And calm ones."
        assert person.editor.text == "Safe schools."
