"""Clauses are found by bookmark, by heading, by their words; a file of something else is refused."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from mou_tui import paths
from mou_tui.checklist.model import Checklist
from mou_tui.exchange.document import CannotRead
from mou_tui.exchange.export import export_file
from mou_tui.exchange.redline import OldText, write_redline
from mou_tui.exchange.returned.reader import parse_returned
from mou_tui.session.codec import decode
from mou_tui.session.model import OPENING, Answer, Session
from tests.exchange.packages import odt, odt_package, packed, word, word_package
from tests.exchange.word_edits import DAY, W, WordEditor
from tests.strategies import EMPTY, SMALL

NOW = datetime(2027, 1, 14, 10, 42)
ALPHA = "The officer greets every student at the door of the school each morning.\n\nThe officer wears a uniform."
GAMMA = "The City pays half of the salary and the District pays the other half, each July."
DELTA = "Records of students stay with the District unless a court orders otherwise in writing."
SESSION = Session(
    EMPTY.checklist, "full", answers={"alpha": Answer(ALPHA), "gamma": Answer(GAMMA), "delta": Answer(DELTA)}
)
ANN = "Ann Counsel"


@pytest.fixture(scope="module")
def sent() -> bytes:
    return export_file(SMALL, SESSION, "draft", "docx", now=NOW)


def unmarked(data: bytes) -> WordEditor:
    """The file without its bookmarks."""
    editor = WordEditor(data)
    for mark in [*editor.root.iter(f"{W}bookmarkStart"), *editor.root.iter(f"{W}bookmarkEnd")]:
        mark.getparent().remove(mark)
    return editor


def test_without_bookmarks_headings_tell(sent: bytes) -> None:
    editor = unmarked(sent)
    editor.replace("half of", "all of")
    returned = parse_returned(editor.saved(), "back.docx", SMALL, SESSION)
    (edit,) = returned.edits
    assert (edit.clause, edit.after, edit.candidates) == ("gamma", GAMMA.replace("half of", "all of"), ())
    assert not returned.missing and not returned.unplaced


def test_without_headings_words_tell() -> None:
    copied = word([("Notes", 0), (ALPHA.split("\n\n")[0], 0), (ALPHA.split("\n\n")[1], 0), (GAMMA + " Always.", 0)])
    returned = parse_returned(copied, "back.docx", SMALL, SESSION)
    assert [(edit.clause, edit.after, edit.candidates) for edit in returned.edits] == [
        ("gamma", f"{GAMMA} Always.", ())
    ]
    assert "alpha" in returned.unchanged
    assert "delta" in returned.missing
    assert [text.text for text in returned.unplaced] == ["Notes"]


def test_where_words_do_not_tell_for_sure_somebody_is_asked() -> None:
    session = replace(SESSION, answers={**SESSION.answers, "delta": Answer(GAMMA.replace("July", "May"))})
    copied = word([(ALPHA.split("\n\n")[0], 0), (GAMMA.replace("July", "August"), 0)])
    returned = parse_returned(copied, "back.docx", SMALL, session)
    (edit,) = [edit for edit in returned.edits if edit.candidates]
    assert set(edit.candidates) == {"gamma", "delta"}
    assert edit.clause == edit.candidates[0]
    assert edit.after == GAMMA.replace("July", "August")


def test_of_a_bookmark_that_is_there_twice_the_first_counts(sent: bytes) -> None:
    editor = WordEditor(sent)
    heading, body = editor.paragraph("About gamma"), editor.paragraph("The City pays")
    end = editor.paragraph("Records of students")
    for paragraph in (body, heading):
        copied = WordEditor(sent).paragraph(editor.text(paragraph))
        end.addnext(copied)
    returned = parse_returned(editor.saved(), "back.docx", SMALL, SESSION)
    assert not returned.edits
    assert [text.text for text in returned.unplaced] == ["About gamma", GAMMA]


def test_a_new_section_is_outside_all_clauses(sent: bytes) -> None:
    editor = WordEditor(sent, ANN)
    editor.add_paragraph("Records of students", "Each party carries insurance.")
    heading = editor.add_paragraph("Records of students", "Insurance")
    style = heading.find(f"{W}pPr")
    if style is None:
        style = heading.makeelement(f"{W}pPr", {})
        heading.insert(0, style)
    style.insert(0, style.makeelement(f"{W}pStyle", {f"{W}val": "Heading2"}))
    returned = parse_returned(editor.saved(), "back.docx", SMALL, SESSION)
    assert not returned.edits
    assert [(text.text, text.author, text.heading) for text in returned.unplaced] == [
        ("Insurance", ANN, "Insurance"),
        ("Each party carries insurance.", ANN, "Insurance"),
    ]


def test_a_clause_that_was_moved_is_not_deleted(sent: bytes) -> None:
    editor = WordEditor(sent, ANN)
    for text in ("About gamma", "The City pays"):
        editor.delete_paragraph(text)
    editor.add_paragraph("Records of students", GAMMA.replace("July", "May"))
    heading = editor.add_paragraph("Records of students", "About gamma")
    properties = heading.makeelement(f"{W}pPr", {})
    heading.insert(0, properties)
    properties.append(properties.makeelement(f"{W}pStyle", {f"{W}val": "Heading2"}))
    returned = parse_returned(editor.saved(), "back.docx", SMALL, SESSION)
    assert [(edit.clause, edit.after, edit.author, edit.date) for edit in returned.edits] == [
        ("gamma", GAMMA.replace("July", "May"), ANN, DAY)
    ]
    assert not returned.unplaced and not returned.missing
    assert returned.remarks == ("2.1 About gamma was moved. The draft keeps the order of its topics.",)


def test_clauses_in_another_order_are_said_to_be(sent: bytes) -> None:
    editor = WordEditor(sent)
    heading, body = editor.paragraph("About gamma"), editor.paragraph("The City pays")
    end = editor.paragraph("Records of students")
    end.addnext(body)
    end.addnext(heading)
    returned = parse_returned(editor.saved(), "back.docx", SMALL, SESSION)
    assert not returned.edits and not returned.missing and not returned.unplaced
    assert returned.remarks == ("Its clauses are in another order. The draft keeps the order of its topics.",)


def test_a_redline_of_ours_brings_nothing_back_but_what_others_did() -> None:
    old = OldText("old", ("An old agreement", "The officer greets some students.", "Gone is gone."))
    editor = WordEditor(write_redline(SMALL, SESSION, old, now=NOW), ANN)
    editor.replace("uniform.", "badge.")
    returned = parse_returned(editor.saved(), "redline.docx", SMALL, SESSION)
    assert [(edit.clause, edit.after, edit.author) for edit in returned.edits] == [
        ("alpha", ALPHA.replace("uniform", "badge"), ANN)
    ]
    assert set(returned.unchanged) == {OPENING, "beta", "gamma", "delta", "epsilon", "zeta"}
    assert not returned.unplaced


def test_a_redline_of_the_sample_brings_nothing_back(sro: Checklist) -> None:
    session = decode((paths.content() / "sample.mou.yaml").read_bytes(), "sample").session
    data = write_redline(sro, session, OldText("old", ("An old agreement",)), now=NOW)
    returned = parse_returned(data, "redline.docx", sro, session)
    assert not returned.edits and not returned.unplaced and not returned.missing


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (word([("A lease", 1), ("The tenant pays rent on the first day of each month.", 0)]), "none of the clauses"),
        (odt([("A lease", 1), ("The tenant pays rent on the first day of each month.", 0)]), "none of the clauses"),
        (word([]), "none of the clauses"),
        (b"{\\rtf1 hello}", "is a rich text document, which keeps no edits"),
        (b"%PDF-1.7\nnothing", "is a PDF, which keeps no edits"),
        (b"About alpha\n\nThe officer", "is plain text, which keeps no edits"),
        (b"", "is empty"),
        (packed({"word/document.xml": "<w:document"}), "is damaged"),
        (packed({"xl/workbook.xml": "<x/>"}), "a spreadsheet"),
        (word_package("<w:tbl><w:tr><w:tc>" * 5_000 + "<w:p/>" + "</w:tc></w:tr></w:tbl>" * 5_000), "built as no"),
        (word_package("<w:p/>" * 1_100_000), "built as no"),
        (word_package("<w:p/>" * 21_000), "far more text than an agreement"),
        (odt_package("<text:list><text:list-item>" * 5_000 + "</text:list-item></text:list>" * 5_000), "built as no"),
        (odt_package("x", prolog='<!DOCTYPE x [<!ENTITY e "aaaa">]>'), "so it was not opened"),
        (word_package("<w:p/>", more={"word/comments.xml": "<!DOCTYPE x [<!ENTITY e 'a'>]><x/>"}), "not opened"),
        (word_package("", more={"word/numbering.xml": "<w:"}), "is damaged"),
    ],
)
def test_a_file_of_something_else_is_refused_with_what_to_do(data: bytes, what: str) -> None:
    with pytest.raises(CannotRead) as caught:
        parse_returned(data, "back.docx", SMALL, SESSION)
    assert what in caught.value.message
    assert "\n" not in caught.value.message


def test_a_deletion_that_names_itself_is_put_back_once() -> None:
    region = '<text:changed-region text:id="c"><text:deletion><office:change-info/>'
    region += '<text:p>x<text:change text:change-id="c"/></text:p></text:deletion></text:changed-region>'
    marked = '<text:p><text:bookmark-start text:name="mou_clause_alpha"/>About alpha</text:p>'
    body = f"<text:tracked-changes>{region}</text:tracked-changes>{marked}"
    data = odt_package(body + '<text:p>a<text:change text:change-id="c"/></text:p>' * 3)
    assert parse_returned(data, "back.odt", SMALL, SESSION).edits[0].clause == "alpha"


def test_an_agreement_of_others_is_refused(sro: Checklist) -> None:
    session = decode((paths.content() / "sample.mou.yaml").read_bytes(), "sample").session
    text = (Path(__file__).parent / "corpus" / "first").glob("*.txt")
    for file in text:
        lines = [line for line in file.read_text().split("\n") if line and not line.startswith("@")]
        shown = [(re.sub(r"^\[[^\]]*\]\s*|^=+ ", "", line), 1 if line.startswith("=") else 0) for line in lines]
        with pytest.raises(CannotRead, match="none of the clauses"):
            parse_returned(word(shown), "other.docx", sro, session)
