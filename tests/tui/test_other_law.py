"""The law of other states and the sources of the guidance: read on request, in a window that fits any screen."""

from __future__ import annotations

import pytest

from mou_tui.tui.dialogs.forms import MessageDialog
from mou_tui.tui.interview.screen import InterviewScreen
from mou_tui.workspace.repository import SessionRepository
from tests.tui.conftest import Begin
from tests.tui.interview_app import NARROW, SMALL, WIDE, open_interview


async def test_it_is_read_on_request_and_left_with_escape(repository: SessionRepository, begin: Begin) -> None:
    workspace = begin()
    workspace.go("review")
    async with open_interview(repository, workspace, size=WIDE) as person:
        assert "Revised Code of Washington" not in person.screen
        await person.does("other_law")
        assert isinstance(person.app.screen, MessageDialog)
        assert "Law of other states: " in person.screen
        assert "These do not apply to you" in person.screen
        assert "Delaware requires districts" in person.screen
        assert "WA: " not in person.screen
        await person.press("escape")
        assert isinstance(person.app.screen, InterviewScreen)


async def test_where_none_is_held_that_is_said(repository: SessionRepository, begin: Begin) -> None:
    workspace = begin()
    workspace.go("opening")
    async with open_interview(repository, workspace) as person:
        await person.does("other_law")
        assert person.messages[-1] == "We hold no law of another state on this question."
        await person.does("sources")
        assert person.messages[-1] == "No source is named here."


@pytest.mark.parametrize("size", [NARROW, SMALL])
@pytest.mark.parametrize(("down", "up"), [("pagedown", "pageup"), ("end", "home"), ("down", "up")])
async def test_the_window_fits_the_screen_and_scrolls_by_keys(
    repository: SessionRepository, begin: Begin, size: tuple[int, int], down: str, up: str
) -> None:
    workspace = begin()
    workspace.go("training")
    async with open_interview(repository, workspace, size=size) as person:
        await person.does("other_law")
        first = person.screen
        for _ in range(90):
            await person.press(down)
            assert "Close" in person.screen
            if "Virginia has set" in person.screen:
                break
        assert "Virginia has set" in person.screen
        assert "These do not apply to you" not in person.screen
        for _ in range(90):
            await person.press(up)
            if person.screen == first:
                break
        assert person.screen == first
        await person.press("enter")
        assert isinstance(person.app.screen, InterviewScreen)


async def test_sources_say_who_where_and_when_and_stand_nowhere_else(
    repository: SessionRepository, begin: Begin
) -> None:
    workspace = begin()
    workspace.store.record(workspace.session.with_fact("state", "Ohio"))
    async with open_interview(repository, workspace, size=WIDE) as person:
        assert person.holds("Ohio law: Ohio")
        assert "read in a copy" not in person.screen
        await person.does("sources")
        assert "Ohio Revised Code 3313.951 (codes.ohio.gov; read in" in person.screen
        assert "read November 30, 2026" in person.screen
