"""When something is due: words as people type them, the day they name, and how both read in a sentence."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mou_tui.language.dates import long_date, weekday_date
from mou_tui.language.due_dates import by_due_day, by_words, due_day, is_overdue, shown_back, understand_due
from tests.strategies import lines

MONDAY = "2026-11-30"
days = st.dates(date(2020, 1, 1), date(2080, 12, 31)).map(str)


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("Friday", "2026-12-04"),
        ("fri.", "2026-12-04"),
        ("this Friday at 3 pm", "2026-12-04"),
        ("next Friday", "2026-12-11"),
        ("by by next Thursday", "2026-12-10"),
        ("Wednesday next week", "2026-12-09"),
        ("Monday", "2026-11-30"),
        ("Dec 4", "2026-12-04"),
        ("Friday, December 4", "2026-12-04"),
        ("no later than December 4th", "2026-12-04"),
        ("12/4", "2026-12-04"),
        ("12/4/26", "2026-12-04"),
        ("2026-12-04", "2026-12-04"),
        ("January 8", "2027-01-08"),
        ("November 30", "2026-11-30"),
        ("the 4th", "2026-12-04"),
        ("the 31st", "2026-12-31"),
        ("tomorrow", "2026-12-01"),
        ("in two weeks", "2026-12-14"),
        ("within 10 days", "2026-12-10"),
        ("a week from Friday", "2026-12-11"),
        ("in a month", "2026-12-30"),
        ("the end of the week", "2026-12-04"),
        ("end of next week", "2026-12-11"),
        ("the end of the month", "2026-11-30"),
        ("end of January", "2027-01-31"),
        ("the end of next month", "2026-12-31"),
    ],
)
def test_the_day_that_words_name_is_understood_from_when_they_were_typed(words: str, day: str) -> None:
    assert understand_due(words, MONDAY) == day


@pytest.mark.parametrize(
    "words",
    [
        *(
            "",
            "by",
            "after the levy vote",
            "the next meeting",
            "forever",
            "before school starts",
            "when the board meets",
        ),
        *(
            "December",
            "next week",
            "ASAP",
            "4.2",
            "10",
            "December 4 and 11",
            "Friday, after the vote",
            "second reading",
        ),
        *("3-5 days", "noon", "may", "in a while", "in 999 years time and more", "the 32nd", "February 30"),
    ],
)
def test_words_that_name_no_day_are_due_on_none_and_never_overdue(words: str) -> None:
    assert understand_due(words, MONDAY) == ""
    assert not is_overdue(words, "", "2099-01-01")


@given(lines | st.text("0123456789-/.,: bynextthe Friday weeks endof December", max_size=30), days)
def test_no_words_can_do_harm(words: str, today: str) -> None:
    day = understand_due(words, today)
    assert day == "" or str(date.fromisoformat(day)) == day
    for on in ("", day):
        by_words(words, on, today)


@given(days, st.integers(0, 6))
def test_a_day_of_the_week_is_the_next_such_day(today: str, ahead: int) -> None:
    wanted = str(date.fromisoformat(today) + timedelta(days=ahead))
    weekday = weekday_date(wanted).partition(",")[0]
    assert understand_due(weekday, today) == understand_due(f"by {weekday.lower()}", today) == wanted
    assert understand_due(f"next {weekday}", today) > today


@given(days, days)
def test_a_date_written_out_is_that_date_whenever_it_is_typed(today: str, day: str) -> None:
    for words in (long_date(day), weekday_date(day), day, f"by {long_date(day)}"):
        assert understand_due(words, today) == day


@given(days)
def test_a_day_without_its_year_is_still_to_come(today: str) -> None:
    ahead = str(date.fromisoformat(today) + timedelta(days=200))
    assert understand_due(long_date(ahead)[:-6], today) == ahead


@pytest.mark.parametrize(
    ("words", "on", "said"),
    [
        ("Friday", "2026-12-04", "by Friday (December 4, 2026)"),
        ("by by next Thursday", "2026-12-10", "by next Thursday (December 10, 2026)"),
        ("by the end of the week", "2026-12-04", "by the end of the week (December 4, 2026)"),
        ("December 4", "2026-12-04", "by December 4"),
        ("2026-12-04", "2026-12-04", "by December 4, 2026"),
        ("after the levy vote", "", "after the levy vote"),
        ("in two weeks", "2026-12-14", "in two weeks (December 14, 2026)"),
        ("2 weeks", "2026-12-14", "in 2 weeks (December 14, 2026)"),
        ("the next meeting", "", "by the next meeting"),
        ("", "", ""),
    ],
)
def test_a_sentence_says_by_when_and_never_by_twice(words: str, on: str, said: str) -> None:
    assert by_words(words, on) == by_words(words, on, MONDAY) == said


@pytest.mark.parametrize(
    ("words", "on", "today", "said"),
    [
        ("Friday", "2026-12-04", "2026-12-04", "by Friday (December 4, 2026)"),
        ("Friday", "2026-12-04", "2026-12-05", "by Friday, overdue since December 4"),
        ("December 4", "2026-12-04", "2026-12-05", "overdue since December 4"),
        ("Friday", "2026-12-04", "2027-01-11", "by Friday, overdue since December 4, 2026"),
        ("after the levy vote", "", "2027-01-11", "after the levy vote"),
    ],
)
def test_from_the_day_after_it_is_overdue(words: str, on: str, today: str, said: str) -> None:
    assert by_words(words, on, today) == said


def test_without_a_day_in_the_file_only_a_whole_date_counts() -> None:
    assert due_day("December 4, 2026", "") == due_day("2026-12-04", "") == "2026-12-04"
    assert due_day("Friday", "") == due_day("December 4", "") == due_day("", "2026-12-04") == ""
    assert due_day("Friday", "soon") == ""


def test_a_day_is_shown_back_with_its_weekday_and_another_year_with_it() -> None:
    assert shown_back("2026-12-04", MONDAY) == "Friday, December 4"
    assert shown_back("2027-01-08", MONDAY) == "Friday, January 8, 2027"


def test_what_is_due_first_comes_first_and_what_is_due_on_no_day_last() -> None:
    assert by_due_day(["b", "", "a", "c"], lambda day: day) == ["a", "b", "c", ""]
