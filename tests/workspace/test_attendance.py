"""Who comes late and leaves early: what the meeting holds, who is asked from then on, and what the record says."""

from __future__ import annotations

from dataclasses import replace

import pytest

from mou_tui.session.codec import decode, encode
from mou_tui.session.meeting import Person
from mou_tui.workspace.attendance import Attendance, Move, read_move_time, read_time
from mou_tui.workspace.meetings import read_people
from tests.documents import record
from tests.strategies import SMALL
from tests.workspace.driver import WorkspaceDriver


def rows(driver: WorkspaceDriver, **present: bool) -> list[Attendance]:
    """The attendance as it is, with some parties there or not."""
    return [
        replace(row, is_present=present.get(row.party, row.is_present))
        for row in driver.workspace.meetings.attendance()
    ]


def parties_and_left(driver: WorkspaceDriver) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Who was at the meeting at any time, and who of them left."""
    (meeting,) = driver.session.meetings
    return meeting.parties, meeting.left


def present_part(driver: WorkspaceDriver) -> str:
    """What the record says of who was there."""
    _, _, after = record(SMALL, driver.session).partition("### Present\n\n")
    return after.partition("\n\n### ")[0]


def test_a_party_that_spoke_and_then_left_was_there_and_is_asked_no_more(driver: WorkspaceDriver) -> None:
    driver.begin("agency", "district")
    driver.workspace.answers.write("The SRO waits.")
    driver.workspace.positions.take("district", "agrees")
    driver.clock.wait(hours=1)
    assert driver.workspace.meetings.attend(rows(driver, district=False))
    assert parties_and_left(driver) == (("agency", "district"), ("district",))
    assert driver.entries[-1].kind == "attendance"
    assert (driver.entries[-1].party, driver.entries[-1].stand, driver.entries[-1].at) == (
        "district",
        "left",
        "2026-03-04 13:00",
    )
    driver.workspace.locks.unlock(driver.workspace.clause_id)
    driver.workspace.answers.write("The SRO waits outside.")
    assert [party.id for party in driver.workspace.positions.all_can_live_with()] == ["agency"]
    assert "**School District (left at 1:00 p.m.):**" in present_part(driver)
    assert "Not present: Parent Council." in present_part(driver)


def test_a_party_that_spoke_is_never_told_as_absent_even_in_the_minute_the_meeting_began(
    driver: WorkspaceDriver,
) -> None:
    driver.begin("agency", "district")
    driver.workspace.answers.write("The SRO waits.")
    driver.workspace.positions.take("district", "agrees")
    (move,) = driver.workspace.meetings.moves(rows(driver, district=False))
    assert driver.workspace.meetings.must_have_been_here(move)
    driver.workspace.meetings.attend(rows(driver, district=False), {move.key: ""})
    assert parties_and_left(driver)[1] == ("district",)
    assert "Not present: Parent Council." in present_part(driver)


def test_who_was_ticked_by_mistake_was_never_here(driver: WorkspaceDriver) -> None:
    driver.begin("agency", "district")
    driver.workspace.meetings.attend(rows(driver, district=False))
    assert parties_and_left(driver)[0] == ("agency",), "in the same minute nobody has left yet"
    driver.clock.wait(minutes=20)
    (move,) = driver.workspace.meetings.moves(rows(driver, parents=True))
    driver.workspace.meetings.attend(rows(driver, parents=True), {move.key: ""})
    assert parties_and_left(driver)[0] == ("agency", "parents")
    assert [entry.kind for entry in driver.entries] == []


def test_a_party_may_come_late_leave_and_come_back(driver: WorkspaceDriver) -> None:
    driver.begin("agency")
    for _ in range(3):
        driver.clock.wait(minutes=30)
        is_there = "district" in {party.id for party in driver.session.present}
        driver.workspace.meetings.attend(rows(driver, district=not is_there))
    assert parties_and_left(driver)[1] == ()
    assert "**School District (came at 12:30 p.m., left at 1:00 p.m. and came at 1:30 p.m.):**" in present_part(driver)
    driver.workspace.undo()
    assert parties_and_left(driver)[1] == ("district",)
    assert len(driver.entries) == 2


def test_a_person_who_leaves_is_in_the_record_and_is_not_named_as_present(driver: WorkspaceDriver) -> None:
    pat, lee = Person("", "Pat Doe", "Chief", "agency"), Person("", "Lee Roe", "", "agency")
    driver.begin("agency", people=(pat, lee))
    driver.clock.wait(minutes=30)
    held = driver.workspace.meetings.attendance()
    gone = [
        replace(row, people=read_people("Pat Doe; Ann Fox", "agency", driver.session.people)) if row.people else row
        for row in held
    ]
    driver.workspace.meetings.attend(gone)
    assert [person.name for person in driver.workspace.meetings.attendance()[0].people] == ["Pat Doe", "Ann Fox"]
    assert "Pat Doe, Chief; Lee Roe (left at 12:30 p.m.); Ann Fox (came at 12:30 p.m.)" in present_part(driver)


def test_a_name_put_right_is_the_same_person(driver: WorkspaceDriver) -> None:
    driver.begin("agency", people=(Person("", "Pat Do", "Chief", "agency"),))
    driver.clock.wait(minutes=30)
    (row, *others) = driver.workspace.meetings.attendance()
    named = replace(row, people=read_people("Pat Doe, Chief", "agency", driver.session.people))
    assert driver.workspace.meetings.moves([named, *others]) == ()
    driver.workspace.meetings.attend([named, *others])
    assert [person.name for person in driver.session.people] == ["Pat Doe"]
    assert len(driver.session.meetings[0].people) == 1


def test_the_next_meeting_begins_with_everybody_who_was_at_the_last_one(driver: WorkspaceDriver) -> None:
    driver.begin("agency", "district")
    driver.clock.wait(minutes=30)
    driver.workspace.meetings.attend(rows(driver, district=False))
    driver.workspace.meetings.end()
    assert [row.is_present for row in driver.workspace.meetings.attendance()] == [True, True, False, False]


def test_attendance_is_read_back_and_asks_for_the_second_format(driver: WorkspaceDriver) -> None:
    driver.begin("agency", "district")
    assert b'format: "1"' in encode(driver.session)
    driver.clock.wait(minutes=30)
    driver.workspace.meetings.attend(rows(driver, district=False))
    data = encode(driver.session)
    assert b'format: "2"' in data
    assert decode(data, "a.mou.yaml").session == driver.session


@pytest.mark.parametrize(
    ("words", "time"),
    [
        *(("12:04", "12:04"), ("12:04 p.m.", "12:04"), ("2 p.m.", "14:00"), ("noon", "12:00"), ("now", "18:30")),
        *(("6:10", "18:10"), ("7", "07:00"), ("11.15 am", "11:15"), ("17:00", "17:00"), ("12 am", "00:00")),
        *(("25:00", None), ("later", None), ("13 p.m.", None), ("6:75", None), ("", None)),
    ],
)
def test_a_time_is_read_as_people_say_it(words: str, time: str | None) -> None:
    assert read_time(words, "2026-03-04 18:30") == (time and f"2026-03-04 {time}")


def test_nobody_came_or_left_before_the_meeting_began(driver: WorkspaceDriver) -> None:
    driver.begin("agency", "district")
    driver.clock.wait(hours=1)
    meetings = driver.workspace.meetings
    assert meetings.time_mistake("2026-03-04 11:59") == "The meeting began at 12:00 p.m."
    assert [meetings.time_mistake(time) for time in ("", "2026-03-04 12:00", "2026-03-04 13:30")] == ["", "", ""]


def test_who_was_noted_wrongly_has_no_time() -> None:
    now = "2026-03-04 18:30"
    assert read_move_time(Move("left", "agency"), "Never", now) == ""
    assert read_move_time(Move("came", "agency"), "the  start", now) == ""
    assert read_move_time(Move("came", "agency"), "never", now) is None
