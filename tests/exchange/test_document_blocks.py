"""Every document is blocks first; its Markdown says to other readers what they say."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

import pytest
from hypothesis import given

from mou_tui.draft.blocks import Heading, Item, Paragraph, Quotation, Table, plain_text
from mou_tui.draft.markdown_writer import write
from mou_tui.exchange.export import TextDocument, blocks, markdown
from mou_tui.reports.changes import marked_changes
from mou_tui.session.model import Session
from tests.documents import TODAY
from tests.draft.markdown_readers import expected, read_by_github, read_by_pandoc, same
from tests.examples import examples
from tests.story import Story
from tests.strategies import SMALL, sessions

DOCUMENTS: tuple[TextDocument, ...] = get_args(TextDocument)
WITHIN_A_DOCUMENT = {"h1", "h2", "h3", "h4", "blockquote", "del"}


@pytest.fixture
def story(quick: Path) -> Story:
    story = Story(quick / "story.mou.yaml")
    story.tell()
    return story


@pytest.mark.parametrize("document", DOCUMENTS)
def test_other_readers_read_a_document_word_for_word(story: Story, document: TextDocument) -> None:
    made = blocks(story.checklist, story.workspace.session, document, now=TODAY)
    written = markdown(story.checklist, story.workspace.session, document, now=TODAY)
    for read in (read_by_github, read_by_pandoc):
        reading = read(written)
        assert reading.strange <= WITHIN_A_DOCUMENT
        assert same(reading.lines, expected(made))


@examples(13)
@given(sessions(SMALL))
def test_whatever_people_typed_a_document_reads_as_its_blocks(session: Session) -> None:
    for document in DOCUMENTS:
        reading = read_by_github(markdown(SMALL, session, document, now=TODAY))
        assert reading.strange <= WITHIN_A_DOCUMENT
        assert same(reading.lines, expected(blocks(SMALL, session, document, now=TODAY)))


@pytest.mark.parametrize("document", DOCUMENTS)
def test_a_document_begins_with_its_only_title(story: Story, document: TextDocument) -> None:
    first, *rest = blocks(story.checklist, story.workspace.session, document, now=TODAY)
    assert isinstance(first, Heading)
    assert first.rank == 1
    assert not any(isinstance(block, Heading) and block.rank == 1 for block in rest)


def test_a_wording_is_in_the_record_as_a_quotation_of_blocks(story: Story) -> None:
    quotations = [
        block
        for block in blocks(story.checklist, story.workspace.session, "record", now=TODAY)
        if isinstance(block, Quotation)
    ]
    assert quotations
    assert all(isinstance(inner, Paragraph | Item | Table) for outer in quotations for inner in outer.blocks)


def test_what_is_gone_is_struck_through_and_what_is_new_is_bold() -> None:
    (paragraph,) = marked_changes("pays **fifty** ~ percent", "pays *sixty* percent __")
    assert plain_text(tuple(span for span in paragraph.content if span.struck)) == "fifty ~"
    assert plain_text(tuple(span for span in paragraph.content if span.strong)) == "sixty__"
    assert write([paragraph]) == "pays ~~fifty \\~~~ **sixty** percent **\\_\\_**"
