"""Leaving: what was typed before it comes first, and nobody loses words without having been told."""

from __future__ import annotations

import errno
import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest
from textual import events

from mou_tui.failures import command_for
from mou_tui.tui.app import MouApp
from mou_tui.tui.interview.screen import InterviewScreen
from mou_tui.workspace.repository import SessionRepository
from tests.torture.faults import Disk, Fault
from tests.tui.conftest import Begin
from tests.tui.interview_app import Person, open_interview

TOLD = "Nothing can be written now"


@pytest.fixture
def broken(tmp_path: Path) -> Iterator[Disk]:
    """A disk that takes everything until it is given a fault."""
    disk = Disk(tmp_path)
    with disk.watched():
        yield disk


def breaks(disk: Disk) -> None:
    disk.fault = Fault(1, errno.EIO, "for ever")


async def test_who_would_lose_words_leaves_only_when_asked_twice(
    repository: SessionRepository, begin: Begin, broken: Disk
) -> None:
    async with open_interview(repository, begin()) as person:
        breaks(broken)
        await person.types("Said last.")
        await person.press("ctrl+q")
        assert TOLD in person.screen
        assert person.app.is_running and person.editor.text == "Said last."

        await person.press("ctrl+q")
        assert person.app._exit


async def test_words_typed_after_the_warning_are_warned_of_as_well(
    repository: SessionRepository, begin: Begin, broken: Disk
) -> None:
    async with open_interview(repository, begin()) as person:
        breaks(broken)
        await person.types("Said")
        await person.press("ctrl+q")
        await person.types(" last.")
        await person.press("ctrl+q")
        assert not person.app._exit


async def test_the_list_of_sessions_can_wait(repository: SessionRepository, begin: Begin, broken: Disk) -> None:
    async with open_interview(repository, begin()) as person:
        breaks(broken)
        await person.types("Said last.")
        await person.does("home")
        assert isinstance(person.app.screen, InterviewScreen)
        assert TOLD in person.screen

        broken.fault = None
        await person.does("home")
        assert not isinstance(person.app.screen, InterviewScreen)


@pytest.mark.parametrize("name", ["SIGINT", "SIGTERM"])
async def test_a_signal_waits_for_the_keys_before_it_and_is_heard_no_longer_than_the_program_runs(
    repository: SessionRepository, begin: Begin, name: str
) -> None:
    number = signal.Signals[name]
    before = signal.getsignal(number)
    async with open_interview(repository, begin()) as person:
        for letter in "Said last.":
            person.app.post_message(events.Key(letter, letter))
        os.kill(os.getpid(), number)
        await person.settles()
        assert person.app._exit
        path = person.workspace.store.path

    assert "Said last." in path.read_text("utf-8")
    assert signal.getsignal(number) is before


def last_lines(person: Person) -> list[str]:
    """What is printed once the screen is gone."""
    assert isinstance(person.app, MouApp)
    return person.app.session.exit_message.splitlines()


async def test_leaving_says_where_it_is_how_to_go_on_and_that_a_meeting_is_open(
    repository: SessionRepository, begin: Begin
) -> None:
    workspace = begin()
    path = workspace.store.path
    async with open_interview(repository, workspace) as person:
        await person.press("ctrl+q")
        assert last_lines(person) == [f"Saved in {path}", f"To go on: {command_for(path)}"]
    async with open_interview(repository, repository.open(path)) as person:
        person.workspace.meetings.begin(person.workspace.meetings.attendance())
        await person.press("ctrl+q")
        assert "The meeting that began at 10:42 a.m. is still open." in last_lines(person)
