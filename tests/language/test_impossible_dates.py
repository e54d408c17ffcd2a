"""Dates that are on no calendar, however they are written."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mou_tui.language.dates import parse_date
from mou_tui.language.impossible_dates import why_impossible
from tests.strategies import lines


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ("June 31, 2029", "June has 30 days"),
        ("june 31", "June has 30 days"),
        ("Sunday, June 31st, 2029", "June has 30 days"),
        ("31 June 2029", "June has 30 days"),
        ("the 31st of June", "June has 30 days"),
        ("6/31/2029", "June has 30 days"),
        ("6/31/29", "June has 30 days"),
        ("2029-06-31", "June has 30 days"),
        ("Sept. 31, 2027", "September has 30 days"),
        ("Dec 32", "December has 31 days"),
        ("2/29/2027", "February 2027 has 28 days"),
        ("Feb 30", "February has 29 days"),
        ("June 0", "June has no day 0"),
        ("June 0, 2029", "June has no day 0"),
        ("6/0/2029", "June has no day 0"),
        ("13/13/2027", "There is no month 13"),
        ("2027-00-05", "There is no month 0"),
    ],
)
def test_it_is_said_why_a_date_names_no_day(words: str, reason: str) -> None:
    assert why_impossible(words) == reason


@pytest.mark.parametrize(
    "words",
    [
        *("", "June 30, 2029", "June 30", "February 29", "2/29/2028", "June 2029", "31/12/2027", "May 31", "forever"),
        *("the first day of school", "three years later", "marching 31", "June 31 or the last day of school", "12/32"),
    ],
)
def test_nothing_is_said_of_a_day_or_of_words(words: str) -> None:
    assert why_impossible(words) == ""


@given(lines | st.text("0123456789-/.: JunFebruary,th", max_size=20))
def test_no_words_can_do_harm_and_no_day_is_impossible(words: str) -> None:
    assert not (parse_date(words) and why_impossible(words))
