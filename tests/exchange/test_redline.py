"""A redline says the new text with all changes accepted and the old one with all rejected, to two readers."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mou_tui import paths
from mou_tui.checklist.model import Checklist
from mou_tui.draft.block_parser import parse
from mou_tui.draft.blocks import Heading, Span
from mou_tui.errors import CannotSave, UsageError
from mou_tui.exchange.export import paper
from mou_tui.exchange.redline import OldText, check, old_text, session_at, write_redline
from mou_tui.exchange.tracked_text import accepted, rejected
from mou_tui.exchange.writers import word
from mou_tui.exchange.writers.line_changes import aligned
from mou_tui.exchange.writers.paper import Paper
from mou_tui.exchange.writers.printed import Printed, printed
from mou_tui.exchange.writers.word_redline import Redline
from mou_tui.reports.wording_history import WordingHistory, moments
from mou_tui.session.codec import decode
from mou_tui.session.earlier import EarlierDocument, EarlierParagraph
from mou_tui.session.model import Session
from tests.examples import examples
from tests.strategies import texts

NOW = datetime(2027, 1, 14, 10, 42)
SENTENCES = (
    "The SRO shall wait [number] days before a search.",
    "The SRO shall wait ten days before any search of a locker.",
    "The Principal decides.",
    "The Principal and the Chief of Police decide together.",
    "Each party pays half; see Section 2.4.",
)
lines = st.lists(st.sampled_from(SENTENCES) | texts.map(lambda text: text.replace("\n", " ")), max_size=6)


@pytest.fixture(scope="module")
def sample() -> Session:
    return decode((paths.content() / "sample.mou.yaml").read_bytes(), "sample").session


def redline(old: tuple[str, ...], new: tuple[Printed, ...]) -> bytes:
    title = Heading((Span("T"),), 1)
    markup = Redline("mou-tui", "2027-01-14T10:42:00Z").markup(old, new)
    return word.write_redline(Paper("T", "S", "", NOW, (title,)), markup)


def normal(read: tuple[str, ...]) -> list[str]:
    return [" ".join(line.split()) for line in read if line.strip()]


@examples(25)
@given(lines, lines)
def test_accepted_it_is_the_new_text_and_rejected_the_old(old: list[str], typed: list[str]) -> None:
    new = tuple(printed(parse("\n\n".join(typed))))
    before = tuple(line for line in old if line.strip())
    data = redline(before, new)
    assert normal(accepted(data)) == normal(tuple(line.text for line in new))
    assert normal(rejected(data)) == normal(before)


@examples(25)
@given(lines, lines)
def test_every_line_is_there_once_and_in_its_order(old: list[str], typed: list[str]) -> None:
    new = tuple(printed(parse("\n\n".join(typed))))
    pairs = list(aligned(old, new))
    assert [before for before, _ in pairs if before is not None] == old
    assert tuple(after for _, after in pairs if after is not None) == new


def test_a_changed_word_is_the_only_change() -> None:
    new = tuple(printed(parse(SENTENCES[0].replace("search", "**citation**"))))
    data = redline((SENTENCES[0],), new)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        body = archive.read("word/document.xml").decode()
    assert body.count("<w:del ") == body.count("<w:ins ") == 1
    assert '<w:delText xml:space="preserve">search</w:delText>' in body
    assert '<w:highlight w:val="yellow"/>' in body and "<w:b/>" in body


def test_the_draft_against_a_milestone_and_against_an_agreement_read_in(sro: Checklist, sample: Session) -> None:
    earlier = EarlierDocument("old", "old.docx", paragraphs=(EarlierParagraph("1. Purpose", "heading"),))
    session = replace(sample, earlier=(earlier,))
    for named, name in (("FIRST", "First reading"), ("", "old.docx")):
        old = old_text(sro, session, named, now=NOW)
        assert old.name == name
        data = write_redline(sro, session, old, now=NOW)
        new = tuple(line.text for line in printed(paper(sro, session, now=NOW).parts))
        assert normal(accepted(data)) == normal(new)
        assert normal(rejected(data)) == normal(old.lines)


def test_at_a_milestone_the_wordings_are_those_of_then(sro: Checklist, sample: Session) -> None:
    (moment,) = [moment for moment in moments(sample) if moment.kind == "milestone"]
    before, history = session_at(sro, sample, moment), WordingHistory(sample)
    assert all(before.answer(question.id).text == history.at(question.id, moment) for question in sro.questions())


def test_without_an_earlier_agreement_it_is_said_what_to_name(sro: Checklist, sample: Session) -> None:
    with pytest.raises(UsageError, match="No earlier agreement was read into this session"):
        old_text(sro, sample, "", now=NOW)


@pytest.mark.parametrize("how", ["accepted", "rejected"])
def test_a_redline_that_reads_otherwise_is_not_written(how: str) -> None:
    old, new = ("The officer may go.",), tuple(printed(parse("The officer shall go.")))
    data = redline(old, new)
    check(data, old, [line.text for line in new])
    wrong = ["The officer shall stay."]
    with pytest.raises(
        CannotSave, match=f"with all changes {how}, it does not say what it should near “The officer sh"
    ):
        check(data, wrong if how == "rejected" else old, wrong if how == "accepted" else [line.text for line in new])


def test_a_session_without_any_wording_has_a_redline_too(sro: Checklist) -> None:
    session = Session(decode((paths.content() / "sample.mou.yaml").read_bytes(), "sample").session.checklist)
    data = write_redline(sro, session, OldText("old", ("a\tb", "  c  d  ", "é 漢字 👩‍👧")), now=NOW)
    assert normal(rejected(data)) == ["a b", "c d", "é 漢字 👩‍👧"]
