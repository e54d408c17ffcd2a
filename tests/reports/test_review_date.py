from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mou_tui.checklist.model import Checklist
from mou_tui.reports.review_date import review_date
from mou_tui.session.meeting import Alternative
from mou_tui.session.model import Answer, ChecklistRef, Session
from tests.strategies import SMALL, texts

BEGINS = Session(ChecklistRef("sro", "1"), facts={"start-date": "August 16, 2027"})


def reads(sro: Checklist, text: str, start: str = "August 16, 2027") -> tuple[str, int]:
    session = replace(BEGINS, facts={"start-date": start})
    computed = review_date(sro, session.with_answer("review", Answer(text)))
    return computed.day, computed.every


@pytest.mark.parametrize(
    ("text", "day", "every"),
    [
        ("The heads shall review this agreement each year by June 1 with the Principals.", "2028-06-01", 12),
        ("They shall review it no later than the 1st day of July of each year.", "2028-07-01", 12),
        ("Each April, the Superintendent shall call a review group. It answers within 30 days.", "2028-04-01", 12),
        ("They review it every year by the end of June.", "2028-06-30", 12),
        ("By June 1 in every second year, the parties shall amend or reaffirm this agreement.", "2029-06-01", 24),
        ("Review it every other year by Sept. 1.", "2028-09-01", 24),
        ("They shall review it by June 1, 2029.", "2029-06-01", 0),
        ("They shall review it on 6/1/2029, and every two years after that.", "2029-06-01", 24),
        ("They shall review it by 2029-06-01.", "2029-06-01", 0),
        ("The parties shall review this agreement annually.", "2028-08-16", 12),
        ("There is a review every two (2) years.", "2029-08-16", 24),
        ("There is a review every 18 months.", "2029-02-16", 18),
        ("There is a review twice a year.", "2028-02-16", 6),
        ("They look at the figures quarterly. They shall review the agreement once a year.", "2028-08-16", 12),
        ("Data is due by May 15. The review is held each year by June 1.", "2028-06-01", 12),
        (
            "The figures of the year that ends June 30 are brought to a review by September 15 each year.",
            "2027-09-15",
            12,
        ),
        ("They shall review it no later than February 29 each year.", "2028-02-29", 12),
    ],
)
def test_the_day_is_computed_from_the_words(sro: Checklist, text: str, day: str, every: int) -> None:
    assert reads(sro, text) == (day, every)


@pytest.mark.parametrize(
    "text",
    [
        "They shall review it from time to time.",
        "They shall review it as needed.",
        "The SRO may review it. May they?",
        "They shall review it. The figures are published by May 15.",
        "They shall review it by June 31.",
    ],
)
def test_no_day_is_made_up(sro: Checklist, text: str) -> None:
    assert reads(sro, text) == ("", 0)


def test_it_says_from_which_words_it_was_computed(sro: Checklist) -> None:
    session = BEGINS.with_answer("review", Answer("Review it each year by June 1."))
    assert review_date(sro, session).explanation == (
        "“by June 1” and “each year”, counted from the start date, August 16, 2027"
    )
    month = review_date(sro, BEGINS.with_answer("review", Answer("Review it each May.")))
    assert month.explanation.endswith("no day of the month is named, so its first was taken")


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        (Answer(), "10.1 Review and amendment is empty. Write there when"),
        (
            Answer("Review it.", not_applicable="a law does it"),
            "10.1 Review and amendment does not apply: a law does it",
        ),
        (Answer("Review it yearly.", alternatives={"agency": Alternative("Never.")}), "several wordings. Choose one"),
        (Answer("They review it now and then."), "Name one there, such as “by June 1 each year”."),
        (Answer("Each [month of the review], they review it."), "Fill “[month of the review]” there"),
    ],
)
def test_where_no_day_can_be_read_it_says_what_to_do(sro: Checklist, answer: Answer, expected: str) -> None:
    computed = review_date(sro, BEGINS.with_answer("review", answer))
    assert computed.day == ""
    assert expected in computed.explanation


@pytest.mark.parametrize(
    ("start", "expected"),
    [("", "it is not set"), ("the first day of school", "“the first day of school” could not be read")],
)
def test_a_period_needs_a_start_to_be_counted_from(sro: Checklist, start: str, expected: str) -> None:
    session = replace(BEGINS, facts={"start-date": start} if start else {})
    computed = review_date(sro, session.with_answer("review", Answer("Review it every year by June 1.")))
    assert computed.day == ""
    assert expected in computed.explanation
    assert "Set it under “Parties and facts”" in computed.explanation


def test_a_whole_day_needs_no_start(sro: Checklist) -> None:
    assert reads(sro, "Review it by June 1, 2029.", start="") == ("2029-06-01", 0)


def test_a_date_still_blank_is_told_next_to_the_period(sro: Checklist) -> None:
    computed = review_date(sro, BEGINS.with_answer("review", Answer("Review it each year by [review date].")))
    assert computed.day == "2028-08-16"
    assert computed.explanation.endswith("“[review date]” is still a blank")


def test_every_example_can_be_read_once_it_is_filled(sro: Checklist) -> None:
    filled = {"[review date]": "June 1", "[month of the review]": "May", "[date]": "June 1"}
    for example in sro.question("review").examples:
        text = example.text
        for blank, words in filled.items():
            text = text.replace(blank, words)
        assert reads(sro, text)[0], example.id


def test_a_checklist_that_does_not_ask_has_no_review_day() -> None:
    assert review_date(SMALL, BEGINS).day == ""


WORDS = st.lists(
    st.sampled_from(
        [
            *(
                "review ",
                "by ",
                "each ",
                "every ",
                "second ",
                "year ",
                "June ",
                "May ",
                "31 ",
                "30, ",
                "2028 ",
                "0 ",
                "99 ",
            ),
            *("end of ", "1st day of ", "months ", "6/31/2028 ", "February 29 ", ". ", "\n", "[date] ", "twice a "),
        ]
    ),
    max_size=8,
).map("".join)


@given(WORDS | texts, st.sampled_from(["August 16, 2027", "December 31, 9999", "1/1/0001", "soon"]))
def test_whatever_is_written_a_day_is_a_day_or_none(sro: Checklist, text: str, start: str) -> None:
    day, every = reads(sro, text, start)
    assert re.fullmatch(r"(\d{4}-\d\d-\d\d)?", day)
    assert every >= 0
