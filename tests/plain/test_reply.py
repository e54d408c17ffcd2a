"""Taking in a copy of the session that a party worked on, line by line."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from mou_tui.session.codec import decode, encode
from mou_tui.workspace.workspace import Workspace
from tests.copies import ANSWERS, came_back
from tests.counsel import with_ids
from tests.plain.conftest import Begin
from tests.plain.talking import talk


@pytest.fixture
def workspace(begin: Begin) -> Workspace:
    return with_ids(begin(**ANSWERS))


@pytest.fixture
def file(workspace: Workspace, tmp_path: Path) -> Path:
    return came_back(workspace, tmp_path / "lake-for-district.mou.yaml")


def test_all_of_it_is_taken_in_and_taken_back_without_a_trace(workspace: Workspace, file: Path) -> None:
    before = encode(workspace.session)
    heard = talk(workspace, f"reply {file}", "all", "go 2.1", "history here", "quit")
    assert "1 clause changed by them, 1 by both, something said of 1 clause, 1 meeting, 1 decision;" in heard
    assert "1.1 Purpose and goals: changed by both." in heard and "Say undo to take all of it back." in heard
    assert "the Police Department agreed, as reported by the School District." in heard
    assert workspace.meetings.last is None
    workspace.undo()
    assert encode(workspace.session) == before


def test_each_is_heard_with_old_and_new_and_may_wait(workspace: Workspace, file: Path) -> None:
    heard = talk(workspace, f"counsel {file}", "each", "wait", "take", "take", "quit")
    assert "Here: The parties share one aim: safe schools." in heard
    assert "From them: The parties share one aim: quiet schools." in heard
    assert "Both wordings will stand beside what both began with" in heard
    assert "Meeting of November 28, 2026, School District alone." in heard
    assert "1 clause waits: take in the same file again." in heard
    assert not workspace.session.answer("purpose").alternatives
    talk(workspace, f"reply {file}", "all", "quit")
    assert len(workspace.session.answer("purpose").alternatives) == 2


def test_of_a_copy_without_a_mark_it_is_asked_whose_it_is(workspace: Workspace, file: Path) -> None:
    file.write_bytes(encode(replace(decode(file.read_bytes(), file.name).session, copy=None)))
    before = encode(workspace.session)
    heard = talk(workspace, f"reply {file}", "2", "nothing", "quit")
    assert "Whose copy is it?" in heard and "from the School District" in heard
    assert encode(workspace.session) == before


def test_what_cannot_be_taken_in_is_said(workspace: Workspace, file: Path) -> None:
    before = encode(workspace.session)
    heard = talk(workspace, f"reply {workspace.store.path}", "quit")
    assert "is the very session that it would be taken into. Nothing was changed." in heard
    file.write_bytes(file.read_bytes()[:-300])
    assert "Nothing was changed. Ask for the file to be sent again." in talk(workspace, f"reply {file}", "quit")
    assert encode(workspace.session) == before
