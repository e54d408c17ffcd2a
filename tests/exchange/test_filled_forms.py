"""Filled forms are read as Word and spreadsheets save them; what cannot be read is named, and the rest is read."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mou_tui.checklist.model import Checklist
from mou_tui.errors import CannotOpen
from mou_tui.exchange.export import export_file
from mou_tui.exchange.forms.model import voice_of
from mou_tui.exchange.forms.reader import forms_in, is_form, parse_form, read_forms
from mou_tui.exchange.forms.shown_wordings import wordings_of
from mou_tui.session.history import Entry
from mou_tui.session.model import Answer, ChecklistRef, Session
from tests.examples import examples
from tests.exchange.filled_forms import NOW, SESSION, WHO, WordForm, table_form, word_form
from tests.exchange.word_edits import WordEditor
from tests.strategies import EMPTY, SMALL, texts

WORDINGS = wordings_of(SESSION)
Said = tuple[str, str, str, str]


def said(data: bytes) -> list[Said]:
    clauses = parse_form(data, "form", SMALL, WORDINGS).clauses
    return [(clause.question_id, clause.text, clause.reason, clause.voice) for clause in clauses]


def test_words_and_reasons_typed_into_the_boxes_of_word_are_under_their_clauses() -> None:
    data = word_form(
        {
            WHO: "Maria Quagga, mother of two",
            "Your words for 1.1": "The SRO waits a day.\n\nThen the SRO “leaves”.",
            "Your reason for 1.1": "One hour is short.",
            "Your reason for 2.1": "Why walk?",
        }
    )
    assert is_form(data, "form")
    assert said(data) == [
        ("alpha", "The SRO waits a day.\n\nThen the SRO “leaves”.", "One hour is short.", "parent"),
        ("gamma", "", "Why walk?", "parent"),
    ]
    assert "Quagga" not in repr(parse_form(data, "form", SMALL, WORDINGS))


def test_what_is_typed_beside_the_boxes_is_read_where_it_belongs() -> None:
    form = WordForm()
    form.box("Your words for 1.1").rows[0].cells[0].paragraphs[0].add_run(": behind the label")
    below = form.box("Your reason for 1.1")
    following = next(p for p in form.document.paragraphs if p._p.getprevious() is below._tbl)
    following.add_run("below the box")
    assert said(form.saved()) == [("alpha", "behind the label", "below the box", "other")]


def test_a_program_that_drops_the_boxes_keeps_the_labels_and_so_the_places() -> None:
    page = docx.Document()
    page.add_paragraph("Who are you? A teacher")
    page.add_heading("1.1 About alpha", 2)
    page.add_paragraph("The SRO waits.")
    for line in ("Your words for 1.1", "The SRO waits a day.", "Your reason for 1.1:", "It is short."):
        page.add_paragraph(line)
    page.add_paragraph("2.1 About gamma")
    page.add_paragraph("The SRO walks.")
    page.add_paragraph("Your words for 2.1 The SRO stands.")
    stream = BytesIO()
    page.save(stream)
    assert said(stream.getvalue()) == [
        ("alpha", "The SRO waits a day.", "It is short.", "teacher"),
        ("gamma", "The SRO stands.", "", "teacher"),
    ]


def test_a_form_that_nobody_filled_in_says_nothing_and_neither_do_words_for_nothing() -> None:
    assert said(WordForm().saved()) == said(table_form()) == []
    assert said(word_form({"Your words for 1.1": "N/A", "Your reason for 1.1": " – "})) == []


def test_who_changes_the_wording_itself_proposes_what_then_stands_there() -> None:
    form = WordForm()
    shown = next(paragraph for paragraph in form.document.paragraphs if paragraph.text == "The SRO waits.")
    shown.runs[-1].text = "The SRO waits a day."
    form.type("Your reason for 1.1", "It is short.")
    assert said(form.saved()) == [("alpha", "The SRO waits a day.", "It is short.", "other")]

    table = table_form().replace(b"The SRO walks.", b"The SRO runs.")
    assert said(table) == [("gamma", "The SRO runs.", "", "other")]

    editor = WordEditor(WordForm().saved(), "Ann Poe")
    editor.replace("waits", "rests")
    assert said(editor.saved()) == [("alpha", "The SRO rests.", "", "other")]
    moved_on = replace(SESSION, history=SESSION.history.add(Entry("", "wording", "alpha", text="The SRO waits.")))
    moved_on = moved_on.with_answer("alpha", Answer("Another wording."))
    assert not parse_form(WordForm().saved(), "form", SMALL, wordings_of(moved_on)).clauses, "it was changed here"


def test_whatever_a_blank_form_shows_nobody_changed(sro: Checklist) -> None:
    for index in range(3):
        answers = {
            question.id: Answer(question.examples[index % len(question.examples)].text)
            for question in sro.questions()
            if question.examples
        }
        session = Session(ChecklistRef(sro.id, sro.version), "full", answers=answers)
        for kind in ("docx", "csv"):
            form = export_file(sro, session, "feedback", kind, now=NOW)
            assert not parse_form(form, "form", sro, wordings_of(session)).clauses


@examples(25)
@given(texts)
def test_no_wording_looks_changed_where_nobody_changed_it(text: str) -> None:
    session = EMPTY.with_answer("alpha", Answer(text))
    for kind in ("docx", "csv"):
        form = export_file(SMALL, session, "feedback", kind, now=NOW)
        assert not parse_form(form, "form", SMALL, wordings_of(session)).clauses


def test_a_clause_is_found_by_its_label_where_numbers_changed_and_named_where_it_is_gone() -> None:
    data = word_form({"Your words for 1.1": "A day."})
    moved = data_with(data, {"1.1": "3.9"})
    assert said(moved) == [("alpha", "A day.", "", "other")]
    gone = parse_form(data_with(data, {"1.1": "3.9", "About alpha": "Parking"}), "form", SMALL, WORDINGS)
    assert [(clause.question_id, clause.caption) for clause in gone.clauses] == [("", "3.9 Parking")]


def data_with(data: bytes, changes: Mapping[str, str]) -> bytes:
    stream = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(stream, "w") as new:
        for name in old.namelist():
            content = old.read(name).decode("utf-8", "surrogateescape")
            for before, after in changes.items() if name == "word/document.xml" else ():
                content = content.replace(before, after)
            new.writestr(name, content.encode("utf-8", "surrogateescape"))
    return stream.getvalue()


@pytest.mark.parametrize(
    ("separator", "encoding", "before", "line_end"),
    [
        (",", "utf-8-sig", "", "\r\n"),
        (";", "cp1252", "", "\r\n"),
        (";", "utf-8-sig", "sep=;\r\n", "\r\n"),
        ("\t", "utf-16", "", "\r\n"),
        (",", "utf-8", "", "\r"),
        (",", "utf-8", "", "\n"),
    ],
)
def test_a_table_is_read_however_a_spreadsheet_saves_it(
    separator: str, encoding: str, before: str, line_end: str
) -> None:
    rows = (
        ("1.1", "The SRO waits a day;\nthen, “leaves”.", 'It is "short".', "Teacher"),
        ("2.1", "", "Café é", ""),
    )
    text = table_form(*rows, separator=separator, encoding="utf-8").decode()
    data = (before + text).replace("\r\n", line_end).encode(encoding)
    assert is_form(data, "form")
    assert said(data) == [
        ("alpha", "The SRO waits a day;\nthen, “leaves”.", 'It is "short".', "teacher"),
        ("gamma", "", "Café é", "teacher"),
    ]


@given(texts, texts)
def test_whatever_is_typed_into_a_table_comes_back(words: str, reason: str) -> None:
    clauses = said(table_form(("1.1", f"a {words}", f"b {reason}", "student"), encoding="utf-8"))
    assert clauses == [("alpha", f"a {words}".strip(), f"b {reason}".strip(), "student")]


@pytest.mark.parametrize(
    ("typed", "voice"),
    [
        ("Parent", "parent"),
        ("grandmother", "parent"),
        ("teacher and parent", "teacher"),
        ("a pupil in 9th grade", "student"),
        ("", "other"),
        ("the neighbour", "other"),
        ("apparent", "other"),
    ],
)
def test_nothing_but_the_kind_of_person_is_kept(typed: str, voice: str) -> None:
    assert voice_of(typed) == voice


def test_of_a_folder_every_form_is_read_and_what_is_none_is_named(tmp_path: Path) -> None:
    data = word_form({"Your words for 1.1": "A day."})
    bomb = BytesIO()
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b"<w:p>" * 6_000_000)
    files = {
        "a.docx": data,
        "a (1).docx": data,
        "b.csv": table_form(("1.1", "Two days.", "", "")),
        "bomb.docx": bomb.getvalue(),
        "cut.docx": data[: len(data) // 2],
        "draft.docx": export_file(SMALL, SESSION, "draft", "docx", now=NOW),
        "deep.docx": data_with(data, {"<w:body>": "<w:body>" + "<w:p>" * 500}),
        "empty.docx": b"",
        "note.txt": b"The clause is fine.",
        "~$a.docx": b"lock",
        ".hidden": b"x",
        "old.doc": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"W\0o\0r\0d\0D\0o\0c\0u\0m\0e\0n\0t\0" * 20,
    }
    for name, content in files.items():
        (tmp_path / name).write_bytes(content)
    (tmp_path / "older").mkdir()

    read = read_forms(forms_in(tmp_path), SMALL, SESSION)
    assert [(form.name, len(form.clauses)) for form in read.forms] == [("a (1).docx", 1), ("b.csv", 1)]
    assert read.copies == 1
    named = ["bomb.docx", "cut.docx", "deep.docx", "draft.docx", "empty.docx", "note.txt", "old.doc"]
    assert [message.split("”")[0].split("“")[1] for message in read.refused] == named


def test_a_folder_without_files_and_one_that_is_gone_are_told(tmp_path: Path) -> None:
    with pytest.raises(CannotOpen, match="holds no files"):
        forms_in(tmp_path)
    assert "Cannot open" in read_forms(forms_in(tmp_path / "gone"), SMALL, SESSION).refused[0]


@given(st.binary(max_size=300) | st.text(max_size=100).map(lambda text: f"clause,your words\n{text}".encode()))
def test_no_bytes_bring_down_the_reading(data: bytes) -> None:
    for cut in (data, b"PK\x03\x04" + data):
        try:
            parse_form(cut, "form", SMALL, WORDINGS)
        except CannotOpen as error:
            assert "form" in error.message
