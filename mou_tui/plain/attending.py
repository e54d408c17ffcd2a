"""Asking who is in the meeting, party by party."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from mou_tui.desk import Desk
from mou_tui.draft.agreement import called
from mou_tui.plain.console import Console
from mou_tui.plain.form import HOW, Field, Form
from mou_tui.room.meetings import PRIVACY, Attendance, read_people, write_people


class AttendanceForm:
    """Asks who is there.

    Args:
        console: where to ask.
        desk: knows the parties and the people.
        before: who was there the last time, which Enter alone keeps.
    """

    def __init__(self, console: Console, desk: Desk, before: Sequence[Attendance]) -> None:
        self._console = console
        self._desk = desk
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
        party = called(self._desk.checklist, self._desk.session.party(one.party))
        present = Field(f"{one.party}-present", f"Is {party} at the table, yes or no", _yes(one.is_present))
        if _is_no(said.get(present.id, present.value)):
            return [present]
        return [present, Field(f"{one.party}-people", "Who speaks for it", people, "Pat Doe, Chief of Police; Lee Roe")]

    def _attendance(self, one: Attendance, said: Mapping[str, str]) -> Attendance:
        kept = write_people(one.people)
        words = said.get(f"{one.party}-people", "")
        people = one.people if words == kept else read_people(words, one.party, self._desk.session.people)
        is_present = not _is_no(said[f"{one.party}-present"]) if one.party else bool(people)
        return Attendance(one.party, is_present, people)


def _yes(is_so: bool) -> str:
    return "yes" if is_so else "no"


def _is_no(words: str) -> bool:
    return words.casefold().startswith("n")
