"""A session is followed while others work on it, and nothing is written."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from mou_tui.errors import CannotOpen, InvalidFile, NewerFormat
from mou_tui.persistence.store import SessionStore
from mou_tui.session.history import Entry, History
from mou_tui.session.model import OPENING, Answer
from mou_tui.tui.watch.follower import SessionFollower, Snapshot
from mou_tui.workspace.session_reader import ChecklistCatalog
from mou_tui.workspace.workspace import Workspace
from tests.storage_helpers import Clock
from tests.tui.watch.session_files import CUT, NEWER, SESSION, put, seen


def in_folder(folder: Path) -> dict[str, tuple[bytes, int]]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {str(path): (path.read_bytes(), path.stat().st_mtime_ns) for path in files}


def test_what_is_typed_is_seen_once_it_is_saved(workspace: Workspace, file: Path, checklists: ChecklistCatalog) -> None:
    watch = SessionFollower(file, checklists)
    assert seen(watch) == ("1.1", "First.")
    workspace.answers.write("First, and more.")
    workspace.store.flush()
    sight = watch.poll()
    assert isinstance(sight, Snapshot)
    assert seen(watch) == ("1.1", "First, and more.")
    assert sight is watch.snapshot


def test_nothing_is_seen_and_nothing_is_read_while_nothing_happens(
    workspace: Workspace, file: Path, checklists: ChecklistCatalog, monkeypatch: pytest.MonkeyPatch
) -> None:
    watch = SessionFollower(file, checklists)
    monkeypatch.delattr("mou_tui.tui.watch.follower.read_session")
    for _ in range(3):
        assert watch.poll() is None


def test_another_question_is_followed_before_anything_is_said_of_it(
    workspace: Workspace, file: Path, checklists: ChecklistCatalog
) -> None:
    watch = SessionFollower(file, checklists)
    workspace.go("scope")
    workspace.store.flush()
    assert watch.poll()
    assert seen(watch) == ("1.2", "Second.")
    workspace.go(OPENING)
    workspace.store.flush()
    assert watch.poll()
    assert watch.snapshot.view.label == "Parties and definitions"


def test_what_a_step_changes_elsewhere_turns_nobody_away_from_the_clause(
    workspace: Workspace, file: Path, checklists: ChecklistCatalog
) -> None:
    watch = SessionFollower(file, checklists)
    workspace.commit("a fill", workspace.session.with_answer("scope", Answer("Filled.")))
    workspace.store.flush()
    watch.poll()
    assert seen(watch)[0] == "1.1"


def test_it_writes_nothing_and_takes_no_lock(
    file: Path, tmp_path: Path, home: Path, clock: Clock, checklists: ChecklistCatalog
) -> None:
    before = in_folder(tmp_path)
    watch = SessionFollower(file, checklists)
    watch.poll()
    assert in_folder(tmp_path) == before
    assert not home.exists()
    store = SessionStore.open(file, clock=clock)
    assert not store.read_only
    store.close()


def test_a_session_that_is_worked_on_elsewhere_is_followed_to_what_changed(
    workspace: Workspace, file: Path, checklists: ChecklistCatalog
) -> None:
    workspace.store.close()
    watch = SessionFollower(file, checklists)
    assert seen(watch)[0] == "1.1"
    put(file, SESSION.with_answer("scope", Answer("Second, elsewhere.")))
    assert watch.poll()
    assert seen(watch) == ("1.2", "Second, elsewhere.")
    put(file, replace(SESSION, opening="We."))
    assert watch.poll()
    put(file, replace(SESSION, opening="We, the parties."))
    assert watch.poll()
    assert seen(watch) == ("", "We, the parties.")


def test_many_changes_turn_nobody_away_from_one_of_them(file: Path, checklists: ChecklistCatalog) -> None:
    watch = SessionFollower(file, checklists)
    both = SESSION.with_answer("purpose", Answer("First!")).with_answer("scope", Answer("Second!"))
    put(file, both)
    watch.poll()
    assert seen(watch) == ("1.1", "First!")


@pytest.mark.parametrize(
    ("history", "number"),
    [
        ((), "1.1"),
        ((Entry("2026-11-14 10:00", "wording", "scope"), Entry("2026-11-14 10:01", "note")), "1.2"),
        ((Entry("2026-11-14 10:00", "wording", "scope"), Entry("2026-11-14 10:01", "wording", "gone")), "1.2"),
    ],
)
def test_a_session_that_was_never_open_here_begins_with_what_changed_last(
    path: Path, checklists: ChecklistCatalog, history: tuple[Entry, ...], number: str
) -> None:
    put(path, replace(SESSION, history=History(added=history)))
    assert seen(SessionFollower(path, checklists))[0] == number


def test_it_says_when_it_was_saved(file: Path, clock: Clock, checklists: ChecklistCatalog) -> None:
    assert SessionFollower(file, checklists, clock).snapshot.status == "Last saved 11:58 a.m. · a.mou.yaml"
    clock.wait(days=1)
    assert SessionFollower(file, checklists, clock).snapshot.status == "Last saved 2026-03-04 11:58 a.m. · a.mou.yaml"


def test_another_session_in_its_place_is_shown_from_its_beginning(
    workspace: Workspace, file: Path, checklists: ChecklistCatalog
) -> None:
    workspace.store.ui_state.remember_location("gone@3")
    workspace.store.close()
    assert seen(SessionFollower(file, checklists))[0] == "1.1"


def test_what_is_no_session_is_refused_as_it_is_everywhere(tmp_path: Path, checklists: ChecklistCatalog) -> None:
    for data, refusal in ((None, CannotOpen), (CUT, InvalidFile), (NEWER, NewerFormat)):
        path = tmp_path / "wrong.mou.yaml"
        if data is not None:
            path.write_bytes(data)
        with pytest.raises(refusal):
            SessionFollower(path, checklists)


def test_why_it_cannot_be_opened_follows_what_is_in_its_place(file: Path, checklists: ChecklistCatalog) -> None:
    watch = SessionFollower(file, checklists)
    file.unlink()
    watch.poll()
    file.symlink_to(file.name)
    watch.poll()
    assert "its links lead in a circle" in watch.snapshot.status
    assert watch.poll() is None, "and nothing is told anew while nothing changes"
