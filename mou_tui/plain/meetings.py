"""Meetings, line by line: who is there, what is to be settled, what was prepared."""

from __future__ import annotations

from collections.abc import Mapping

from mou_tui.calendar_day import time_written, written
from mou_tui.desk import Desk
from mou_tui.draft.review import count
from mou_tui.plain import telling
from mou_tui.plain.attending import AttendanceForm
from mou_tui.plain.console import Console, Said
from mou_tui.plain.meaning import meant
from mou_tui.plain.words import Act
from mou_tui.room import Room
from mou_tui.session.meeting import Meeting

WAYS = ("begin", "attendance", "end", "go on")
BEGIN = "Say meeting begin to begin one."


class Meetings:
    """Begins and ends meetings, and tells what there is to settle.

    Args:
        desk: the session on the table.
        room: the people around it.
        console: where to talk.
    """

    def __init__(self, desk: Desk, room: Room, console: Console) -> None:
        self._desk = desk
        self._room = room
        self._meetings = room.meetings
        self._console = console
        self._say = console.say
        self.acts: Mapping[str, Act] = {
            "meeting": self._meet,
            "agenda": self._agenda,
            "confirm": self._confirm,
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
            prompt = f"The meeting that began at {time_written(last.began)} goes on. Say new to begin another, or Enter:"
        else:
            day = written(last.day)
            prompt = f"Is this a new meeting, or the last one, of {day}, going on? Say new or last; Enter alone skips:"
        said = self._console.ask(prompt).casefold()
        while said and not (last and "last".startswith(said)) and not "new".startswith(said):
            if meant(said):
                raise Said(said)
            said = self._console.ask("Say new, last, or Enter alone:" if last else "Say new, or Enter alone:").casefold()
        if said and "new".startswith(said):
            self._begin()
        elif said and not is_on:
            self._go_on()

    def _meet(self, words: str) -> None:
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
            until = f" until {time_written(last.ended)}" if last.ended[:10] == last.day else ""
            self._say(f"No meeting goes on. The last was on {written(last.day)}, {time_written(last.began)}{until}.")
        else:
            self._say("There was no meeting yet.")
        ways = ("meeting attendance", "meeting end") if self._meetings.current else ("meeting begin",)
        ways += () if self._meetings.current or not last else ("meeting go on",)
        self._say(f"Say {' or '.join(ways)}.")

    def _begin(self) -> None:
        if self._meetings.current:
            self._say("The meeting that goes on ends where this one begins.")
        form = AttendanceForm(self._console, self._desk.session, self._meetings.attendance())
        attendance = form.ask()
        if attendance is None:
            self._say("Left as it was.")
            return
        self._meetings.begin(attendance)
        self._tell_current("begins")
        self._say(f"{count(len(self._meetings.agenda().items), 'matter')} to settle. Say agenda to hear them.")
        form.go_on()

    def _attend(self) -> None:
        if not self._meetings.current:
            self._say(f"No meeting goes on. {BEGIN}")
            return
        form = AttendanceForm(self._console, self._desk.session, self._meetings.attendance())
        attendance = form.ask()
        if attendance is None:
            self._say("Left as it was.")
            return
        self._meetings.attend(attendance)
        self._tell_current("goes on")
        form.go_on()

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
        actions = telling.number_of(self._desk.completeness().actions_open, "action")
        self._say(f"The meeting ends, at {time_written(ended)}. {actions.capitalize()} still to be done.")
        self._say("Say record to write the minutes, or agenda to hear what the next meeting has to settle.")

    def _tell_current(self, what: str) -> None:
        meeting = self._meetings.current
        if meeting:
            self._say(f"The meeting of {written(meeting.day)}, {time_written(meeting.began)}, {what}.")
            self._say(f"At the table: {'; '.join(self._present(meeting)) or 'nobody was named'}.")

    def _present(self, meeting: Meeting) -> list[str]:
        """Who is there, party by party, and then whoever speaks for none."""
        session = self._desk.session
        present = [person for person in session.people if person.id in meeting.people]
        groups = []
        for party in session.at_the_table:
            names = [telling.person(person) for person in present if person.party == party.id]
            groups.append(", ".join([telling.called(party), *([f"with {telling.together(names)}"] if names else [])]))
        known = {party.id for party in session.parties}
        return groups + [telling.person(person) for person in present if person.party not in known]

    def _agenda(self, _: str) -> None:
        agenda = self._meetings.agenda()
        telling.agenda(agenda, self._desk.session, self._say)
        if self._room.positions.prepared():
            self._say("Say confirm to hear what was prepared, and to confirm it all at once.")

    def _confirm(self, _: str) -> None:
        prepared = self._room.positions.prepared()
        if not prepared:
            self._say("Nothing that was prepared is waiting to be confirmed.")
            return
        self._say(f"{count(len(prepared), 'essential')} prepared and written.")
        for progress in prepared:
            self._say("")
            self._say(f"{progress.number} {progress.label}.")
            self._say(self._desk.session.answer(progress.id).text)
        self._say("")
        chosen = self._chosen({progress.number: progress.id for progress in prepared})
        if not chosen:
            self._say("Nothing was confirmed.")
            return
        self._room.positions.confirm_prepared(chosen.values())
        present = telling.together([telling.called(party) for party in self._desk.session.at_the_table])
        self._say(f"Confirmed: {', '.join(chosen)}. Taken down for {present}: can live with it.")

    def _chosen(self, prepared: Mapping[str, str]) -> dict[str, str]:
        """The clauses that all who are present can live with, by their numbers."""
        example = " ".join(list(prepared)[:2])
        prompt = f"Can all who are present live with these? Say all, or the numbers of some, such as {example}, or none:"
        while True:
            said = self._console.ask(prompt).casefold().replace(",", " ").split()
            if said == ["all"]:
                return dict(prepared)
            if said in ([], ["none"], ["no"]):
                return {}
            unknown = [number for number in said if number not in prepared]
            if not unknown:
                return {number: prepared[number] for number in said}
            self._say(f"{telling.together(unknown)} is not among them.")
