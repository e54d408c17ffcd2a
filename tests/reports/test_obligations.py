"""What has to be done by when: a day only where it is certain, everything else listed without one."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from datetime import date, datetime

import pytest
from icalendar import Calendar

from mou_tui.checklist.loader import load
from mou_tui.exchange.calendar_file import calendar_file
from mou_tui.exchange.data_file import data_file
from mou_tui.exchange.export import export_file
from mou_tui.reports.obligations import COLUMNS, Obligation, obligations
from mou_tui.session.in_force import InForce
from mou_tui.session.model import Answer, ChecklistRef, Session
from mou_tui.session.requirements import LayerRef

SRO = load()
NOW = datetime(2026, 11, 30, 10, 0)
BARE = Session(ChecklistRef("sro", SRO.version), facts={"start-date": "July 1, 2027"})


def listed(session: Session) -> dict[str, Obligation]:
    return {item.key: item for item in obligations(SRO, session)}


def saying(text: str, session: Session = BARE) -> list[tuple[str, int]]:
    """The days that a clause sets, and after how many months they come again."""
    items = obligations(SRO, session.with_answer("counting", Answer(text)))
    return [(item.day, item.every) for item in items if item.key.startswith("clause/")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The District shall publish the figures by August 15 each year.", [("2027-08-15", 12)]),
        ("The District shall publish the figures by August 15, 2028.", [("2028-08-15", 0)]),
        ("By each January 5 and June 5 it shall send them.", [("2028-01-05", 12), ("2028-06-05", 12)]),
        ("The District shall publish the figures each year.", [("", 0)]),
        # What is not certain has no day, and what happens at once or within hours is no date of a calendar.
        ("By June 30 of each later school year each SRO shall train again.", []),
        ("The SRO shall tell the Principal within 24 hours.", []),
        ("The SRO shall tell the Principal at once.", []),
        ("The figures are published by August 15 each year.", []),
        ("The District may publish the figures by August 15 each year.", []),
        ("The District shall publish them by [date] each year.", [("", 0)]),
        ("By June 31 each year the District shall publish them.", [("", 0)]),
    ],
)
def test_a_clause_sets_a_date_where_its_words_leave_no_doubt(text: str, expected: list[tuple[str, int]]) -> None:
    assert saying(text) == expected


def test_without_a_start_date_a_day_of_the_year_is_listed_without_its_year() -> None:
    session = replace(BARE, facts={})
    text = "The District shall publish the figures by August 15 each year."
    (item,) = obligations(SRO, session.with_answer("counting", Answer(text)))
    assert (item.day, item.how) == ("", "the start date is not set")
    assert item.whole == f"8.1 Counting and reporting: {text} The start date is not set."


def test_the_review_and_the_end_are_among_the_dates_and_come_once() -> None:
    session = replace(BARE, facts={**BARE.facts, "end-date": "June 30, 2030"})
    session = session.with_answer("review", Answer("The heads shall review it each year by June 1."))
    items = listed(session)
    assert {key: (item.day, item.every) for key, item in items.items()} == {
        "review": ("2028-06-01", 12),
        "end": ("2030-06-30", 0),
    }
    assert items["review"].days == "June 1, 2028, then every year"


@pytest.mark.parametrize(
    ("state", "key", "day", "every", "how"),
    [
        ("Virginia", "law/va/review", "2029-07-01", 24, "counted from the start date, July 1, 2027"),
        ("Indiana", "law/in/report", "2027-09-01", 12, "the first after the start date, July 1, 2027"),
        ("Minnesota", "law/mn/training", "2027-06-01", 0, ""),
        ("Nebraska", "law/ne/posting", "", 0, "the day of adoption is not known"),
        ("New Mexico", "law/nm/training", "", 0, "the day of assignment is not known"),
        ("Washington", "law/wa/filing", "", 0, "no day is set"),
        ("Washington", "law/wa/process", "", 0, ""),
    ],
)
def test_the_law_sets_a_date_where_it_can_be_counted(state: str, key: str, day: str, every: int, how: str) -> None:
    item = listed(replace(BARE, facts={**BARE.facts, "state": state}))[key]
    assert (item.day, item.every, item.how) == (day, every, how)


def test_once_the_agreement_is_adopted_its_time_counts_from_that_day() -> None:
    adopted = replace(BARE, in_force=InForce(adopted="March 3, 2027"))
    posting = listed(adopted.with_fact("state", "Nebraska"))["law/ne/posting"]
    assert (posting.day, posting.how) == ("2027-06-03", "counted from the day of adoption, March 3, 2027")
    assert listed(adopted.with_fact("state", "Virginia"))["law/va/review"].day == "2029-03-03"


def test_a_grant_that_was_chosen_is_listed_and_its_condition_is_for_counsel() -> None:
    assert not any(key.startswith("law/cops") for key in listed(BARE))
    item = listed(replace(BARE, layers=(LayerRef("cops-2020", "2026-11"),)))["law/cops-2020/signatures"]
    assert item.when == "within 90 days after the award"
    assert item.how.startswith("the day of award is not known; for counsel: whether it applies (where a COPS hiring")


def test_the_calendar_has_each_with_a_day_under_an_id_that_stays() -> None:
    session = replace(BARE, facts={**BARE.facts, "state": "Indiana"})
    session = session.with_answer("counting", Answer("The District shall publish them by August 15 each year."))

    def entries(session: Session) -> dict[str, tuple[date, str]]:
        events = Calendar.from_ical(calendar_file(SRO, session, NOW)).walk("VEVENT")
        return {str(event["summary"])[:18]: (event.decoded("dtstart"), str(event["uid"])) for event in events}

    before = entries(session)
    assert {name: day for name, (day, _) in before.items()} == {
        "8.1 Counting and r": date(2027, 8, 15),
        "Indiana law: India": date(2027, 9, 1),
    }
    after = entries(session.with_fact("start-date", "July 1, 2029"))
    assert {name: uid for name, (_, uid) in after.items()} == {name: uid for name, (_, uid) in before.items()}
    assert after["Indiana law: India"][0] == date(2029, 9, 1)


def test_it_is_written_to_be_read_and_for_programs() -> None:
    session = replace(BARE, facts={**BARE.facts, "state": "Indiana"})
    text = export_file(SRO, session, "deadlines", now=NOW).decode()
    assert text.startswith("# Deadlines\n")
    assert "- **September 1, 2027, then every year:** Indiana law, by September 1 every year: Indiana asks" in text
    (row,) = csv.DictReader(io.StringIO(data_file(SRO, session, "deadlines", "csv").decode()))
    assert tuple(row) == COLUMNS
    assert (row["id"], row["day"], row["every_months"]) == ("law/in/report", "2027-09-01", "12")
    assert json.loads(data_file(SRO, session, "deadlines", "json"))["deadlines"][0]["question"] == "cost-share"
