"""A session is followed whatever becomes of its file."""

from __future__ import annotations

import os
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from mou_tui.persistence.local_state import LocalState
from mou_tui.persistence.store import SessionStore
from mou_tui.session.codec import decode, encode
from mou_tui.session.model import Answer, ChecklistRef
from mou_tui.tui.watch.follower import SessionFollower
from mou_tui.workspace.session_reader import ChecklistCatalog
from mou_tui.workspace.workspace import Workspace
from tests.storage_helpers import Clock, kill
from tests.tui.watch.session_files import CUT, NEWER, SESSION, put, seen


@pytest.mark.parametrize(
    ("wrong", "expected"),
    [
        (b"", "is empty"),
        (CUT, "looks cut off"),
        (b"\0" * 2000, "nothing but zeros"),
        (encode(SESSION) + b"\n<<<<<<< HEAD\n", "line 13"),
        (NEWER, "newer mou-tui"),
        (encode(replace(SESSION, checklist=ChecklistRef("other", "1"))), "did not come with this program"),
        (None, "it is not there"),
    ],
    ids=["empty", "half-synced", "zeros", "merged", "newer", "other checklist", "missing"],
)
def test_whatever_becomes_of_the_file_the_last_good_state_stays_until_it_is_well_again(
    file: Path, clock: Clock, checklists: ChecklistCatalog, wrong: bytes | None, expected: str
) -> None:
    watch = SessionFollower(file, checklists, clock)
    clock.wait(minutes=1)
    if wrong is None:
        file.unlink()
    else:
        put(file, wrong)
    sight = watch.poll()
    assert sight
    assert not sight.is_current
    assert sight.status.startswith("Since 12:01 p.m.: ")
    assert expected in sight.status
    assert sight.status.endswith("Shown as saved at 11:58 a.m.")
    assert len(sight.status.splitlines()) == 1
    assert file.name not in sight.status
    assert seen(watch) == ("1.1", "First.")

    clock.wait(minutes=1)
    assert watch.poll() is None

    put(file, SESSION.with_answer("purpose", Answer("Well again.")))
    assert watch.poll()
    assert seen(watch) == ("1.1", "Well again.")
    assert watch.snapshot.status == "Last saved 11:58 a.m. · a.mou.yaml"


def test_trouble_counts_from_when_it_began(file: Path, clock: Clock, checklists: ChecklistCatalog) -> None:
    watch = SessionFollower(file, checklists, clock)
    file.unlink()
    watch.poll()
    clock.wait(minutes=5)
    put(file, CUT)
    sight = watch.poll()
    assert sight
    assert sight.status.startswith("Since 12:00 p.m.: Cannot read the file: looks cut off")


def test_a_disk_that_answers_again_is_heard_though_the_file_is_the_same(
    file: Path, checklists: ChecklistCatalog, monkeypatch: pytest.MonkeyPatch
) -> None:
    watch = SessionFollower(file, checklists)
    put(file, SESSION.with_answer("purpose", Answer("Changed.")))
    with monkeypatch.context() as broken:
        broken.setattr("mou_tui.storage.atomic_file.platform_io.READ_FLAGS", os.O_RDONLY | os.O_DIRECTORY)
        assert watch.poll()
        assert "Cannot open" in watch.snapshot.status
        assert watch.poll() is None
    assert watch.poll()
    assert seen(watch) == ("1.1", "Changed.")


def test_a_newer_file_that_can_be_shown_is_shown(file: Path, checklists: ChecklistCatalog) -> None:
    watch = SessionFollower(file, checklists)
    changed = SESSION.with_answer("purpose", Answer("Newer."))
    put(file, encode(changed).replace(b'format: "1"', b'format: "3"'))
    watch.poll()
    assert (seen(watch), watch.snapshot.is_current) == (("1.1", "Newer."), True)


def test_a_folder_that_goes_away_and_comes_back_is_survived(file: Path, checklists: ChecklistCatalog) -> None:
    watch = SessionFollower(file, checklists)
    shutil.move(file.parent, file.parent.with_name("away"))
    assert watch.poll()
    assert not watch.snapshot.is_current
    shutil.move(file.parent.with_name("away"), file.parent)
    assert watch.poll()
    assert watch.snapshot.is_current


def test_the_conflict_file_in_which_one_goes_on_is_followed(
    workspace: Workspace, file: Path, clock: Clock, checklists: ChecklistCatalog
) -> None:
    watch = SessionFollower(file, checklists, clock)
    put(file, SESSION.with_answer("purpose", Answer("Theirs.")))
    clock.wait(minutes=1)
    workspace.answers.write("Ours.")
    workspace.store.flush()
    workspace.store.flush()
    watch.poll()
    assert workspace.store.path.name == "a (conflict 2026-03-04 1201).mou.yaml"
    assert seen(watch) == ("1.1", "Ours.")
    assert "a (conflict 2026-03-04 1201).mou.yaml" in watch.snapshot.status
    workspace.go("scope")
    workspace.store.flush()
    watch.poll()
    assert seen(watch) == ("1.2", "Second.")


def test_a_conflict_file_of_another_computer_is_left_alone(
    workspace: Workspace, file: Path, checklists: ChecklistCatalog
) -> None:
    watch = SessionFollower(file, checklists)
    put(file.with_name("a (conflict 2026-03-04 1201).mou.yaml"), SESSION.with_answer("purpose", Answer("Not ours.")))
    watch.poll()
    assert seen(watch) == ("1.1", "First.")


def test_after_a_crash_it_still_follows_what_comes_from_elsewhere_once_it_was_taken_up_again(
    workspace: Workspace, file: Path, clock: Clock, checklists: ChecklistCatalog
) -> None:
    workspace.answers.write("First, and lost.")
    workspace.store.flush()
    kill(workspace.store)
    assert LocalState(file).has_recovery_copy
    SessionStore.open(file, clock=clock).close()
    watch = SessionFollower(file, checklists)
    put(file, decode(file.read_bytes(), "it").session.with_answer("scope", Answer("Second, elsewhere.")))
    watch.poll()
    assert seen(watch) == ("1.2", "Second, elsewhere.")
