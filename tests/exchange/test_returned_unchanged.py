"""A draft that comes back as it went out brings nothing back, whatever the room typed."""

from __future__ import annotations

from datetime import datetime
from typing import get_args

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from mou_tui import paths
from mou_tui.checklist.model import Checklist
from mou_tui.draft.markdown import Blanks
from mou_tui.exchange.export import WordLook, export_file
from mou_tui.exchange.returned.model import ReturnedDocument
from mou_tui.exchange.returned.reader import parse_returned
from mou_tui.session.codec import decode
from mou_tui.session.model import Answer, Session
from tests.examples import examples
from tests.exchange.typed_lists import LISTS
from tests.strategies import EMPTY, SMALL, sessions, texts

NOW = datetime(2027, 1, 14, 10, 42)


def brought_back(checklist: Checklist, session: Session, blanks: Blanks = "show") -> ReturnedDocument:
    data = export_file(checklist, session, "draft", "docx", blanks, now=NOW, look=WordLook(has_notes=True))
    return parse_returned(data, "draft.docx", checklist, session)


def assert_nothing_changed(returned: ReturnedDocument) -> None:
    assert not returned.edits
    assert not returned.unplaced
    assert not returned.comments
    assert not returned.missing
    assert not returned.remarks


@pytest.mark.parametrize("blanks", get_args(Blanks))
def test_the_sample_brings_nothing_back(sro: Checklist, blanks: Blanks) -> None:
    session = decode((paths.content() / "sample.mou.yaml").read_bytes(), "sample").session
    returned = brought_back(sro, session, blanks)
    assert_nothing_changed(returned)
    assert len(returned.unchanged) == 25


@examples(10)
@given(sessions(SMALL), st.sampled_from(get_args(Blanks)))
def test_no_session_brings_anything_back(session: Session, blanks: Blanks) -> None:
    assert_nothing_changed(brought_back(SMALL, session, blanks))


wordings = st.lists(st.sampled_from(LISTS) | texts, max_size=4).map("\n".join)


@examples(10)
@given(st.lists(wordings, min_size=1, max_size=6))
@example(list(LISTS[:6]))
@example(list(LISTS[6:]))
def test_no_wording_brings_anything_back(typed: list[str]) -> None:
    questions = [question.id for question in SMALL.questions()]
    answers = {question: Answer(text) for question, text in zip(questions, typed, strict=False)}
    session = Session(EMPTY.checklist, "full", answers=answers)
    assert_nothing_changed(brought_back(SMALL, session))
