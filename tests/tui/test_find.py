"""Find: words anywhere, or a number."""

from __future__ import annotations

from textual.widgets import OptionList

from mou_tui.workspace.repository import SessionRepository
from tests.tui.conftest import Begin
from tests.tui.interview_app import open_interview


async def test_words_of_an_answer_are_found_and_gone_to(repository: SessionRepository, begin: Begin) -> None:
    async with open_interview(repository, begin(complaints="Anyone may write to the ombuds office.")) as person:
        await person.press("ctrl+f")
        await person.types("OMBUDS")
        assert "3.3" in person.row and "answer" in person.row

        await person.press("enter")
        assert (person.workspace.clause_id, person.at) == ("complaints", "answer")


async def test_a_number_finds_a_topic_or_a_question(repository: SessionRepository, begin: Begin) -> None:
    async with open_interview(repository, begin()) as person:
        await person.press("ctrl+f")
        await person.types("10")
        assert person.row.startswith("10.1")
        await person.types(".2")
        assert person.row.startswith("10.2")

        await person.press("enter")
        assert person.workspace.clause_id == "term"


async def test_what_a_question_is_called_comes_before_what_mentions_it(
    repository: SessionRepository, begin: Begin
) -> None:
    async with open_interview(repository, begin(complaints="Nobody is arrested for a complaint.")) as person:
        await person.press("ctrl+f")
        await person.types("arrest")
        assert person.row.startswith("2.4 title: Arrests and citations")
        await person.press("ctrl+end")
        assert "example “" in person.row
        await person.press("ctrl+home", "enter")
        assert person.workspace.clause_id == "arrest"


async def test_guidance_and_examples_are_searched_and_the_arrows_choose(
    repository: SessionRepository, begin: Begin
) -> None:
    async with open_interview(repository, begin()) as person:
        await person.press("ctrl+f")
        await person.types("parents")
        first = person.row
        await person.press("down")
        second = person.row
        assert first != second
        await person.press("up")
        assert person.row == first


async def test_nothing_found_is_said_and_harms_nobody(repository: SessionRepository, begin: Begin) -> None:
    async with open_interview(repository, begin()) as person:
        await person.press("ctrl+f", "enter")
        await person.types("no such words anywhere")
        assert "Nothing found" in person.screen
        assert person.query("#find-list", OptionList).highlighted is None

        await person.press("enter", "escape")
        assert (person.workspace.clause_id, person.at) == ("purpose", "answer-panel")
