"""Who is here: said in a line for each party, at the beginning of a meeting and whenever somebody comes or goes."""

from __future__ import annotations

from dataclasses import replace

import pytest
from textual.widgets import Input

from mou_tui.session.model import Party
from mou_tui.tui.dialogs.attendance import AttendanceDialog
from mou_tui.tui.interview.screen import InterviewScreen
from mou_tui.tui.screens.agenda import AgendaScreen
from mou_tui.workspace.meetings import PRIVACY
from mou_tui.workspace.repository import SessionRepository
from tests.tui.conftest import Begin
from tests.tui.interview_app import NARROW, SMALL, WIDE, Person, open_interview

PARENTS = Party("parents", name="Lake City Parents", short="the Parents", part="consulted")


async def begins(person: Person) -> None:
    await person.does("meeting")
    await person.goes_to("done", "tab")
    await person.press("enter")


@pytest.mark.parametrize("size", [NARROW, WIDE, SMALL, (40, 12)])
async def test_every_party_has_a_tick_and_a_line_and_it_says_who_can_read_them(
    repository: SessionRepository, begin: Begin, size: tuple[int, int]
) -> None:
    async with open_interview(repository, begin(), size=size) as person:
        await person.does("meeting")
        assert person.lines[0].strip().startswith("Who is here?")
        assert person.holds(PRIVACY)
        assert person.holds("[x] Police Department · at the table")
        assert "Begin the meeting" in person.screen
        assert "Go on" not in person.screen
        assert " ".join(person.screen.split()).count("never a student’s name") == 1


async def test_enter_leads_from_line_to_line_and_in_the_last_one_the_meeting_begins(
    repository: SessionRepository, begin: Begin
) -> None:
    workspace = begin()
    workspace.store.record(workspace.session.with_party(PARENTS))
    async with open_interview(repository, workspace) as person:
        await person.does("meeting")
        assert person.holds("e.g. Pat Doe, Superintendent; Lee Roe")
        await person.types("Pat Doe, Chief of Police; Lee Roe")
        await person.press("enter")
        await person.press("enter", "enter")
        await person.types("Ann Poe, facilitator")
        await person.press("enter")

        assert isinstance(person.app.screen, InterviewScreen)
        assert "The meeting has begun. Ctrl+Z" in person.messages[-1]
        meeting = workspace.session.meeting
        assert meeting is not None
        assert meeting.parties == ("agency", "district")
        people = [(item.name, item.title, item.party) for item in workspace.session.people]
        assert people == [
            ("Pat Doe", "Chief of Police", "agency"),
            ("Lee Roe", "", "agency"),
            ("Ann Poe", "facilitator", ""),
        ]
        assert len(meeting.people) == 3

        await person.press("f9")
        assert workspace.session.meeting is None
        assert workspace.session.people == ()


async def test_a_party_whose_people_are_named_is_present(repository: SessionRepository, begin: Begin) -> None:
    workspace = begin()
    workspace.store.record(workspace.session.with_party(PARENTS))
    async with open_interview(repository, workspace) as person:
        await person.does("meeting")
        assert person.holds("[ ] Parents · at the table")
        await person.goes_to("people-2")
        await person.types("Kim Low")
        assert person.holds("[x] Parents · at the table")


async def test_who_is_here_can_change_in_the_meeting_and_it_can_end(
    repository: SessionRepository, begin: Begin
) -> None:
    workspace = begin()
    async with open_interview(repository, workspace) as person:
        await begins(person)
        await person.does("meeting")
        assert "the meeting that began" in person.lines[0]
        assert "Begin the meeting" not in person.screen
        await person.types("Pat Doe")
        await person.clicks("School District")
        await person.goes_to("done", "tab")
        await person.press("enter")
        meeting = workspace.session.meeting
        assert meeting is not None
        assert meeting.parties == ("agency",)
        assert [person.name for person in workspace.session.people] == ["Pat Doe"]

        await person.does("meeting")
        assert person.query("#people-0", Input).value == "Pat Doe"
        await person.goes_to("end", "tab")
        await person.press("enter")
        assert workspace.session.meeting is None
        assert len(workspace.session.meetings) == 1


async def test_a_second_meeting_opens_its_agenda_and_knows_who_was_there(
    repository: SessionRepository, begin: Begin
) -> None:
    workspace = begin(purpose="Safe schools.")
    async with open_interview(repository, workspace) as person:
        await person.does("meeting")
        await person.types("Pat Doe, Chief")
        await person.goes_to("done", "tab")
        await person.press("enter")
        assert not isinstance(person.app.screen, AgendaScreen)
        await person.does("meeting")
        await person.goes_to("end", "tab")
        await person.press("enter")

        await person.does("meeting")
        assert person.query("#people-0", Input).value == "Pat Doe, Chief"
        await person.goes_to("done", "tab")
        await person.press("enter")
        assert isinstance(person.app.screen, AgendaScreen)
        assert len(workspace.session.meetings) == 2
        assert len(workspace.session.people) == 1
        await person.press("escape")
        assert isinstance(person.app.screen, InterviewScreen)


async def test_of_a_party_that_is_not_present_nobody_is_present(repository: SessionRepository, begin: Begin) -> None:
    workspace = begin()
    async with open_interview(repository, workspace) as person:
        await person.does("meeting")
        await person.types("Pat Doe")
        await person.press("enter")
        await person.types("Kim Low")
        await person.press("shift+tab", "space")
        await person.goes_to("done", "tab")
        await person.press("enter")
        meeting = workspace.session.meeting
        assert meeting is not None
        assert meeting.parties == ("agency",)
        assert [item.name for item in workspace.session.people if item.id in meeting.people] == ["Pat Doe"]


async def test_the_last_meeting_can_go_on_with_those_who_are_here_now(
    repository: SessionRepository, begin: Begin
) -> None:
    workspace = begin()
    async with open_interview(repository, workspace) as person:
        await begins(person)
        await person.does("meeting")
        await person.goes_to("end", "tab")
        await person.press("enter")
        await person.does("meeting")
        await person.types("Kim Low")
        await person.goes_to("go-on", "tab")
        await person.press("enter")
        meeting = workspace.session.meeting
        assert meeting is not None
        assert len(workspace.session.meetings) == 1
        assert [item.name for item in workspace.session.people if item.id in meeting.people] == ["Kim Low"]


async def test_esc_leaves_everything_as_it_was(repository: SessionRepository, begin: Begin) -> None:
    async with open_interview(repository, begin()) as person:
        before = person.workspace.session
        await person.does("meeting")
        await person.types("Pat Doe")
        await person.press("escape")
        assert isinstance(person.app.screen, InterviewScreen)
        assert person.workspace.session == before


async def test_parties_without_a_name_are_called_as_the_checklist_calls_them(
    repository: SessionRepository, begin: Begin
) -> None:
    workspace = begin()
    parties = tuple(replace(party, name="", short="", head="") for party in workspace.session.parties)
    workspace.store.record(replace(workspace.session, parties=parties))
    async with open_interview(repository, workspace) as person:
        await person.does("meeting")
        assert isinstance(person.app.screen, AttendanceDialog)
        for role in workspace.checklist.parties:
            assert f"{role.label} · at the table" in person.screen


async def test_a_party_that_leaves_is_asked_for_the_time_in_one_dialog(
    repository: SessionRepository, begin: Begin
) -> None:
    workspace = begin(purpose="Safe schools.")
    workspace.meetings.begin(replace(row, is_present=bool(row.party)) for row in workspace.meetings.attendance())
    workspace.positions.take("district", "agrees")
    async with open_interview(repository, workspace) as person:
        await person.press("ctrl+k")
        await person.goes_to("present-1", "tab")
        await person.press("space")
        await person.goes_to("done", "tab")
        await person.press("enter")
        assert person.holds("When did the School District leave?")
        await person.press("end", "ctrl+u")
        await person.types("never")
        await person.press("enter")
        assert person.holds("took a position in this meeting, so it was here")
        await person.press("end", "ctrl+u")
        await person.types("12:04 p.m.")
        await person.press("enter")
        assert workspace.session.meetings[0].left == ("district",)
        assert workspace.session.history.entries[-1].at == "2026-11-14 12:04"
        workspace.locks.unlock("purpose")
        workspace.answers.write("Safer schools.")
        await person.press("f12")
        assert list(workspace.answer.positions) == ["district", "agency"]
        assert workspace.answer.positions["agency"].stand == "can-live-with"
        assert "Can live with it: Police Department." in person.messages[-1]
        assert "Not at the table, so not asked: School District." in person.messages[-1]


async def test_who_spoke_and_how_is_one_letter_away_from_the_parties(
    repository: SessionRepository, begin: Begin
) -> None:
    workspace = begin(purpose="Safe schools.")
    async with open_interview(repository, workspace) as person:
        await person.press("f7", "s")
        assert person.holds("What does the Police Department think of 1.1?")
        await person.press("escape", "a", "left", "s")
        await person.types("its Chief")
        await person.press("enter")
        await person.types("letter")
        await person.press("enter")
        held = workspace.answer.positions["agency"]
        assert (held.stand, held.speaker, held.via) == ("agrees", "its Chief", "letter")
        assert len(workspace.answer.positions) == 1


async def test_a_decision_is_corrected_from_the_palette(repository: SessionRepository, begin: Begin) -> None:
    workspace = begin()
    workspace.minutes.capture("decision", "A car.")
    async with open_interview(repository, workspace) as person:
        await person.does("correct")
        assert person.holds("Decision, November 14, 2026: 1.1 A car.")
        await person.press("enter", "end", "ctrl+u")
        await person.types("Two cars.")
        await person.press("enter")
        assert [remark.text for remark in workspace.minutes.remarks] == ["Two cars."]
        assert "marked so" in person.messages[-1]


async def test_an_action_and_a_milestone_are_corrected_as_well(repository: SessionRepository, begin: Begin) -> None:
    workspace = begin()
    workspace.minutes.act("call the insurer", "Pat Doe", "Friday")
    workspace.minutes.mark("first reading")
    async with open_interview(repository, workspace) as person:
        await person.does("correct")
        await person.press("enter", "end", "ctrl+u")
        await person.types("second reading")
        await person.press("enter")
        assert "The milestone is corrected, and marked so." in person.messages[-1]
        await person.does("correct")
        await person.press("down", "enter", "enter", "end", "ctrl+u")
        await person.types("Lee Roe")
        await person.press("enter", "enter")
        assert [(action.what, action.who, action.due) for action in workspace.session.actions] == [
            ("call the insurer", "Lee Roe", "Friday")
        ]
        await person.press("ctrl+z")
        assert workspace.session.actions[0].who == "Pat Doe"


async def test_a_meeting_is_ended_by_its_name_in_the_palette(repository: SessionRepository, begin: Begin) -> None:
    async with open_interview(repository, begin(purpose="Safe schools.")) as person:
        await person.does("end_meeting")
        assert person.messages[-1] == "No meeting is going on."
        await begins(person)
        await person.does("end_meeting")
        assert person.holds("End the meeting that began at 10:42 a.m.?")
        await person.press("escape")
        assert person.workspace.meetings.current
        await person.does("end_meeting")
        await person.press("enter")
        assert not person.workspace.meetings.current
