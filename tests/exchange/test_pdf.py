"""A PDF says what the document says; nothing in it is read as a command, and no sign is left out in silence."""

from __future__ import annotations

import io
from datetime import datetime
from typing import get_args

import pytest
from pdfminer.high_level import extract_text

from mou_tui import paths
from mou_tui.checklist.model import Checklist
from mou_tui.draft.block_parser import parse
from mou_tui.draft.blocks import Heading, Paragraph, Span
from mou_tui.draft.structure import ClausePart, Part
from mou_tui.errors import CannotSave
from mou_tui.exchange.export import TextDocument, export_file, paper
from mou_tui.exchange.writers.paper import Paper
from mou_tui.exchange.writers.pdf import write_pdf
from mou_tui.session.codec import decode
from mou_tui.session.model import Session
from tests.draft.part_words import part_words, without_bullets

NOW = datetime(2027, 1, 14, 10, 42, 7, 1234)
DOCUMENTS: tuple[TextDocument, ...] = get_args(TextDocument)
COMMANDS = (
    '#read("/etc/passwd")',
    "#import sys: inputs",
    "#{ panic(1) }",
    '"); panic("',
    "] #panic() [",
    '\\u{41} \\n \\" \\\\',
    "$ x^2 $ `raw` <label> @label",
    "= No heading",
    "// no comment /* none */",
    "+ no list / none",
    "https://a.example ~ -- --- ...",
    "{ } ( ) % & ' \" ;",
)


@pytest.fixture(scope="module")
def sample() -> Session:
    return decode((paths.content() / "sample.mou.yaml").read_bytes(), "sample").session


def read(pdf: bytes) -> str:
    """The letters of a PDF, without space."""
    return "".join(extract_text(io.BytesIO(pdf)).split())


def pages_of(*parts: Part) -> Paper:
    return Paper("T", "S", "", NOW, (Heading((Span("T"),), 1), *parts))


@pytest.mark.parametrize("command", COMMANDS)
def test_what_looks_like_a_command_is_printed(command: str) -> None:
    text = read(write_pdf(pages_of(Paragraph((Span(command, strong=True), Span(f"\n{command}"))))))
    assert text.count("".join(command.split())) == 2


def test_a_label_a_caption_a_cell_and_a_name_may_look_like_commands_too() -> None:
    hostile = '#panic("x")'
    clause = ClausePart(
        "q", "1.1", (Span(hostile),), parse(f"(a) {hostile}\n- {hostile}\n\n| {hostile} | b |\n|---|---|")
    )
    made = Paper(hostile, hostile, hostile, NOW, (Heading((Span(hostile),), 1), clause))
    assert read(write_pdf(made)).count(hostile) == 6


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_document_can_be_a_pdf_for_screen_readers(
    sro: Checklist, sample: Session, document: TextDocument
) -> None:
    pdf = export_file(sro, sample, document, "pdf", now=NOW)
    assert pdf.startswith(b"%PDF-")
    assert b"/StructTreeRoot" in pdf and b"pdfuaid:part" in pdf and b"/Lang" in pdf


def test_the_draft_is_in_it_word_for_word(sro: Checklist, sample: Session) -> None:
    text = read(export_file(sro, sample, "draft", "pdf", now=NOW))
    for part in paper(sro, sample, now=NOW).parts:
        if isinstance(part, ClausePart) and not part.choices:
            # A page may end in the midst of a clause, so its words are looked for one by one.
            assert all(word in text for word in part_words(without_bullets([part]), ""))
    assert "Page1of" in text and "January14,2027" in text


def test_a_sign_that_no_font_has_is_not_left_out_in_silence() -> None:
    with pytest.raises(CannotSave, match=r"The PDF was not made: no font here has the sign “\U0010fffd”\. Write it"):
        write_pdf(pages_of(Paragraph((Span("a \U0010fffd b"),))))
