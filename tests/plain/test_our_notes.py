"""Our side's notes, line by line."""

from __future__ import annotations

from pathlib import Path

import pytest

from mou_tui.persistence.our_notes import GENERAL, notes_path, read_notes
from mou_tui.session.codec import encode
from tests.plain.conftest import Begin
from tests.plain.talking import talk


def test_a_note_is_added_heard_and_cleared_and_never_in_the_session(begin: Begin) -> None:
    workspace = begin(purpose="Calm schools.")
    before = encode(workspace.session)
    heard = talk(workspace, "ours", "add", "Quagga fallback.", "ours general", "add", "Ask the union.", "quit")
    assert "They may still be a public record." in heard and "There is no note yet." in heard
    notes = read_notes(workspace.store.path)
    assert (notes.on(workspace.clause_id), notes.on(GENERAL)) == ("Quagga fallback.", "Ask the union.")
    assert encode(workspace.session) == before


def test_it_is_said_only_where_that_is_asked_for(begin: Begin) -> None:
    workspace = begin(purpose="Calm schools.")
    talk(workspace, "ours", "add", "Quagga fallback.", "quit")
    heard = talk(workspace, "ours", "nothing", "quit")
    assert "Quagga" not in heard and "If it is on the projector" in heard
    assert "Quagga fallback." in talk(workspace, "ours", "hear", "ours", "add", "More.", "quit")
    assert read_notes(workspace.store.path).on(workspace.clause_id) == "Quagga fallback.\n\nMore."
    talk(workspace, "ours", "clear", "quit")
    assert read_notes(workspace.store.path).on(workspace.clause_id) == ""


def test_of_one_who_goes_on_in_another_file_it_is_said_where_the_notes_stay(
    begin: Begin, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    workspace = begin(purpose="Calm schools.")
    before = notes_path(workspace.store.path)
    heard = talk(workspace, "elsewhere", "a.mou.yaml", "ours", "add", "Ask.", "elsewhere", "b.mou.yaml", "quit")
    assert "You are now working in a.mou.yaml.\n" in heard and not before.exists()
    assert "Our side’s notes stay where they were, in a.our-notes.yaml." in heard
    assert Path("a.our-notes.yaml").is_file() and not Path("b.our-notes.yaml").exists()
