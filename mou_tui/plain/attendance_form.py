"""Asking who is in the meeting, party by party."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from mou_tui.dates import clock_time
from mou_tui.draft.agreement import party_in_sentence
from mou_tui.plain.console import Console
from mou_tui.plain.form import HOW, YES_NO, Field, Form
from mou_tui.text import capitalize_first
from mou_tui.workspace.attendance import HOW_TO_SAY_WHEN, Attendance, Move, read_move_time
from mou_tui.workspace.meetings import PRIVACY, read_people, write_people
from mou_tui.workspace.workspace import Workspace


class AttendanceForm:
    """Asks who is there.

    Args:
        console: where to ask.
        workspace: knows the parties and the people.
        before: who was there the last time, which Enter alone keeps.
    """

    def __init__(self, console: Console, workspace: Workspace, before: Sequence[Attendance]) -> None:
        self._console = console
        self._workspace = workspace
        self._before = before
        self._form = Form(console, self._fields)

    def ask(self) -> list[Attendance] | None:
        """Ask; None if everything is to be left as it was. Raises as `Form.ask` does."""
        self._console.say(f"Who is at the table? {PRIVACY}")
        self._console.say(HOW)
        said = self._form.ask()
        return None if said is None else [self._attendance(one, said) for one in self._before]

    def go_on(self) -> None:
        """Obey whatever ended the asking early."""
        self._form.go_on()

    def _fields(self, said: Mapping[str, str]) -> list[Field]:
        return [field for one in self._before for field in self._fields_of(one, said)]

    def _fields_of(self, one: Attendance, said: Mapping[str, str]) -> list[Field]:
        people = write_people(one.people)
        if not one.party:
            return [Field("-people", "Who else is there", people, "Ana Cruz, parent; Ben Ode, counselor")]
        party = party_in_sentence(self._workspace.checklist, self._workspace.session.party(one.party))
        present = Field(
            f"{one.party}-present", f"Is {party} at the table, yes or no", _yes(one.is_present), choices=YES_NO
        )
        if _is_no(said.get(present.id, present.value)):
            return [present]
        return [present, Field(f"{one.party}-people", "Who speaks for it", people, "Pat Doe, Chief of Police; Lee Roe")]

    def _attendance(self, one: Attendance, said: Mapping[str, str]) -> Attendance:
        kept = write_people(one.people)
        words = said.get(f"{one.party}-people", "")
        people = one.people if words == kept else read_people(words, one.party, self._workspace.session.people)
        is_present = not _is_no(said[f"{one.party}-present"]) if one.party else bool(people)
        return Attendance(one.party, is_present, people)


class MoveTimes:
    """Asks when somebody came or left.

    Args:
        console: where to ask.
        workspace: knows what the parties are called.
    """

    def __init__(self, console: Console, workspace: Workspace) -> None:
        self._console = console
        self._workspace = workspace
        self._meetings = workspace.meetings

    def ask(self, attendance: Sequence[Attendance]) -> dict[tuple[str, str], str] | None:
        """The time of each that came or left by a change of attendance; None if everything is to stay as it was."""
        return self.of(self._meetings.moves(attendance))

    def of(self, found: Sequence[Move]) -> dict[tuple[str, str], str] | None:
        """The time of each; None if everything is to stay as it was. Raises as `Form.ask` does."""
        times: dict[tuple[str, str], str] = {}
        for move in found:
            time = self._time(move)
            if time is None:
                return None
            times[move.key] = time
        return times

    def _time(self, move: Move) -> str | None:
        now = self._workspace.history.timestamp.at
        name = (
            move.person.name
            if move.person
            else party_in_sentence(self._workspace.checklist, self._workspace.session.party(move.party))
        )
        verb = "come" if move.direction == "came" else "leave"
        field = Field(
            "time", f"When did {name} {verb}? {capitalize_first(HOW_TO_SAY_WHEN[move.direction])}", clock_time(now)
        )
        while True:
            given = Form(self._console, lambda _: [field]).ask()
            if given is None:
                return None
            time = now if given["time"] == field.value else read_move_time(move, given["time"], now)
            if time is None:
                self._console.say("That is no time. Say one, for example 12:04, or now.")
            elif not time and self._meetings.must_have_been_here(move):
                self._console.say(f"{capitalize_first(name)} took a position in this meeting, so it was here.")
            else:
                return time


def _yes(is_so: bool) -> str:
    return "yes" if is_so else "no"


def _is_no(words: str) -> bool:
    return words.casefold().startswith("n")
