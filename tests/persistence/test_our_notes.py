"""Our side's notes: beside the session and in nothing else; struck with it; nobody's changes are lost."""

from __future__ import annotations

import os
from datetime import date, datetime
from pathlib import Path
from typing import cast, get_args

import pytest
from hypothesis import given

from mou_tui.errors import CannotOpen, CannotSave, InvalidFile, MouError
from mou_tui.exchange.export import TextDocument, export_file
from mou_tui.merging.outgoing import outgoing
from mou_tui.persistence.our_notes import GENERAL, OurNotes, notes_path, read_notes, write_note
from mou_tui.persistence.store import SessionStore
from mou_tui.persistence.word_removal import remove
from mou_tui.session.codec import encode
from mou_tui.session.model import Answer, Party
from mou_tui.workspace.our_notes import keep_note, note_on
from mou_tui.workspace.sending import prepare_copy, write_copy
from mou_tui.workspace.workspace import Workspace
from tests.storage_helpers import Clock
from tests.strategies import EMPTY, SMALL, texts

SECRET = "quagga fallback"
DAY = date(2026, 11, 30)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "lake.mou.yaml"
    path.write_bytes(encode(EMPTY))
    return path


def test_a_note_on_a_clause_and_one_in_general_come_back_and_are_removed(path: Path) -> None:
    assert read_notes(path) == OurNotes()
    write_note(path, "alpha", f"{SECRET}\n\nand more ")
    write_note(path, GENERAL, "Ask the union.")
    assert (read_notes(path).on("alpha"), read_notes(path).on(GENERAL)) == (f"{SECRET}\n\nand more", "Ask the union.")
    write_note(path, "alpha", "")
    assert read_notes(path) == OurNotes("Ask the union.")


@given(texts)
def test_whatever_is_noted_comes_back(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    path = tmp_path_factory.getbasetemp() / "any.mou.yaml"
    write_note(path, "own-00000001", text)
    assert read_notes(path).on("own-00000001") == text.strip()


def test_the_file_is_named_after_the_session_and_says_what_it_is(path: Path) -> None:
    write_note(path, "alpha", SECRET)
    file = path.with_name("lake.our-notes.yaml")
    assert notes_path(path) == file and notes_path(path.with_name("a.yaml")).name == "a.our-notes.yaml"
    assert "may still be a public record" in file.read_text().splitlines()[0]
    assert os.name == "nt" or file.stat().st_mode & 0o077 == 0


def test_what_a_hand_added_stays_and_what_another_program_wrote_is_not_overwritten_blindly(path: Path) -> None:
    write_note(path, "alpha", SECRET)
    file = notes_path(path)
    file.write_text(file.read_text().replace("clauses:", "mine: kept\nclauses:"))
    write_note(path, "beta", "Another.")
    assert read_notes(path).extra == {"mine": "kept"} and read_notes(path).on("alpha") == SECRET


@pytest.mark.parametrize("data", [b"\xff\xfe\x00", b"- a\n", b"clauses: x\n...\n", b"general: &a x\n...\n"])
def test_a_damaged_file_is_named_and_left_as_it_is(path: Path, data: bytes) -> None:
    notes_path(path).write_bytes(data)
    with pytest.raises((InvalidFile, CannotOpen), match="our-notes"):
        read_notes(path)
    with pytest.raises(MouError):
        write_note(path, "alpha", "More.")
    assert notes_path(path).read_bytes() == data
    write = data + b"# Ann Poe\n"
    notes_path(path).write_bytes(write)
    assert any("still stand in “lake.our-notes.yaml”" in line for line in remove(path, "Ann Poe", DAY).lines)


def test_a_note_that_is_too_long_is_refused(path: Path) -> None:
    with pytest.raises(CannotSave, match="characters"):
        write_note(path, "alpha", "x" * 100_001)
    assert not notes_path(path).exists()


def test_striking_words_from_the_session_reaches_the_notes(path: Path) -> None:
    write_note(path, "alpha", "Ask Ann Poe.")
    write_note(path, GENERAL, "Nothing.")
    told = list(remove(path, "Ann Poe", DAY).lines)
    assert read_notes(path) == OurNotes("Nothing.", {"alpha": "Ask [removed 2026-11-30]."})
    assert "They were removed from our side’s notes beside it." in told
    assert not any("still stand" in line for line in told)
    assert "They were removed from our side’s notes beside it." not in list(remove(path, "Ann Poe", DAY).lines)


def test_no_byte_of_them_is_in_the_session_in_what_is_kept_of_it_or_in_what_is_made_of_it(
    path: Path, home: Path
) -> None:
    clock = Clock()
    ids = iter(f"{number:08x}" for number in range(1, 100))
    store = SessionStore.open(path, clock=clock)
    workspace = Workspace(SMALL, store, clock, lambda: next(ids))
    workspace.commit("it", EMPTY.with_answer("alpha", Answer("The SRO waits.")).with_party(Party("district")))
    keep_note(workspace, "alpha", SECRET, "")
    keep_note(workspace, GENERAL, SECRET, "")
    assert note_on(workspace, "alpha") == SECRET
    workspace.go("beta")
    made = prepare_copy(workspace, "district")
    write_copy(workspace, made, path.with_name("for-district.mou.yaml"))
    now = datetime(2026, 12, 4, 10)
    documents = [cast("TextDocument", name) for name in get_args(TextDocument)]
    exports = [export_file(SMALL, workspace.session, document, "md", now=now) for document in documents]
    workspace.close()

    holding = [file for folder in (path.parent, home) for file in folder.rglob("*") if file.is_file()]
    assert {file.name for file in holding if SECRET.encode() in file.read_bytes()} == {"lake.our-notes.yaml"}
    assert not any(SECRET.encode() in data for data in exports)
    assert SECRET not in repr(outgoing(workspace.session, "district", copy_id="1", agreement="2", at="3"))


def test_notes_stay_with_the_session_while_it_goes_on_in_a_file_of_a_conflict(path: Path) -> None:
    clock = Clock()
    store = SessionStore.open(path, clock=clock)
    workspace = Workspace(SMALL, store, clock)
    keep_note(workspace, "alpha", "Ask the union.", "")
    path.write_bytes(path.read_bytes() + b"# Changed elsewhere.\n")
    workspace.answers.write("New words.")
    store.flush()
    assert store.path != path
    assert note_on(workspace, "alpha") == "Ask the union."
    store.close()


def test_a_note_that_a_colleague_changed_meanwhile_is_not_overwritten(path: Path) -> None:
    write_note(path, "alpha", "Ask the union.")
    write_note(path, "alpha", "Ask the union, and the city.", "Ask the union.")
    with pytest.raises(CannotSave, match="changed elsewhere"):
        write_note(path, "alpha", "Ask the union twice.", "Ask the union.")
    assert read_notes(path).on("alpha") == "Ask the union, and the city."
