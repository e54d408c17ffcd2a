"""The sample: a scratch copy apart from a person's sessions, gone once left unless a copy is kept."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest

from mou_tui import paths
from mou_tui.persistence.maintenance import recent
from mou_tui.workspace.repository import SessionRepository
from mou_tui.workspace.session_reader import ChecklistCatalog
from mou_tui.workspace.workspace import Workspace


@pytest.fixture
def repository(home: Path) -> SessionRepository:
    return SessionRepository(ChecklistCatalog())


def leave(workspace: Workspace) -> None:
    workspace.close()
    workspace.sample.discard()


def kept_of_it() -> list[Path]:
    """All files under the folder of what this computer keeps."""
    return [path for path in paths.state().rglob("*") if path.is_file()]


def test_it_lies_apart_from_the_sessions_and_is_not_listed(repository: SessionRepository) -> None:
    with closing(repository.sample()) as workspace:
        assert workspace.sample.is_open
        assert paths.documents() not in workspace.store.path.parents
        assert not paths.documents().exists() or not list(paths.documents().iterdir())
        assert repository.listing() == []


def test_once_left_nothing_of_it_is_kept(repository: SessionRepository) -> None:
    workspace = repository.sample()
    workspace.answers.write("Changed.")
    workspace.store.flush()
    assert kept_of_it()
    leave(workspace)
    assert kept_of_it() == []
    assert recent() == ()


def test_only_one_that_was_worked_in_has_something_to_lose(repository: SessionRepository) -> None:
    workspace = repository.sample()
    workspace.go("arrest")
    workspace.store.flush()
    workspace.go("purpose")
    assert not workspace.sample.has_work
    workspace.answers.write("Changed.")
    assert workspace.sample.has_work
    leave(workspace)


def test_a_copy_that_is_kept_is_a_session_like_any_other(repository: SessionRepository) -> None:
    workspace = repository.sample()
    scratch = workspace.store.path
    workspace.answers.write("Changed.")
    workspace.sample.save_elsewhere(workspace.sample.usual_copy())
    assert not scratch.exists()
    assert not workspace.sample.is_open
    leave(workspace)
    (listed,) = repository.listing()
    assert listed.path == workspace.store.path
    with closing(repository.open(listed.path)) as kept:
        assert kept.answer.text == "Changed."


def test_what_a_stopped_program_left_goes_with_the_next_sample_and_an_open_one_stays(
    repository: SessionRepository,
) -> None:
    stopped = repository.sample()
    stopped.close()
    with closing(repository.sample()) as first, closing(repository.sample()) as second:
        assert not stopped.store.path.exists()
        assert first.store.path.exists()
        assert second.store.path.exists()


def test_documents_made_of_it_are_not_put_into_its_folder(repository: SessionRepository) -> None:
    with closing(repository.sample()) as workspace:
        assert paths.samples() not in workspace.sample.export_path().parents
