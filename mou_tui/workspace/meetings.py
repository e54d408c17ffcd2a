"""Meetings: who is there, from when to when, and what there is to settle."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING

from mou_tui.language.dates import clock_time
from mou_tui.session.meeting import STUDENT, Meeting, Person, is_student
from mou_tui.session.model import Session, Signatory
from mou_tui.workspace.attendance import Attendance, Move, Times, moves, present_people, put_right, with_moves
from mou_tui.workspace.parties import read_signatories, write_signatories

if TYPE_CHECKING:
    from mou_tui.reports.agenda import Agenda
    from mou_tui.workspace.context import WorkspaceContext

__all__ = ["PRIVACY", "Attendance", "Meetings", "Move", "read_people", "write_people"]

PRIVACY = "Write “student member”, never a student’s name: anyone with the file can read it."
"""What to say where it is asked who is there."""


class Meetings:
    """The meetings about a table.

    Args:
        workspace: the open session.
    """

    def __init__(self, workspace: WorkspaceContext) -> None:
        self._workspace = workspace

    @property
    def _session(self) -> Session:
        return self._workspace.session

    @property
    def current(self) -> Meeting | None:
        """The meeting that is going on; None between meetings."""
        return self._session.meeting

    @property
    def last(self) -> Meeting | None:
        """The newest meeting, whether it goes on or has ended; none that one party held alone."""
        return next((meeting for meeting in reversed(self._session.meetings) if not meeting.caucus), None)

    def agenda(self) -> Agenda:
        """Return what is to be settled next."""
        from mou_tui.reports.agenda import agenda

        return agenda(self._workspace.checklist, self._session, self._workspace.history.today)

    def overdue(self) -> str:
        """Return how much of what was to be done is overdue, in a sentence; empty if nothing is."""
        from mou_tui.reports.due_items import overdue_sentence

        return overdue_sentence(self._workspace.checklist, self._session, self._workspace.history.today)

    def attendance(self) -> tuple[Attendance, ...]:
        """Who is there, or before a meeting who was there the last time: each party, then whoever speaks for none."""
        meeting, session = self.current or self.last, self._session
        if meeting is None:
            everybody = tuple(person.id for person in session.people)
            signing = tuple(party.id for party in session.signers)
            meeting = Meeting("", "", parties=signing, people=everybody)
        elif self.current is None:
            # Who left early was there all the same, and may be again.
            meeting = replace(meeting, left=())
        rows = (
            Attendance(party.id, party.id in meeting.present, present_people(session, meeting, party.id))
            for party in session.parties
        )
        people = present_people(session, meeting, "")
        return (*rows, Attendance("", bool(people), people))

    def let_lapse(self) -> None:
        """End every meeting that nobody ended on its day, when the last thing in it was noted."""
        session = self._session
        for meeting in session.meetings:
            if not meeting.ended and meeting.day != self._workspace.history.timestamp.at[:10]:
                noted = (entry.at for entry in reversed(session.history.entries) if entry.meeting == meeting.id)
                # One that does not even say when it began has ended all the same.
                ended = next(noted, meeting.began) or self._workspace.history.timestamp.at
                session = _with_meeting(session, meeting, replace(meeting, ended=ended))
        self._workspace.store.record(session)

    def begin(self, attendance: Iterable[Attendance]) -> None:
        """Begin a meeting; one that still goes on ends."""
        session = self._ended(self._session)
        meeting = Meeting(self._workspace.new_id(), began=self._workspace.history.timestamp.at)
        session = replace(session, meetings=(*session.meetings, meeting))
        self._workspace.commit("beginning the meeting", self._attended(session, meeting, attendance))

    def go_on(self) -> None:
        """Go on with the last meeting, which had ended."""
        meeting = self.last
        if meeting:
            going_on = _with_meeting(self._session, meeting, replace(meeting, ended=""))
            self._workspace.commit("going on with the meeting", going_on)

    def moves(self, attendance: Iterable[Attendance]) -> tuple[Move, ...]:
        """Who came late or left early by a change of attendance, of which is to be asked when.

        In the minute in which the meeting began nobody did: then it only was noted wrongly who was there.
        """
        meeting = self.current
        if meeting is None:
            return ()
        _, rows = self._with_people(self._session, attendance, meeting)
        return tuple(move for move in moves(self._session, meeting, rows) if self._default_time(meeting, move))

    def must_have_been_here(self, move: Move) -> bool:
        """Return whether a party that leaves took a position in the meeting, so that it was not absent."""
        meeting = self.current
        return meeting is not None and move.direction == "left" and not move.person and self._spoke(meeting, move.party)

    def time_mistake(self, time: str) -> str:
        """Say why nobody came or left at a time, a local one to the minute; empty if somebody can have."""
        meeting = self.current
        if meeting is None or not "" < time < meeting.began:
            return ""
        from mou_tui.reports.meeting_log import as_sentence

        return as_sentence(f"The meeting began at {clock_time(meeting.began)}")

    def attend(self, attendance: Iterable[Attendance], times: Times = MappingProxyType({})) -> bool:
        """Say who is there from now on, of the meeting that goes on.

        Args:
            attendance: everybody present; whoever was and is no more has left.
            times: when somebody came or left; now, where it is not said.

        Returns:
            Whether that changes anything.
        """
        meeting = self.current
        if meeting is None:
            return False
        session, rows = self._with_people(self._session, attendance, meeting)
        changes = moves(session, meeting, rows)
        known = {move.key: times.get(move.key, self._default_time(meeting, move)) for move in changes}
        for move in changes:
            if not known[move.key] and self.must_have_been_here(move):
                known[move.key] = self._workspace.history.timestamp.at
        session, attended = with_moves(session, meeting, changes, known)
        here = [person.id for row in rows for person in row.people]
        people = (*attended.people, *(person for person in dict.fromkeys(here) if person not in attended.people))
        attended = replace(attended, people=people)
        return self._workspace.commit("the change of attendance", _with_meeting(session, meeting, attended))

    def _default_time(self, meeting: Meeting, move: Move) -> str:
        """When somebody came or left where nobody says when; empty in the minute in which the meeting began."""
        now = self._workspace.history.timestamp.at
        return now if now > meeting.began or self.must_have_been_here(move) else ""

    def _spoke(self, meeting: Meeting, party: str) -> bool:
        """Return whether a party took a position in a meeting, other than by letter or telephone."""
        return any(
            entry.kind == "position" and entry.party == party and entry.meeting == meeting.id and not entry.via
            for entry in self._session.history.entries
        )

    def end(self) -> None:
        """End the meeting that is going on."""
        self._workspace.commit("ending the meeting", self._ended(self._session))

    def _attended(self, session: Session, meeting: Meeting, attendance: Iterable[Attendance]) -> Session:
        """Return a session in which exactly these attend a meeting that begins."""
        session, rows = self._with_people(session, attendance)
        parties = tuple(row.party for row in rows if row.party and row.is_present)
        people = tuple(person.id for row in rows for person in row.people)
        return _with_meeting(session, meeting, replace(meeting, parties=parties, people=people))

    def _with_people(
        self, session: Session, attendance: Iterable[Attendance], meeting: Meeting | None = None
    ) -> tuple[Session, tuple[Attendance, ...]]:
        """Return a session that knows everybody who attends, and the attendance with the ids they have there.

        A name that only looks corrected is that of the same person, where no meeting but this one has them.
        """
        # By more than the id: where two files were put together, it may stand for two people.
        people = {_identity(person): person for person in session.people}
        elsewhere = {person for held in session.meetings if held is not meeting for person in held.people}
        rows = []
        for row in attendance:
            before = present_people(session, meeting, row.party) if meeting else ()
            here_only = {person.id: person for person in before if person.id not in elsewhere}
            named = [
                person if person.id else replace(person, id=self._workspace.new_id())
                for person in put_right(row.people if row.is_present or not row.party else (), here_only.values())
            ]
            for person in named:
                old = here_only.get(person.id)
                if old and _identity(old) != _identity(person):
                    people = {_identity(person) if held is old else key: held for key, held in people.items()}
                people[_identity(person)] = person
            rows.append(replace(row, people=tuple(named)))
        return replace(session, people=tuple(people.values())), tuple(rows)

    def _ended(self, session: Session) -> Session:
        meeting = session.meeting
        return (
            _with_meeting(session, meeting, replace(meeting, ended=self._workspace.history.timestamp.at))
            if meeting
            else session
        )


def read_people(text: str, party: str, known: Iterable[Person]) -> tuple[Person, ...]:
    """People of a party as one line names them (`Pat Doe, Chief of Police; Lee Roe`); who is known keeps their id.

    The name of a student is not kept.
    """
    known = tuple(known)
    ids = {(person.name.casefold(), person.party): person for person in known}
    students = [person for person in known if person.party == party and person.is_student]
    people: list[Person] = []
    for signatory in read_signatories(text):
        if is_student(signatory.title) or is_student(signatory.name):
            number = 1 + sum(person.is_student for person in people)
            person = students.pop(0) if students else Person("", "", party=party)
            people.append(replace(person, name=STUDENT if number == 1 else f"{STUDENT} {number}", title=""))
            continue
        person = ids.get((signatory.name.casefold(), party), Person("", signatory.name, party=party))
        people.append(replace(person, name=signatory.name, title=signatory.title or person.title))
    return tuple(people)


def write_people(people: Iterable[Person]) -> str:
    """People on one line, as `read_people` takes them."""
    titles = ((person, "" if person.is_student else person.title) for person in people)
    named = ((person.shown if person.is_student else person.name, title) for person, title in titles)
    return write_signatories(Signatory(*pair) for pair in named)


def _identity(person: Person) -> tuple[str, str, str]:
    return person.id, person.name.casefold(), person.party


def _with_meeting(session: Session, before: Meeting, after: Meeting) -> Session:
    return replace(session, meetings=tuple(after if held is before else held for held in session.meetings))
