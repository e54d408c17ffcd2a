"""A session is followed while others work on it, whatever becomes of its file, and nothing is written."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from mou_tui.errors import CannotOpen, InvalidFile, NewerFormat
from mou_tui.persistence.local_state import LocalState
from mou_tui.persistence.store import SessionStore
from mou_tui.session.codec import decode, encode
from mou_tui.session.history import Entry, History
from mou_tui.session.model import OPENING, Answer, ChecklistRef, Session
from mou_tui.tui.watch.follower import SessionFollower, Snapshot
from mou_tui.workspace.session_reader import ChecklistCatalog
from mou_tui.workspace.workspace import Workspace
from tests.storage_helpers import Clock, kill

SAVED = datetime(2026, 3, 4, 11, 58)
SESSION = Session(ChecklistRef("sro", "1"), answers={"purpose": Answer("First."), "scope": Answer("Second.")})


@pytest.fixture(scope="module")
def checklists() -> ChecklistCatalog:
    return ChecklistCatalog()


@pytest.fixture
def file(path: Path) -> Path:
    """A session file that nobody has opened."""
    put(path, SESSION)
    return path


@pytest.fixture
def workspace(file: Path, clock: Clock, checklists: ChecklistCatalog) -> Iterator[Workspace]:
    """Somebody at work on it, on this computer."""
    store = SessionStore.open(file, clock=clock)
    workspace = Workspace(checklists.for_session(store.session), store, clock)
    store.flush()
    yield workspace
    workspace.store.close()


def put(path: Path, session: Session | bytes) -> None:
    """Put a file in place as a sync client does, with the time it was saved elsewhere."""
    path.with_name("arriving").write_bytes(session if isinstance(session, bytes) else encode(session))
    os.utime(path.with_name("arriving"), (SAVED.timestamp(), SAVED.timestamp()))
    path.with_name("arriving").replace(path)


def seen(watch: SessionFollower) -> tuple[str, str]:
    """The number of the clause that is seen, and its wording."""
    view = watch.snapshot.view
    return view.number, " ".join(wording.text for wording in view.wordings)


def in_folder(folder: Path) -> dict[str, tuple[bytes, int]]:
    files = (found for found in folder.rglob("*") if found.is_file())
    return {str(found): (found.read_bytes(), found.stat().st_mtime_ns) for found in files}


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


def test_what_a_step_changes_elsewhere_turns_nobody_away_from_the_table(
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
    assert SessionFollower(file, checklists, clock).snapshot.status == "Last saved 11:58 · a.mou.yaml"
    clock.wait(days=1)
    assert SessionFollower(file, checklists, clock).snapshot.status == "Last saved 2026-03-04 11:58 · a.mou.yaml"


CUT = encode(SESSION)[:-20]
NEWER = encode(SESSION).replace(b'format: "1"', b'format: "3"').replace(b"answers:", b"answers: []\nreplies:")


@pytest.mark.parametrize(
    ("wrong", "said"),
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
    file: Path, clock: Clock, checklists: ChecklistCatalog, wrong: bytes | None, said: str
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
    assert sight.status.startswith("Since 12:01: ")
    assert said in sight.status
    assert sight.status.endswith("Shown as saved at 11:58.")
    assert len(sight.status.splitlines()) == 1
    assert file.name not in sight.status
    assert seen(watch) == ("1.1", "First.")

    clock.wait(minutes=1)
    assert watch.poll() is None

    put(file, SESSION.with_answer("purpose", Answer("Well again.")))
    assert watch.poll()
    assert seen(watch) == ("1.1", "Well again.")
    assert watch.snapshot.status == "Last saved 11:58 · a.mou.yaml"


def test_trouble_counts_from_when_it_began(file: Path, clock: Clock, checklists: ChecklistCatalog) -> None:
    watch = SessionFollower(file, checklists, clock)
    file.unlink()
    watch.poll()
    clock.wait(minutes=5)
    put(file, CUT)
    sight = watch.poll()
    assert sight
    assert sight.status.startswith("Since 12:00: Cannot read the file: looks cut off")


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
