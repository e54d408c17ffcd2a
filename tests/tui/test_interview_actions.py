"""Every action that the interview declares is done by one of its controllers."""

from __future__ import annotations

from collections import Counter

import pytest

from mou_tui.tui.actions.interview import INTERVIEW
from mou_tui.tui.interview.screen import InterviewScreen
from mou_tui.workspace.repository import SessionRepository
from tests.tui.conftest import Begin
from tests.tui.interview_app import open_interview

MOST_METHODS = 40


def test_each_action_has_one_handler(begin: Begin) -> None:
    screen = InterviewScreen(begin())
    assert {action.id for action in INTERVIEW} <= set(screen.action_handlers)
    ids = Counter(action_id for controller in screen.controllers.all for action_id in controller.handlers)
    assert {action_id: number for action_id, number in ids.items() if number > 1} == {}


@pytest.mark.parametrize("way", ["key", "palette", "click"])
async def test_an_action_is_done_by_key_by_palette_and_by_click(
    repository: SessionRepository, begin: Begin, way: str
) -> None:
    async with open_interview(repository, begin(purpose="Safe schools.")) as person:
        await person.settles()
        before = person.workspace.clause_id
        if way == "key":
            await person.press("ctrl+n")
        elif way == "palette":
            await person.does("next")
        else:
            await person.clicks("Next", inside="#keybar")
        assert person.workspace.clause_id == person.workspace.navigation.clause_ids()[2] != before


async def test_what_is_typed_is_in_the_session_before_the_screen_hears_of_it(
    repository: SessionRepository, begin: Begin
) -> None:
    async with open_interview(repository, begin()) as person:
        person.editor.insert("At once.")
        assert person.workspace.answer.text == "At once."


def test_the_screen_is_no_place_for_everything() -> None:
    own = [
        name
        for kind in InterviewScreen.__mro__
        if kind.__module__.startswith("mou_tui.")
        for name, value in vars(kind).items()
        if callable(value) or isinstance(value, property)
    ]
    assert len(own) <= MOST_METHODS
