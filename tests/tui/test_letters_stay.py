"""A letter meant as a command never lands in the answer, however fast it comes."""

from __future__ import annotations

import pytest
from textual import events

from mou_tui.tui.interview.screen import InterviewScreen
from mou_tui.workspace.repository import SessionRepository
from tests.tui.conftest import Begin
from tests.tui.interview_app import CHARACTERS, Person, open_interview

TEXT = "Safe schools."


async def burst(person: Person, *keys: str) -> None:
    """Press keys as fast as a terminal can send them."""
    for key in keys:
        person.app.post_message(events.Key(key, CHARACTERS.get(key, key if len(key) == 1 else None)))
    await person.settles()
    await person.settles()


@pytest.mark.parametrize(
    "way",
    [
        ("ctrl+r", "escape"),
        ("ctrl+r", "a", "escape", "escape"),
        ("ctrl+d", "escape"),
        ("ctrl+d", "ctrl+n", "ctrl+b", "escape"),
        ("f1", "escape"),
        ("ctrl+f", "escape"),
        ("ctrl+l", "escape"),
        ("f8", "escape"),
        ("f6", "escape"),
        ("ctrl+k", "escape"),
        ("ctrl+p", "escape"),
    ],
    ids="-".join,
)
async def test_none_goes_through_a_screen_that_is_left(
    repository: SessionRepository, begin: Begin, way: tuple[str, ...]
) -> None:
    async with open_interview(repository, begin(purpose=TEXT, scope="Everywhere.")) as person:
        await burst(person, *way, "e", "o")
        assert isinstance(person.app.screen, InterviewScreen)
        assert person.editor.text == person.workspace.answer.text == TEXT
        assert person.lines[-1].strip() == "Enter goes on writing in the answer"
        await person.press("enter", "x")
        assert "x" in person.workspace.answer.text


@pytest.mark.parametrize("action", ["agenda", "blanks", "history", "sign", "names"])
async def test_none_goes_through_a_list_that_is_left(repository: SessionRepository, begin: Begin, action: str) -> None:
    async with open_interview(repository, begin(purpose=TEXT)) as person:
        await person.does(action)
        await burst(person, "escape", "e", "r")
        assert person.editor.text == person.workspace.answer.text == TEXT


async def test_f7_twice_is_still_with_the_parties_and_a_letter_says_what_one_thinks(
    repository: SessionRepository, begin: Begin
) -> None:
    async with open_interview(repository, begin(purpose=TEXT)) as person:
        await burst(person, "f7", "f7", "a", "f7", "a")
        assert person.workspace.answer.text == TEXT
        assert {party: held.stand for party, held in person.workspace.answer.positions.items()} == {
            "agency": "agrees",
            "district": "agrees",
        }


@pytest.mark.parametrize("place", ["purpose", "opening"])
async def test_where_f7_is_refused_letters_and_enter_do_nothing_and_escape_leads_back(
    repository: SessionRepository, begin: Begin, place: str
) -> None:
    async with open_interview(repository, begin()) as person:
        if place == "opening":
            await person.press("ctrl+b")
        before = person.workspace.session
        await burst(person, "f7", "o", "enter", "a", "f7", "l")
        assert person.workspace.session == before
        await person.press("escape")
        assert person.at == "answer"


async def test_a_review_opened_from_the_parties_does_not_lead_back_to_their_letters(
    repository: SessionRepository, begin: Begin
) -> None:
    async with open_interview(repository, begin(purpose=TEXT)) as person:
        await burst(person, "f7", "ctrl+r", "escape", "a", "o")
        assert person.workspace.answer.positions == {}
        assert person.workspace.answer.text == TEXT
