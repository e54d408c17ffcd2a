"""The earlier agreement on the screen: text outside the topics, answers started one by one, old next to new."""

from __future__ import annotations

import pytest

from mou_tui.tui.screens.review import ReviewScreen
from mou_tui.tui.screens.revise import ReviseScreen
from mou_tui.tui.screens.room_view import RoomViewScreen
from mou_tui.workspace.repository import SessionRepository
from mou_tui.workspace.workspace import Workspace
from tests.tui.conftest import Begin
from tests.tui.interview_app import NARROW, SMALL, WIDE, Person, open_interview
from tests.tui.test_earlier import having, revised


async def at(person: Person, words: str) -> None:
    await person.does("earlier")
    while words not in person.row:
        await person.press("down")


async def test_one_key_gives_a_paragraph_to_counsel_and_undo_takes_it_back(
    repository: SessionRepository, begin: Begin
) -> None:
    async with open_interview(repository, having(begin())) as person:
        await at(person, "Notices shall")
        await person.press("k")
        assert person.workspace.session.counsel.startswith("Formal notices and addresses. ")
        assert "3 to confirm" in person.lines[0]
        await person.press("ctrl+z")
        assert not person.workspace.session.counsel
        assert "4 to confirm" in person.lines[0]


async def test_what_is_of_no_known_kind_is_asked_for(repository: SessionRepository, begin: Begin) -> None:
    async with open_interview(repository, having(begin())) as person:
        await at(person, "ferry")
        await person.press("k")
        assert "To counsel, as what?" in person.screen
        await person.press("escape")
        assert not person.workspace.session.counsel
        await person.press("k", "enter")
        assert "The ferry to the island" in person.workspace.session.counsel


@pytest.mark.parametrize("size", [NARROW, SMALL])
async def test_a_paragraph_becomes_a_clause_of_your_own(
    repository: SessionRepository, begin: Begin, size: tuple[int, int]
) -> None:
    async with open_interview(repository, having(begin()), size=size) as person:
        await at(person, "ferry")
        await person.press("l")
        assert "A clause at the end of which topic?" in person.screen
        await person.press("enter")
        await person.types("The ferry")
        await person.press("enter")
        [clause] = person.workspace.session.clauses
        assert clause.caption == "The ferry"
        assert person.workspace.session.answer(clause.id).is_unreviewed
        assert isinstance(person.app.screen, ReviseScreen)
        assert "0 in the tray" in person.lines[0]


async def test_a_single_answer_starts_with_the_wording_of_the_row(repository: SessionRepository, begin: Begin) -> None:
    async with open_interview(repository, having(begin())) as person:
        await person.does("earlier")
        await person.press("a")
        while "9.1" not in person.row:
            await person.press("down")
        await person.press("w", "down", "enter")
        session = person.workspace.session
        assert session.answer("cost-share").is_unreviewed
        assert not session.answer("command").text


@pytest.mark.parametrize("size", [NARROW, WIDE])
async def test_the_review_says_what_changed_and_shows_it(
    repository: SessionRepository, begin: Begin, size: tuple[int, int]
) -> None:
    async with open_interview(repository, revised(begin()), size=size) as person:
        await person.does("review")
        assert isinstance(person.app.screen, ReviewScreen)
        while "9.1" not in person.row:
            await person.press("down")
        assert person.holds("changed from the earlier agreement")
        await person.press("w")
        assert person.holds("fifty")
        assert person.holds("sixty")
        await person.press("escape")
        assert isinstance(person.app.screen, ReviewScreen)


async def test_the_room_sees_the_earlier_wording_when_asked_and_nothing_of_it_before(
    repository: SessionRepository, begin: Begin
) -> None:
    async with open_interview(repository, revised(begin()), size=WIDE) as person:
        await person.does("room_view")
        assert isinstance(person.app.screen, RoomViewScreen)
        assert not person.holds("fifty")
        await person.press("w")
        assert person.holds("fifty")
        await person.press("escape")
        assert isinstance(person.app.screen, RoomViewScreen)


async def test_where_nothing_is_noted_that_is_said(repository: SessionRepository, begin: Begin) -> None:
    workspace: Workspace = begin()
    workspace.go("command")
    async with open_interview(repository, workspace) as person:
        await person.does("room_view")
        await person.press("w")
        assert isinstance(person.app.screen, RoomViewScreen)
        assert person.holds("Nothing is noted here")
