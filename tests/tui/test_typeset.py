from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from mou_tui.draft.block_parser import parse
from mou_tui.draft.blocks import Block, Heading, Span, words_of
from mou_tui.tui.widgets.preview.typeset import TextRow, estimate_rows, typeset
from mou_tui.tui.widgets.preview.wrapping import wrap
from tests.examples import examples

ANY_TEXT = st.text(st.characters(exclude_categories=["Cc", "Cs"]), max_size=200)
PIECES = st.sampled_from(
    [
        *("# ", "- ", "1. ", "> ", "(a) ", "  (b) ", "\ti.\t", "• ", "| a | b |\n|---|---|\n| ", "x\ty\nz\tw"),
        *("**", "*", "`", "```\n", "\n", "\n\n", "    ", "\\\n", "word ", "[blank]", "___", "警察", "👩‍👧", "é"),
        *("<b>", "&amp;", "[a]: b", "[x](y)", "\t", "---\n", "\\*"),
    ]
)
TEXTS = st.lists(PIECES, max_size=40).map("".join)


def texts(text: str, width: int = 20) -> list[str]:
    return [row.text for row in typeset(parse(text), width)]


def roles(text: str, width: int = 40) -> dict[str, tuple[str, ...]]:
    return {piece.text: piece.roles for row in typeset(parse(text), width) for piece in row.pieces}


@pytest.mark.parametrize(
    "text", ["Of [x-ray] and [amount].", "- Of [x-ray]\n- and [amount]", "a | b\n--|--\n[x-ray] | [amount]"]
)
def test_what_the_room_said_is_no_blank_is_mere_text(text: str) -> None:
    rows = typeset(parse(text, ("[x-ray]",)), 40)
    blanks = {piece.text for row in rows for piece in row.pieces if "blank" in piece.roles}
    assert blanks == {"[amount]"}
    assert "[x-ray]" in " ".join(row.text for row in rows)


@given(ANY_TEXT, st.integers(2, 40))
def test_no_line_is_wider_than_asked_and_only_spaces_and_breaks_are_dropped(text: str, width: int) -> None:
    lines = [text[start:end] for start, end in wrap(text, width)]

    assert all(cell_len(line) <= width for line in lines)
    assert "".join(lines).replace(" ", "") == text.replace("\n", "").replace(" ", "")


@given(TEXTS, st.integers(1, 60))
@examples(66)
def test_any_text_is_laid_out_without_a_control_character(text: str, width: int) -> None:
    rows = typeset(parse(text), width)

    assert all(character.isprintable() or character in "\u200d\xa0" for row in rows for character in row.text)


@given(TEXTS, st.integers(16, 60))
@examples(66)
def test_what_is_read_is_never_lost_and_rows_keep_to_the_width(text: str, width: int) -> None:
    rows = typeset(parse(text), width)

    shown = sorted(sign for row in rows for sign in row.text if sign.isalnum())
    assert shown == sorted(sign for sign in words_of(parse(text)) if sign.isalnum())
    assert all(cell_len(row.text) <= width for row in rows)


def test_long_lines_break_at_spaces_and_words_only_where_they_must() -> None:
    assert texts("one two three four five six") == ["one two three four", "five six"]
    assert texts("a" * 45) == ["a" * 20, "a" * 20, "a" * 5]
    assert texts("short " + "b" * 25) == ["short", "b" * 20, "b" * 5]


def test_no_break_spaces_hold_words_together() -> None:
    assert texts("one two three four\u00a0five six") == ["one two three", "four\u00a0five six"]


def test_a_line_ends_where_it_was_ended() -> None:
    assert texts("one\ntwo\\\nthree") == ["one", "two", "three"]


def test_rows_say_what_was_between_them() -> None:
    rows = typeset(parse("one two three four five six\nseven\n\n警察警察警察警察警察警察"), 20)

    assert [row.separator for row in rows] == ["\n", " ", "\n", "\n", "\n", ""]


def test_lists_hang_behind_their_markers() -> None:
    assert texts("1. one two three four five\n2. six\n   - seven") == [
        "1. one two three",
        "   four five",
        "2. six",
        "   • seven",
    ]


def test_an_outline_keeps_its_labels_and_its_levels() -> None:
    assert texts("1. The officer:\n   (a) protects;\n      (i) law;\n\n   (b) serves.\nAll agree.", 40) == [
        "1. The officer:",
        "   (a) protects;",
        "       (i) law;",
        "",
        "   (b) serves.",
        "",
        "All agree.",
    ]


def test_numbers_are_those_that_were_typed() -> None:
    assert texts("1. Oak\n3. Elm\n7. Ash") == ["1. Oak", "3. Elm", "7. Ash"]


def test_a_loose_list_has_blank_rows_and_an_empty_item_keeps_its_marker() -> None:
    assert texts("- one\n\n- two\n-") == ["• one", "", "• two", "• "]


def test_a_note_keeps_its_mark() -> None:
    assert texts("The Schools* pay.\n* Subject to approval by the board", 24) == [
        "The Schools* pay.",
        "",
        "* Subject to approval by",
        "  the board",
    ]


def test_lists_so_deep_that_nothing_fits_are_no_longer_set_in() -> None:
    text = "\n".join("  " * depth + "- level" for depth in range(12))

    assert "".join(texts(text)).count("level") == 12
    assert max(map(len, texts(text))) <= 20


def test_tables_share_the_width_and_lose_nothing() -> None:
    rows = texts("| Who | What they do every day |\n|---|---|\n| **Chief** | commands and supervises |", 24)

    assert rows[0] == "Who   │ What they do    "
    assert rows[2] == "──────┼─────────────────"
    assert [row.split("│")[0].strip() for row in rows if "│" in row] == ["Who", "", "Chief", ""]
    assert all(cell_len(row) <= 24 for row in rows)


def test_a_table_with_more_columns_than_fit_is_laid_out_all_the_same() -> None:
    text = "|" + " a |" * 9 + "\n|" + "---|" * 9 + "\n|" + " b |" * 9

    assert "".join(texts(text)).count("b") == 9


@pytest.mark.parametrize("rank", [1, 2, 3, 6])
def test_headings_start_at_the_left(rank: int) -> None:
    rows = typeset((Heading((Span("Title"),), rank),), 40)

    assert [row.text for row in rows] == ["Title"]
    assert rows[0].pieces[0].roles == (f"heading-{min(rank, 3)}",)


def test_emphasis_is_read_as_such_and_blanks_are_marked_within_it() -> None:
    by_text = roles("***both*** and *one* ___")

    assert by_text["both"] == ("strong", "emphasis")
    assert by_text["one"] == ("emphasis",)
    assert by_text["___"] == ("blank",)
    assert roles("**by [date]**")["[date]"] == ("strong", "blank")


def test_a_blank_may_have_emphasis_inside_and_run_over_a_line_end() -> None:
    assert roles("to [the *full* name] here")["full"] == ("emphasis", "blank")
    assert roles("to [the\nname] here")["[the"] == ("blank",)


def test_what_a_draft_never_holds_is_shown_as_it_was_typed() -> None:
    typed = ["> said", "```sh", "`code`", "---", "Title", "=====", "<b>", "&amp;", "[a]: b", "[a](b)", "![a](b)", "# a"]

    assert texts("\n\n".join(typed))[::2] == typed


@pytest.mark.parametrize(
    "line", ["By: ____  Date: __", "____Pat Doe____", "__/__/____", "__init__ and _one_", "_____, ______"]
)
def test_underscores_are_all_there(line: str) -> None:
    assert texts(line, 40) == [line]


def test_nothing_takes_no_rows() -> None:
    assert typeset((), 20) == ()
    assert estimate_rows((), 20) == 0


def test_only_the_paragraph_that_changed_is_laid_out_again() -> None:
    before = typeset(parse("one two\n\nthree four\n\nfive six"), 20)
    after = typeset(parse("one two\n\nthree four!\n\nfive six"), 20)

    same: list[TextRow] = [old for old, new in zip(before, after, strict=True) if old is new]
    assert [row.text for row in same if row.text] == ["one two", "five six"]


def test_the_guess_at_a_height_is_near_for_prose() -> None:
    prose: tuple[Block, ...] = parse(
        "\n\n".join("The Police Department shall assign an officer to each school. " * 9 for _ in range(9))
    )

    assert estimate_rows(prose, 44) == pytest.approx(len(typeset(prose, 44)), rel=0.1)
