"""The law of other states: named with the guidance, and read on request."""

from __future__ import annotations

from mou_tui.tui.dialogs.forms import MessageDialog
from mou_tui.tui.interview.screen import InterviewScreen
from mou_tui.workspace.repository import SessionRepository
from tests.tui.conftest import Begin
from tests.tui.interview_app import WIDE, open_interview


async def test_it_is_read_on_request_and_left_with_escape(repository: SessionRepository, begin: Begin) -> None:
    workspace = begin()
    workspace.go("review")
    async with open_interview(repository, workspace, size=WIDE) as person:
        assert "Revised Code of Washington" not in person.screen
        await person.interview.run_action("other_law")
        await person.settles()
        assert isinstance(person.app.screen, MessageDialog)
        assert "Law of other states: " in person.screen
        assert "WA: " in person.screen
        await person.press("escape")
        assert isinstance(person.app.screen, InterviewScreen)


async def test_where_none_is_held_that_is_said(repository: SessionRepository, begin: Begin) -> None:
    workspace = begin()
    workspace.go("opening")
    async with open_interview(repository, workspace) as person:
        await person.interview.run_action("other_law")
        await person.settles()
        assert person.messages[-1] == "The law of no other state is held for this question."
