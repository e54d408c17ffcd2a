from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from mou_tui.errors import CannotOpen, InvalidFile
from mou_tui.persistence import maintenance
from mou_tui.persistence.local_state import LocalState
from mou_tui.persistence.store import SessionStore
from tests.storage_helpers import Clock, edit, in_backups, in_file, kill, leave_unsaved
from tests.torture.faults import session, text_of


def test_words_that_were_never_saved_are_found(store: SessionStore, path: Path, clock: Clock) -> None:
    store.close()
    leave_unsaved(path, "typed at the last moment")
    again = SessionStore.open(path, clock=clock)
    assert text_of(again.session) == "first"
    assert again.recovered is not None
    assert text_of(again.recovered.session) == "typed at the last moment"
    assert again.recovered.matches_file
    again.accept_recovery()
    assert again.recovered is None
    assert again.close().kind == "saved"
    assert in_file(path) == "typed at the last moment"
    assert "first" in in_backups(maintenance.backups(path))
    assert SessionStore.open(path).recovered is None


def test_words_that_are_declined_stay_among_the_backups(store: SessionStore, path: Path) -> None:
    store.close()
    leave_unsaved(path, "typed at the last moment")
    again = SessionStore.open(path)
    again.decline_recovery()
    again.close()
    assert in_file(path) == "first"
    assert "typed at the last moment" in in_backups(maintenance.backups(path))
    assert SessionStore.open(path).recovered is None


def test_words_nobody_has_decided_on_are_offered_again(store: SessionStore, path: Path) -> None:
    store.close()
    leave_unsaved(path, "typed at the last moment")
    SessionStore.open(path).close()
    again = SessionStore.open(path)
    assert again.recovered is not None
    again.record(session("typed without deciding"))
    again.close()
    assert "typed at the last moment" in in_backups(maintenance.backups(path))


def test_words_left_under_a_name_that_is_taken_again_stay_among_the_backups(store: SessionStore, path: Path) -> None:
    store.close()
    other = path.with_name("b.mou.yaml")
    SessionStore.create(other, session("first")).close()
    leave_unsaved(other, "typed at the last moment")
    other.unlink()
    again = SessionStore.open(path)
    again.save_elsewhere(other)
    again.record(session("something else"))
    again.close()
    assert "typed at the last moment" in in_backups(maintenance.backups(other))


def test_words_that_do_not_go_on_from_the_file_are_told_apart(store: SessionStore, path: Path) -> None:
    store.close()
    leave_unsaved(path, "mine")
    edit(path, "their")
    again = SessionStore.open(path)
    assert text_of(again.session) == "their"
    assert again.recovered is not None
    assert not again.recovered.matches_file
    again.accept_recovery()
    again.close()
    assert in_file(path) == "mine"
    assert {"mine", "their"} <= set(in_backups(maintenance.backups(path)))


def test_words_that_did_come_to_the_file_are_not_offered(store: SessionStore, path: Path) -> None:
    store.record(session("saved"))
    store.flush()
    kill(store)
    assert LocalState(path).recovery_copy() is not None
    again = SessionStore.open(path)
    assert again.recovered is None
    again.close()
    assert LocalState(path).recovery_copy() is None
    edit(path, "their")
    assert "saved" in in_backups(maintenance.backups(path))


def test_a_recovery_copy_that_cannot_be_read_disturbs_nobody(store: SessionStore, path: Path) -> None:
    store.close()
    leave_unsaved(path, "typed at the last moment")
    recovery = LocalState(path).recovery_path
    recovery.write_bytes(recovery.read_bytes()[:-20])
    again = SessionStore.open(path)
    assert again.recovered is None
    assert text_of(again.session) == "first"
    again.close()


def test_a_killed_process_leaves_its_words_and_no_lock(path: Path) -> None:
    script = (
        "import sys; from pathlib import Path\n"
        "from mou_tui.persistence.store import SessionStore; from tests.torture.faults import session\n"
        f"store = SessionStore.create(Path({str(path)!r}), session('saved'))\n"
        "told = lambda state: print('kept', flush=True)\n"
        "store.subscribe(told); store.record(session('typed')); sys.stdin.read()\n"
    )
    with subprocess.Popen(
        [sys.executable, "-c", script], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "kept\n"
        assert SessionStore.open(path).read_only
        other.send_signal(signal.SIGKILL if sys.platform != "win32" else signal.SIGTERM)
        other.wait()
    again = SessionStore.open(path)
    assert not again.read_only
    assert in_file(path) == "saved"
    assert again.recovered is not None
    assert text_of(again.recovered.session) == "typed"
    again.close()


@pytest.mark.parametrize("damage", ["empty", "cut off", "zeros", "gone"])
def test_a_damaged_file_is_left_alone_and_the_newest_copy_named(
    store: SessionStore, path: Path, clock: Clock, damage: str
) -> None:
    clock.wait(hours=1)
    store.record(session("second"))
    store.close()
    whole = path.read_bytes()
    damaged = {"empty": b"", "cut off": whole[:-5], "zeros": bytes(len(whole))}
    if damage == "gone":
        path.unlink()
    else:
        path.write_bytes(damaged[damage])
    with pytest.raises((CannotOpen, InvalidFile)) as caught:
        SessionStore.open(path)
    assert "a copy of 2026-03-04 13:00 that can be read is kept on this computer" in caught.value.message
    assert "mou-tui restore" in caught.value.message
    assert damage == "gone" or path.read_bytes() == damaged[damage]

    maintenance.restore(path, maintenance.backups(path)[0])
    assert in_file(path) == "second"


def test_a_damaged_file_without_copies_is_said_in_one_sentence(path: Path) -> None:
    path.write_bytes(b"")
    with pytest.raises(InvalidFile) as caught:
        SessionStore.open(path)
    assert "restore" not in caught.value.message
