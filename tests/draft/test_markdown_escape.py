from __future__ import annotations

import string
import time

import pytest
from hypothesis import assume, given
from markdown_it import MarkdownIt
from markdown_it.token import Token

from tests.draft.written_markdown import captioned, clause
from tests.draft.written_markdown import line as line_of_data
from tests.strategies import lines, texts

READER = MarkdownIt("commonmark").enable("table")

WITHIN_A_CLAUSE = {
    *("paragraph", "bullet_list", "ordered_list", "list_item", "table", "thead", "tbody", "tr", "th", "td"),
    *("inline", "text", "softbreak", "hardbreak", "em", "strong"),
}


def kinds(markdown: str) -> set[str]:
    """What a reader of Markdown sees in a text: `heading`, `paragraph`, `strong`."""
    tokens = READER.parse(markdown)
    every = [*tokens, *(child for token in tokens for child in token.children or ())]
    return {token.type.removesuffix("_open").removesuffix("_close") for token in every}


def words(token: Token) -> str:
    """The words of one paragraph as they are read; a line break is a line break."""
    return "".join(
        "\n" if child.type in ("softbreak", "hardbreak") else child.content for child in token.children or ()
    )


def read(markdown: str) -> list[str]:
    """The words of every paragraph as they are read."""
    return [words(token) for token in READER.parse(markdown) if token.type == "inline"]


def lines_of(markdown: str) -> list[str]:
    """The lines of every paragraph, without numbers, which a list may have or its first line."""
    return [line.removeprefix("2. ") for paragraph in read(markdown) for line in paragraph.split("\n")]


def same_words(first: str, other: str) -> bool:
    return first.split() == other.split()


@pytest.mark.parametrize(
    "text",
    [
        "# A heading",
        "A heading\n===",
        "A heading\n---",
        "```\nnever closed",
        "    indented code",
        "> said by someone",
        "<b>bold</b>",
        "<!-- hidden",
        "a <!-- hidden -->",
        "[a]: https://a.example",
        "![picture](x)",
        "[link](x)",
        "`code`",
        "***",
        "<https://a.example>",
        "[x][y]\n\n[y]: z",
    ],
)
def test_what_would_change_the_document_reads_as_it_was_typed(text: str) -> None:
    contained = clause(text)
    assert kinds(contained) <= {"paragraph", "inline", "text", "hardbreak"}
    assert same_words(" ".join(read(contained)), text)


@pytest.mark.parametrize(
    "text",
    [
        "The SRO shall wait.",
        "First.\n\nSecond, with *stress* and **more** of it.",
        "These:\n\n1. one;\n2. two.\n\nAnd after.",
        "- one;\n- two.",
        "| who | when |\n|---|---|\n| SRO | today |",
        "In [number of] days [head of the police agency] pays $XX.",
        "“Quoted”, a dash – and § 3 (b); 50 % [x] done.",
    ],
)
def test_what_stays_within_its_clause_is_left_alone(text: str) -> None:
    assert clause(text) == text


@pytest.mark.parametrize(
    ("text", "read_as"),
    [
        ("a < b and c > d", "a < b and c > d"),
        (r"\<b>", "<b>"),
        (r"\\<b>", r"\\<b>"),
        (r"a \<http://a.example>", "a <http://a.example>"),
        ("&amp; and &#35; and &", "&amp; and &#35; and &"),
        (r"\&amp;", "&amp;"),
        (r"\*not stressed\*", "*not stressed*"),
    ],
)
def test_signs_of_html_are_shown_and_never_obeyed(text: str, read_as: str) -> None:
    contained = clause(text)
    assert read(contained) == [read_as]
    assert not kinds(contained) & {"html_inline", "html_block", "link", "code_inline"}


@pytest.mark.parametrize(
    "text",
    [
        "A panel of three:\n(a) a principal\n(b) a parent\nThe Chief decides.",
        "Signed,\nthe Chief",
        "- an item\n  of two lines\n- another\ntyped on",
        "Before a list:\n- one\n- two\nand after it",
        "Before what is no list:\n2. two",
        "ended by spaces  \nby a backslash\\\nand no more",
        "*stressed\nover lines* and on",
        "with a <sign\nof HTML",
    ],
)
def test_a_line_ends_where_it_was_ended(text: str) -> None:
    assert "softbreak" not in kinds(clause(text))
    assert lines_of(clause(text)) == lines_of(text.replace("<", "\\<"))


@given(texts)
def test_no_lines_of_an_answer_run_together(text: str) -> None:
    assert "softbreak" not in kinds(clause(text))


@given(texts)
def test_any_answer_holds_only_what_a_clause_may_hold(text: str) -> None:
    assert kinds(clause(text)) <= WITHIN_A_CLAUSE


@given(texts)
def test_no_word_of_an_answer_is_lost(text: str) -> None:
    shown = "".join(read(clause(text)))
    letters = [sign for sign in text if sign.isalpha()]
    assert [sign for sign in shown if sign.isalpha()] == letters


@given(texts, texts)
def test_an_answer_cannot_reach_into_the_paragraph_before_or_after_it(text: str, other: str) -> None:
    contained = clause(text)
    before, after = "**1.1 Before.** Words.", "**1.2 After.** Words."
    document = READER.parse(f"{before}\n\n{contained}\n\n{after}", {})
    inlines = [words(token) for token in document if token.type == "inline"]
    assert (inlines[0], inlines[-1]) == ("1.1 Before. Words.", "1.2 After. Words.")
    assert document[0].level == document[-1].level == 0


@given(lines)
def test_a_name_reads_as_it_was_typed(line: str) -> None:
    assume(line.strip())
    (read_back,) = read(line_of_data(line))
    assert same_words(read_back, line)
    assert kinds(line_of_data(line)) <= {"paragraph", "inline", "text"}


@given(texts)
def test_a_name_of_several_lines_stays_on_one(text: str) -> None:
    assert "\n" not in line_of_data(text)
    assert kinds(f"Name: {line_of_data(text)}\\\nDate:") <= {"paragraph", "inline", "text", "hardbreak"}


@pytest.mark.parametrize("blank", ["", "\n", "  \n", "\t\n \n"])
@pytest.mark.parametrize("text", ["===\nThe SRO shall wait.", "=", "===\n- one;\n- two."])
def test_no_wording_makes_a_heading_of_its_caption(blank: str, text: str) -> None:
    assert "heading" not in kinds(captioned("1.1 Purpose.", blank + text))


@given(texts)
def test_a_caption_comes_before_any_wording(text: str) -> None:
    first, *_ = read(captioned("1.1 Purpose.", text))
    assert first.startswith("1.1 Purpose.")


@pytest.mark.parametrize("sign", ["[", "(", "word ", "-", "a\n", "\n ", "*", "`", "<", "&", "\\", string.ascii_letters])
def test_a_long_line_is_contained_at_once(sign: str) -> None:
    text = (sign * 10_000)[:10_000]
    started = time.perf_counter()
    clause(text)
    assert time.perf_counter() - started < 2
