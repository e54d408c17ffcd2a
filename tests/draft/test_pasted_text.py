from __future__ import annotations

import pytest
from hypothesis import given

from mou_tui.draft.block_parser import parse, words
from mou_tui.draft.blocks import Item, Table
from mou_tui.draft.pasted_text import clean_paste
from tests.draft.clause_texts import CLAUSES
from tests.examples import examples

BULLET_LETTERS = "oØ"
"""Letters that Word copies for the bullets of a list."""


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


@examples(66)
@given(CLAUSES)
def test_no_word_is_lost_and_what_was_cleaned_stays(text: str) -> None:
    cleaned = clean_paste(text).text

    def letters(wording: str) -> list[str]:
        return sorted(sign for sign in words(wording) if sign.isalpha() and sign not in BULLET_LETTERS)

    assert letters(cleaned) == letters(text)


def test_what_is_recognized_reads_as_a_table_and_a_list() -> None:
    blocks = parse(clean_paste("Who\tWhen\nSRO\ttoday\n•\tOak\n•\tElm").text)
    assert [type(block) for block in blocks] == [Table, Item, Item]


@pytest.mark.parametrize(
    ("pasted", "rows"),
    [
        ("School\tSROs\tHours\nElementary\nOak\t1\t8-4", [3, 3, 3]),
        ("Name\tFee\nOak\t1\nThe elementary schools\nElm\t2", [2, 2, 2, 2]),
        ("School\tSROs\tHours\nOak\t1\t8-4\nElm\t2\nAsh\t1\t9-3", [3, 3, 3, 3]),
        ("\tOne\tTwo\nOak\t1\t2\nElm\t\t2", [3, 3, 3]),
        ("Fees\t2027\nSalary\t$50,000\nEquipment\t$____", [2, 2, 2]),
        ("Oak\t1\nElm\t2\n\nThe Chief decides.", [2, 2]),
    ],
)
def test_a_table_with_joined_or_empty_cells_is_one_table(pasted: str, rows: list[int]) -> None:
    typed, cleaned = parse(pasted), parse(clean_paste(pasted).text)
    assert words(pasted).split() == words(clean_paste(pasted).text).split()
    tables = [block for block in cleaned if isinstance(block, Table)]
    assert [len(row) for row in tables[0].rows] == rows
    assert [block for block in typed if isinstance(block, Table)] == tables


@pytest.mark.parametrize(
    "form",
    ["By:\tPat Doe\nTitle:\tChief\nDate:\tJune 1", "Name:\t____\tDate:\t____\nTitle:\t____\tDate:\t____"],
)
def test_the_lines_of_a_form_are_no_table(form: str) -> None:
    assert clean_paste(form).text == form
    assert not any(isinstance(block, Table) for block in parse(form))


@pytest.mark.parametrize(
    ("pasted", "typed"),
    [
        ("•\tone\no\ttwo\n▪\tthree\n–\tfour", "- one\n   - two\n      - three\n         - four"),
        ("·\tone\n\to\ttwo\n\t\t§\tthree\n·\tfour", "- one\n   - two\n      - three\n- four"),
        ("• one\n  o two\n    ▪ three", "- one\n   - two\n      - three"),
        ("Ø\tone\nØ\ttwo", "- one\n- two"),
        ("ü\tone\nü\ttwo", "- one\n- two"),
        ("o   one\no   two", "- one\n- two"),
    ],
)
def test_every_bullet_of_word_is_a_bullet(pasted: str, typed: str) -> None:
    assert clean_paste(pasted).text == typed


@pytest.mark.parametrize(
    ("labels", "levels"),
    [
        ("(a) (b) (i) (ii) (c)", [0, 0, 1, 1, 0]),
        ("(h) (i) (j)", [0, 0, 0]),
        ("(h) (i) (ii) (i)", [0, 1, 1, 0]),
        ("(g) (h) (i) (i) (ii) (j)", [0, 0, 0, 1, 1, 0]),
        ("u. v. w. x. y.", [0, 0, 0, 0, 0]),
        ("(a) (b) (i) (ii) (iii) (iv) (v) (c)", [0, 0, 1, 1, 1, 1, 1, 0]),
        ("I. A. 1. 2. B. II. A.", [0, 1, 2, 2, 1, 0, 1]),
        ("(i) (ii) (A) (B) (iii)", [0, 0, 1, 1, 0]),
        ("1. 1.1 1.2 1.2.1 2.", [0, 1, 1, 2, 0]),
        ("1. 3. 7. • • 9.", [0, 0, 0, 1, 1, 0]),
        ("(x) (xi) (xii)", [0, 0, 0]),
    ],
)
def test_without_any_indent_the_labels_tell_the_levels(labels: str, levels: list[int]) -> None:
    pasted = "\n".join(f"{label}\tan item" for label in labels.split())
    items = [block for block in parse(clean_paste(pasted).text) if isinstance(block, Item)]
    assert [item.level for item in items] == levels
    assert [item.label for item in items] == labels.replace("•", "-").split()
