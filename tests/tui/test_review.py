"""The review: what is said, what is missing, and the way there and back."""

from __future__ import annotations

import pytest
from textual import events

from mou_tui.session.model import Answer, Deferral
from mou_tui.tui.actions.interview import EVERYWHERE
from mou_tui.tui.actions.screens import REVIEW
from mou_tui.tui.interview.screen import InterviewScreen
from mou_tui.tui.screens.review import ReviewScreen
from mou_tui.workspace.repository import SessionRepository
from tests.tui.conftest import Begin
from tests.tui.interview_app import NARROW, SMALL, WIDE, open_interview


async def test_every_question_is_listed_with_its_state_in_words(repository: SessionRepository, begin: Begin) -> None:
    async with open_interview(repository, begin(purpose="Pay [amount].", scope="Everywhere.")) as person:
        await person.press("ctrl+r")

        assert "Text 1 of 24 · Agreed 0" in person.lines[0]
        assert person.holds("1.1 Purpose and goals Text: has blanks · 1 blank: [amount] · points not gone through")
        assert person.holds("1.2 Schools, days and hours Text: written, very short · points not gone through")
        assert person.holds("2.1 Duties of the SRO Text: empty")
        assert "Parties and definitions" in person.row


@pytest.mark.parametrize("size", [NARROW, SMALL], ids=["80x24", "60x20"])
async def test_it_opens_at_the_top_with_all_of_its_keys_in_sight(
    repository: SessionRepository, begin: Begin, size: tuple[int, int]
) -> None:
    async with open_interview(repository, begin(), size=size) as person:
        last = person.workspace.navigation.clause_ids()[-1]
        await person.interview.controllers.clause.open(last)
        await person.press("ctrl+r")
        assert person.row.startswith("  Parties and definitions")
        assert "1.1 Purpose and goals" in person.screen
        for action in (*REVIEW, *EVERYWHERE):
            if action.id != "quit":
                assert person.holds(f"{action.shown_keys} {action.footer}"), action.id

        await person.press("ctrl+end")
        assert person.row.split()[0].startswith("11.")
        await person.press("ctrl+home")
        assert person.row.startswith("  Parties and definitions")
        await person.press("escape")
        assert person.workspace.clause_id == last


async def test_nothing_shown_by_a_filter_leaves_the_keys_to_the_question_one_came_from(
    repository: SessionRepository, begin: Begin
) -> None:
    async with open_interview(repository, begin()) as person:
        await person.press("ctrl+r", "f", "f", "f", "ctrl+r", "ctrl+r", "f6")
        assert "1.1" in person.screen


async def test_enter_goes_to_the_row_and_esc_comes_back_to_it(repository: SessionRepository, begin: Begin) -> None:
    async with open_interview(repository, begin()) as person:
        await person.press("ctrl+r", "down", "down", "down", "enter")
        assert (person.workspace.clause_id, person.at) == ("duties", "answer")

        await person.press("escape", "escape")
        assert isinstance(person.app.screen, ReviewScreen)
        assert person.row.split()[0] == "2.1"

        await person.press("escape")
        assert not isinstance(person.app.screen, ReviewScreen)
        assert person.workspace.clause_id == "duties"


async def test_filters_go_round_and_keep_the_row(repository: SessionRepository, begin: Begin) -> None:
    workspace = begin(purpose="Pay [amount].", scope="Everywhere.")
    session = workspace.session.with_answer("command", Answer(later=Deferral("the chief")))
    workspace.store.record(session.with_answer("force", Answer(not_applicable="none is used")))
    async with open_interview(repository, workspace) as person:
        await person.press("ctrl+r")
        everything = person.screen
        shown = []
        for _ in range(7):
            await person.press("f")
            shown.append([number for number in ("1.1", "1.2", "2.7", "3.1") if f" {number} " in f" {person.screen} "])
        assert shown == [["1.1", "3.1"], ["1.1"], [], [], [], ["3.1"], ["2.7"]]

        await person.press("f")
        assert person.screen.splitlines()[1:6] == everything.splitlines()[1:6]


async def test_a_filter_that_lets_nothing_through_says_so(repository: SessionRepository, begin: Begin) -> None:
    async with open_interview(repository, begin()) as person:
        await person.press("ctrl+r", "f", "f", "f")
        assert "Nothing here" in person.screen

        await person.press("enter", "escape")
        assert person.workspace.clause_id == "purpose"


async def test_points_not_ticked_are_shown_on_request(repository: SessionRepository, begin: Begin) -> None:
    async with open_interview(repository, begin(purpose="Safe schools."), size=WIDE) as person:
        point = person.workspace.checklist.question("purpose").points[0].text
        await person.press("ctrl+r")
        assert point not in person.screen
        await person.press("p")
        assert person.holds(f"not ticked: {point}")
        await person.press("p")
        assert point not in person.screen


async def test_two_enters_on_a_row_go_there_once(repository: SessionRepository, begin: Begin) -> None:
    async with open_interview(repository, begin()) as person:
        await person.press("ctrl+r", "down", "down")
        for _ in range(2):
            person.app.post_message(events.Key("enter", "\r"))
        await person.settles()

        assert isinstance(person.app.screen, InterviewScreen)
        assert person.workspace.clause_id == "scope"


async def test_the_lists_about_the_session_are_a_button_away(repository: SessionRepository, begin: Begin) -> None:
    async with open_interview(repository, begin(), size=(120, 40)) as person:
        for words, title in (("Before you sign", "Before you sign"), ("Agenda", "Agenda"), ("History", "History")):
            await person.press("ctrl+r")
            await person.clicks(words, inside=".screen-buttons")
            assert person.lines[0].strip().startswith(title)
            await person.press("escape", "escape")
