"""A student at the table is a student member, and has no name in the file or on any page."""

from __future__ import annotations

import pytest

from mou_tui.session.meeting import STUDENT, Person, is_student
from mou_tui.workspace.attendance import Attendance
from mou_tui.workspace.forms import people_field
from mou_tui.workspace.meetings import read_people, write_people
from tests.documents import record
from tests.workspace.driver import WorkspaceDriver


@pytest.mark.parametrize(
    "role", ["student member", "Student Member", "student", "Student representative", "student board member"]
)
def test_a_role_of_a_student_is_known(role: str) -> None:
    assert is_student(role)
    (person,) = read_people(f"Jo Bly, {role}", "district", ())
    assert (person.name, person.title) == (STUDENT, "")


@pytest.mark.parametrize("role", ["Director of Student Services", "student services", "Dean of Students", ""])
def test_who_works_for_students_is_named(role: str) -> None:
    (person,) = read_people(f"Jo Bly, {role}", "district", ())
    assert (person.name, person.title) == ("Jo Bly", role)


def test_students_of_one_party_are_told_apart_by_number() -> None:
    people = read_people("Pat Doe, Chief; student member; Al, student member", "district", ())
    assert write_people(people) == "Pat Doe, Chief; Student member; Student member 2"
    assert read_people(write_people(people), "district", people) == people


def test_every_form_offers_the_role() -> None:
    assert STUDENT in people_field(None, "").offers


def test_a_name_that_a_file_holds_is_not_shown_and_goes_when_the_attendance_is_said_again(
    driver: WorkspaceDriver,
) -> None:
    named = Person("", "Jo Bly", "student member", "district")
    driver.begin("agency", "district", people=(named,))
    assert "Jo Bly" not in record(driver.workspace.checklist, driver.session)
    assert "Student member" in record(driver.workspace.checklist, driver.session)

    meetings = driver.workspace.meetings
    rows = meetings.attendance()
    assert "Jo Bly" not in "; ".join(write_people(row.people) for row in rows)
    again = tuple(
        Attendance(row.party, row.is_present, read_people(write_people(row.people), row.party, driver.session.people))
        for row in rows
    )
    assert meetings.moves(again) == ()
    meetings.attend(again, {})
    assert [person.name for person in driver.session.people] == [STUDENT]
