from __future__ import annotations

import pytest
from hypothesis import given

from mou_tui.draft.line_joining import is_broken, join_lines
from tests.draft.clause_texts import CLAUSES
from tests.examples import examples

FROM_PDF = (
    "The School District shall employ the offi-\ncers for the whole of the school year and pay\nfor their training.\n\n"
    "1. The first item goes on over the end of\nthe line and is self-\ngoverned.\n2. The second one does not."
)


def test_lines_broken_by_a_machine_are_joined_and_its_hyphens_go() -> None:
    assert is_broken(FROM_PDF)
    assert join_lines(FROM_PDF) == (
        "The School District shall employ the officers for the whole of the school year and pay for their training.\n\n"
        "1. The first item goes on over the end of the line and is self-governed.\n2. The second one does not."
    )


@pytest.mark.parametrize(
    "text",
    [
        "One line.",
        "Pat Doe\nChief of Police\nLake City",
        "By: ________________________________\nName: ______________________________\nTitle: _____________________",
        "Witness my hand on the day that is named below:\nDate: ____________________________________",
        "- one\n- two\n- three",
        "| Who | When |\n|---|---|\n| SRO | today |",
        "A paragraph of one line that is quite long indeed.\n\nAnd another one that is about as long as that.",
        "",
    ],
)
def test_lines_that_a_person_ended_stay(text: str) -> None:
    assert not is_broken(text)
    assert join_lines(text) == text


@examples(66)
@given(CLAUSES)
def test_joining_takes_no_letter_away_and_joins_once(text: str) -> None:
    joined = join_lines(text)
    assert [sign for sign in joined if sign.isalnum()] == [sign for sign in text if sign.isalnum()]
    assert "\n\n" not in joined.replace("\n\n\n", "") or "\n" in text


@pytest.mark.parametrize(
    ("broken", "joined"),
    [
        (
            "The SRO shall wait for a non-\nemergency call before entering a class-\nroom.",
            "The SRO shall wait for a non-emergency call before entering a classroom.",
        ),
        (
            "At least twenty-\nfive hours of law-\nenforcement training are paid each year.",
            "At least twenty-five hours of law-enforcement training are paid each year.",
        ),
        (
            "The City’s law-\nyer writes a state-\nment of what they decide in the meeting.",
            "The City’s lawyer writes a statement of what they decide in the meeting.",
        ),
        (
            "> The SRO shall wait for the principal of the\n> school before questioning a student about a\n> matter.",
            "> The SRO shall wait for the principal of the school before questioning a student about a matter.",
        ),
        (
            "The SRO is at the schools that are listed below\nfrom Monday to Friday.\n(a) The first of them is long "
            "enough to be\nbroken.",
            "The SRO is at the schools that are listed below from Monday to Friday.\n(a) The first of them is long "
            "enough to be broken.",
        ),
    ],
)
def test_every_way_in_which_a_machine_breaks_lines_is_mended(broken: str, joined: str) -> None:
    assert is_broken(broken)
    assert join_lines(broken) == joined
