from __future__ import annotations

import pytest
from hypothesis import given, settings

from mou_tui.draft.block_parser import parse, words
from mou_tui.draft.blocks import Item, Table
from mou_tui.draft.pasted_text import clean_paste
from tests.draft.clause_texts import CLAUSES


@pytest.mark.parametrize(
    ("pasted", "text", "done"),
    [
        (
            "Who\tWhen\nSRO\ttoday\nChief\t\nThen words.",
            "| Who | When |\n|---|---|\n| SRO | today |\n| Chief |  |\n\nThen words.",
            "1 table was recognized",
        ),
        ("Fees:\na|b\tc\n1\t2", "Fees:\n\n| a\\|b | c |\n|---|---|\n| 1 | 2 |", "1 table was recognized"),
        ("\uf0b7\tOak\n\uf0a7\tElm", "- Oak\n   - Elm", "2 list items were recognized"),
        ("•\tOak", "- Oak", "1 list item was recognized"),
        ("•\tOak\no\tElm\n•\tAsh", "- Oak\n   - Elm\n- Ash", "3 list items were recognized"),
        (
            "A.\tOne\na.\tTwo\ni.\tThree\nii.\tFour\nb.\tFive\nB.\tSix",
            "A. One\n   a. Two\n      i. Three\n      ii. Four\n   b. Five\nB. Six",
            "6 list items were recognized",
        ),
        (
            "A.\tOne\n\ta.\tTwo\n\t\ti.\tThree\nB.\tFour",
            "A. One\n   a. Two\n      i. Three\nB. Four",
            "4 list items were recognized",
        ),
    ],
)
def test_what_word_copies_is_as_one_would_have_typed_it(pasted: str, text: str, done: str) -> None:
    assert clean_paste(pasted) == (text, done)


@pytest.mark.parametrize(
    "pasted",
    [
        "Plain words.",
        "1. one\n2. two\n   (a) three",
        "By:\t____\tDate:\t____\nBy:\t____\tDate:\t____",
        "a | b\n--|--\n1 | 2",
        "",
    ],
)
def test_what_reads_well_already_is_left_alone(pasted: str) -> None:
    assert clean_paste(pasted) == (pasted, "")


@settings(max_examples=200)
@given(CLAUSES)
def test_no_word_is_lost_and_what_was_cleaned_stays(text: str) -> None:
    cleaned = clean_paste(text).text
    letters = sorted(sign for sign in words(text) if sign.isalpha() and sign != "o")
    assert sorted(sign for sign in words(cleaned) if sign.isalpha() and sign != "o") == letters


def test_what_is_recognized_reads_as_a_table_and_a_list() -> None:
    blocks = parse(clean_paste("Who\tWhen\nSRO\ttoday\n•\tOak\n•\tElm").text)
    assert [type(block) for block in blocks] == [Table, Item, Item]
