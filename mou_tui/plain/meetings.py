"""Meetings, line by line: which one goes on, who is there, from when to when."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from mou_tui.calendar_day import time_written, written
from mou_tui.desk import Desk
from mou_tui.draft.agreement import called
from mou_tui.plain import telling
from mou_tui.plain.asking import ask_party
from mou_tui.plain.attending import AttendanceForm, MoveTimes
from mou_tui.plain.console import Console, Said
from mou_tui.plain.meaning import meant
from mou_tui.plain.phrases import number_of
from mou_tui.plain.words import Act
from mou_tui.room import Room
from mou_tui.room.attendance import Attendance, Direction, Move, Times, present_people, read_time
from mou_tui.room.meetings import write_people
from mou_tui.session.meeting import Meeting
from mou_tui.text import capital, count, listed

WAYS = ("begin", "attendance", "end", "go on")
BEGIN = "Say meeting begin to begin one."


class Meetings:
    """Begins and ends meetings.

    Args:
        desk: the session on the table.
        room: the people around it.
        console: where to talk.
    """

    def __init__(self, desk: Desk, room: Room, console: Console) -> None:
        self._desk = desk
        self._meetings = room.meetings
        self._times = MoveTimes(console, desk, room)
        self._console = console
        self._say = console.say
        self.acts: Mapping[str, Act] = {
            "meeting": self._meet,
        }

    def resume(self) -> None:
        """Of a session that was there before, ask whether this is a new meeting or the last one going on.

        Raises:
            Said: another word was said, which skips that.
            Left: the person left.
        """
        if self._desk.store.is_new or self._desk.store.read_only:
            return
        self._meetings.let_lapse()
        last, is_on = self._meetings.last, self._meetings.current is not None
        if last is None:
            prompt = "Is this a meeting? Say new to begin one; Enter alone skips that:"
        elif is_on:
            began = time_written(last.began)
            prompt = f"The meeting that began at {began} goes on. Say new to begin another; Enter alone goes on:"
        else:
            day = written(last.day)
            prompt = f"Is this a new meeting, or the last one, of {day}, going on? Say new or last; Enter alone skips:"
        said = self._console.ask(prompt).casefold()
        while said and not (last and "last".startswith(said)) and not "new".startswith(said):
            if meant(said):
                raise Said(said)
            said = self._console.ask(f"Say new{', last' if last else ''} or Enter alone:").casefold()
        if said and "new".startswith(said):
            self._begin()
        elif said and not is_on:
            self._go_on()

    def _meet(self, words: str) -> None:
        first, _, rest = words.partition(" ")
        if first.casefold() in ("came", "left") and not self._desk.store.read_only:
            self._move("came" if first.casefold() == "came" else "left", rest.strip())
            return
        way = next((way for way in WAYS if words and way.startswith(words.casefold())), None)
        if way is None:
            self._tell()
        elif self._desk.store.read_only:
            self._say(telling.READ_ONLY)
        else:
            {"begin": self._begin, "attendance": self._attend, "end": self._end, "go on": self._go_on}[way]()

    def _tell(self) -> None:
        last = self._meetings.last
        if self._meetings.current:
            self._tell_current("goes on")
        elif last:
            until = f" to {time_written(last.ended)}" if last.ended[:10] == last.day else ""
            self._say(
                f"No meeting goes on. The last was from {time_written(last.began)}{until} on {written(last.day)}."
            )
        else:
            self._say("There was no meeting yet.")
        ways = (
            ["attendance", "left", "came", "end"] if self._meetings.current else ["begin", *(["go on"] if last else [])]
        )
        self._say(f"Say {' or '.join(f'meeting {way}' for way in ways)}.")

    def _begin(self) -> None:
        if self._meetings.current:
            self._say("The meeting that goes on ends where this one begins.")
        form = AttendanceForm(self._console, self._desk, self._meetings.attendance())
        attendance = form.ask()
        if attendance is None:
            self._say("Left as it was.")
            return
        self._meetings.begin(attendance)
        self._tell_current("begins")
        self._say(f"{count(len(self._meetings.agenda().items), 'item')} to settle. Say agenda to hear them.")
        form.go_on()

    def _attend(self) -> None:
        if not self._meetings.current:
            self._say(f"No meeting goes on. {BEGIN}")
            return
        form = AttendanceForm(self._console, self._desk, self._meetings.attendance())
        attendance = form.ask()
        if attendance is None:
            self._say("Left as it was.")
            return
        self._note(attendance, self._times.ask(attendance))
        form.go_on()

    def _note(self, attendance: Sequence[Attendance], times: Times | None) -> None:
        """Note who is there from now on, unless the person thought better of saying when they came or left."""
        if times is None:
            self._say("Left as it was.")
            return
        self._meetings.attend(attendance, times)
        self._tell_current("goes on")

    def _move(self, direction: Direction, words: str) -> None:
        """Note that one party came or left, at a time that may follow its name."""
        if not self._meetings.current:
            self._say(f"No meeting goes on. {BEGIN}")
            return
        party, rest = ask_party(self._console, self._desk, words)
        if party is None:
            return
        rows = self._meetings.attendance()
        (row,) = (row for row in rows if row.party == party.id)
        is_there = direction == "came"
        if row.is_present == is_there:
            there = "at the table already" if is_there else "not at the table"
            self._say(f"{called(self._desk.checklist, party, begins=True)} is {there}.")
            return
        changed = [replace(held, is_present=is_there) if held is row else held for held in rows]
        time = read_time(rest.removeprefix("at ").strip() or "now", self._desk.stamp.at)
        move = Move(direction, party.id)
        self._note(changed, {move.key: time} if time else self._times.of([move]))

    def _go_on(self) -> None:
        if self._meetings.current:
            self._say("It goes on.")
        elif self._meetings.last is None:
            self._say(f"There was no meeting yet. {BEGIN}")
        else:
            self._meetings.go_on()
            self._tell_current("goes on")

    def _end(self) -> None:
        if not self._meetings.current:
            self._say(f"No meeting goes on. {BEGIN}")
            return
        self._meetings.end()
        ended = self._meetings.last.ended if self._meetings.last else ""
        actions = number_of(len(self._desk.completeness().actions), "action")
        self._say(f"The meeting ends at {time_written(ended)}, with {actions} still to be done.")
        self._say("Say record to write the minutes, or agenda to hear what the next meeting has to settle.")

    def _tell_current(self, what: str) -> None:
        meeting = self._meetings.current
        if meeting:
            self._say(f"The meeting of {written(meeting.day)}, {time_written(meeting.began)}, {what}. At the table:")
            for words in self._present(meeting) or ["nobody was named"]:
                self._say(f"{capital(words)}.")

    def _present(self, meeting: Meeting) -> list[str]:
        """Who is there, party by party, and then whoever speaks for none."""
        session = self._desk.session
        groups = []
        for party in session.at_the_table:
            people = write_people(present_people(session, meeting, party.id))
            groups.append(called(self._desk.checklist, party) + (f": {people}" if people else ""))
        others = write_people(present_people(session, meeting, ""))
        left = [called(self._desk.checklist, party) for party in session.parties if party.id in meeting.left]
        return [*groups, *([others] if others else []), *([f"left already: {listed(left)}"] if left else [])]
