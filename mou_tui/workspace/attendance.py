"""Who comes and goes: what a change of attendance says of a meeting that goes on."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from difflib import get_close_matches
from typing import Literal

from mou_tui.frozen import dataclass
from mou_tui.session.history import Entry
from mou_tui.session.meeting import Meeting, Person
from mou_tui.session.model import Session

Direction = Literal["came", "left"]

_CLOCK = re.compile(r"(\d{1,2})(?:[:.](\d{2}))?\s*(?:([ap])\.?m\.?)?")
_NAMED = {"noon": "12:00", "midday": "12:00", "midnight": "0:00"}
_NOTED_WRONGLY: Mapping[Direction, frozenset[str]] = {
    "came": frozenset(["start", "the start", "at the start", "from the start", "the beginning", "at the beginning"]),
    "left": frozenset(["never", "not here", "never here", "was never here", "was not here"]),
}
HOW_TO_SAY_WHEN: Mapping[Direction, str] = {
    "came": "“start” for somebody who was here from the start",
    "left": "“never” for somebody who was not here at all",
}
"""What to say of the word that puts right who was noted as present."""
_ALIKE = 0.75
"""How much of two names is to be the same for the one to be the other, put right."""


@dataclass(frozen=True)
class Attendance:
    """Who speaks for a party in a meeting."""

    party: str
    """Id of the party; empty for people who speak for none."""
    is_present: bool
    people: tuple[Person, ...] = ()
    """As far as they were named; an empty id is given a new one. Of a party that is not present, nobody is."""


@dataclass(frozen=True)
class Move:
    """A party or a person that came to a meeting after it began, or left before it ended."""

    direction: Direction
    party: str
    """Id of the party, or of the party the person speaks for; empty for a person who speaks for none."""
    person: Person | None = None
    """None where it is the party as a whole, with whoever speaks for it."""

    @property
    def key(self) -> tuple[str, str]:
        """What tells who it is: the id of the party and the name of the person, empty for the party itself."""
        return self.party, self.person.name if self.person else ""


Times = Mapping[tuple[str, str], str]
"""At what time somebody came or left (`2026-11-25 12:04`), by `Move.key`; an empty time says that nobody moved, and
that it was noted wrongly who was there."""


def read_time(text: str, now: str) -> str | None:
    """Return the minute that words name on a day ("12:04", "2 p.m.", "noon", "now"); None if they name none.

    Args:
        text: a time as people say it. One that could be in the morning or in the evening is the last that has passed.
        now: local time to the minute, `2026-11-25 12:04`.
    """
    text = " ".join(text.casefold().split())
    if text == "now":
        return now
    match = _CLOCK.fullmatch(_NAMED.get(text, text))
    if match is None:
        return None
    hour, minute, half = int(match[1]), int(match[2] or 0), match[3]
    if hour > (12 if half else 23) or minute > 59:
        return None
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    times = [f"{now[:10]} {each:02}:{minute:02}" for each in (hour, hour + 12)]
    may_be_evening = not half and 0 < hour < 12
    return times[1] if may_be_evening and times[1] <= now else times[0]


def read_move_time(move: Move, text: str, now: str) -> str | None:
    """When somebody came or left, as a person says it; empty where they were noted wrongly, None if it is no time.

    Args:
        move: what is asked about.
        text: a time; or, of who came, that it was at the beginning, and of who left, that they never were here.
        now: local time to the minute.
    """
    if " ".join(text.casefold().split()) in _NOTED_WRONGLY[move.direction]:
        return ""
    return read_time(text, now)


def put_right(people: Iterable[Person], before: Iterable[Person]) -> tuple[Person, ...]:
    """People as they are named now; whose name only looks corrected is the same person, and keeps the id.

    Args:
        people: as named now; an empty id is a person not known by that name.
        before: who was named before.
    """
    people = tuple(people)
    names = {person.name.casefold() for person in people}
    gone = {person.name: person for person in before if person.name.casefold() not in names}
    result = []
    for person in people:
        close = get_close_matches(person.name, gone, n=1, cutoff=_ALIKE) if not person.id else []
        result.append(replace(person, id=gone.pop(close[0]).id) if close else person)
    return tuple(result)


def present_people(session: Session, meeting: Meeting, party: str) -> tuple[Person, ...]:
    """Who speaks for a party and has not left; for no party, whoever speaks for none that is known."""
    known = {held.id for held in session.parties}
    ids = set(meeting.people).difference(meeting.left)
    return tuple(
        person
        for person in session.people
        if person.id in ids and (person.party if person.party in known else "") == party
    )


def moves(session: Session, meeting: Meeting, rows: Iterable[Attendance]) -> tuple[Move, ...]:
    """Who comes and who leaves by a change of attendance, row by row.

    Args:
        session: knows the parties and the people.
        meeting: the one that goes on.
        rows: who is present from now on.
    """
    movements: list[Move] = []
    for row in rows:
        was_there = row.party in meeting.present
        if row.party and row.is_present != was_there:
            movements.append(Move("came" if row.is_present else "left", row.party))
        elif row.is_present or not row.party:
            before = {person.id: person for person in present_people(session, meeting, row.party)}
            here = {person.id for person in row.people}
            movements += [Move("left", person.party, person) for person in before.values() if person.id not in here]
            movements += [Move("came", person.party, person) for person in row.people if person.id not in before]
    return tuple(movements)


def with_moves(session: Session, meeting: Meeting, movements: Iterable[Move], times: Times) -> tuple[Session, Meeting]:
    """Return a session and its meeting after somebody came and left; the history says who and when.

    Args:
        session: with everybody among its people.
        meeting: the one that goes on.
        movements: as `moves` returned them.
        times: of each of them.
    """
    for move in movements:
        member, time = move.person.id if move.person else move.party, times[move.key]
        was_here = move.direction == "came" or bool(time)
        if move.person:
            meeting = replace(meeting, people=_with_member(meeting.people, member, is_member=was_here))
        else:
            meeting = replace(meeting, parties=_with_member(meeting.parties, member, is_member=was_here))
        has_left = move.direction == "left" and bool(time)
        meeting = replace(meeting, left=_with_member(meeting.left, member, is_member=has_left))
        if time:
            party, who = move.key
            entry = Entry(time, "attendance", party=party, stand=move.direction, who=who, meeting=meeting.id)
            session = replace(session, history=session.history.add(entry))
    return session, meeting


def _with_member(members: tuple[str, ...], member: str, *, is_member: bool) -> tuple[str, ...]:
    if is_member:
        return members if member in members else (*members, member)
    return tuple(held for held in members if held != member)
