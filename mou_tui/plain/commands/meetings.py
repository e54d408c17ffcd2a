"""Meetings, line by line: which one goes on, who is there, from when to when."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from mou_tui.dates import clock_time, long_date
from mou_tui.draft.agreement import party_in_sentence
from mou_tui.plain import question_speech
from mou_tui.plain.attendance_form import AttendanceForm, MoveTimes
from mou_tui.plain.command_parser import parse_command
from mou_tui.plain.console import CommandInterrupt, Console
from mou_tui.plain.party_prompt import ask_party
from mou_tui.plain.speech import number_of
from mou_tui.plain.vocabulary import Handler
from mou_tui.session.meeting import Meeting
from mou_tui.text import capitalize_first, join_and, pluralize
from mou_tui.workspace.attendance import Attendance, Direction, Move, Times, present_people, read_time
from mou_tui.workspace.meetings import write_people
from mou_tui.workspace.workspace import Workspace

WAYS = ("begin", "attendance", "end", "go on")
BEGIN = "Say meeting begin to begin one."


class Meetings:
    """Begins and ends meetings.

    Args:
        workspace: the session on the table.
        console: where to talk.
    """

    def __init__(self, workspace: Workspace, console: Console) -> None:
        self._workspace = workspace
        self._meetings = workspace.meetings
        self._times = MoveTimes(console, workspace)
        self._console = console
        self._say = console.say
        self.handlers: Mapping[str, Handler] = {
            "meeting": self._meet,
        }

    def resume(self) -> None:
        """Of a session that was there before, ask whether this is a new meeting or the last one going on.

        Raises:
            Said: another word was said, which skips that.
            Left: the person left.
        """
        if self._workspace.store.is_new or self._workspace.store.read_only:
            return
        self._meetings.let_lapse()
        last, is_on = self._meetings.last, self._meetings.current is not None
        if last is None:
            prompt = "Is this a meeting? Say new to begin one; Enter alone skips that:"
        elif is_on:
            began = clock_time(last.began)
            prompt = f"The meeting that began at {began} goes on. Say new to begin another; Enter alone goes on:"
        else:
            day = long_date(last.day)
            prompt = f"Is this a new meeting, or the last one, of {day}, going on? Say new or last; Enter alone skips:"
        said = self._console.ask(prompt).casefold()
        while said and not (last and "last".startswith(said)) and not "new".startswith(said):
            if parse_command(said):
                raise CommandInterrupt(said)
            said = self._console.ask(f"Say new{', last' if last else ''} or Enter alone:").casefold()
        if said and "new".startswith(said):
            self._begin()
        elif said and not is_on:
            self._go_on()

    def _meet(self, words: str) -> None:
        first, _, rest = words.partition(" ")
        if first.casefold() in ("came", "left") and not self._workspace.store.read_only:
            self._move("came" if first.casefold() == "came" else "left", rest.strip())
            return
        way = next((way for way in WAYS if words and way.startswith(words.casefold())), None)
        if way is None:
            self._tell()
        elif self._workspace.store.read_only:
            self._say(question_speech.READ_ONLY)
        else:
            {"begin": self._begin, "attendance": self._attend, "end": self._end, "go on": self._go_on}[way]()

    def _tell(self) -> None:
        last = self._meetings.last
        if self._meetings.current:
            self._tell_current("goes on")
        elif last:
            until = f" to {clock_time(last.ended)}" if last.ended[:10] == last.day else ""
            self._say(
                f"No meeting goes on. The last was from {clock_time(last.began)}{until} on {long_date(last.day)}."
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
        form = AttendanceForm(self._console, self._workspace, self._meetings.attendance())
        attendance = form.ask()
        if attendance is None:
            self._say("Left as it was.")
            return
        self._meetings.begin(attendance)
        self._tell_current("begins")
        self._say(f"{pluralize(len(self._meetings.agenda().items), 'item')} to settle. Say agenda to hear them.")
        form.go_on()

    def _attend(self) -> None:
        if not self._meetings.current:
            self._say(f"No meeting goes on. {BEGIN}")
            return
        form = AttendanceForm(self._console, self._workspace, self._meetings.attendance())
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
        party, rest = ask_party(self._console, self._workspace, words)
        if party is None:
            return
        rows = self._meetings.attendance()
        (row,) = (row for row in rows if row.party == party.id)
        is_there = direction == "came"
        if row.is_present == is_there:
            there = "at the table already" if is_there else "not at the table"
            self._say(f"{party_in_sentence(self._workspace.checklist, party, begins=True)} is {there}.")
            return
        changed = [replace(held, is_present=is_there) if held is row else held for held in rows]
        time = read_time(rest.removeprefix("at ").strip() or "now", self._workspace.history.timestamp.at)
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
        actions = number_of(len(self._workspace.progress().actions), "action")
        self._say(f"The meeting ends at {clock_time(ended)}, with {actions} still to be done.")
        self._say("Say record to write the minutes, or agenda to hear what the next meeting has to settle.")

    def _tell_current(self, what: str) -> None:
        meeting = self._meetings.current
        if meeting:
            self._say(f"The meeting of {long_date(meeting.day)}, {clock_time(meeting.began)}, {what}. At the table:")
            for words in self._present(meeting) or ["nobody was named"]:
                self._say(f"{capitalize_first(words)}.")

    def _present(self, meeting: Meeting) -> list[str]:
        """Who is there, party by party, and then whoever speaks for none."""
        session = self._workspace.session
        groups = []
        for party in session.at_the_table:
            people = write_people(present_people(session, meeting, party.id))
            groups.append(party_in_sentence(self._workspace.checklist, party) + (f": {people}" if people else ""))
        others = write_people(present_people(session, meeting, ""))
        left = [
            party_in_sentence(self._workspace.checklist, party) for party in session.parties if party.id in meeting.left
        ]
        return [*groups, *([others] if others else []), *([f"left already: {join_and(left)}"] if left else [])]
