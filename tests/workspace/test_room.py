"""The room around a table: what each action leaves in the session, and that every one of them can be taken back."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import count
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mou_tui.draft.agreement import agreement_of
from mou_tui.draft.progress import assess_progress
from mou_tui.persistence.store import SessionStore
from mou_tui.reports.agenda import Agenda, action_words
from mou_tui.reports.comparison import compare_sessions
from mou_tui.session.codec import decode
from mou_tui.session.history import Entry, History
from mou_tui.session.meeting import Action, Alternative, Meeting, Person, Position, Stance
from mou_tui.session.model import OPENING, Answer, Deferral, ExampleOrigin, Party, Session
from mou_tui.text import short_hash
from mou_tui.workspace.meetings import Attendance, read_people, write_people
from mou_tui.workspace.workspace import Workspace
from tests.storage_helpers import Clock
from tests.strategies import EMPTY, SMALL, positions_on, sessions, texts

POLICE = Party("agency", "police", "Lake City Police", "the Police Department", "the Chief of Police")
SCHOOLS = Party("district", "district", "Lake City USD", "the School District", "the Superintendent")
PARENTS = Party("parents", name="Parent Council", short="the Parent Council", part="consulted")
NAMED = replace(EMPTY, parties=(POLICE, SCHOOLS, PARENTS))
PAT = Person("", "Pat Doe", "Chief", "agency")
ANN = Person("", "Ann Poe", "Mayor")


class InterviewApp:
    """A workspace and its room, with a clock that is set and ids in order."""

    def __init__(self, folder: Path, session: Session = NAMED, name: str = "a.mou.yaml") -> None:
        self.clock = Clock()
        ids = (f"id{number}" for number in count(1))
        store = SessionStore.create(folder / name, session, clock=self.clock)
        self.workspace = Workspace(SMALL, store, self.clock, lambda: next(ids))

    @property
    def session(self) -> Session:
        return self.workspace.session

    @property
    def told(self) -> list[Entry]:
        """What the history tells."""
        return list(self.session.history.entries)

    def undo_words(self) -> str:
        """Take back the last step; what is said of it."""
        taken_back = self.workspace.undo()
        assert taken_back
        return taken_back.message

    def begin(self, *parties: str, people: tuple[Person, ...] = ()) -> None:
        """Begin a meeting of these parties, or of all."""
        self.workspace.meetings.begin(
            Attendance(row.party, row.party in parties if parties else bool(row.party), _of(people, row.party))
            for row in self.workspace.meetings.attendance()
        )


def _of(people: tuple[Person, ...], party: str) -> tuple[Person, ...]:
    return tuple(person for person in people if person.party == party)


@pytest.fixture
def sit(quick: Path) -> Iterator[InterviewApp]:
    open_interview = InterviewApp(quick)
    yield open_interview
    open_interview.workspace.store.close()


def states(sit: InterviewApp) -> dict[str, str]:
    """Where the parties stand on the question on the table."""
    return {one.party.id: one.description for one in sit.workspace.positions.agreement.stances}


def state(sit: InterviewApp) -> str:
    """Where all of them stand on it."""
    return sit.workspace.positions.agreement.state


def take_first_example(sit: InterviewApp) -> None:
    if sit.workspace.question:
        example = sit.workspace.question.examples[0]
        sit.workspace.answers.insert_example(example, sit.workspace.answers.example_text(example))


class TestMeetings:
    def test_a_meeting_tells_when_it_began_and_ended_and_who_was_there(self, sit: InterviewApp) -> None:
        sit.begin("agency", "district", people=(PAT, ANN))
        sit.clock.wait(minutes=90)
        sit.workspace.meetings.end()
        (meeting,) = sit.session.meetings
        assert (meeting.began, meeting.ended) == ("2026-03-04 12:00", "2026-03-04 13:30")
        assert meeting.parties == ("agency", "district")
        people = {person.id: person.name for person in sit.session.people}
        assert [people[person] for person in meeting.people] == ["Pat Doe", "Ann Poe"]
        assert sit.workspace.meetings.current is None
        assert sit.workspace.meetings.last == meeting

    def test_what_happens_in_a_meeting_belongs_to_it(self, sit: InterviewApp) -> None:
        sit.workspace.answers.write("Typed before.")
        sit.begin()
        meeting = sit.session.meetings[0].id
        sit.workspace.answers.write("Typed in it.")
        sit.workspace.minutes.capture("note", "We talked.")
        sit.workspace.meetings.end()
        sit.workspace.minutes.capture("note", "And after.")
        assert [(entry.text, entry.meeting) for entry in sit.told] == [
            ("Typed before.", ""),
            ("Typed in it.", meeting),
            ("We talked.", meeting),
            ("And after.", ""),
        ]

    def test_a_new_meeting_ends_the_one_that_still_goes_on(self, sit: InterviewApp) -> None:
        sit.begin()
        sit.clock.wait(hours=1)
        sit.begin()
        first, second = sit.session.meetings
        assert first.ended == second.began == "2026-03-04 13:00"
        assert sit.session.meeting == second

    def test_the_room_is_remembered_for_the_next_time(self, sit: InterviewApp) -> None:
        assert [(row.party, row.is_present) for row in sit.workspace.meetings.attendance()] == [
            *(("agency", True), ("district", True), ("parents", False), ("", False)),
        ]
        sit.begin("district", people=(ANN,))
        sit.workspace.meetings.end()
        remembered = sit.workspace.meetings.attendance()
        assert [(row.party, row.is_present) for row in remembered] == [
            *(("agency", False), ("district", True), ("parents", False), ("", True)),
        ]
        assert [person.name for person in remembered[-1].people] == ["Ann Poe"]

    def test_who_comes_later_is_added_and_keeps_one_id(self, sit: InterviewApp) -> None:
        sit.begin("agency", people=(PAT,))
        (known,) = sit.session.people
        rows = [
            replace(
                row, is_present=True, people=read_people("Pat Doe; Lee Roe, Sergeant", "agency", sit.session.people)
            )
            if row.party == "agency"
            else row
            for row in sit.workspace.meetings.attendance()
        ]
        sit.workspace.meetings.attend(rows)
        pat, lee = sit.session.people
        assert (pat.id, pat.title) == (known.id, "Chief")
        assert (lee.name, lee.title, lee.party) == ("Lee Roe", "Sergeant", "agency")
        assert sit.session.meetings[0].people == (pat.id, lee.id)

    def test_an_ended_meeting_can_go_on(self, sit: InterviewApp) -> None:
        sit.begin()
        sit.workspace.meetings.end()
        sit.workspace.meetings.go_on()
        assert len(sit.session.meetings) == 1
        assert sit.session.meeting == sit.session.meetings[0]

    def test_a_meeting_nobody_ended_ended_when_the_last_thing_was_noted(self, sit: InterviewApp) -> None:
        sit.begin()
        sit.clock.wait(minutes=40)
        sit.workspace.minutes.capture("note", "The last thing.")
        sit.clock.wait(hours=3)
        sit.workspace.meetings.let_lapse()
        assert sit.session.meeting is not None, "on its own day it goes on"
        sit.clock.wait(days=9)
        sit.workspace.meetings.let_lapse()
        assert sit.session.meetings[0].ended == "2026-03-04 12:40"
        sit.workspace.minutes.capture("note", "Days later.")
        assert sit.told[-1].meeting == ""

    def test_a_meeting_in_which_nothing_was_noted_lapses_when_it_began(self, sit: InterviewApp) -> None:
        sit.begin()
        sit.clock.wait(days=1)
        sit.workspace.meetings.let_lapse()
        assert sit.session.meetings[0].ended == "2026-03-04 12:00"

    def test_who_is_here_is_noted_of_the_meeting_that_goes_on_wherever_it_stands(self, sit: InterviewApp) -> None:
        meetings = (Meeting("on", "2026-03-04 11:00"), Meeting("over", "2026-03-01 10:00", "2026-03-01 11:00"))
        sit.workspace.store.record(replace(NAMED, meetings=meetings))
        sit.workspace.meetings.attend([Attendance("agency", is_present=True)])
        assert sit.session.meetings == (replace(meetings[0], parties=("agency",)), meetings[1])

    def test_every_meeting_that_nobody_ended_lapses(self, sit: InterviewApp) -> None:
        began = ("2026-03-01 10:00", "", "2026-03-02 18:00")
        meetings = tuple(Meeting(f"m{number}", at) for number, at in enumerate(began))
        sit.workspace.store.record(replace(NAMED, meetings=meetings))
        sit.workspace.meetings.let_lapse()
        assert sit.workspace.meetings.current is None
        assert [meeting.began for meeting in sit.session.meetings] == list(began)

    def test_ids_that_stand_twice_in_a_file_put_together_from_two_lose_nobody(self, sit: InterviewApp) -> None:
        people = tuple(Person("p", name, party="agency") for name in ("Pat", "Lee"))
        meetings = (Meeting("m", "2026-03-01 10:00", "2026-03-01 11:00"), Meeting("m", "2026-03-04 11:00"))
        actions = (Action("a", "one", done="2026-03-01 10:00"), Action("a", "two"))
        twice = (*NAMED.parties, replace(POLICE, name="Other Police"))
        sit.workspace.store.record(replace(NAMED, parties=twice, people=people, meetings=meetings, actions=actions))
        sit.workspace.meetings.attend(sit.workspace.meetings.attendance())
        sit.workspace.meetings.end()
        sit.workspace.minutes.finish("a")
        sit.workspace.parties.update([replace(POLICE, name="Elm City Police")], {})
        session = sit.session
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


class TestPositions:
    def test_each_party_says_what_it_thinks_of_the_wording(self, sit: InterviewApp) -> None:
        sit.workspace.answers.write("The SRO waits.")
        sit.begin()
        sit.workspace.positions.take("agency", "agrees")
        sit.workspace.positions.take("district", "objects", "the fee")
        sit.workspace.positions.take("parents", "must-check", who="the board", by="Friday")
        assert states(sit) == {
            "agency": "agrees",
            "district": "objects (the fee)",
            "parents": "must check first, with the board, by Friday",
        }
        position = sit.workspace.answer.positions["district"]
        assert (position.at, position.meeting) == ("2026-03-04 12:00", sit.session.meetings[0].id)
        assert [(entry.party, entry.stand, entry.text, entry.who, entry.by) for entry in sit.told[1:]] == [
            ("agency", "agrees", "", "", ""),
            ("district", "objects", "the fee", "", ""),
            ("parents", "must-check", "", "the board", "Friday"),
        ]

    def test_there_is_no_position_on_nothing(self, sit: InterviewApp) -> None:
        assert not sit.workspace.positions.is_possible
        sit.workspace.answers.write("  \n")
        assert not sit.workspace.positions.is_possible
        sit.workspace.answers.write("The SRO waits.")
        assert sit.workspace.positions.is_possible
        sit.workspace.go(OPENING)
        assert not sit.workspace.positions.is_possible

    def test_a_changed_wording_asks_for_confirmation_and_the_old_one_brings_the_position_back(
        self, sit: InterviewApp
    ) -> None:
        sit.workspace.answers.write("The SRO waits.")
        sit.workspace.positions.take("agency", "agrees")
        sit.workspace.answers.write("The SRO waits 3 days.")
        assert states(sit)["agency"] == "agrees (to confirm: the wording changed since)"
        assert state(sit) == "to-confirm"
        sit.workspace.answers.write("\nThe SRO waits. ")
        assert states(sit)["agency"] == "agrees"

    def test_all_present_can_live_with_it_and_an_objection_stands(self, sit: InterviewApp) -> None:
        sit.begin("agency", "district")
        sit.workspace.answers.write("The SRO waits.")
        sit.workspace.positions.take("district", "objects", "the fee")
        assert [party.id for party in sit.workspace.positions.all_can_live_with()] == ["agency"]
        assert states(sit) == {
            "agency": "can live with it",
            "district": "objects (the fee)",
            "parents": "not asked yet",
        }
        assert sit.workspace.positions.all_can_live_with() == ()

    def test_what_was_said_of_another_wording_is_asked_again(self, sit: InterviewApp) -> None:
        sit.workspace.answers.write("The SRO waits.")
        sit.workspace.positions.take("district", "objects", "the fee")
        sit.workspace.answers.write("The SRO waits, for free.")
        assert "district" in [party.id for party in sit.workspace.positions.all_can_live_with()]

    def test_agreed_is_what_every_signer_can_live_with(self, sit: InterviewApp) -> None:
        sit.workspace.answers.write("The SRO waits.")
        sit.workspace.positions.take("parents", "objects", "the hours")
        sit.workspace.positions.take("agency", "agrees")
        assert state(sit) == "partly"
        sit.workspace.positions.take("district", "can-live-with")
        assert state(sit) == "agreed"
        assert [one.party.id for one in sit.workspace.positions.agreement.objections] == ["parents"]
        assert sit.workspace.progress().objections == 1
        sit.workspace.positions.forget("district")
        assert states(sit)["district"] == "not asked yet"
        assert state(sit) == "partly"

    def test_a_party_that_is_only_consulted_confirms_without_holding_up_who_signs(self, sit: InterviewApp) -> None:
        sit.workspace.answers.write("The SRO waits.")
        sit.workspace.positions.take("parents", "agrees")
        sit.workspace.answers.write("The SRO waits outside.")
        for party in ("agency", "district"):
            sit.workspace.positions.take(party, "agrees")
        assert state(sit) == "agreed"
        assert sit.workspace.progress().to_confirm == 1
        assert sit.workspace.progress().questions[0].open

    def test_what_was_taken_down_in_only_one_of_two_files_is_told(self, sit: InterviewApp) -> None:
        before = sit.session
        sit.begin("agency", "district")
        sit.workspace.minutes.capture("decision", "Ask the insurer.")
        sit.workspace.minutes.act("ask the insurer")
        words = compare_sessions(sit.workspace.checklist, before, sit.session)
        assert words == "Not in the file: 1 meeting, 1 decision and 1 action."
        assert compare_sessions(sit.workspace.checklist, sit.session, before).startswith("Only in the file: 1 meeting")

    def test_what_changes_nothing_is_no_step_to_take_back(self, sit: InterviewApp) -> None:
        sit.begin("agency", "district")
        sit.workspace.minutes.capture("decision", "Ask the insurer.")
        assert not sit.workspace.answers.clear()
        assert not sit.workspace.parties.update(sit.session.parties, {})
        assert not sit.workspace.meetings.attend(sit.workspace.meetings.attendance())
        assert not sit.workspace.minutes.restore("alpha", "")
        taken_back = sit.workspace.undo()
        assert taken_back and "decision" in taken_back.message

    def test_prepared_essentials_are_confirmed_in_one_step(self, sit: InterviewApp) -> None:
        for place, text in (("alpha", "One."), ("gamma", "Two [blank]."), ("delta", "Three.")):
            sit.workspace.go(place)
            sit.workspace.answers.write(text)
        assert [progress.id for progress in sit.workspace.positions.prepared()] == ["alpha", "delta"]
        sit.begin("agency", "district")
        before = sit.session
        sit.workspace.positions.confirm_prepared(["alpha", "delta"])
        assert sit.workspace.progress().agreed == 2
        assert sit.workspace.positions.prepared() == ()
        sit.workspace.undo()
        assert sit.session == before
        sit.workspace.go("alpha")
        sit.workspace.answers.write("One, as worded in the meeting.")
        assert [progress.id for progress in sit.workspace.positions.prepared()] == ["delta"]


class TestAlternatives:
    def test_wordings_stand_side_by_side_until_one_is_chosen(self, sit: InterviewApp) -> None:
        sit.workspace.answers.write("The SRO waits.")
        assert sit.workspace.positions.propose("district", "The SRO never\x1b waits.") == 1
        assert sit.workspace.progress().questions[0].state_label == "alternatives, none chosen"
        assert sit.workspace.progress().written == 0
        sit.workspace.positions.choose("district")
        assert sit.workspace.answer.text == "The SRO never\u241b waits."
        assert sit.workspace.answer.alternatives == {}
        assert sit.workspace.progress().written == 1
        assert [(entry.kind, entry.party, entry.text) for entry in sit.told] == [
            ("wording", "", "The SRO waits."),
            ("alternative", "district", "The SRO never\u241b waits."),
            ("choice", "district", ""),
            ("wording", "", "The SRO never\u241b waits."),
        ]

    def test_the_wording_on_the_table_can_be_chosen(self, sit: InterviewApp) -> None:
        sit.workspace.answers.write("The SRO waits.")
        sit.workspace.positions.propose("district", "Never.")
        sit.workspace.positions.propose("agency", "Always.")
        sit.workspace.positions.choose("")
        assert (sit.workspace.answer.text, sit.workspace.answer.alternatives) == ("The SRO waits.", {})
        assert [entry.text for entry in sit.told if entry.kind == "alternative"] == ["Never.", "Always."]

    def test_a_proposal_can_be_changed_and_withdrawn(self, sit: InterviewApp) -> None:
        sit.workspace.positions.propose("district", "Never.")
        sit.workspace.positions.propose("district", "Seldom.")
        assert sit.workspace.answer.alternatives["district"].text == "Seldom."
        sit.workspace.positions.propose("district", " ")
        assert sit.workspace.answer.alternatives == {}
        assert sit.told[-1].text == ""
        told = len(sit.told)
        sit.workspace.positions.propose("district", "")
        assert len(sit.told) == told, "withdrawing what is not there is nothing"


class TestMinutes:
    def test_decisions_and_notes_belong_to_what_is_on_the_table_or_to_nothing(self, sit: InterviewApp) -> None:
        sit.workspace.minutes.capture("decision", "We wait.\n")
        sit.workspace.minutes.capture("note", "All tired.", here=False)
        assert [(entry.kind, entry.place, entry.text) for entry in sit.told] == [
            ("decision", "alpha", "We wait."),
            ("note", "", "All tired."),
        ]

    def test_an_action_is_open_until_it_is_done_and_again_if_it_was_not(self, sit: InterviewApp) -> None:
        sit.workspace.minutes.act("ask the insurer", " Pat\nDoe ", "Friday")
        (action,) = sit.session.actions
        assert (action.what, action.who, action.due, action.question) == (
            "ask the insurer",
            "Pat Doe",
            "Friday",
            "alpha",
        )
        assert sit.workspace.progress().actions_open == 1
        sit.clock.wait(days=1)
        sit.workspace.minutes.finish(action.id)
        assert sit.session.actions[0].done == "2026-03-05 12:00"
        assert sit.workspace.progress().actions_open == 0
        sit.workspace.minutes.finish(action.id)
        assert sit.workspace.progress().actions_open == 1

    def test_a_thing_to_check_that_belongs_to_no_question_counts_as_later(self, sit: InterviewApp) -> None:
        sit.workspace.minutes.act("what the law says", here=False, check=True)
        assert (sit.workspace.progress().later, sit.workspace.progress().actions_open) == (1, 0)
        assert sit.session.actions[0].question == ""

    def test_an_action_taken_on_at_the_opening_belongs_to_no_question(self, sit: InterviewApp) -> None:
        sit.workspace.go(OPENING)
        sit.workspace.minutes.act("find the legal name")
        assert sit.session.actions[0].question == ""

    def test_a_milestone_names_the_moment(self, sit: InterviewApp) -> None:
        sit.workspace.minutes.mark(" First\treading ")
        assert [(entry.kind, entry.text) for entry in sit.told] == [("milestone", "First reading")]

    @pytest.mark.parametrize("place", ["alpha", OPENING])
    def test_an_earlier_wording_is_brought_back_and_that_is_noted(self, sit: InterviewApp, place: str) -> None:
        sit.workspace.go(place)
        sit.workspace.answers.write("First.")
        sit.workspace.history.log_wordings()
        sit.workspace.answers.write("Second.")
        sit.workspace.minutes.restore(place, "First.")
        assert sit.workspace.text == "First."
        assert [entry.text for entry in sit.told] == ["First.", "Second.", "First."]


def test_the_agenda_is_made_from_what_is_open_in_the_order_it_is_taken(quick: Path) -> None:
    (topic, *topics) = SMALL.topics
    together = replace(topic.questions[0], together=True)
    checklist = replace(SMALL, topics=(replace(topic, questions=(together, *topic.questions[1:])), *topics))
    open_interview = InterviewApp(quick)
    workspace = open_interview.workspace
    workspace.checklist = checklist
    open_interview.workspace.minutes.act("ask the insurer", "Pat Doe", "Friday")
    workspace.go("gamma")
    workspace.answers.write("Wait [number] days.")
    open_interview.workspace.positions.take("agency", "agrees")
    open_interview.workspace.positions.take("district", "objects", "the fee")
    workspace.go("delta")
    workspace.answers.write("The SRO waits.")
    open_interview.workspace.positions.take("agency", "agrees")
    workspace.answers.write("The SRO waits long.")
    workspace.answers.defer("counsel", "Friday")
    open_interview.workspace.positions.propose("district", "Never.")
    agenda: Agenda = open_interview.workspace.meetings.agenda()
    assert [(heading, [item.text for item in items]) for heading, items in agenda.sections] == [
        ("Someone was to check", ["About delta: counsel to check first, by Friday"]),
        ("Actions to report on", ["Pat Doe: ask the insurer, by Friday"]),
        ("Objections", ["About gamma: School District objects (the fee)"]),
        ("Alternatives to choose from", ["About delta: 2 wordings"]),
        ("Essentials the whole room must write", ["About alpha: empty"]),
        ("Positions to confirm, for the wording changed", ["About delta: Police Department"]),
        ("Blanks to fill", ["About gamma: [number]"]),
    ]
    workspace.store.close()


def test_whoever_did_not_agree_to_the_earlier_wording_is_not_forgotten_with_it(sit: InterviewApp) -> None:
    sit.workspace.answers.write("The SRO waits.")
    sit.workspace.positions.take("agency", "agrees")
    sit.workspace.positions.take("district", "must-check", who="the school board", by="May 1")
    sit.workspace.positions.take("parents", "objects", "the fee")
    sit.workspace.answers.write("The SRO waits long.")
    words = [item.text for item in sit.workspace.meetings.agenda().items if item.matter == "to confirm"]
    assert words == [
        "About alpha: Police Department, School District (earlier: must check first, with the school board, by May 1), "
        "Parent Council (earlier: objects: the fee)"
    ]


def test_all_of_it_is_in_the_file(sit: InterviewApp) -> None:
    sit.begin("agency", "district", people=(PAT,))
    sit.workspace.answers.write("The SRO waits.")
    sit.workspace.positions.take("agency", "agrees")
    sit.workspace.positions.propose("district", "Never.")
    sit.workspace.minutes.act("ask", "Pat")
    sit.workspace.meetings.end()
    sit.workspace.close()
    assert decode(sit.workspace.store.path.read_bytes(), "a.mou.yaml").session == sit.session


Deed = Callable[[InterviewApp], object]

DEEDS: dict[str, Deed] = {
    "begin": lambda sit: sit.begin("agency", people=(PAT, ANN)),
    "go on": lambda sit: sit.workspace.meetings.go_on(),
    "attend": lambda sit: sit.workspace.meetings.attend(sit.workspace.meetings.attendance()),
    "end": lambda sit: sit.workspace.meetings.end(),
    "agree": lambda sit: sit.workspace.positions.take("agency", "agrees"),
    "object": lambda sit: sit.workspace.positions.take("district", "objects", "the fee"),
    "check": lambda sit: sit.workspace.positions.take("parents", "must-check", "", "the board", "Friday"),
    "forget": lambda sit: sit.workspace.positions.forget("agency"),
    "all": lambda sit: sit.workspace.positions.all_can_live_with(),
    "confirm": lambda sit: sit.workspace.positions.confirm_prepared(["alpha", "gamma"]),
    "propose": lambda sit: sit.workspace.positions.propose("district", "Never."),
    "withdraw": lambda sit: sit.workspace.positions.propose("district", ""),
    "choose": lambda sit: sit.workspace.positions.choose("district" if sit.workspace.answer.alternatives else ""),
    "decide": lambda sit: sit.workspace.minutes.capture("decision", "We wait."),
    "note": lambda sit: sit.workspace.minutes.capture("note", "We talked.", here=False),
    "act": lambda sit: sit.workspace.minutes.act("ask", "Pat", "Friday"),
    "finish": lambda sit: sit.workspace.minutes.finish(next((action.id for action in sit.session.actions), "")),
    "mark": lambda sit: sit.workspace.minutes.mark("First reading"),
    "restore": lambda sit: sit.workspace.minutes.restore(sit.workspace.clause_id, "As it was."),
    "restore opening": lambda sit: sit.workspace.minutes.restore(OPENING, "As it was."),
    "set aside": lambda sit: sit.workspace.answers.mark_not_applicable("no cameras"),
    "bring back": lambda sit: sit.workspace.answers.mark_applicable(),
    "put off": lambda sit: sit.workspace.answers.defer("counsel", "Friday"),
    "take up": lambda sit: sit.workspace.answers.resume(),
    "clear": lambda sit: sit.workspace.answers.clear(),
    "adopt": lambda sit: sit.workspace.answers.accept_example(),
    "depth": lambda sit: sit.workspace.set_depth("full"),
    "names": lambda sit: sit.workspace.parties.update(
        (replace(POLICE, name="Lake Police"),), {"start-date": "July 1, 2027"}
    ),
}
"""Everything that is one step."""

TYPING: dict[str, Deed] = {
    "write": lambda sit: sit.workspace.answers.write("The SRO waits [start date]."),
    "write more": lambda sit: sit.workspace.answers.write(f"{sit.workspace.answer.text} And waits."),
    "write nothing": lambda sit: sit.workspace.answers.write(""),
    "take": take_first_example,
    "go on to gamma": lambda sit: sit.workspace.go("gamma"),
    "go to alpha": lambda sit: sit.workspace.go("alpha"),
    "time goes by": lambda sit: sit.clock.wait(minutes=7),
}
"""What happens besides, and is no step."""


@pytest.mark.parametrize("action", DEEDS)
def test_a_deed_taken_back_leaves_no_trace(sit: InterviewApp, action: str) -> None:
    sit.begin("agency", "district", people=(PAT,))
    sit.workspace.minutes.act("call", "Lee")
    sit.workspace.answers.write("The SRO waits.")
    sit.workspace.positions.take("agency", "agrees")
    sit.workspace.positions.propose("district", "Seldom.")
    sit.workspace.answers.write("The SRO waits, and this was typed last.")
    sit.workspace.history.log_wordings()
    before = sit.session
    DEEDS[action](sit)
    if sit.session == before:
        assert action in ("go on", "attend", "bring back", "take up", "adopt", "all"), "a deed that does nothing"
        return
    sit.clock.wait(minutes=1)
    sit.workspace.undo()
    assert sit.session == before


def test_a_slip_taken_back_after_more_was_noted_is_told_nowhere(sit: InterviewApp) -> None:
    sit.workspace.answers.write("First.")
    sit.begin("agency", "district")
    sit.workspace.positions.take("agency", "objects", "a slip")
    sit.workspace.minutes.capture("decision", "A wrong decision.")
    sit.workspace.go("gamma")
    sit.workspace.answers.write("Of gamma.")
    sit.workspace.history.log_wordings()
    assert sit.undo_words() == "Took back typing in 2.1."
    assert sit.undo_words() == "Took back the decision."
    assert sit.undo_words() == "Took back the position of the Police Department on 1.1."
    assert {entry.kind for entry in sit.told} == {"wording"}
    assert sit.workspace.session.answer("alpha").positions == {}


def test_a_meeting_in_which_something_was_noted_stays(sit: InterviewApp) -> None:
    sit.workspace.answers.write("First.")
    sit.begin("agency", "district")
    sit.workspace.answers.write("Second.")
    sit.workspace.history.log_wordings()
    assert sit.undo_words() == "Took back typing in 1.1."
    before = sit.session
    for _ in range(2):
        assert sit.undo_words() == "Beginning the meeting stays: something was noted in it since."
    assert sit.session == before


def test_a_step_of_which_nothing_comes_back_says_so(sit: InterviewApp) -> None:
    sit.workspace.answers.write("First.")
    sit.workspace.history.log_wordings()
    sit.workspace.minutes.restore("alpha", "Second.")
    sit.workspace.store.record(sit.session.with_answer("alpha", Answer("Third.")))
    assert sit.undo_words() == "Bringing an earlier wording back stays: it was changed since."
    assert sit.workspace.text == "Third."


def test_what_is_taken_back_after_more_was_noted_is_told_in_the_history(sit: InterviewApp) -> None:
    sit.workspace.answers.write("First.")
    sit.workspace.history.log_wordings()
    sit.workspace.minutes.restore("alpha", "Second.")
    sit.workspace.go("gamma")
    sit.workspace.answers.write("Of gamma.")
    sit.workspace.history.log_wordings()
    sit.workspace.undo()
    sit.workspace.undo()
    sit.workspace.history.log_wordings()
    assert [(entry.place, entry.text) for entry in sit.told] == [
        *(("alpha", "First."), ("alpha", "Second."), ("gamma", "Of gamma."), ("alpha", "First."), ("gamma", "")),
    ]


@settings(max_examples=40)
@given(st.data())
def test_after_anything_that_may_happen_a_deed_taken_back_leaves_no_trace(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    sit = InterviewApp(tmp_path_factory.mktemp("sit"))
    for name in data.draw(st.lists(st.sampled_from([*DEEDS, *TYPING]), max_size=12)):
        {**DEEDS, **TYPING}[name](sit)
    sit.workspace.history.log_wordings()
    before = sit.session
    DEEDS[data.draw(st.sampled_from(sorted(DEEDS)))](sit)
    if sit.session != before:
        sit.workspace.undo()
    assert sit.session == before
    sit.workspace.store.close()
    assert decode(sit.workspace.store.path.read_bytes(), "a.mou.yaml").session == before


def without_wordings(session: Session) -> Session:
    """A session with a history that does not tell how a clause once read; that is never forgotten."""
    others = (entry for entry in session.history.added if entry.kind != "wording")
    return replace(session, history=History(session.history.past, tuple(others)))


@settings(max_examples=40)
@given(st.lists(st.sampled_from([*DEEDS, *TYPING]), max_size=15))
def test_every_step_is_taken_back_and_done_again_one_after_another(
    tmp_path_factory: pytest.TempPathFactory, names: list[str]
) -> None:
    sit = InterviewApp(tmp_path_factory.mktemp("sit"))
    states = [without_wordings(sit.session)]
    for name in names:
        {**DEEDS, **TYPING}[name](sit)
        if (state := without_wordings(sit.session)) != states[-1]:
            states.append(state)
        # What ended a meeting or named a milestone has closed what came before it.
        del states[: -len(sit.workspace.undo_stack) - 1]
    for before in reversed(states[:-1]):
        if not sit.undo_words().endswith("something was noted in it since."):
            assert without_wordings(sit.session) == before
    while sit.workspace.redo():
        pass
    assert without_wordings(sit.session) == states[-1]
    sit.workspace.store.close()


@given(sessions(SMALL), st.data())
def test_positions_never_change_a_text_or_its_count(session: Session, data: st.DataObject) -> None:
    said = session
    for question in SMALL.questions():
        answer = session.answer(question.id)
        drawn = data.draw(
            st.dictionaries(st.sampled_from(["agency", "district"]), positions_on(answer.text), max_size=2)
        )
        said = said.with_answer(question.id, replace(answer, positions=drawn))
    before, after = assess_progress(SMALL, session), assess_progress(SMALL, said)
    assert (before.written, before.needed, before.blanks) == (after.written, after.needed, after.blanks)
    assert [(one.id, one.state, one.state_label, one.blanks) for one in before.questions] == [
        (one.id, one.state, one.state_label, one.blanks) for one in after.questions
    ]


STANDS: list[Stance] = ["agrees", "can-live-with", "objects", "must-check", "no-position"]


@given(texts.filter(str.strip), texts, st.sampled_from(STANDS))
def test_editing_a_wording_never_loses_a_position(text: str, other: str, stand: Stance) -> None:
    answer = Answer(text)
    answer = replace(answer, positions={"agency": Position(stand, answer.wording, "the fee")})
    edited = NAMED.with_answer("alpha", answer.write(other))
    (standing, *_) = agreement_of(edited, "alpha").stances
    assert standing.position == answer.positions["agency"]
    same = other.strip() == text.strip()
    assert standing.is_current == same
    assert (standing in agreement_of(edited, "alpha").to_confirm) != same
    assert standing.description.endswith("(to confirm: the wording changed since)") != same


def test_a_position_on_a_filled_or_refilled_wording_is_asked_for_again(sit: InterviewApp) -> None:
    sit.workspace.answers.write("Wait until [start date].")
    sit.workspace.positions.take("agency", "agrees")
    sit.workspace.parties.update((), {"start-date": "July 1, 2027"})
    assert sit.workspace.answer.text == "Wait until July 1, 2027."
    assert states(sit)["agency"].endswith("(to confirm: the wording changed since)")


def test_nothing_counts_twice_on_the_two_axes() -> None:
    offered = "As offered."
    answer = Answer(
        offered,
        ExampleOrigin("short", short_hash(offered)),
        later=Deferral("counsel"),
        positions={party.id: Position("agrees", Answer(offered).wording) for party in (POLICE, SCHOOLS)},
    )
    done = assess_progress(SMALL, NAMED.with_answer("alpha", answer))
    assert (done.written, done.agreed, done.later) == (0, 1, 1)
    disputed = replace(answer, alternatives={"agency": Alternative("Never.")})
    done = assess_progress(SMALL, NAMED.with_answer("alpha", disputed))
    assert (done.written, done.agreed) == (0, 0)
    aside = replace(answer, not_applicable="no cameras")
    done = assess_progress(SMALL, NAMED.with_answer("alpha", aside))
    assert (done.agreed, done.needed) == (0, 3)


def test_a_reason_becomes_part_of_the_objection_it_follows(sit: InterviewApp) -> None:
    sit.workspace.answers.write("The SRO shall wait.")
    sit.workspace.history.log_wordings()
    before = sit.session
    sit.workspace.positions.take("district", "objects")
    sit.workspace.positions.give_reason("district", "  the fee ")

    assert sit.workspace.answer.positions["district"].reason == "the fee"
    assert [(entry.kind, entry.text) for entry in sit.told[-2:]] == [
        ("wording", "The SRO shall wait."),
        ("position", "the fee"),
    ]
    sit.workspace.undo()
    assert sit.session == before


def test_a_reason_that_comes_later_is_a_step_of_its_own(sit: InterviewApp) -> None:
    sit.workspace.answers.write("The SRO shall wait.")
    sit.workspace.positions.take("agency", "must-check", who="the mayor", by="Friday")
    sit.workspace.positions.take("district", "agrees")
    sit.workspace.positions.give_reason("agency", "the budget")
    said = sit.workspace.answer.positions["agency"]
    assert (said.stand, said.reason, said.who, said.by) == ("must-check", "the budget", "the mayor", "Friday")

    sit.workspace.undo()
    assert sit.workspace.answer.positions["agency"].reason == ""
    assert sit.workspace.answer.positions["district"].stand == "agrees"
    sit.workspace.positions.give_reason("parents", "nobody has asked them")
    assert "parents" not in sit.workspace.answer.positions


@pytest.mark.parametrize("place", ["beta", OPENING])
def test_what_is_taken_down_may_belong_to_another_place_than_the_one_on_the_table(
    sit: InterviewApp, place: str
) -> None:
    sit.workspace.minutes.capture("decision", "Settled.", here=False, clause_id=place)
    assert [entry.place for entry in sit.told] == [place]
    assert sit.workspace.clause_id == "alpha"


def test_an_action_may_belong_to_another_question_or_to_none(sit: InterviewApp) -> None:
    sit.workspace.minutes.act("ask", clause_id="beta")
    sit.workspace.minutes.act("ask", here=False)
    sit.workspace.minutes.act("ask")
    assert [action.question for action in sit.session.actions] == ["beta", "", "alpha"]


@pytest.mark.parametrize(
    ("action", "said"),
    [
        (
            Action("a", "ask the insurer", who="Ann Poe", due="2027-01-22"),
            "Ann Poe: ask the insurer, by January 22, 2027",
        ),
        (Action("a", "ask the insurer", due="2027-01-22 or so"), "ask the insurer, by 2027-01-22 or so"),
        (Action("a", "may the county pay?", kind="check", due="Friday"), "may the county pay? (by Friday)"),
        (Action("a", "", who="Ann Poe"), "Ann Poe: check"),
    ],
)
def test_an_action_reads_as_one_would_say_it(action: Action, said: str) -> None:
    assert action_words(action) == said
