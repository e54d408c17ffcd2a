"""One line that asks, in passing, whether this is a meeting; and what becomes of meetings nobody ended."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest

from mou_tui.session.model import Party
from mou_tui.tui.dialogs.attendance import AttendanceDialog
from mou_tui.tui.interview.screen import InterviewScreen
from mou_tui.workspace.parties import PartiesAndFacts
from mou_tui.workspace.repository import SessionRepository
from mou_tui.workspace.session_reader import ChecklistCatalog
from mou_tui.workspace.workspace import Workspace
from tests.tui.conftest import NOW, Begin
from tests.tui.interview_app import WIDE, Person, open_interview

WEEKS_LATER = datetime(2026, 11, 25, 9, 0)
ASKED = "New meeting, or go on with that of Nov 14? Ctrl+K"


@pytest.fixture
def later(checklists: ChecklistCatalog) -> SessionRepository:
    """The same sessions, some days later."""
    return SessionRepository(checklists, clock=lambda: WEEKS_LATER)


def met(workspace: Workspace, *, ended: bool = True) -> Path:
    """Hold a meeting and leave."""
    workspace.meetings.begin(workspace.meetings.attendance())
    workspace.minutes.capture("note", "It rained.")
    if ended:
        workspace.meetings.end()
    workspace.close()
    return workspace.store.path


async def opened(person: Person) -> Person:
    """Wait until the history is understood."""
    await person.app.workers.wait_for_complete()
    await person.settles()
    return person


async def test_who_goes_on_with_a_session_is_asked_in_one_line_that_takes_nothing(
    later: SessionRepository, begin: Begin
) -> None:
    path = met(begin(purpose="Safe schools."))
    async with open_interview(later, later.open(path)) as person:
        await opened(person)
        assert ASKED in person.screen
        assert isinstance(person.app.screen, InterviewScreen)
        assert (person.at, person.editor.cursor) == ("answer", 0)

        await person.types("W")
        assert person.editor.text == "WSafe schools."
        assert ASKED not in person.screen
        assert person.workspace.session.meeting is None


async def test_the_line_goes_when_one_goes_on(later: SessionRepository, begin: Begin) -> None:
    path = met(begin(purpose="Safe schools."))
    async with open_interview(later, later.open(path)) as person:
        await opened(person)
        await person.press("ctrl+n", "ctrl+b")
        assert ASKED not in person.screen


async def test_the_last_meeting_is_gone_on_with_by_a_click(later: SessionRepository, begin: Begin) -> None:
    path = met(begin())
    async with open_interview(later, later.open(path), size=WIDE) as person:
        await opened(person)
        await person.clicks("go on with that of Nov 14")
        assert person.workspace.session.meeting
        assert len(person.workspace.session.meetings) == 1
        assert "Meeting since 10:42 a.m." in person.lines[0]
        assert ASKED not in person.screen

        await person.press("f9")
        assert person.workspace.session.meeting is None
        assert "Meeting" not in person.lines[0]


@pytest.mark.parametrize("way", ["key", "click"])
async def test_a_new_meeting_begins_and_ends(later: SessionRepository, begin: Begin, way: str) -> None:
    path = met(begin())
    async with open_interview(later, later.open(path), size=WIDE) as person:
        await opened(person)
        await (person.press("ctrl+k") if way == "key" else person.clicks("New meeting"))
        assert isinstance(person.app.screen, AttendanceDialog)
        await person.press("escape")
        assert ASKED in person.screen

        await person.press("ctrl+k")
        await person.goes_to("done", "tab")
        await person.press("enter", "escape")
        assert [meeting.began for meeting in person.workspace.session.meetings] == [
            "2026-11-14 10:42",
            "2026-11-25 09:00",
        ]
        assert "Meeting since 9:00 a.m." in person.lines[0]
        assert ASKED not in person.screen


async def test_on_a_projector_the_head_says_that_a_meeting_goes_on(repository: SessionRepository, begin: Begin) -> None:
    path = met(begin(), ended=False)
    async with open_interview(repository, repository.open(path)) as person:
        await opened(person)
        line = "Topic 1 of 11 · Question 1 of 2        Meeting · Text 0 of 24 · Agreed 0 · saved"
        assert person.lines[0].rstrip() == line


async def test_a_meeting_of_the_same_day_goes_on_by_itself(repository: SessionRepository, begin: Begin) -> None:
    path = met(begin(), ended=False)
    async with open_interview(repository, repository.open(path)) as person:
        await opened(person)
        assert person.workspace.session.meeting
        assert "Ctrl+K" not in person.screen


async def test_a_meeting_of_another_day_that_nobody_ended_has_ended(later: SessionRepository, begin: Begin) -> None:
    path = met(begin(), ended=False)
    async with open_interview(later, later.open(path)) as person:
        await opened(person)
        (meeting,) = person.workspace.session.meetings
        assert meeting.ended == f"{NOW:%Y-%m-%d %H:%M}"
        assert ASKED in person.screen


async def test_nobody_is_asked_in_a_new_session_or_before_anybody_is_named(
    repository: SessionRepository, later: SessionRepository, begin: Begin
) -> None:
    async with open_interview(repository, begin()) as person:
        await opened(person)
        assert "Ctrl+K" not in person.screen

    unnamed = repository.start(PartiesAndFacts((Party("agency"),)))
    unnamed.store.close()
    async with open_interview(later, later.open(unnamed.store.path)) as person:
        await opened(person)
        assert "Ctrl+K" not in person.screen


async def test_the_first_meeting_is_asked_for_too(later: SessionRepository, begin: Begin) -> None:
    workspace = begin()
    workspace.close()
    async with open_interview(later, later.open(workspace.store.path)) as person:
        await opened(person)
        assert "New meeting? Ctrl+K" in person.screen


async def test_a_day_that_is_none_stays_as_it_was_written(later: SessionRepository, begin: Begin) -> None:
    path = met(begin())
    path.write_text(path.read_text("utf-8").replace('began: "2026-11-14 10:42"', "began: '[/today'"), encoding="utf-8")
    async with open_interview(later, later.open(path)) as person:
        await opened(person)
        assert "go on with that of [/today?" in person.screen


async def test_a_history_that_cannot_be_understood_is_told_once_and_stays_in_the_file(
    later: SessionRepository, begin: Begin
) -> None:
    path = met(begin(purpose="Safe schools."))
    broken = path.read_text("utf-8").replace("  kind: note\n", "  kind:\n    - note\n")
    path.write_text(broken, encoding="utf-8")
    async with open_interview(later, later.open(path)) as person:
        await opened(person)
        (message,) = [words for words in person.messages if "What happened before" in words]
        assert "stays in the file" in message and "kind" in message
        await person.types("W")
        await person.press("ctrl+n")

    assert "  kind:\n    - note\n" in path.read_text("utf-8")
    assert "WSafe schools." in path.read_text("utf-8")


async def test_nobody_meets_in_a_read_only_session(later: SessionRepository, begin: Begin) -> None:
    path = met(begin(), ended=False)
    async with open_interview(later, later.open(path, read_only=True)) as person:
        await opened(person)
        await person.press("ctrl+k")
        assert isinstance(person.app.screen, InterviewScreen)
        assert person.workspace.session.meeting
        assert ASKED not in person.screen


async def test_whoever_goes_to_the_parties_outside_of_a_meeting_is_asked_as_well(
    repository: SessionRepository, begin: Begin
) -> None:
    async with open_interview(repository, begin(purpose="Safe schools."), size=WIDE) as person:
        assert "New meeting?" not in person.screen
        await person.press("f7")
        assert "New meeting? Ctrl+K" in person.screen

        await person.press("ctrl+k")
        await person.goes_to("done", "tab")
        await person.press("enter", "f7")
        assert person.workspace.session.meeting
        assert "New meeting?" not in person.screen
