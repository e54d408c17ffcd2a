from __future__ import annotations

from itertools import zip_longest

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mou_tui.draft.block_parser import parse
from mou_tui.draft.blocks import Item, Note, Paragraph, Table, plain_text
from mou_tui.draft.markdown_writer import write
from tests.draft.clause_texts import CLAUSES
from tests.draft.markdown_readers import Reading, expected, read_by_github, read_by_pandoc, read_without_tables, same
from tests.draft.written_markdown import captioned, clause
from tests.examples import examples

OUTLINE = "1. The officer:\n   (a) protects;\n      (i) law\n      (ii) order;\n   (b) serves.\n2. The school pays."
WORD = "A.\tOne\n\ta.\tTwo\n\t\ti.\tThree\nB.\tFour"
SIGNING = "By: ______________  Date: __/__/____\n____Pat Doe____, Chief\n\n________________________"
HIDDEN_HEADING = "# 9. Other section | x\n--|--\n1 | 2"
HIDDEN_FENCE = "```\nhours | fee\n--|--"
CASES = [
    *(
        OUTLINE,
        WORD,
        SIGNING,
        HIDDEN_HEADING,
        HIDDEN_FENCE,
        "> a | b\n--|--\n1 | 2",
        "- a|\n---",
        "1. Oak\n3. Elm\n7. Ash",
    ),
    *("- one\n- two\nAfter the list.", "\uf0b7\tOak\n\uf0a7\tElm\n•\tAsh", "The Schools* pay.\n* Subject to approval"),
    *(
        "Who\tWhen\nSRO\ttoday",
        "[number](30) days",
        "A. One\n        1) Two\n                a. Three",
        "* one\n* two\n\n** three",
    ),
    *(
        "[^1]: see below\n[a]: /b",
        "pays $XX-$XX, 5$ or ~5~",
        "a\\b C:\\new \\begin{x}",
        "1. one\n1. two",
        "- 1. one\n- # two",
    ),
    *(
        "by 2027.\n2. two",
        "**Bold** and *stressed*, **[number]**, days",
        "- [ ] yes\n- [x] no\n- ☐ perhaps\n- ☒ never",
        "Table: fees\n\na | b\n--|--\n1 | 2",
    ),
    *(
        "see https://a.example/x_y_\nand more",
        "x\n    four spaces\n\n\tone tab",
        "a | b | c\n--|--|--\n1\\|2 | `3 | 4 | 5\n| 6",
    ),
    *("* * *~ 1. Schools*", "___https://a.example/x_y_z\n(@)", "[number](30) €5\n[a]: b", "__/__/____\n\\____"),
    *(
        "a ` | b\n--|--\n1 | ` 2",
        "- # [name]{x} …",
        "1. ## [a]{.b} {#c} …\n- # [name]{x}",
        "* *https://a.example/x_y_z (*x*)",
        "**see www.a.example/x_y**",
    ),
]


def reads_as_written(reading: Reading, text: str) -> bool:
    return not reading.strange and same(reading.lines, expected(parse(text)))


def first_difference(reading: Reading, wanted: list[tuple[int | None, tuple[str, ...]]]) -> object:
    pairs = zip_longest(reading.lines, wanted)
    return next((pair for pair in pairs if None in pair or not same([pair[0]], [pair[1]])), None)


@pytest.mark.parametrize("text", CASES)
def test_a_clause_reads_the_same_to_github_and_to_pandoc(text: str) -> None:
    markdown = clause(text)
    assert reads_as_written(read_by_github(markdown), text), markdown
    assert reads_as_written(read_by_pandoc(markdown), text), markdown
    assert not read_without_tables(markdown).strange, markdown


@examples(66)
@given(CLAUSES)
def test_any_clause_reads_word_for_word_and_level_for_level(text: str) -> None:
    markdown = clause(text)
    assert reads_as_written(read_by_github(markdown), text), markdown
    assert not read_without_tables(markdown).strange, markdown


@examples(2)
@given(st.lists(CLAUSES, min_size=30, max_size=40))
def test_no_clause_reaches_into_the_next_one(clauses: list[str]) -> None:
    wanted: list[tuple[int | None, tuple[str, ...]]] = []
    passages = []
    for number, text in enumerate(clauses):
        passages += [f"Clause {number}.", clause(text)]
        wanted += [(0, ("Clause", f"{number}.")), *expected(parse(text))]
    document = "\n\n".join(filter(None, passages))
    for read in (read_by_github, read_by_pandoc):
        reading = read(document)
        assert not reading.strange
        assert same(reading.lines, wanted), first_difference(reading, wanted)


@examples(33)
@given(CLAUSES)
def test_a_caption_takes_nothing_from_its_clause(text: str) -> None:
    reading = read_by_github(captioned("1.1 Purpose.", text))
    words = [word.replace(")", ".") for line in reading.lines for word in line.words]
    wanted = [word.replace(")", ".") for _, line in expected(parse(text)) for word in line]
    assert words == ["1.1", "Purpose.", *wanted]
    assert not reading.strange


@examples(33)
@given(CLAUSES)
def test_what_is_written_is_read_back_as_it_was(text: str) -> None:
    markdown = clause(text)
    assert clause(text) == markdown
    assert [line for _, line in expected(parse(markdown))] == [
        line for _, line in expected(parse(text))
    ] or "\\" in markdown


@pytest.mark.parametrize(
    ("text", "markdown"),
    [
        ("In [number] days, [School District] pays $XX (5%) & more.", None),
        ("By: ________  Date: ________", None),
        ("A [note] here, 2 * 3 = 6 and a_b_c.", None),
        ("- one\n- two", None),
        ("1. one\n2. two\n   - three", None),
        ("The Schools* pay.", None),
        ("1. Oak\n3. Elm", "1\\. Oak\\\n3\\. Elm"),
        ("(a) one\n  (i) two", "\\(a) one\\\n\xa0\xa0\xa0\xa0(i) two"),
        ("1. one\n   (a) two\n2. three", "1. one\n\n   \\(a) two\n\n2. three"),
        ("one\ntwo", "one\\\ntwo"),
        ("__/__/____", "\\_\\_/\\_\\_/____"),
    ],
)
def test_only_what_must_be_is_escaped(text: str, markdown: str | None) -> None:
    assert clause(text) == (text if markdown is None else markdown)


def test_an_outline_has_levels_and_labels_as_typed() -> None:
    assert [(block.level, block.label) for block in parse(OUTLINE) if isinstance(block, Item)] == [
        *((0, "1."), (1, "(a)"), (2, "(i)"), (2, "(ii)"), (1, "(b)"), (0, "2.")),
    ]
    assert [(block.level, block.label) for block in parse(WORD) if isinstance(block, Item)] == [
        *((0, "A."), (1, "a."), (2, "i."), (0, "B.")),
    ]


@pytest.mark.parametrize("step", ["    ", "        ", "\t", "  "])
def test_the_width_of_a_step_does_not_matter(step: str) -> None:
    text = f"A. One\n{step}1. Two\n{step * 2}(a) Three\n{step}2. Four\nB. Five"
    assert [block.level for block in parse(text) if isinstance(block, Item)] == [0, 1, 2, 1, 0]


@pytest.mark.parametrize(
    "label", ["-", "•", "1.", "12)", "(3)", "(a)", "b.", "C)", "iv.", "(xii)", "(aa)", "1.1", "2.3.1."]
)
def test_a_label_begins_an_item(label: str) -> None:
    assert parse(f"{label} The rest") == (Item(label, parse("The rest")[0].content),)  # type: ignore[union-attr]


@pytest.mark.parametrize(
    "line", ["2027. The", "(and) so", "SRO. The", "a.m. the", "1.5 officers", "(SRO) the", "-5 degrees"]
)
def test_other_beginnings_are_words(line: str) -> None:
    assert isinstance(parse(line)[0], Paragraph)


def test_a_line_after_a_list_is_no_part_of_it() -> None:
    assert [type(block) for block in parse("1. one\n2. two\nAll of it.")] == [Item, Item, Paragraph]


def test_a_line_under_the_words_of_an_item_goes_on_with_it() -> None:
    (item,) = parse("1. one\n   goes on")
    assert isinstance(item, Item)
    assert plain_text(item.content) == "one\ngoes on"


def test_rows_parted_by_tabs_are_a_table() -> None:
    (workspace,) = parse("Who\tWhen\nSRO\ttoday\nChief\t")
    assert isinstance(workspace, Table)
    assert [[plain_text(cell) for cell in row] for row in workspace.rows] == [
        ["Who", "When"],
        ["SRO", "today"],
        ["Chief", ""],
    ]


def test_a_row_longer_than_its_head_loses_nothing() -> None:
    (workspace,) = parse("a | b\n--|--\n1 | 2 | 3")
    assert isinstance(workspace, Table)
    assert [len(row) for row in workspace.rows] == [3, 3]


def test_a_star_is_a_note_only_where_a_word_bears_it() -> None:
    assert isinstance(parse("The Schools* pay.\n\n* Subject to approval")[-1], Note)
    assert isinstance(parse("The Schools pay.\n\n* Subject to approval")[-1], Item)
    assert [type(block) for block in parse("The Schools*:\n* Oak\n* Elm")] == [Paragraph, Item, Item]


def test_the_same_blocks_are_read_once() -> None:
    assert parse("One and the same.") is parse("One and the same.")
    assert write(parse("")) == ""


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("1. One\n   1.1 protects;\n   1.2 serves.\n2. Two", ["1.", "1.1", "1.2", "2."]),
        ("3.1 protects;\n3.2 serves.", ["3.1", "3.2"]),
        ("1.1.1 protects", ["1.1.1"]),
        ("1.5 officers serve\n2.5 officers rest", []),
        ("(a) one\n(b) two\n  (i) x\n  (ii) y\n  (v) z\n(c) three", ["(a)", "(b)", "(i)", "(ii)", "(v)", "(c)"]),
        ("(h) eight\n(i) nine\n(j) ten", ["(h)", "(i)", "(j)"]),
        ("- one\n  o two\n  o three", ["-", "o", "o"]),
        ("one\n  o two", []),
    ],
)
def test_the_lines_around_tell_what_is_a_label(text: str, labels: list[str]) -> None:
    assert [block.label for block in parse(text) if isinstance(block, Item)] == labels


def test_a_note_by_a_raised_number_needs_a_word_that_bears_it() -> None:
    assert isinstance(parse("Fees¹ apply.\n¹ See the list")[-1], Note)
    assert isinstance(parse("Fees apply.\n¹ See the list")[-1], Paragraph)
