"""Without a session: one is chosen by its number, or started."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from mou_tui import paths
from mou_tui.draft.draft import session_title
from mou_tui.plain.console import Console
from mou_tui.plain.home import choose_session
from mou_tui.plain.line_input import InputClosed
from mou_tui.workspace.repository import SessionRepository
from mou_tui.workspace.workspace import Workspace
from tests.plain.conftest import Begin
from tests.plain.talking import CTRL_C, Lines


def choose(repository: SessionRepository, *lines: str) -> tuple[Workspace | None, str]:
    """Say lines where a session is to be chosen; gives what was chosen, and what was heard."""
    output = io.StringIO()
    return choose_session(Console(Lines(lines, output), output), repository), output.getvalue()


def test_sessions_are_offered_by_number_with_how_far_they_are(begin: Begin, repository: SessionRepository) -> None:
    store = begin(purpose="Safe schools for [number] years.").store
    store.close()
    workspace, output = choose(repository, "6", "none", ":next", "1")
    assert workspace is not None and workspace.answer.text == "Safe schools for [number] years."
    workspace.store.close()
    words = " ".join(output.split())
    assert (
        "1. Lake City Unified School District and Lake City Police Department, 0 of 24 questions written, 4 blanks"
        in words
    )
    assert (
        "2. Start a new agreement. 3. Open another file. 4. Look at a half-finished sample. "
        "5. Revise an earlier agreement. Say a number, or quit:" in words
    )
    assert words.count("Say 1, 2, 3, 4, 5 or quit.") == 2


def test_a_session_is_started_with_its_names(repository: SessionRepository) -> None:
    workspace, output = choose(repository, "1", ":cancel", "1", "Lake City Police", "Lake City Schools", "Iowa")
    assert output.startswith("There is no session yet.\n1. Start a new agreement.")
    assert workspace is not None
    assert session_title(workspace.checklist, workspace.session) == "Lake City Schools and Lake City Police"
    assert workspace.store.path.name == "lake-city-schools-lake-city-police.mou.yaml"
    workspace.store.close()


def test_another_file_is_opened(begin: Begin, repository: SessionRepository, tmp_path: Path) -> None:
    store = begin(purpose="Safe schools.").store
    store.close()
    elsewhere = tmp_path / "elsewhere.mou.yaml"
    store.path.rename(elsewhere)
    workspace, output = choose(repository, "2", ":cancel", "2", str(tmp_path / "none.mou.yaml"), "2", str(elsewhere))
    assert "Cannot open" in output
    assert workspace is not None and workspace.store.path == elsewhere
    workspace.store.close()


def test_a_file_is_chosen_from_the_folders(begin: Begin, repository: SessionRepository, tmp_path: Path) -> None:
    store = begin(purpose="Safe schools.").store
    store.close()
    folder = tmp_path / "other place"
    folder.mkdir()
    (folder / ".hidden.mou.yaml").write_text("x")
    store.path.rename(folder / "elsewhere.mou.yaml")
    workspace, output = choose(repository, "2", str(folder), "1")
    assert "1. elsewhere.mou.yaml. 2. Up to" in " ".join(output.split())
    assert ".hidden" not in output
    assert workspace is not None and workspace.store.path == folder / "elsewhere.mou.yaml"
    workspace.store.close()


def test_what_is_no_session_is_said_to_be_none(repository: SessionRepository, tmp_path: Path) -> None:
    (tmp_path / "old.docx").write_bytes(b"PK\x03\x04\x00")
    workspace, output = choose(repository, "2", str(tmp_path / "old.docx"), "quit")
    assert workspace is None
    assert "old.docx: is not a mou-tui session; if it is an earlier agreement" in " ".join(output.split())


def test_the_sample_is_opened(repository: SessionRepository) -> None:
    workspace, _ = choose(repository, "3")
    assert workspace is not None and workspace.progress().written
    assert workspace.sample.is_open
    workspace.store.close()
    assert repository.listing() == []


@pytest.mark.parametrize("words", [["quit"], [":quit"], ["q"], ["1", ":quit"]])
def test_one_may_leave(repository: SessionRepository, words: list[str]) -> None:
    assert choose(repository, *words)[0] is None
    assert repository.listing() == []


@pytest.mark.parametrize("end", [(), (CTRL_C,)])
def test_names_said_before_leaving_are_a_session(repository: SessionRepository, end: tuple[str, ...]) -> None:
    with pytest.raises(InputClosed):
        choose(repository, *end)
    with pytest.raises(InputClosed):
        choose(repository, "1", "Lake City Police", *end)
    (listed,) = repository.listing()
    assert listed.title == "[school district] and Lake City Police"


def test_a_file_that_is_no_session_is_told_and_another_can_be_chosen(
    begin: Begin, repository: SessionRepository
) -> None:
    begin().store.close()
    Path(paths.documents() / "broken.mou.yaml").write_text("nonsense: [")
    workspace, output = choose(repository, "1", "2")
    assert "1. Cannot be read" in output
    assert "broken.mou.yaml: is not a mou-tui session" in " ".join(output.split())
    assert workspace is not None
    workspace.store.close()
