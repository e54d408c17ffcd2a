"""Long sections, from what was pasted to what other readers read of the export."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from mou_tui.draft.blanks import find_blanks
from mou_tui.draft.block_parser import parse, words
from mou_tui.draft.blocks import Item, Note, Table, plain_text, words_of
from mou_tui.draft.draft import assemble
from mou_tui.draft.markdown import draft_blocks, render
from mou_tui.draft.pasted_text import clean_paste
from mou_tui.session.model import Answer
from mou_tui.tui.widgets.preview.typeset import typeset
from tests.draft.long_sections import LONG_SECTIONS, LongSection
from tests.draft.markdown_readers import Reading, expected, read_by_github, read_by_pandoc, same
from tests.strategies import EMPTY, SMALL

every_section = pytest.mark.parametrize("section", LONG_SECTIONS.values(), ids=LONG_SECTIONS)


@every_section
def test_a_paste_loses_no_word(section: LongSection) -> None:
    cleaned = clean_paste(section.pasted).text
    assert [word for word in words(cleaned).split() if word.isalnum()] == [
        word for word in words(section.pasted).split() if word.isalnum() and word != "o"
    ]


@every_section
def test_levels_labels_and_cells_are_those_of_the_page(section: LongSection) -> None:
    blocks = parse(clean_paste(section.pasted).text)
    assert tuple((block.level, block.label) for block in blocks if isinstance(block, Item)) == section.outline
    (table,) = (block for block in blocks if isinstance(block, Table))
    assert tuple(tuple(map(plain_text, row)) for row in table.rows) == section.table
    assert sum(isinstance(block, Note) for block in blocks) == sum(section.pasted.count(mark) > 1 for mark in "*¹")


@every_section
def test_every_blank_is_seen_and_nothing_else(section: LongSection) -> None:
    assert tuple(blank.text for blank in find_blanks(clean_paste(section.pasted).text)) == section.blanks


@every_section
@pytest.mark.parametrize("width", [38, 60, 76])
def test_the_preview_shows_every_word_and_every_line_to_sign_on(section: LongSection, width: int) -> None:
    blocks = parse(clean_paste(section.pasted).text)
    shown = " ".join(row.text for row in typeset(blocks, width))
    wanted = words_of(block for block in blocks if not isinstance(block, Table)).replace("- ", "• ")
    places = iter(shown.split())
    assert all(word in places for word in wanted.split()), "every word, in order"
    assert all(line in " ".join(shown.split()) for line in section.signing)


@every_section
@pytest.mark.parametrize("read", [read_by_github, read_by_pandoc])
def test_other_readers_read_the_exported_draft_as_its_blocks(
    section: LongSection, read: Callable[[str], Reading]
) -> None:
    text = clean_paste(section.pasted).text
    session = replace(EMPTY, answers={"alpha": Answer(text), "beta": Answer("The next clause.")})
    draft = assemble(SMALL, session)
    reading = read(render(draft))
    assert reading.strange <= {"h1", "h2"}
    assert same(reading.lines, expected(draft_blocks(draft)))
    read_lines = [" ".join(line.words) for line in reading.lines]
    assert [line for line in read_lines if line in section.signing] == list(section.signing)
