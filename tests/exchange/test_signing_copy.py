"""The copy to sign is the agreement alone, and there is none while anything is open."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import pytest

from mou_tui import paths
from mou_tui.checklist.model import Checklist
from mou_tui.draft.blocks import plain_text
from mou_tui.errors import CannotSave
from mou_tui.exchange.export import export_file
from mou_tui.exchange.file_kinds import PageKind
from mou_tui.exchange.signing_copy import fingerprint, signing_copy
from mou_tui.exchange.writers.printed import printed
from mou_tui.language.text import short_hash
from mou_tui.session.codec import decode
from mou_tui.session.meeting import Position
from mou_tui.session.model import Answer, Deferral, Session
from tests.exchange.word_files import WordFile

KINDS: tuple[PageKind, ...] = ("md", "docx", "html", "pdf")
NOW = datetime(2027, 1, 14, 10, 42)


@pytest.fixture
def settled(sro: Checklist) -> Session:
    """A session in which nothing is open."""
    sample = decode((paths.content() / "sample.mou.yaml").read_bytes(), "sample").session
    answers = {question.id: Answer(f"The parties settled {question.label}.") for question in sro.questions("essential")}
    return replace(sample, answers=answers, actions=(), opening="This agreement is between two parties.")


def test_it_holds_nothing_that_is_only_for_the_talks(sro: Checklist, settled: Session) -> None:
    file = WordFile(export_file(sro, settled, "copy", now=NOW))
    text = b"".join(file.parts.values()).decode(errors="replace")
    for words in (
        "Draft",
        "For discussion",
        "Not approved",
        "Matters left to counsel",
        "[",
        "highlight",
        "Alternative",
    ):
        assert words not in file.parts["word/document.xml"].decode().replace("<w:", ""), words
    assert "Draft for discussion" not in text
    assert "The parties settled Purpose and goals." in file.parts["word/document.xml"].decode()


def test_its_fingerprint_is_on_every_page_and_changes_with_a_word(sro: Checklist, settled: Session) -> None:
    first = signing_copy(sro, settled, now=NOW)
    again = signing_copy(sro, settled, now=datetime(2028, 1, 1))
    answers = {**settled.answers, "purpose": Answer("The parties settled it otherwise.")}
    other = signing_copy(sro, replace(settled, answers=answers), now=NOW)
    assert first.standing == again.standing != other.standing
    assert first.standing == f"Copy to sign · fingerprint {fingerprint(first.parts)}"
    head = WordFile(export_file(sro, settled, "copy", "docx", now=NOW)).xml("word/header1.xml")
    assert first.standing in "".join(head.itertext())
    assert first.standing in export_file(sro, settled, "copy", "html", now=NOW).decode()


@pytest.mark.parametrize(
    ("answer", "why"),
    [
        (Answer(""), "Open clauses: 1.1 Purpose and goals"),
        (Answer("In [number] days."), "Blanks: 1.1 Purpose and goals: [number]"),
        (Answer("So.", later=Deferral("counsel")), "To check first: 1.1"),
        (
            Answer("So.", positions={"district": Position("objects", short_hash("So."), "the fee")}),
            "Objections: 1.1",
        ),
        (
            Answer("So.", positions={"district": Position("agrees", short_hash("Else."))}),
            "Positions to confirm: 1.1",
        ),
    ],
)
@pytest.mark.parametrize("kind", KINDS)
def test_while_something_is_open_there_is_none_and_it_is_said_what(
    sro: Checklist, settled: Session, answer: Answer, why: str, kind: PageKind
) -> None:
    session = replace(settled, answers={**settled.answers, "purpose": answer})
    with pytest.raises(CannotSave, match=r"There is no copy to sign yet: 1 point still open\.") as refused:
        export_file(sro, session, "copy", kind, now=NOW)
    assert why in refused.value.message


def test_a_long_list_is_cut_and_counted(sro: Checklist, settled: Session) -> None:
    with pytest.raises(CannotSave, match="24 points still open") as refused:
        signing_copy(sro, replace(settled, answers={}), now=NOW)
    assert refused.value.message.endswith("- and 12 more")


def test_it_begins_with_its_title_and_ends_with_the_signatures(sro: Checklist, settled: Session) -> None:
    lines = [line.text for line in printed(signing_copy(sro, settled, now=NOW).parts)]
    assert lines[0] == plain_text(signing_copy(sro, settled, now=NOW).parts[0].content)  # type: ignore[union-attr]
    assert lines[1] == "This agreement is between two parties."
    assert lines[-1].startswith("Date: ")
