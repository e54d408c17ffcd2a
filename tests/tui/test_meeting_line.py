"""One line that asks, in passing, whether this is a meeting; and what becomes of meetings nobody ended."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest

from mou_tui.cabinet import Cabinet
from mou_tui.desk import Desk
from mou_tui.names import Names
from mou_tui.reading import Checklists
from mou_tui.room import Room
from mou_tui.session.session import Party
from mou_tui.tui.screens.interview import InterviewScreen
from mou_tui.tui.screens.meeting import MeetingScreen
from tests.tui.conftest import NOW, Begin
from tests.tui.sitting import WIDE, Person, sitting

WEEKS_LATER = datetime(2026, 11, 25, 9, 0)
ASKED = "New meeting, or go on with that of Nov 14? Ctrl+K"


@pytest.fixture
def later(checklists: Checklists) -> Cabinet:
    """The same sessions, some days later."""
    return Cabinet(checklists, clock=lambda: WEEKS_LATER)


def met(desk: Desk, *, ended: bool = True) -> Path:
    """Hold a meeting and leave."""
    room = Room(desk)
    room.meetings.begin(room.meetings.attendance())
    room.minutes.capture("note", "It rained.")
    if ended:
        room.meetings.end()
    desk.leave()
    return desk.store.path


async def opened(person: Person) -> Person:
    """Wait until the history is understood."""
    await person.app.workers.wait_for_complete()
    await person.settles()
    return person


async def test_who_goes_on_with_a_session_is_asked_in_one_line_that_takes_nothing(later: Cabinet, begin: Begin) -> None:
    path = met(begin(purpose="Safe schools."))
    async with sitting(later, later.open(path)) as person:
        await opened(person)
        assert ASKED in person.screen
        assert isinstance(person.app.screen, InterviewScreen)
        assert (person.at, person.editor.cursor) == ("answer", 0)

        await person.types("W")
        assert person.editor.text == "WSafe schools."
        assert ASKED not in person.screen
        assert person.desk.session.meeting is None


async def test_the_line_goes_when_one_goes_on(later: Cabinet, begin: Begin) -> None:
    path = met(begin(purpose="Safe schools."))
    async with sitting(later, later.open(path)) as person:
        await opened(person)
        await person.press("ctrl+n", "ctrl+b")
        assert ASKED not in person.screen


async def test_the_last_meeting_is_gone_on_with_by_a_click(later: Cabinet, begin: Begin) -> None:
    path = met(begin())
    async with sitting(later, later.open(path), size=WIDE) as person:
        await opened(person)
        await person.clicks("go on with that of Nov 14")
        assert person.desk.session.meeting
        assert len(person.desk.session.meetings) == 1
        assert "Meeting since 10:42" in person.lines[0]
        assert ASKED not in person.screen

        await person.press("f9")
        assert person.desk.session.meeting is None
        assert "Meeting" not in person.lines[0]


@pytest.mark.parametrize("way", ["key", "click"])
async def test_a_new_meeting_begins_and_ends(later: Cabinet, begin: Begin, way: str) -> None:
    path = met(begin())
    async with sitting(later, later.open(path), size=WIDE) as person:
        await opened(person)
        await (person.press("ctrl+k") if way == "key" else person.clicks("New meeting"))
        assert isinstance(person.app.screen, MeetingScreen)
        await person.press("escape")
        assert ASKED in person.screen

        await person.press("ctrl+k")
        await person.goes_to("done", "tab")
        await person.press("enter", "escape")
        assert [meeting.began for meeting in person.desk.session.meetings] == ["2026-11-14 10:42", "2026-11-25 09:00"]
        assert "Meeting since 09:00" in person.lines[0]
        assert ASKED not in person.screen


async def test_on_a_projector_the_head_says_that_a_meeting_goes_on(cabinet: Cabinet, begin: Begin) -> None:
    path = met(begin(), ended=False)
    async with sitting(cabinet, cabinet.open(path)) as person:
        await opened(person)
        assert "Meeting · Text 0 of 24 · Agreed 0 · saved" in person.lines[0]
        assert "11·" in person.lines[0]


async def test_a_meeting_of_the_same_day_goes_on_by_itself(cabinet: Cabinet, begin: Begin) -> None:
    path = met(begin(), ended=False)
    async with sitting(cabinet, cabinet.open(path)) as person:
        await opened(person)
        assert person.desk.session.meeting
        assert "Ctrl+K" not in person.screen


async def test_a_meeting_of_another_day_that_nobody_ended_has_ended(later: Cabinet, begin: Begin) -> None:
    path = met(begin(), ended=False)
    async with sitting(later, later.open(path)) as person:
        await opened(person)
        (meeting,) = person.desk.session.meetings
        assert meeting.ended == f"{NOW:%Y-%m-%d %H:%M}"
        assert ASKED in person.screen


async def test_nobody_is_asked_in_a_new_session_or_before_anybody_is_named(
    cabinet: Cabinet, later: Cabinet, begin: Begin
) -> None:
    async with sitting(cabinet, begin()) as person:
        await opened(person)
        assert "Ctrl+K" not in person.screen

    unnamed = cabinet.start(Names((Party("agency"),)))
    unnamed.store.close()
    async with sitting(later, later.open(unnamed.store.path)) as person:
        await opened(person)
        assert "Ctrl+K" not in person.screen


async def test_the_first_meeting_is_asked_for_too(later: Cabinet, begin: Begin) -> None:
    desk = begin()
    desk.leave()
    async with sitting(later, later.open(desk.store.path)) as person:
        await opened(person)
        assert "New meeting? Ctrl+K" in person.screen


async def test_a_day_that_is_none_stands_as_it_was_written(later: Cabinet, begin: Begin) -> None:
    path = met(begin())
    path.write_text(path.read_text("utf-8").replace('began: "2026-11-14 10:42"', "began: '[/today'"), encoding="utf-8")
    async with sitting(later, later.open(path)) as person:
        await opened(person)
        assert "go on with that of [/today?" in person.screen


async def test_a_history_that_cannot_be_understood_is_told_once_and_stays_in_the_file(
    later: Cabinet, begin: Begin
) -> None:
    path = met(begin(purpose="Safe schools."))
    broken = path.read_text("utf-8").replace("kind: note", "kind: poem")
    path.write_text(broken, encoding="utf-8")
    async with sitting(later, later.open(path)) as person:
        await opened(person)
        (told,) = [words for words in person.told if "What happened before" in words]
        assert "stays in the file" in told and "poem" in told
        await person.types("W")
        await person.press("ctrl+n")

    assert "kind: poem" in path.read_text("utf-8")
    assert "WSafe schools." in path.read_text("utf-8")


async def test_nobody_meets_in_a_read_only_session(later: Cabinet, begin: Begin) -> None:
    path = met(begin(), ended=False)
    async with sitting(later, later.open(path, read_only=True)) as person:
        await opened(person)
        await person.press("ctrl+k")
        assert isinstance(person.app.screen, InterviewScreen)
        assert person.desk.session.meeting
        assert ASKED not in person.screen
