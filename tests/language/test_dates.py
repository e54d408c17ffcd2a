from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mou_tui.language.dates import add_months, clock_time, long_date, next_anniversary, parse_date
from tests.strategies import lines


@pytest.mark.parametrize(
    "words",
    [
        "July 1, 2027",
        "7/1/2027",
        "1 July 2027",
        "2027-07-01",
        "July 1st, 2027",
        "Jul. 1, 2027",
        "Thursday, July 1, 2027",
    ],
)
def test_a_day_is_read_however_it_is_usually_written(words: str) -> None:
    assert parse_date(words) == "2027-07-01"


@pytest.mark.parametrize(
    "words",
    ["", "July 2027", "July 1", "2027", "the first day of school 2027", "July 32, 2027", "noon", "[start date]"],
)
def test_what_is_no_whole_day_is_not_read_as_one(words: str) -> None:
    assert parse_date(words) == ""


@given(lines | st.text("0123456789-/.: JulyMaonTZ+", max_size=20))
def test_no_words_can_do_harm(words: str) -> None:
    assert re.fullmatch(r"(\d{4}-\d\d-\d\d)?", parse_date(words))


def test_days_and_times_are_written_out() -> None:
    assert long_date("2027-01-13 18:02") == long_date("2027-01-13") == "January 13, 2027"
    assert [clock_time(f"2027-01-13 {at}") for at in ("00:05", "10:42", "12:00", "18:02")] == [
        *("12:05 a.m.", "10:42 a.m.", "12:00 p.m.", "6:02 p.m.")
    ]


def test_what_is_no_day_stays_as_it_is() -> None:
    assert long_date("soon") == "soon"
    assert clock_time("2027-01-13") == clock_time("soon enough, I hope") == ""


def test_months_are_counted_to_the_end_of_a_shorter_month() -> None:
    assert add_months("2027-08-16", 12) == "2028-08-16"
    assert add_months("2028-02-29", 12) == "2029-02-28"
    assert add_months("2027-08-31", 6) == "2028-02-29"
    assert add_months("9999-01-01", 12) == ""


def test_a_day_comes_round_again_after_another() -> None:
    assert next_anniversary("2027-08-16", 6, 1) == "2028-06-01"
    assert next_anniversary("2027-05-31", 6, 1) == "2027-06-01"
    assert next_anniversary("2027-06-01", 6, 1) == "2028-06-01"
    assert next_anniversary("2097-01-01", 2, 29) == "2104-02-29"
    assert next_anniversary("2027-01-01", 6, 31) == ""
