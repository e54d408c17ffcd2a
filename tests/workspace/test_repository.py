from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

import pytest

from mou_tui import paths
from mou_tui.draft.draft import session_title
from mou_tui.errors import AlreadyExists, CannotOpen
from mou_tui.persistence.store import SessionStore
from mou_tui.session.codec import decode, encode
from mou_tui.session.model import ChecklistRef, Party, Session
from mou_tui.workspace.parties import PartiesAndFacts
from mou_tui.workspace.repository import SessionRepository
from mou_tui.workspace.session_reader import ChecklistCatalog
from mou_tui.workspace.workspace import Workspace

NAMES = PartiesAndFacts(
    (Party("agency", name="Lake City Police"), Party("district", name="Lake City USD")), {"state": "Ohio", "x": ""}
)


@pytest.fixture
def repository() -> SessionRepository:
    return SessionRepository(ChecklistCatalog(), clock=lambda: datetime(2027, 1, 14, 10, 42))


@contextmanager
def closing(workspace: Workspace) -> Iterator[Workspace]:
    yield workspace
    workspace.store.close()


def test_a_new_session_is_on_the_disk_before_anything_is_asked(repository: SessionRepository, tmp_path: Path) -> None:
    path = tmp_path / "new.mou.yaml"
    with closing(repository.start(NAMES, path=path, depth="full")):
        session = decode(path.read_bytes(), path.name).session
    assert session.checklist == ChecklistRef("sro", repository.checklist.version)
    assert session.depth == "full"
    assert [party.name for party in session.parties] == ["Lake City Police", "Lake City USD"]
    assert session.facts == {"state": "Ohio"}


def test_a_new_session_never_replaces_a_file(repository: SessionRepository, tmp_path: Path) -> None:
    path = tmp_path / "there.mou.yaml"
    path.write_text("mine")
    with pytest.raises(AlreadyExists):
        repository.start(NAMES, path=path)
    assert path.read_text() == "mine"


def test_a_session_without_a_file_gets_one_named_after_its_parties(repository: SessionRepository) -> None:
    with (
        closing(repository.start(NAMES)) as first,
        closing(repository.start(NAMES)) as second,
        closing(repository.start(PartiesAndFacts())) as bare,
    ):
        names = [workspace.store.path.name for workspace in (first, second, bare)]
        assert names == [
            "lake-city-usd-lake-city-police.mou.yaml",
            "lake-city-usd-lake-city-police-2.mou.yaml",
            "mou.mou.yaml",
        ]
        assert first.store.path.parent == paths.documents()


def test_a_session_is_opened_with_the_checklist_it_answers(repository: SessionRepository, tmp_path: Path) -> None:
    path = tmp_path / "a.mou.yaml"
    repository.start(NAMES, path=path).store.close()
    with closing(repository.open(path)) as workspace:
        assert workspace.checklist.id == "sro"
        assert session_title(workspace.checklist, workspace.session) == "Lake City USD and Lake City Police"


@pytest.mark.parametrize("name", ["another", "../sro", "", "/etc/hostname"])
def test_a_session_that_answers_another_checklist_is_not_opened(
    repository: SessionRepository, tmp_path: Path, name: str
) -> None:
    path = tmp_path / "a.mou.yaml"
    path.write_bytes(encode(Session(ChecklistRef(name, "1"))))
    with pytest.raises(CannotOpen, match="did not come with this program"):
        repository.open(path)
    with closing(Workspace(repository.checklist, SessionStore.open(path))) as workspace:
        assert not workspace.store.read_only, "what was not opened is not held either"


def test_the_sample_is_a_scratch_copy(repository: SessionRepository) -> None:
    shipped = (paths.content() / "sample.mou.yaml").read_bytes()
    with closing(repository.sample()) as workspace:
        assert workspace.store.path.parent != paths.content()
        workspace.answers.write("Changed.")
    assert (paths.content() / "sample.mou.yaml").read_bytes() == shipped


def test_the_sample_is_half_finished(repository: SessionRepository) -> None:
    with closing(repository.sample()) as workspace:
        done = workspace.progress()
    assert 0 < done.written < done.needed
    assert done.blanks
    assert {question.state for question in done.questions} >= {"empty", "example", "blanks", "written"}


def test_sessions_are_listed_newest_first_wherever_they_lie(repository: SessionRepository, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere.mou.yaml"
    repository.start(PartiesAndFacts((Party("district", name="Old USD"),)), path=elsewhere).store.close()
    repository.start(NAMES).store.close()
    damaged = paths.documents() / "damaged.mou.yaml"
    damaged.write_text("format: 1\nno: [session")
    (paths.documents() / "folder.mou.yaml").mkdir()
    for number, path in enumerate([elsewhere, damaged]):
        os.utime(path, (number, number))

    listed = repository.listing()

    assert [item.path.name for item in listed] == [
        "lake-city-usd-lake-city-police.mou.yaml",
        "damaged.mou.yaml",
        "elsewhere.mou.yaml",
    ]
    assert [each.title for each in listed][::2] == ["Lake City USD and Lake City Police", "Old USD and [police agency]"]
    assert listed[1].title.startswith("Cannot be read: damaged.mou.yaml:")
    assert [entry.progress is None for entry in listed] == [False, True, False]


def test_a_session_that_is_gone_is_not_listed(repository: SessionRepository, tmp_path: Path) -> None:
    path = tmp_path / "gone.mou.yaml"
    repository.start(NAMES, path=path).store.close()
    path.unlink()
    assert repository.listing() == []


def test_there_is_nothing_to_list_at_first(repository: SessionRepository) -> None:
    assert repository.listing() == []


@pytest.mark.parametrize(
    "damage",
    [
        '{"path": "\\u0000"}',
        '{"path": "\\ud800"}',
        '{"path": "/tmp/\\ud800/x", "opened": "\\ud800"}',
        '{"path": ""}',
        '{"path": "relative.mou.yaml"}',
        f'{{"path": "/{"x" * 5000}"}}',
        '{"path": 7, "opened": []}',
        "[" * 50_000,
        "",
        "\0\0\0",
    ],
)
def test_what_is_damaged_of_one_session_hides_no_other(
    repository: SessionRepository, tmp_path: Path, damage: str
) -> None:
    repository.start(NAMES, path=tmp_path / "lake.mou.yaml").store.close()
    for key in ("0", "f"):
        folder = paths.state() / "sessions" / key
        folder.mkdir(parents=True)
        (folder / "about.json").write_text(damage)
    assert [listed.path for listed in repository.listing()] == [tmp_path / "lake.mou.yaml"]


def test_links_that_lead_in_a_circle_hide_no_session(repository: SessionRepository) -> None:
    repository.start(NAMES).store.close()
    (paths.documents() / "round.mou.yaml").symlink_to("round.mou.yaml")
    assert len(repository.listing()) == 1
