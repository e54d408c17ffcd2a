"""What is said next to a field, and what is recorded of what was typed into it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given

from mou_tui.checklist.model import Checklist
from mou_tui.workspace.field_reading import completed, given_value, missing, read_back, shown_value
from mou_tui.workspace.forms import BY_WHEN, FieldSpec, blank_field, fact_field
from tests.strategies import lines

TODAY = "2026-11-30"
DATE = FieldSpec("date", "Date", kind="date")
FIELDS = [BY_WHEN, DATE, FieldSpec("n", "N", kind="number"), FieldSpec("m", "M", kind="money")]


@pytest.mark.parametrize(
    ("field", "typed", "message"),
    [
        (BY_WHEN, "Friday", "Friday, December 4."),
        (BY_WHEN, "by by next Thursday", "Thursday, December 10."),
        (BY_WHEN, "January 8", "Friday, January 8, 2027."),
        (BY_WHEN, "November 20, 2026", "Friday, November 20: that day is past."),
        (BY_WHEN, "after the levy vote", "No day is read in this, so it never counts as overdue."),
        (BY_WHEN, "Dec 32", "December has 31 days. No day is read in this, so it never counts as overdue."),
        (DATE, "7/1/27", "Thursday, July 1, 2027."),
        (DATE, "2/31/2027", "February 2027 has 28 days."),
        (DATE, "June 0", "June has no day 0."),
        (DATE, "forever", "Not read as a date; kept as you typed it."),
        (blank_field("number"), "two", ""),
        (blank_field("number"), "30", ""),
        (blank_field("number"), "a few", ""),
        (blank_field("number"), "some", "Not read as a number; kept as you typed it."),
        (blank_field("dollar amount"), "$45,000", ""),
        (blank_field("dollar amount"), "45k", ""),
        (blank_field("dollar amount"), "to be agreed", "Not read as an amount, such as $45,000; kept as you typed it."),
        (blank_field("review date"), "June 1, 2028", "Thursday, June 1, 2028."),
        (blank_field("measures"), "anything", ""),
        (FieldSpec("what", "What?"), "tomorrow", ""),
    ],
)
def test_what_was_typed_is_shown_back(field: FieldSpec, typed: str, message: str) -> None:
    reading = read_back(field, typed, TODAY)
    assert (reading.message if reading else "") == message
    assert not (reading and reading.is_mistake)


def test_an_end_that_is_past_is_noticed(sro: Checklist) -> None:
    end = sro.fact("end-date")
    assert end
    reading = read_back(fact_field(end, ""), "June 30, 2024", TODAY)
    assert reading
    assert reading.message == "Sunday, June 30, 2024: that day is past."


def test_only_what_is_missing_is_a_mistake() -> None:
    required = FieldSpec("what", "What?", required=True)
    assert missing(required, " ")
    assert not missing(required, "x")
    assert not missing(replace(required, required=False), "")


@pytest.mark.parametrize(
    ("fact", "typed", "given"),
    [
        ("start-date", "7/1/27", "July 1, 2027"),
        ("start-date", "July 1 2027", "July 1, 2027"),
        ("start-date", "when the board votes", "when the board votes"),
        ("state", "va", "Virginia"),
        ("state", "PR", "Puerto Rico"),
        ("state", "Cherokee Nation", "Cherokee Nation"),
        ("schools", "Elm School\nOak School\nAsh School\n", "Elm School, Oak School, and Ash School"),
        ("schools", "all schools of the district", "all schools of the district"),
    ],
)
def test_a_fact_is_recorded_as_the_agreement_writes_it(sro: Checklist, fact: str, typed: str, given: str) -> None:
    spec = sro.fact(fact)
    assert spec
    assert given_value(fact_field(spec, ""), typed) == given


@pytest.mark.parametrize(
    ("fact", "known"),
    [("start-date", "7/1/2027"), ("schools", "Elm, Oak and Ash"), ("state", "VA"), ("schools", "Lewis and Clark")],
)
def test_what_nobody_changed_stays_as_an_older_version_wrote_it(sro: Checklist, fact: str, known: str) -> None:
    spec = sro.fact(fact)
    assert spec
    field = fact_field(spec, known)
    assert given_value(field, shown_value(field, known)) == known


@pytest.mark.parametrize(
    ("typed", "place"),
    [
        *(("VA", "Virginia"), ("mass", "Massachusetts"), ("new m", "New Mexico"), ("guam", "Guam")),
        *(("district of", "the District of Columbia"), ("d.c.", "the District of Columbia")),
        *(("new", "new"), ("Navajo Nation", "Navajo Nation"), ("", ""), ("columbia", "columbia")),
    ],
)
def test_a_code_a_name_or_the_beginning_of_one_is_a_state(sro: Checklist, typed: str, place: str) -> None:
    state = sro.fact("state")
    assert state
    assert completed(fact_field(state, ""), typed) == place


@given(lines)
def test_no_words_are_refused_or_lost(typed: str) -> None:
    for field in FIELDS:
        read_back(field, typed, TODAY)
        if field.kind != "date":
            assert given_value(field, typed) == typed
