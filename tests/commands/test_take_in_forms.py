"""Filled forms for feedback are taken in from the command line: asked, unasked, reported on; twice is once."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from mou_tui.session.codec import decode
from mou_tui.session.model import Session
from tests.commands.program import Run
from tests.exchange.filled_forms import WHO, word_form


def read(path: Path) -> Session:
    return decode(path.read_bytes(), path.name).session


@pytest.fixture
def folder(run: Run, session: Path, tmp_path: Path) -> Path:
    """Two filled forms, a blank one and a file that is none."""
    assert run("export", session.name, "--document", "feedback", "--to", "docx").code == 0
    form = (tmp_path / "lake-feedback.docx").read_bytes()
    path = tmp_path / "responses"
    path.mkdir()
    parent = {WHO: "parent", "Your words for 1.2": "Quaggas first.", "Your reason for 1.2": "Zoe Okapi waits."}
    (path / "a.docx").write_bytes(word_form(parent, form))
    (path / "b.docx").write_bytes(word_form({WHO: "student", "Your reason for 1.1": "Why?"}, form))
    (path / "blank.docx").write_bytes(form)
    (path / "note.txt").write_text("hello")
    return path


def test_a_folder_is_taken_in_unasked_with_words_and_no_reason(run: Run, session: Path, folder: Path) -> None:
    done = run("take-in", session.name, folder.name, "--yes")
    assert done.code == 0
    assert done.out.splitlines() == [
        "3 forms read: 2 proposals on 2 clauses, from a parent and a student. 1 form said nothing. "
        "1 file could not be read.",
        "1 proposal taken in.",
    ]
    assert "note.txt" in done.err
    (proposal,) = read(session).proposals
    assert (proposal.question, proposal.text, proposal.reason, proposal.from_) == (
        "scope",
        "Quaggas first.",
        "",
        "parent",
    )
    assert b"Okapi" not in session.read_bytes()

    again = run("take-in", session.name, folder.name, "--yes")
    assert again.out.splitlines()[-1] == "Nothing was taken in." and len(read(session).proposals) == 1


def test_where_nobody_can_answer_nothing_is_taken_in(run: Run, session: Path, folder: Path) -> None:
    before = session.read_bytes()
    done = run("take-in", session.name, folder.name)
    assert done.code == 1 and "one by one" in done.out and "--yes" in done.err
    assert "uagga" not in done.out and session.read_bytes() == before


def test_the_account_as_data_has_none_of_the_words_and_changes_nothing(run: Run, session: Path, folder: Path) -> None:
    before = session.read_bytes()
    done = run("take-in", session.name, folder.name, "--json")
    told = json.loads(done.out)
    assert (told["forms"], told["proposals"], told["with_reason"], told["not_read"]) == (3, 2, 2, 1)
    assert not told["taken_in"] and "uagga" not in done.out and session.read_bytes() == before


def test_one_form_alone_is_known_by_what_is_in_it(run: Run, session: Path, folder: Path) -> None:
    (folder / "a.docx").rename(folder / "counsel.bin")
    assert run("take-in", session.name, f"{folder.name}/counsel.bin", "--yes").code == 0
    assert [proposal.text for proposal in read(session).proposals] == ["Quaggas first."]


def test_a_folder_without_a_form_is_told_and_changes_nothing(run: Run, session: Path, tmp_path: Path) -> None:
    (tmp_path / "none").mkdir()
    (tmp_path / "none" / "a.txt").write_text("hello")
    before = session.read_bytes()
    done = run("take-in", session.name, "none", "--yes")
    assert (done.code, done.out) == (1, "") and "a.txt" in done.err and "Nothing was taken in." in done.err
    assert session.read_bytes() == before
