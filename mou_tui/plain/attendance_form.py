"""Asking who is present in a meeting, party by party, and when somebody came or left."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from mou_tui.draft.agreement import party_in_sentence
from mou_tui.language.dates import clock_time
from mou_tui.language.text import capitalize_first
from mou_tui.plain.console import Console
from mou_tui.plain.form import HOW, Form
from mou_tui.workspace.attendance import HOW_TO_SAY_WHEN, Attendance, Move, Times, read_move_time
from mou_tui.workspace.forms import YES_NO, FieldSpec, move_field, people_field
from mou_tui.workspace.meetings import PRIVACY, read_people, write_people
from mou_tui.workspace.workspace import Workspace


class AttendanceForm:
    """Asks who is present.

    Args:
        console: where to ask.
        workspace: knows the parties and the people.
        before: who was present the last time, which Enter alone keeps.
    """

    def __init__(self, console: Console, workspace: Workspace, before: Sequence[Attendance]) -> None:
        self._console = console
        self._workspace = workspace
        self._before = before
        self._form = Form(console, self._fields)

    def ask(self) -> list[Attendance] | None:
        """Ask; return None if everything is to be left as it was. Raises as `Form.ask` does."""
        self._console.say(f"Who is at the table? {PRIVACY}")
        self._console.say(HOW)
        values = self._form.ask()
        return None if values is None else [self._attendance(row, values) for row in self._before]

    def resume_interrupt(self) -> None:
        """Raise what ended the asking early, if anything did."""
        self._form.resume_interrupt()

    def _fields(self, values: Mapping[str, str]) -> list[FieldSpec]:
        return [field for row in self._before for field in self._party_fields(row, values)]

    def _party_fields(self, row: Attendance, values: Mapping[str, str]) -> list[FieldSpec]:
        party = self._workspace.session.party(row.party) if row.party else None
        people = replace(people_field(party, write_people(row.people)), id=f"{row.party}-people")
        if party is None:
            return [people]
        label = f"Is {party_in_sentence(self._workspace.checklist, party)} at the table?"
        present = FieldSpec(f"{row.party}-present", label, "yes" if row.is_present else "no", choices=YES_NO)
        return [present] if values.get(present.id, present.value) == "no" else [present, people]

    def _attendance(self, row: Attendance, values: Mapping[str, str]) -> Attendance:
        typed = values.get(f"{row.party}-people", "")
        is_same = typed == write_people(row.people)
        people = row.people if is_same else read_people(typed, row.party, self._workspace.session.people)
        is_present = values[f"{row.party}-present"] == "yes" if row.party else bool(people)
        return Attendance(row.party, is_present, people)


def ask_move_times(console: Console, workspace: Workspace, moves: Sequence[Move]) -> Times | None:
    """Ask when each party or person came or left, one after another.

    Returns:
        The times by `Move.key`; None if everything is to be left as it was, which is then said.

    Raises:
        CommandInterrupt: Another command was given.
        InputClosed: The person left.
    """
    times: dict[tuple[str, str], str] = {}
    for move in moves:
        time = _ask_time(console, workspace, move)
        if time is None:
            return None
        times[move.key] = time
    return times


def _ask_time(console: Console, workspace: Workspace, move: Move) -> str | None:
    now = workspace.history.timestamp.at
    party = workspace.session.party(move.party)
    name = move.person.shown if move.person else party_in_sentence(workspace.checklist, party)
    field = move_field("time", move.direction, name, clock_time(now))
    how = capitalize_first(HOW_TO_SAY_WHEN[move.direction])
    field = replace(field, label=f"{field.label} {how}")
    while True:
        values = Form(console, (field,)).ask()
        if values is None:
            return None
        time = now if values["time"] == field.value else read_move_time(move, values["time"], now)
        if time is None:
            console.say("That is no time. Say one, for example 12:04, or now.")
        elif not time and workspace.meetings.must_have_been_here(move):
            console.say(f"{capitalize_first(name)} took a position in this meeting, so it was here.")
        elif mistake := workspace.meetings.time_mistake(time):
            console.say(mistake)
        else:
            return time
