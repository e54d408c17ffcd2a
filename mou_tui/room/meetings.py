"""Meetings: who is there, from when to when, and what there is to settle."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from mou_tui.draft.agenda import Agenda, agenda
from mou_tui.names import read_signatories, write_signatories
from mou_tui.session.meeting import Meeting, Person
from mou_tui.session.session import Session, Signatory
from mou_tui.table import Table

PRIVACY = "Name no student. Whoever gets the file can read who was there."
"""What to say where it is asked who is there."""


@dataclass(frozen=True)
class Attendance:
    """Who speaks for a party in a meeting."""

    party: str
    """Id of the party; empty for people who speak for none."""
    is_present: bool
    people: tuple[Person, ...] = ()
    """As far as they were named; an empty id is given a new one. Of a party that is not present, nobody is."""


class Meetings:
    """The meetings about a table.

    Args:
        table: the table.
    """

    def __init__(self, table: Table) -> None:
        self._table = table

    @property
    def _session(self) -> Session:
        return self._table.session

    @property
    def current(self) -> Meeting | None:
        """The meeting that is going on; None between meetings."""
        return self._session.meeting

    @property
    def last(self) -> Meeting | None:
        """The newest meeting, whether it goes on or has ended."""
        return self._session.meetings[-1] if self._session.meetings else None

    def agenda(self) -> Agenda:
        """What is to be settled next."""
        return agenda(self._table.checklist, self._session)

    def attendance(self) -> tuple[Attendance, ...]:
        """Who was there the last time, party by party, and then whoever speaks for none."""
        meeting, session = self.current or self.last, self._session
        present = meeting.people if meeting else tuple(person.id for person in session.people)
        named = [person for person in session.people if person.id in present]
        parties = tuple(
            Attendance(
                party.id,
                party.id in meeting.parties if meeting else party.part == "signs",
                tuple(person for person in named if person.party == party.id),
            )
            for party in session.parties
        )
        known = {party.id for party in session.parties}
        others = tuple(person for person in named if person.party not in known)
        return (*parties, Attendance("", bool(others), others))

    def let_lapse(self) -> None:
        """End every meeting that nobody ended on its day, when the last thing in it was noted."""
        session = self._session
        for meeting in session.meetings:
            if not meeting.ended and meeting.day != self._table.stamp.at[:10]:
                noted = (entry.at for entry in reversed(session.history.entries) if entry.meeting == meeting.id)
                # One that does not even say when it began has ended all the same.
                ended = next(noted, meeting.began) or self._table.stamp.at
                session = _with_meeting(session, meeting, replace(meeting, ended=ended))
        self._table.store.record(session)

    def begin(self, attendance: Iterable[Attendance]) -> None:
        """Begin a meeting; one that still goes on ends."""
        session = self._ended(self._session)
        meeting = Meeting(self._table.new_id(), began=self._table.stamp.at)
        session = replace(session, meetings=(*session.meetings, meeting))
        self._table.step("beginning the meeting", self._attended(session, meeting, attendance))

    def go_on(self) -> None:
        """Go on with the last meeting, which had ended."""
        meeting = self.last
        if meeting:
            going_on = _with_meeting(self._session, meeting, replace(meeting, ended=""))
            self._table.step("going on with the meeting", going_on)

    def attend(self, attendance: Iterable[Attendance]) -> bool:
        """Say who is there, of the meeting that is going on; whether that changes anything."""
        if self.current is None:
            return False
        attended = self._attended(self._session, self.current, attendance)
        return self._table.step("the change of attendance", attended)

    def end(self) -> None:
        """End the meeting that is going on."""
        self._table.step("ending the meeting", self._ended(self._session))

    def _attended(self, session: Session, meeting: Meeting, attendance: Iterable[Attendance]) -> Session:
        # By more than the id: where two files were put together, it may stand for two people.
        people = {_identity(person): person for person in session.people}
        parties: list[str] = []
        present: list[str] = []
        for one in attendance:
            if one.party and one.is_present:
                parties.append(one.party)
            for person in one.people if one.is_present or not one.party else ():
                person = person if person.id else replace(person, id=self._table.new_id())
                people[_identity(person)] = person
                present.append(person.id)
        session = replace(session, people=tuple(people.values()))
        return _with_meeting(session, meeting, replace(meeting, parties=tuple(parties), people=tuple(present)))

    def _ended(self, session: Session) -> Session:
        meeting = session.meeting
        return _with_meeting(session, meeting, replace(meeting, ended=self._table.stamp.at)) if meeting else session


def read_people(words: str, party: str, known: Iterable[Person]) -> tuple[Person, ...]:
    """People of a party as one line names them (`Pat Doe, Chief of Police; Lee Roe`); who is known keeps their id."""
    ids = {(person.name.casefold(), person.party): person for person in known}
    people = []
    for signatory in read_signatories(words):
        person = ids.get((signatory.name.casefold(), party), Person("", signatory.name, party=party))
        people.append(replace(person, name=signatory.name, title=signatory.title or person.title))
    return tuple(people)


def write_people(people: Iterable[Person]) -> str:
    """People on one line, as `read_people` takes them."""
    return write_signatories(Signatory(person.name, person.title) for person in people)


def _identity(person: Person) -> tuple[str, str, str]:
    return person.id, person.name.casefold(), person.party


def _with_meeting(session: Session, before: Meeting, after: Meeting) -> Session:
    return replace(session, meetings=tuple(after if held is before else held for held in session.meetings))
