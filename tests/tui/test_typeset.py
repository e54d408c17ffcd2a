from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from mou_tui.tui.widgets.typeset import Row, estimate, typeset
from mou_tui.tui.widgets.wrapping import wrap

ANY_TEXT = st.text(st.characters(exclude_categories=["Cc", "Cs"]), max_size=200)
MARKDOWN_PIECES = st.sampled_from(
    [
        "# ",
        "- ",
        "1. ",
        "> ",
        "| a | b |\n|---|---|\n| ",
        "**",
        "*",
        "`",
        "```\n",
        "\n",
        "\n\n",
        "    ",
        "\\\n",
        "word ",
        "[blank]",
        "___",
        "警察",
        "👩‍👧",
        "é",
        "<b>",
        "&amp;",
        "[a]: b",
        "[x](y)",
        "\t",
        "---\n",
        "\\*",
    ]
)


def texts(markdown: str, width: int = 20) -> list[str]:
    return [row.text for row in typeset(markdown, width)]


def roles(markdown: str, width: int = 40) -> dict[str, tuple[str, ...]]:
    return {piece.text: piece.roles for row in typeset(markdown, width) for piece in row.pieces}


@pytest.mark.parametrize("markdown", ["Of [x-ray] and [amount].", "- Of [x-ray]\n- and [amount]", "# [x-ray] [amount]"])
def test_what_the_room_said_is_no_blank_is_mere_text(markdown: str) -> None:
    rows = typeset(markdown, 40, ("[x-ray]",))
    blanks = {piece.text for row in rows for piece in row.pieces if "blank" in piece.roles}
    assert blanks == {"[amount]"}
    assert "[x-ray]" in " ".join(row.text for row in rows)


@given(ANY_TEXT, st.integers(2, 40))
def test_no_line_is_wider_than_asked_and_only_spaces_and_breaks_are_dropped(text: str, width: int) -> None:
    lines = [text[start:end] for start, end in wrap(text, width)]

    assert all(cell_len(line) <= width for line in lines)
    assert "".join(lines).replace(" ", "") == text.replace("\n", "").replace(" ", "")


@given(st.lists(MARKDOWN_PIECES, max_size=40).map("".join), st.integers(1, 60))
@settings(max_examples=300)
def test_any_markdown_is_laid_out_without_a_control_character(markdown: str, width: int) -> None:
    rows = typeset(markdown, width)

    assert all(character.isprintable() or character in "\u200d" for row in rows for character in row.text)


@given(st.lists(MARKDOWN_PIECES, max_size=40).map("".join), st.integers(16, 60))
@settings(max_examples=300)
def test_words_are_never_lost_and_rows_keep_to_the_width(markdown: str, width: int) -> None:
    rows = typeset(markdown, width)

    assert "".join(row.text for row in rows).count("word") == markdown.count("word")
    assert all(cell_len(row.text) <= width for row in rows)


def test_long_lines_break_at_spaces_and_words_only_where_they_must() -> None:
    assert texts("one two three four five six") == ["one two three four", "five six"]
    assert texts("a" * 45) == ["a" * 20, "a" * 20, "a" * 5]
    assert texts("short " + "b" * 25) == ["short", "b" * 20, "b" * 5]


def test_no_break_spaces_hold_words_together() -> None:
    assert texts("one two three four\u00a0five six") == ["one two three", "four\u00a0five six"]


def test_line_breaks_are_spaces_unless_they_are_hard() -> None:
    assert texts("one\ntwo\\\nthree") == ["one two", "three"]


def test_rows_say_what_stood_between_them() -> None:
    rows = typeset("one two three four five six\\\nseven\n\n警察警察警察警察警察警察", 20)

    assert [row.separator for row in rows] == ["\n", " ", "\n", "\n", "\n", ""]


def test_lists_hang_behind_their_markers() -> None:
    assert texts("1. one two three four five\n2. six\n   - seven") == [
        "1. one two three",
        "   four five",
        "2. six",
        "   • seven",
    ]


def test_a_loose_list_has_blank_rows_and_an_empty_item_keeps_its_marker() -> None:
    assert texts("- one\n\n- two\n-") == ["• one", "", "• two", "", "• "]


def test_lists_so_deep_that_nothing_fits_are_no_longer_set_in() -> None:
    markdown = "\n".join("  " * depth + "- level" for depth in range(12))

    assert "".join(texts(markdown)).count("level") == 12
    assert max(map(len, texts(markdown))) <= 20


def test_tables_share_the_width_and_lose_nothing() -> None:
    rows = texts("| Who | What they do every day |\n|---|---|\n| **Chief** | commands and supervises |", 24)

    assert rows[0] == "Who   │ What they do    "
    assert rows[2] == "──────┼─────────────────"
    assert [row.split("│")[0].strip() for row in rows if "│" in row] == ["Who", "", "Chief", ""]
    assert all(cell_len(row) <= 24 for row in rows)


def test_a_table_with_more_columns_than_fit_is_laid_out_all_the_same() -> None:
    markdown = "|" + " a |" * 9 + "\n|" + "---|" * 9 + "\n|" + " b |" * 9

    assert "".join(texts(markdown)).count("b") == 9


@pytest.mark.parametrize("level", [1, 2, 3, 6])
def test_headings_start_at_the_left(level: int) -> None:
    rows = typeset("#" * level + " Title", 40)

    assert [row.text for row in rows] == ["Title"]
    assert rows[0].pieces[0].roles == (f"heading-{min(level, 3)}",)


def test_emphasis_nests_and_blanks_are_marked_within_it() -> None:
    found = roles("**bold *both*** ___")

    assert found["both"] == ("strong", "emphasis")
    assert found["___"] == ("blank",)
    assert roles("**by [date]**")["[date]"] == ("strong", "blank")


def test_a_blank_may_have_emphasis_inside_and_run_over_a_line_end() -> None:
    assert roles("to [the *full* name] here")["full"] == ("emphasis", "blank")
    assert "blank" in {role for kinds in roles("to [the\nname] here").values() for role in kinds}


def test_what_a_draft_never_holds_is_shown_as_it_was_typed() -> None:
    typed = ["> said", "```sh", "`code`", "---", "Title", "=====", "<b>", "&amp;", "[a]: b", "[a](b)", "![a](b)"]

    assert texts("\n\n".join(typed))[::2] == typed


def test_nothing_takes_no_rows() -> None:
    assert typeset("", 20) == ()
    assert estimate("", 20) == 0


def test_only_the_paragraph_that_changed_is_laid_out_again() -> None:
    before = typeset("one two\n\nthree four\n\nfive six", 20)
    after = typeset("one two\n\nthree four!\n\nfive six", 20)

    same: list[Row] = [old for old, new in zip(before, after, strict=True) if old is new]
    assert [row.text for row in same if row.text] == ["one two", "five six"]


def test_the_guess_at_a_height_is_near_for_prose() -> None:
    markdown = "\n\n".join("The Police Department shall assign an officer to each school. " * 9 for _ in range(9))

    assert estimate(markdown, 44) == pytest.approx(len(typeset(markdown, 44)), rel=0.1)
