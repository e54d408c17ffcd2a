"""What is said of a file whose agreement is in force: in the list of sessions, and where its words were changed."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from mou_tui.session.codec import decode, encode
from mou_tui.workspace.parties import PartiesAndFacts
from mou_tui.workspace.repository import ALTERED, SessionRepository
from mou_tui.workspace.session_reader import ChecklistCatalog


@pytest.fixture
def file(quick: Path) -> Path:
    workspace = SessionRepository(ChecklistCatalog()).start(PartiesAndFacts(), path=quick / "lake.mou.yaml")
    workspace.go("scope")
    workspace.answers.write("At Lake High.")
    workspace.adoption.record(adopted="March 9, 2026", signed="March 12, 2026")
    workspace.close()
    return workspace.store.path


def test_the_list_of_sessions_says_since_when(file: Path) -> None:
    repository = SessionRepository(ChecklistCatalog())
    (listed,) = (session for session in repository.listing() if session.path == file.resolve())
    assert listed.standing == "In force since March 12, 2026"


def test_words_that_another_program_changed_are_told_at_opening(file: Path) -> None:
    repository = SessionRepository(ChecklistCatalog())
    opened = repository.open(file)
    assert [note.what for note in opened.store.notes if note.what == ALTERED] == []
    opened.close()
    session = decode(file.read_bytes(), file.name).session
    changed = session.with_answer("scope", replace(session.answer("scope"), text="Everywhere."))
    file.write_bytes(encode(changed))
    opened = repository.open(file)
    assert [note.what for note in opened.store.notes if note.what == ALTERED] == [ALTERED]
    opened.close()
