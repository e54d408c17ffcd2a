"""A Word file says what the draft says, clause by clause, numbered and marked as the draft is."""

from __future__ import annotations

import re
from datetime import datetime
from typing import get_args

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from mou_tui import paths
from mou_tui.checklist.model import Checklist
from mou_tui.draft.block_parser import parse
from mou_tui.draft.blocks import Block, Heading, Inline, Item, Note, Paragraph, Span, Table, plain_text
from mou_tui.draft.structure import ClausePart, Part, SectionHeading
from mou_tui.exchange.export import TextDocument, export_file, paper
from mou_tui.exchange.reader import parse as read_agreement
from mou_tui.exchange.writers.paper import Paper, is_bullet
from mou_tui.exchange.writers.word import write_word
from mou_tui.exchange.writers.word_body import bookmark_of
from mou_tui.session.codec import decode
from mou_tui.session.model import Session
from tests.examples import examples
from tests.exchange.word_files import Grid, Line, WordFile
from tests.strategies import SMALL, sessions, texts

NOW = datetime(2027, 1, 14, 10, 42)
DOCUMENTS: tuple[TextDocument, ...] = get_args(TextDocument)
LISTS = (
    "1. a\n2. b\n5. e",
    "(a) one\n   (i) deep\n   (ii) deeper\n(b) two",
    "iv. four\nv. five",
    "- a\n  - b\n\n- c",
    "1.1 first\n1.2 second",
    "z) last\naa) next\nbb) more",
    "A. up\nB. upper\n\nThen\n\nA. again",
    "☐ to tick\n☐ to tick too",
    "| a | b |\n|---|---|\n| [number] | d |",
)


@pytest.fixture(scope="module")
def sample() -> Session:
    return decode((paths.content() / "sample.mou.yaml").read_bytes(), "sample").session


def simple(line: Line | Grid) -> object:
    """A paragraph or table without its style, with one sign for every bullet."""
    if isinstance(line, Grid):
        return [[list(map(simple, cell)) for cell in row] for row in line.rows]
    return ("•" if line.label == "•" else line.label, line.level, line.text, line.blanks)


def expected(blocks: tuple[Block, ...]) -> list[object]:
    """What a reader of a Word file should find for blocks."""
    return [found for block in blocks for found in _expected(block)]


def _expected(block: Block) -> list[object]:
    if isinstance(block, Table):
        rows = [[[("", 0, *_marked(cell))] if plain_text(cell) else [] for cell in row] for row in block.rows]
        return [rows]
    if isinstance(block, Item):
        label = "•" if is_bullet(block) else block.label
        return [(label, min(block.level, 8), *_marked(block.content))]
    if isinstance(block, Note):
        text, blanks = _marked(block.content)
        return [("", 0, f"{block.mark} {text}", blanks)]
    assert isinstance(block, Paragraph)
    return [("", block.level, *_marked(block.content))] if plain_text(block.content) else []


def _marked(content: Inline) -> tuple[str, tuple[str, ...]]:
    return plain_text(content), tuple(span.text for span in content if span.blank and span.text)


def expected_clause(clause: ClausePart) -> list[object]:
    cells = [[("", 0, choice.caption, ()), *expected(choice.blocks)] for choice in clause.choices]
    columns = max(1, min(3, len(cells)))
    cells += [[] for _ in range(-len(cells) % columns)]
    rows = [cells[index : index + columns] for index in range(0, len(cells), columns)]
    heading = (clause.number, 1, *_marked(clause.caption))
    return [heading, *expected(clause.blocks), *([rows] if rows else [])]


def assert_reads_as(file: WordFile, pages: Paper) -> None:
    clauses = [part for part in pages.parts if isinstance(part, ClausePart)]
    assert list(file.clauses) == [bookmark_of(clause.question_id) for clause in clauses]
    for clause in clauses:
        read = [simple(line) for line in file.clauses[bookmark_of(clause.question_id)]]
        assert read == expected_clause(clause)


@examples(10)
@given(sessions(SMALL))
def test_every_clause_reads_as_it_does_in_the_draft(session: Session) -> None:
    pages = paper(SMALL, session, now=NOW)
    assert_reads_as(WordFile(write_word(pages)), pages)


wordings = st.lists(st.sampled_from(LISTS) | texts, max_size=4).map("\n".join)


@examples(10)
@given(st.lists(wordings, min_size=1, max_size=4))
@example(list(LISTS))
def test_lists_tables_and_blanks_are_those_that_were_typed(wordings: list[str]) -> None:
    clauses = (ClausePart(f"own-{index}", f"1.{index + 2}", (), parse(text)) for index, text in enumerate(wordings))
    pages = Paper("T", "S", "", NOW, (Heading((Span("T"),), 1), SectionHeading(1, (Span("S"),)), *clauses))
    assert_reads_as(WordFile(write_word(pages)), pages)


def test_numbers_that_are_left_out_stay_left_out() -> None:
    numbers = ((1, (1, 2, 5, 6)), (2, (3, 4)), (3, (1,)), (5, (2,)))
    parts: list[Part] = [Heading((Span("T"),), 1)]
    for section, clauses in numbers:
        parts.append(SectionHeading(section, (Span("S"),)))
        parts += [ClausePart(f"q-{section}-{clause}", f"{section}.{clause}", (Span("C"),), ()) for clause in clauses]
    file = WordFile(write_word(Paper("T", "S", "", NOW, tuple(parts))))
    labels = [line.label for line in file.lines if isinstance(line, Line)][1:]
    assert labels == ["1.", "1.1", "1.2", "1.5", "1.6", "2.", "2.3", "2.4", "3.", "3.1", "5.", "5.2"]


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_document_can_be_a_word_file(sro: Checklist, sample: Session, document: TextDocument) -> None:
    file = WordFile(export_file(sro, sample, document, "docx", now=NOW))
    title, *rest = file.lines
    assert isinstance(title, Line) and title.style == "Title"
    assert rest
    headings = [line for line in rest if isinstance(line, Line) and line.style.startswith("Heading")]
    assert document == "draft" or not any(line.label for line in headings)


def test_sections_are_numbered_and_what_is_outside_them_is_not(sro: Checklist, sample: Session) -> None:
    file = WordFile(export_file(sro, sample, "draft", "docx", now=NOW))
    first = [line for line in file.lines if isinstance(line, Line) and line.style == "Heading1"]
    assert [line.label for line in first] == [*(f"{number}." for number in range(1, 13)), ""]
    assert first[-1].text == "Matters left to counsel"


def test_whoever_signs_has_a_rule_to_sign_on_before_what_is_left_to_counsel(sro: Checklist, sample: Session) -> None:
    file = WordFile(export_file(sro, sample, "draft", "docx", now=NOW))
    tables = [index for index, line in enumerate(file.lines) if isinstance(line, Grid)]
    left = [line.text for line in file.lines[tables[-1] :] if isinstance(line, Line)]
    assert left[0] == "Matters left to counsel"
    document = file.parts["word/document.xml"].decode()
    assert document.count("<w:cantSplit/>") == document.count("<w:tr>")
    assert "____" not in document


def test_every_page_says_what_it_is_of_when_and_which(sro: Checklist, sample: Session) -> None:
    file = WordFile(export_file(sro, sample, "draft", "docx", now=NOW))
    head, foot = file.xml("word/header1.xml"), file.xml("word/footer1.xml")
    assert "".join(head.itertext()) == "Draft for discussionJanuary 14, 2027"
    assert "".join(foot.itertext()) == "Page 1 of 1"
    assert file.parts["word/footer1.xml"].count(b"fldSimple ") == 2
    core = file.parts["docProps/core.xml"].decode()
    assert "Alder Valley School District and Lake Marion Police Department" in core
    assert "python-docx" not in core and "2013" not in core
    assert "Theme=" not in file.parts["word/styles.xml"].decode().replace("themeFill", "")


@pytest.mark.parametrize("name", ["duties", "x-" + "long" * 30, "own_a", "own-a", "ä", "own clause"])
def test_a_bookmark_has_a_name_that_word_takes_and_no_other_clause_has(name: str) -> None:
    assert re.fullmatch(r"mou_clause_\w{1,29}", bookmark_of(name), re.ASCII)
    assert len({bookmark_of(other) for other in ("duties", "own_a", "own-a", "own.a", name)}) >= 4


def test_the_reader_of_agreements_reads_it_with_its_numbers(sro: Checklist, sample: Session) -> None:
    document = read_agreement(export_file(sro, sample, "draft", "docx", now=NOW), "draft.docx")
    headings = {paragraph.label: paragraph.text for paragraph in document.paragraphs if paragraph.kind == "heading"}
    clauses = [part for part in paper(sro, sample, now=NOW).parts if isinstance(part, ClausePart)]
    captions = {clause.number: f"{clause.number} {plain_text(clause.caption)}" for clause in clauses}
    assert captions.items() <= headings.items()
    read = {"".join(paragraph.text.split()) for paragraph in document.paragraphs}
    for clause in clauses:
        for block in clause.blocks:
            assert not isinstance(block, Paragraph) or "".join(plain_text(block.content).split()) in read
