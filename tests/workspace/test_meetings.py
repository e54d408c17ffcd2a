"""Meetings through the workspace: who is there, what is open, and what the file holds of them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from mou_tui.reports.agenda import Agenda
from mou_tui.session.codec import decode
from mou_tui.session.meeting import Action, Meeting, Person
from mou_tui.workspace.meetings import Attendance, read_people, write_people
from tests.strategies import SMALL
from tests.workspace.driver import ANN, NAMED, PAT, POLICE, WorkspaceDriver


class TestMeetings:
    def test_a_meeting_tells_when_it_began_and_ended_and_who_was_there(self, driver: WorkspaceDriver) -> None:
        driver.begin("agency", "district", people=(PAT, ANN))
        driver.clock.wait(minutes=90)
        driver.workspace.meetings.end()
        (meeting,) = driver.session.meetings
        assert (meeting.began, meeting.ended) == ("2026-03-04 12:00", "2026-03-04 13:30")
        assert meeting.parties == ("agency", "district")
        people = {person.id: person.name for person in driver.session.people}
        assert [people[person] for person in meeting.people] == ["Pat Doe", "Ann Poe"]
        assert driver.workspace.meetings.current is None
        assert driver.workspace.meetings.last == meeting

    def test_what_happens_in_a_meeting_belongs_to_it(self, driver: WorkspaceDriver) -> None:
        driver.workspace.answers.write("Typed before.")
        driver.begin()
        meeting = driver.session.meetings[0].id
        driver.workspace.answers.write("Typed in it.")
        driver.workspace.minutes.capture("note", "We talked.")
        driver.workspace.meetings.end()
        driver.workspace.minutes.capture("note", "And after.")
        assert [(entry.text, entry.meeting) for entry in driver.entries] == [
            ("Typed before.", ""),
            ("Typed in it.", meeting),
            ("We talked.", meeting),
            ("And after.", ""),
        ]

    def test_a_new_meeting_ends_the_one_that_still_goes_on(self, driver: WorkspaceDriver) -> None:
        driver.begin()
        driver.clock.wait(hours=1)
        driver.begin()
        first, second = driver.session.meetings
        assert first.ended == second.began == "2026-03-04 13:00"
        assert driver.session.meeting == second

    def test_the_room_is_remembered_for_the_next_time(self, driver: WorkspaceDriver) -> None:
        assert [(row.party, row.is_present) for row in driver.workspace.meetings.attendance()] == [
            *(("agency", True), ("district", True), ("parents", False), ("", False)),
        ]
        driver.begin("district", people=(ANN,))
        driver.workspace.meetings.end()
        remembered = driver.workspace.meetings.attendance()
        assert [(row.party, row.is_present) for row in remembered] == [
            *(("agency", False), ("district", True), ("parents", False), ("", True)),
        ]
        assert [person.name for person in remembered[-1].people] == ["Ann Poe"]

    def test_who_comes_later_is_added_and_keeps_one_id(self, driver: WorkspaceDriver) -> None:
        driver.begin("agency", people=(PAT,))
        (known,) = driver.session.people
        rows = [
            replace(
                row, is_present=True, people=read_people("Pat Doe; Lee Roe, Sergeant", "agency", driver.session.people)
            )
            if row.party == "agency"
            else row
            for row in driver.workspace.meetings.attendance()
        ]
        driver.workspace.meetings.attend(rows)
        pat, lee = driver.session.people
        assert (pat.id, pat.title) == (known.id, "Chief")
        assert (lee.name, lee.title, lee.party) == ("Lee Roe", "Sergeant", "agency")
        assert driver.session.meetings[0].people == (pat.id, lee.id)

    def test_an_ended_meeting_can_go_on(self, driver: WorkspaceDriver) -> None:
        driver.begin()
        driver.workspace.meetings.end()
        driver.workspace.meetings.go_on()
        assert len(driver.session.meetings) == 1
        assert driver.session.meeting == driver.session.meetings[0]

    def test_a_meeting_nobody_ended_ended_when_the_last_thing_was_noted(self, driver: WorkspaceDriver) -> None:
        driver.begin()
        driver.clock.wait(minutes=40)
        driver.workspace.minutes.capture("note", "The last thing.")
        driver.clock.wait(hours=3)
        driver.workspace.meetings.let_lapse()
        assert driver.session.meeting is not None, "on its own day it goes on"
        driver.clock.wait(days=9)
        driver.workspace.meetings.let_lapse()
        assert driver.session.meetings[0].ended == "2026-03-04 12:40"
        driver.workspace.minutes.capture("note", "Days later.")
        assert driver.entries[-1].meeting == ""

    def test_a_meeting_in_which_nothing_was_noted_lapses_when_it_began(self, driver: WorkspaceDriver) -> None:
        driver.begin()
        driver.clock.wait(days=1)
        driver.workspace.meetings.let_lapse()
        assert driver.session.meetings[0].ended == "2026-03-04 12:00"

    def test_who_is_here_is_noted_of_the_meeting_that_goes_on_wherever_it_is(self, driver: WorkspaceDriver) -> None:
        meetings = (Meeting("on", "2026-03-04 11:00"), Meeting("over", "2026-03-01 10:00", "2026-03-01 11:00"))
        driver.workspace.store.record(replace(NAMED, meetings=meetings))
        driver.workspace.meetings.attend([Attendance("agency", is_present=True)])
        assert driver.session.meetings == (replace(meetings[0], parties=("agency",)), meetings[1])

    def test_every_meeting_that_nobody_ended_lapses(self, driver: WorkspaceDriver) -> None:
        began = ("2026-03-01 10:00", "", "2026-03-02 18:00")
        meetings = tuple(Meeting(f"m{number}", at) for number, at in enumerate(began))
        driver.workspace.store.record(replace(NAMED, meetings=meetings))
        driver.workspace.meetings.let_lapse()
        assert driver.workspace.meetings.current is None
        assert [meeting.began for meeting in driver.session.meetings] == list(began)

    def test_ids_that_are_twice_in_a_file_put_together_from_two_lose_nobody(self, driver: WorkspaceDriver) -> None:
        people = tuple(Person("p", name, party="agency") for name in ("Pat", "Lee"))
        meetings = (Meeting("m", "2026-03-01 10:00", "2026-03-01 11:00"), Meeting("m", "2026-03-04 11:00"))
        actions = (Action("a", "one", done="2026-03-01 10:00"), Action("a", "two"))
        twice = (*NAMED.parties, replace(POLICE, name="Other Police"))
        driver.workspace.store.record(replace(NAMED, parties=twice, people=people, meetings=meetings, actions=actions))
        driver.workspace.meetings.attend(driver.workspace.meetings.attendance())
        driver.workspace.meetings.end()
        driver.workspace.minutes.finish("a")
        driver.workspace.parties.update([replace(POLICE, name="Elm City Police")], {})
        session = driver.session
        assert [person.name for person in session.people] == ["Pat", "Lee"]
        assert [meeting.ended for meeting in session.meetings] == ["2026-03-01 11:00", "2026-03-04 12:00"]
        assert all(action.done for action in session.actions)
        assert [party.name for party in session.parties if party.id == "agency"] == ["Elm City Police", "Other Police"]

    @pytest.mark.parametrize(
        ("words", "people"),
        [
            ("Pat Doe, Chief; Lee Roe", [("Pat Doe", "Chief"), ("Lee Roe", "")]),
            ("Pat Doe, Sergeant, School Unit", [("Pat Doe", "Sergeant, School Unit")]),
            (" ; ", []),
        ],
    )
    def test_people_are_named_on_one_line(self, words: str, people: list[tuple[str, str]]) -> None:
        read = read_people(words, "agency", ())
        assert [(person.name, person.title) for person in read] == people
        assert read_people(write_people(read), "agency", read) == read


def test_the_agenda_is_made_from_what_is_open_in_the_order_it_is_taken(quick: Path) -> None:
    (topic, *topics) = SMALL.topics
    together = replace(topic.questions[0], together=True)
    checklist = replace(SMALL, topics=(replace(topic, questions=(together, *topic.questions[1:])), *topics))
    driver = WorkspaceDriver(quick)
    workspace = driver.workspace
    workspace.checklist = checklist
    driver.workspace.minutes.act("ask the insurer", "Pat Doe", "Friday")
    workspace.go("gamma")
    workspace.answers.write("Wait [number] days.")
    driver.workspace.positions.take("agency", "agrees")
    driver.workspace.positions.take("district", "objects", "the fee")
    workspace.go("delta")
    workspace.answers.write("The SRO waits.")
    driver.workspace.positions.take("agency", "agrees")
    workspace.locks.unlock(workspace.clause_id)
    workspace.answers.write("The SRO waits long.")
    workspace.answers.defer("counsel", "Friday")
    driver.workspace.positions.propose("district", "Never.")
    agenda: Agenda = driver.workspace.meetings.agenda()
    assert [(heading, [item.text for item in items]) for heading, items in agenda.sections] == [
        ("Someone was to check", ["About delta: counsel to check first, by Friday (March 6, 2026)"]),
        ("Actions to report on", ["Pat Doe: ask the insurer, by Friday (March 6, 2026)"]),
        ("Objections", ["About gamma: School District objects (the fee)"]),
        ("Alternatives to choose from", ["About delta: 2 wordings"]),
        ("Essential questions to settle together", ["About alpha: empty"]),
        ("Positions to confirm, because the wording changed", ["About delta: Police Department"]),
        ("Blanks to fill", ["About gamma: [number]"]),
    ]
    workspace.store.close()


def test_all_of_it_is_in_the_file(driver: WorkspaceDriver) -> None:
    driver.begin("agency", "district", people=(PAT,))
    driver.workspace.answers.write("The SRO waits.")
    driver.workspace.positions.take("agency", "agrees")
    driver.workspace.positions.propose("district", "Never.")
    driver.workspace.minutes.act("ask", "Pat")
    driver.workspace.meetings.end()
    driver.workspace.close()
    assert decode(driver.workspace.store.path.read_bytes(), "a.mou.yaml").session == driver.session
