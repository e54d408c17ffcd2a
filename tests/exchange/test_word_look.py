"""A Word file takes the look of a district's own document and nothing else of it, and comments only when asked to."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import docx
import pytest
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.shared import Pt

from mou_tui import paths
from mou_tui.checklist.model import Checklist
from mou_tui.draft.structure import ClausePart
from mou_tui.errors import CannotOpen
from mou_tui.exchange.export import WordLook, export_file, paper
from mou_tui.exchange.writers.word_body import bookmark_of
from mou_tui.language.text import short_hash
from mou_tui.session.codec import decode
from mou_tui.session.meeting import Position
from mou_tui.session.model import Deferral, Session
from tests.exchange.word_files import Line, W, WordFile

NOW = datetime(2027, 1, 14, 10, 42)


@pytest.fixture(scope="module")
def sample() -> Session:
    return decode((paths.content() / "sample.mou.yaml").read_bytes(), "sample").session


@pytest.fixture
def reference(tmp_path: Path) -> Path:
    """A document of a district: its font, its name at the head, and things that are nobody else's."""
    document = docx.Document()
    document.styles["Normal"].font.name = "Garamond"
    document.styles["Heading 1"].font.size = Pt(20)
    document.sections[0].header.paragraphs[0].text = "Alder Valley School District"
    run = document.add_paragraph("A secret of the district").add_run(" more")
    document.add_comment([run], "Confidential remark", "Counsel", "C")
    document.core_properties.author = "Somebody Else"
    path = tmp_path / "look.docx"
    document.save(str(path))
    return path


def exported(checklist: Checklist, session: Session, look: WordLook) -> WordFile:
    return WordFile(export_file(checklist, session, "draft", "docx", now=NOW, look=look))


def texts(file: WordFile) -> list[tuple[str, str]]:
    return [(line.label, line.text) for line in file.lines if isinstance(line, Line)]


def test_the_look_is_the_districts_and_the_text_the_drafts(sro: Checklist, sample: Session, reference: Path) -> None:
    file, usual = exported(sro, sample, WordLook(reference)), exported(sro, sample, WordLook())
    assert texts(file) == texts(usual)
    styles = file.parts["word/styles.xml"].decode()
    assert "Garamond" in styles and 'w:sz w:val="40"' in styles
    heads = [text for name, text in file.parts.items() if name.startswith("word/header")]
    assert b"Alder Valley School District" in heads[0] and b"Draft for discussion" in heads[0]


def test_nothing_else_of_the_reference_goes_out(sro: Checklist, sample: Session, reference: Path) -> None:
    file = exported(sro, sample, WordLook(reference))
    whole = b"".join(file.parts.values())
    for words in (b"secret", b"Confidential", b"Counsel<", b"Somebody Else"):
        assert words not in whole
    assert "word/comments.xml" not in file.parts


def spoiled(reference: Path, kind: str) -> bytes:
    """The bytes of a reference nobody should use."""
    data = reference.read_bytes()
    if kind == "loads a picture":
        document = docx.Document(io.BytesIO(data))
        document.sections[0].header.part.relate_to("http://a.example/x.png", RELATIONSHIP_TYPE.IMAGE, is_external=True)
        output = io.BytesIO()
        document.save(output)
        return output.getvalue()
    if kind == "entities":
        output = io.BytesIO()
        with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(output, "w") as new:
            for name in old.namelist():
                content = old.read(name)
                new.writestr(name, b"<!DOCTYPE x>" + content if name == "word/styles.xml" else content)
        return output.getvalue()
    return {"text": b"Just words.", "cut": data[: len(data) // 2], "empty": b""}[kind]


@pytest.mark.parametrize("kind", ["loads a picture", "entities", "text", "cut", "empty"])
def test_a_reference_that_is_none_is_refused_with_a_reason(
    sro: Checklist, sample: Session, reference: Path, kind: str
) -> None:
    reference.write_bytes(spoiled(reference, kind))
    with pytest.raises(CannotOpen, match=r"look\.docx"):
        exported(sro, sample, WordLook(reference))


def with_reserves(session: Session) -> Session:
    answer = session.answer("duties")
    digest = short_hash(answer.text)
    positions = {
        "agency": Position("must-check", digest, "the rule", "the town lawyer", "Friday", at="2027-01-13 18:20"),
        "district": Position("objects", digest, "the <fee> & more", at="2027-01-13 18:20"),
    }
    changed = replace(answer, positions=positions, later=Deferral("counsel", "March"))
    return replace(session, answers={**session.answers, "duties": changed})


def test_objections_and_open_points_go_out_as_comments_when_they_are_asked_for(sro: Checklist, sample: Session) -> None:
    session = with_reserves(sample)
    assert "word/comments.xml" not in exported(sro, session, WordLook()).parts
    file = exported(sro, session, WordLook(has_notes=True))
    comments = file.xml("word/comments.xml")
    said = ["".join(comment.itertext()).strip() for comment in comments]
    assert "January 13, 2027: for the School District it was said: objects: the <fee> & more" in said
    assert any(text.startswith("January 13, 2027: for the Police Department it was said: must check") for text in said)
    assert "Counsel to check first, by March." in said
    assert {comment.attrib[f"{W}author"] for comment in comments} == {"mou-tui"}
    body = file.xml("word/document.xml")
    anchored = [mark for paragraph in body.iter(f"{W}p") for mark in paragraph.iter(f"{W}commentRangeStart")]
    assert len(anchored) == len(said)


def test_comments_change_no_word_of_the_draft(sro: Checklist, sample: Session) -> None:
    session = with_reserves(sample)
    plain, noted = exported(sro, session, WordLook()), exported(sro, session, WordLook(has_notes=True))
    assert plain.lines == noted.lines
    clauses = [part for part in paper(sro, session, now=NOW).parts if isinstance(part, ClausePart)]
    assert set(noted.clauses) == {bookmark_of(clause.question_id) for clause in clauses}
