"""A session that revises an earlier agreement: its paragraphs are kept, and its wording counts once somebody looked."""

from __future__ import annotations

from dataclasses import replace

from mou_tui.checklist.model import Checklist
from mou_tui.draft.progress import assess_progress
from mou_tui.draft.question_state import text_state
from mou_tui.language.text import short_hash
from mou_tui.session.codec import decode, encode
from mou_tui.session.earlier import EarlierDocument, EarlierParagraph, Origin
from mou_tui.session.model import Answer, ChecklistRef, Session

TEXT = "SROs shall remain employees of the City."
TAKEN = Answer(text=TEXT, current=TEXT, origin=Origin("earlier", "0a1b2c3d", short_hash(TEXT)))
OLD = EarlierDocument(
    "0a1b2c3d",
    "../../etc/old agreement.docx",
    "ab" * 32,
    "docx",
    "2026-11-25 10:42",
    "accepted",
    (
        EarlierParagraph("II. COMMAND", "heading", 1, "II."),
        EarlierParagraph(TEXT, heading="II. COMMAND", page=2, questions=("command",), placed=True),
        EarlierParagraph("Notices go to the clerk.", outside="notices", page=3),
    ),
)
SESSION = Session(ChecklistRef("sro", "1"), answers={"command": TAKEN}, earlier=(OLD,))


def test_an_earlier_agreement_is_kept_word_for_word_with_its_origin() -> None:
    data = encode(SESSION)
    assert decode(data, "s").session == SESSION
    assert b'format: "2"' in data


def test_paragraphs_alone_ask_for_no_newer_format() -> None:
    assert b'format: "1"' in encode(replace(SESSION, answers={}))


def test_wording_nobody_looked_at_counts_as_nothing(sro: Checklist) -> None:
    assert text_state(TAKEN) == "earlier"
    done = assess_progress(sro, SESSION)
    assert done.written == 0
    assert done.next_open("command") is not None
    assert {progress.state for progress in done.questions if progress.id == "command"} == {"earlier"}


def test_it_counts_once_it_was_changed_or_accepted() -> None:
    assert text_state(TAKEN.write(f"{TEXT} Always.")) == "written"
    kept = TAKEN.let_stand("2026-11-25 10:42")
    assert text_state(kept) == "written"
    assert kept.origin is not None
    assert (kept.origin.kind, kept.origin.looked) == ("earlier", "2026-11-25 10:42")


def test_filling_a_name_in_it_is_not_looking_at_it() -> None:
    assert text_state(TAKEN.with_replaced_text(TEXT.replace("the City", "the Town"))) == "earlier"
