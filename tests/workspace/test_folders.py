"""Folders to choose a file from."""

from __future__ import annotations

from pathlib import Path

import pytest

from mou_tui import paths
from mou_tui.workspace import folders
from mou_tui.workspace.folders import SESSIONS, first_folder, read_folder, recent_folders
from mou_tui.workspace.parties import PartiesAndFacts
from mou_tui.workspace.repository import SessionRepository
from mou_tui.workspace.session_reader import ChecklistCatalog


def labels(folder: Path) -> list[str]:
    return [entry.label for entry in read_folder(folder, SESSIONS).entries]


def test_folders_come_first_then_the_files_of_the_kind_and_nothing_hidden(tmp_path: Path) -> None:
    for name in ("b.mou.yaml", "A.MOU.YAML", "c.docx", ".hidden.mou.yaml", "~$lock.mou.yaml"):
        (tmp_path / name).write_text("x")
    for name in ("zoo", "Attic", ".git"):
        (tmp_path / name).mkdir()
    (tmp_path / "gone.mou.yaml").symlink_to(tmp_path / "nowhere")
    assert labels(tmp_path) == ["Attic/", "zoo/", "A.MOU.YAML", "b.mou.yaml"]
    assert read_folder(tmp_path, SESSIONS).note == ""


def test_a_name_is_data(tmp_path: Path) -> None:
    name = "[bold]x[!] \x1b[31m\n.mou.yaml"
    (tmp_path / name).write_text("x")
    (entry,) = read_folder(tmp_path, SESSIONS).entries
    assert entry.path == tmp_path / name
    assert "[bold]x[!]" in entry.label
    assert not {"\x1b", "\n"} & set(entry.label)


def test_a_folder_that_cannot_be_read_is_said_calmly(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    for path in (tmp_path / "missing", tmp_path / "file", tmp_path / ("x" * 300), Path("/\0")):
        folder = read_folder(path, SESSIONS)
        assert folder.entries == ()
        assert folder.note.startswith("This folder cannot be read: ")


def test_an_empty_folder_and_one_with_too_much_say_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert read_folder(tmp_path, SESSIONS).note == "No file of this kind is in this folder."
    monkeypatch.setattr(folders, "MOST", 2)
    for number in range(5):
        (tmp_path / f"{number}.mou.yaml").write_text("x")
    folder = read_folder(tmp_path, SESSIONS)
    assert len(folder.entries) == 2
    assert folder.note == "3 more are not shown; type the name of the file above."


def test_recent_folders_are_those_of_sessions_opened_here_and_never_of_the_sample(home: Path, tmp_path: Path) -> None:
    repository = SessionRepository(ChecklistCatalog())
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    repository.start(PartiesAndFacts(()), path=elsewhere / "a.mou.yaml").close()
    repository.start(PartiesAndFacts(())).close()
    sample = repository.sample()
    recent = recent_folders()
    assert recent[:2] == (paths.documents(), elsewhere)
    assert not any(paths.samples() in (folder, *folder.parents) for folder in recent)
    assert first_folder() == paths.documents()
    sample.close()
    elsewhere.rename(tmp_path / "moved")
    assert elsewhere not in recent_folders()
