from __future__ import annotations

import pytest

from mou_tui.draft.list_labels import ListLine, next_label, read_list_line


@pytest.mark.parametrize(
    ("label", "following"),
    [
        *(
            ("-", "-"),
            ("•", "•"),
            ("1.", "2."),
            ("9)", "10)"),
            ("(12)", "(13)"),
            ("a.", "b."),
            ("(a)", "(b)"),
            ("C)", "D)"),
        ),
        *(
            ("i.", "ii."),
            ("(iv)", "(v)"),
            ("IX.", "X."),
            ("h.", "i."),
            ("z.", "aa."),
            ("(aa)", "(bb)"),
            ("1.9", "1.10"),
        ),
        ("2.3.1.", "2.3.2."),
    ],
)
def test_the_next_item_has_the_next_label(label: str, following: str) -> None:
    assert next_label(label) == following


def test_the_item_before_tells_a_letter_from_a_roman_number() -> None:
    assert next_label("i.", "h.") == "j."
    assert next_label("(v)", "(u)") == "(w)"
    assert next_label("i.", "") == "ii."


def test_a_line_of_a_list_is_read_in_its_parts() -> None:
    assert read_list_line("   (b) the words") == ListLine("   ", "(b)", "the words")
    assert read_list_line("- ") == ListLine("", "-", "")
    assert read_list_line("the words") is None
