"""The parts of the draft read as its blocks, which are what Markdown and the preview show."""

from __future__ import annotations

import pytest
from hypothesis import given

from mou_tui.draft.blocks import words_of
from mou_tui.draft.draft import assemble
from mou_tui.draft.markdown import Blanks, draft_blocks
from mou_tui.draft.structure import ClausePart, draft_parts
from mou_tui.session.model import Session
from tests.draft.part_words import part_words, without_rules
from tests.examples import examples
from tests.strategies import SMALL, sessions

CHOICES: tuple[Blanks, ...] = ("show", "underline")


@pytest.mark.parametrize("blanks", CHOICES)
@examples(30)
@given(sessions(SMALL))
def test_the_parts_say_word_for_word_what_the_blocks_say(blanks: Blanks, session: Session) -> None:
    draft = assemble(SMALL, session)
    assert part_words(draft_parts(draft, blanks)) == without_rules(words_of(draft_blocks(draft, blanks)))


@examples(30)
@given(sessions(SMALL))
def test_every_clause_is_one_part_with_its_number(session: Session) -> None:
    draft = assemble(SMALL, session)
    clauses = [part for part in draft_parts(draft) if isinstance(part, ClausePart)]
    expected = [(clause.question_id, clause.number) for section in draft.sections for clause in section.clauses]
    assert [(clause.question_id, clause.number) for clause in clauses] == expected
