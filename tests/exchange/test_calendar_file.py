from __future__ import annotations

import time
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from icalendar import Calendar, Component

from mou_tui.checklist.model import Checklist
from mou_tui.errors import CannotSave
from mou_tui.exchange.calendar_file import AHEAD, calendar_file
from mou_tui.exchange.export import default_path, export_file
from mou_tui.exchange.export_files import write_export
from mou_tui.session.meeting import Action
from mou_tui.session.model import Answer, ChecklistRef, Party, Session

NOW = datetime(2027, 2, 10, 19, 30)
NAMED = Session(
    ChecklistRef("sro", "1"),
    parties=(Party("agency", name="Lake City Police; “Unit, 4”"), Party("district", name="Lake City USD")),
    facts={"start-date": "August 16, 2027"},
)


def reviewed(text: str) -> Session:
    return NAMED.with_answer("review", Answer(text))


def entry(sro: Checklist, session: Session, now: datetime = NOW) -> Component:
    """The one entry that a calendar finds."""
    (event,) = Calendar.from_ical(calendar_file(sro, session, now)).walk("VEVENT")
    return event


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="the time zone is set otherwise here")
def test_a_time_zone_that_is_none_keeps_no_calendar_from_being_made(
    sro: Checklist, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as changed:
        changed.setenv("TZ", "XXX+25:61")
        time.tzset()
        assert "BEGIN:VEVENT" in calendar_file(sro, reviewed("They shall review it each year by June 1."), NOW)
    time.tzset()


def test_a_calendar_can_read_when_the_review_is_and_how_often(sro: Checklist) -> None:
    event = entry(sro, reviewed("They shall review it each year by June 1."))
    assert event.decoded("dtstart") == date(2028, 6, 1)
    assert event["rrule"].to_ical() == b"FREQ=YEARLY;INTERVAL=1"
    assert event["summary"] == "Review: SRO agreement, Lake City USD and Lake City Police; “Unit, 4”"
    assert "“by June 1” and “each year”" in str(event["description"])
    (alarm,) = event.walk("VALARM")
    assert alarm.decoded("trigger") == -AHEAD == -timedelta(days=60)


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("Review it every 18 months.", b"FREQ=MONTHLY;INTERVAL=18"),
        ("Review it every two years.", b"FREQ=YEARLY;INTERVAL=2"),
        ("Review it by June 1, 2029.", None),
    ],
)
def test_it_comes_again_as_often_as_the_agreement_says(sro: Checklist, text: str, rule: bytes | None) -> None:
    event = entry(sro, reviewed(text))
    assert (event["rrule"].to_ical() if "rrule" in event else None) == rule


def test_the_review_of_an_agreement_stays_one_entry_when_its_day_moves(sro: Checklist) -> None:
    session = reviewed("Review it every two years.")

    def uid(session: Session, now: datetime = NOW) -> str:
        return str(entry(sro, session, now)["uid"])

    assert uid(session) == uid(session, NOW + timedelta(days=3))
    assert uid(session) == uid(replace(session, facts={"start-date": "July 1, 2028"}))
    assert uid(session) != uid(session.with_party(Party("district", name="Port Ellery Schools")))


def test_without_a_day_it_says_why_and_what_to_do(sro: Checklist) -> None:
    with pytest.raises(
        CannotSave, match=r"no review date for a calendar\. 10\.1 Review and amendment is empty\. Write"
    ):
        calendar_file(sro, NAMED, NOW)


def test_it_is_written_next_to_the_session_as_calendars_want_it(sro: Checklist, tmp_path: Path) -> None:
    path = default_path(tmp_path / "lake.mou.yaml", "calendar")
    write_export(export_file(sro, reviewed("Review it yearly."), "calendar", now=NOW), path, "ics")
    assert path.name == "lake-calendar.ics"
    assert path.read_bytes().startswith(b"BEGIN:VCALENDAR\r\n")


def test_a_calendar_also_has_what_is_due_on_a_day_and_moves_it_with_the_day(sro: Checklist) -> None:
    asked = Action("a1", "ask the insurer", who="Ann Poe", due="Friday", on="2027-02-12")
    vote = Action("a2", "count the votes", due="after the levy vote")
    session = replace(NAMED, actions=(asked, vote, replace(asked, id="a3", done="2027-02-09 10:00")))
    event = entry(sro, session)
    assert event.decoded("dtstart") == date(2027, 2, 12)
    assert event["summary"] == "Due: Ann Poe: ask the insurer, by Friday (February 12, 2027)"
    moved = entry(sro, replace(session, actions=(replace(asked, due="Monday", on="2027-02-15"),)))
    assert (moved["uid"], moved.decoded("dtstart")) == (event["uid"], date(2027, 2, 15))
