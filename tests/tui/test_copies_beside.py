"""A copy that a program left beside the session is offered when the session is opened."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from mou_tui.session.codec import encode
from mou_tui.session.history import History
from mou_tui.tui.interview.screen import InterviewScreen
from mou_tui.tui.screens.home import HomeScreen
from mou_tui.tui.screens.reply import ReplyScreen
from mou_tui.workspace.repository import SessionRepository
from mou_tui.workspace.workspace import Workspace
from tests.copies import ANSWERS, reworded
from tests.plain.talking import talk
from tests.tui.conftest import Begin
from tests.tui.interview_app import Person, open_interview


@pytest.fixture
def workspace(begin: Begin) -> Workspace:
    """A session of which another computer left a copy with two other wordings."""
    workspace = begin(**ANSWERS)
    workspace.history.log_wordings()
    copy = reworded(workspace.session, purpose="Quiet schools.", scope="Four SROs.")
    copy_of(workspace.store.path).write_bytes(encode(copy))
    workspace.store.record(reworded(workspace.session, purpose="Safe schools."))
    workspace.history.log_wordings()
    workspace.store.flush()
    return workspace


def copy_of(path: Path) -> Path:
    return path.with_name(path.name.replace(".mou.yaml", " (conflicted copy 2026-11-30).mou.yaml"))


async def waits_for(person: Person, words: str) -> None:
    for _ in range(500):
        if words in person.screen:
            return
        await person.pilot.pause(0.01)
    raise AssertionError(person.screen)


async def test_a_copy_is_offered_and_taken_in(repository: SessionRepository, workspace: Workspace) -> None:
    async with open_interview(repository, workspace) as person:
        await waits_for(person, "1 file beside this session looks like a copy of it")
        await person.press("home", "enter")
        await waits_for(person, "Changed by both")
        assert isinstance(person.app.screen, ReplyScreen)
        await person.press("enter")
        assert isinstance(person.app.screen, InterviewScreen)
        assert workspace.session.answer("scope").text == "Four SROs."
        assert workspace.session.answer("purpose").text == ANSWERS["purpose"]
        wordings = {held.text for held in workspace.session.answer("purpose").alternatives.values()}
        assert wordings == {"Quiet schools.", "Safe schools."}


async def test_whoever_says_no_is_not_asked_again_in_the_same_sitting(
    repository: SessionRepository, workspace: Workspace
) -> None:
    before = encode(workspace.session)
    async with open_interview(repository, workspace) as person:
        await waits_for(person, "looks like a copy of it")
        await person.press("end", "enter")
        assert isinstance(person.app.screen, InterviewScreen)
        assert encode(workspace.session) == before
        await person.does("home")
        await person.settles()
        assert isinstance(person.app.screen, HomeScreen), person.messages
        await person.press("enter")
        await person.settles()
        await person.settles()
        assert isinstance(person.app.screen, InterviewScreen), person.screen


def test_line_by_line_it_is_offered_too(workspace: Workspace) -> None:
    heard = talk(workspace, "1", "all", "quit")
    assert "1 file beside this session looks like a copy of it" in heard
    assert "1 clause changed by them, 1 by both; nothing lost." in heard
    assert workspace.session.answer("scope").text == "Four SROs."


def test_what_is_another_agreement_or_damaged_or_the_same_is_not_offered(workspace: Workspace) -> None:
    path = copy_of(workspace.store.path)
    data = path.read_bytes()
    elsewhere = replace(reworded(workspace.session, purpose="", scope="", duties="Others."), history=History())
    for other in (data[:-200], encode(elsewhere), workspace.store.path.read_bytes()):
        path.write_bytes(other)
        heard = talk(workspace, "quit")
        assert "beside this session" not in heard
