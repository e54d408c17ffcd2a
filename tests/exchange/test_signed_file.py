"""A signed file is held against the agreement, sentence by sentence, however its lines and pages break."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from mou_tui.checklist.loader import load
from mou_tui.draft.draft import assemble
from mou_tui.draft.structure import draft_parts
from mou_tui.errors import CannotOpen
from mou_tui.exchange.export import export_file, write_pages
from mou_tui.exchange.file_kinds import FileKind
from mou_tui.exchange.signed_file import compare_signed
from mou_tui.exchange.writers.paper import Paper, title_of
from mou_tui.session.in_force import AmendedAgreement
from mou_tui.session.model import Answer, ChecklistRef, Party, Session, Signatory

SRO = load()
NOW = datetime(2027, 3, 12, 10, 0)
SESSION = Session(
    ChecklistRef(SRO.id, SRO.version),
    parties=(
        Party("agency", "police", "Lake City Police Department", "the Police Department", "the Chief of Police"),
        Party("district", "district", "Lake City USD", "the School District", signatories=(Signatory("Lee Roe"),)),
    ),
    facts={"state": "Ohio", "start-date": "July 1, 2027", "end-date": "June 30, 2028", "schools": "Lake High"},
    answers={
        question.id: Answer(question.examples[0].text)
        for question in SRO.questions()
        if question.essential and question.examples
    },
)


def signed(session: Session, kind: FileKind, folder: Path) -> Path:
    """The copy that was signed: without what is left to counsel, and with a line on every page."""
    title, _, *parts = draft_parts(assemble(SRO, session)._replace(counsel=()))
    path = folder / f"signed.{kind}"
    whole = (title, *parts[:-1])
    path.write_bytes(write_pages(Paper(title_of(whole), "Lake City", "Copy to sign · 0123", NOW, whole), kind))
    return path


@pytest.mark.parametrize("kind", ["docx", "pdf", "html"])
def test_the_copy_to_sign_differs_in_nothing(kind: FileKind, tmp_path: Path) -> None:
    compared = compare_signed(SRO, SESSION, signed(SESSION, kind, tmp_path), now=NOW)
    assert compared.differences == ()
    assert compared.summary == f"signed.{kind} says what the agreement says here."


CHANGES: dict[str, tuple[Callable[[Session], Session], str, str, str]] = {
    "a word": (
        lambda session: session.with_answer("review", Answer("The parties may review it each May.")),
        "10.1",
        "The parties may review it each May.",
        "The parties shall review it each May.",
    ),
    "a number": (
        lambda session: session.with_answer("review", Answer("The parties shall review it each June.")),
        "10.1",
        "The parties shall review it each June.",
        "The parties shall review it each May.",
    ),
    "more here": (
        lambda session: session.with_answer(
            "review", Answer("The parties shall review it each May. The board hears of it.")
        ),
        "10.1",
        "The board hears of it.",
        "",
    ),
    "counsel": (lambda session: replace(session, counsel="No one is insured."), "12", "No one is insured.", ""),
}


@pytest.mark.parametrize(("change", "place", "ours", "theirs"), CHANGES.values(), ids=CHANGES)
def test_what_was_changed_since_is_listed_where_it_is(
    change: Callable[[Session], Session], place: str, ours: str, theirs: str, tmp_path: Path
) -> None:
    adopted = SESSION.with_answer("review", Answer("The parties shall review it each May."))
    compared = compare_signed(SRO, change(adopted), signed(adopted, "docx", tmp_path), now=NOW)
    assert (place, ours, theirs) in compared.differences
    assert len(compared.differences) <= 2
    assert f"{place}:" in compared.text and ours in compared.text


def test_what_only_the_signed_file_says_is_listed(tmp_path: Path) -> None:
    longer = replace(SESSION, counsel="The District pays it all.")
    compared = compare_signed(SRO, SESSION, signed(longer, "docx", tmp_path), now=NOW)
    assert ("", "", "The District pays it all.") in compared.differences
    assert "Only in the signed file:" in compared.text


def test_of_an_amendment_the_amendment_is_signed(tmp_path: Path) -> None:
    answers = {name: replace(answer, current=answer.text) for name, answer in SESSION.answers.items()}
    amended = replace(
        SESSION, answers=answers, opening="Between us.", amends=AmendedAgreement("0123456789ab", "", opening="Us.")
    )
    path = tmp_path / "signed.docx"
    path.write_bytes(export_file(SRO, amended, "amendment", "docx", now=NOW))
    differences = compare_signed(SRO, amended, path, now=NOW).differences
    assert [difference.signed for difference in differences if not difference.signed.startswith("Draft of")] == []


def test_what_holds_no_text_is_refused_with_the_reason(tmp_path: Path) -> None:
    path = tmp_path / "scan.pdf"
    path.write_bytes(b"%PDF-1.4\n%%EOF\n")
    with pytest.raises(CannotOpen):
        compare_signed(SRO, SESSION, path, now=NOW)
