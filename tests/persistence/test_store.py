from __future__ import annotations

import errno
import shutil
import threading
from datetime import timedelta
from pathlib import Path

import pytest

from mou_tui.errors import AlreadyExists
from mou_tui.persistence.debounced_worker import Debounce
from mou_tui.persistence.local_state import LocalState
from mou_tui.persistence.store import SaveStatus, SessionStore
from tests.storage_helpers import NOON, Clock, in_bytes, in_file
from tests.torture import faults
from tests.torture.faults import Disk, Fault, session


def test_what_is_recorded_comes_to_the_file(store: SessionStore, path: Path) -> None:
    store.record(session("more"))
    assert store.state.kind == "changed"
    assert store.flush() == SaveStatus("saved", NOON)
    assert in_file(path) == "more"


def test_what_is_recorded_is_the_session_at_once(store: SessionStore) -> None:
    more = session("more")
    store.record(more)
    assert store.session is more


def test_a_session_made_now_is_told_from_one_that_was_there(store: SessionStore, path: Path) -> None:
    assert store.is_new
    store.close()
    again = SessionStore.open(path)
    assert not again.is_new
    again.close()


def test_the_newest_of_many_is_saved(store: SessionStore, path: Path) -> None:
    for number in range(500):
        store.record(session(str(number)))
    store.flush()
    assert in_file(path) == "499"


def test_nothing_is_written_that_is_there_already(store: SessionStore, path: Path) -> None:
    store.record(session("second"))
    store.flush()
    before = path.stat()
    store.record(session("second"))
    assert store.flush().kind == "saved"
    assert path.stat() == before


def test_the_time_of_the_last_save_is_told(store: SessionStore, clock: Clock) -> None:
    clock.wait(minutes=3)
    store.record(session("more"))
    assert store.state == SaveStatus("changed", NOON)
    assert store.flush() == SaveStatus("saved", NOON + timedelta(minutes=3))


def test_those_who_want_to_know_are_told_every_state_once(store: SessionStore) -> None:
    statuses: list[SaveStatus] = []
    store.subscribe(statuses.append)
    store.record(session("more"))
    store.flush()
    kinds = [state.kind for state in statuses]
    assert [kind for kind in kinds if kind != "changed"] == ["saving", "saved"]
    assert kinds.count("changed") <= 1


def test_a_screen_that_is_gone_does_not_stop_the_saving(store: SessionStore, path: Path) -> None:
    def gone(state: SaveStatus) -> None:
        raise RuntimeError("no such screen")

    store.subscribe(gone)
    store.record(session("more"))
    assert store.flush().kind == "saved"
    assert in_file(path) == "more"


def test_without_being_asked_it_is_saved_when_typing_stops(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("mou_tui.persistence.autosave.FILE_DEBOUNCE", Debounce(quiet=0.01, latest=0.1, retry=0.01))
    store = SessionStore.create(path, session("first"))
    saved = threading.Event()
    store.subscribe(lambda state: saved.set() if state.kind == "saved" else None)
    store.record(session("more"))
    assert saved.wait(10)
    assert in_file(path) == "more"
    store.close()


def test_the_recovery_copy_is_written_long_before_the_file(store: SessionStore, path: Path) -> None:
    statuses = threading.Event()
    store.subscribe(lambda state: statuses.set())
    store.record(session("more"))
    assert statuses.wait(1)
    copy = LocalState(path).recovery_copy()
    assert copy is not None
    assert in_bytes(copy.data) == "more"
    assert in_file(path) == "first"


@pytest.mark.parametrize(
    ("first", "last", "failed", "due"),
    [
        (0, 0, None, 2),  # typing stopped at once
        (0, 7, None, 9),  # two seconds after the last key
        (0, 9.5, None, 10),  # typing goes on: at the latest after ten
        (0, 50, 51, 56),  # after a failure not before five seconds
        (60, 60, 51, 62),
    ],
)
def test_when_it_is_saved(first: float, last: float, failed: float | None, due: float) -> None:
    assert Debounce(quiet=2, latest=10, retry=5).due(first, last, failed) == due


def test_a_disk_that_is_stuck_stops_neither_typing_nor_the_recovery_copy(store: SessionStore, path: Path) -> None:
    stuck, well_again = threading.Event(), threading.Event()
    local = LocalState(path)

    def wait(number: int, name: str) -> None:
        stuck.set()
        well_again.wait(30)

    with Disk(path.parent, before=wait).watched():
        store.record(session("one"))
        store.save()
        assert stuck.wait(10)
        for number in range(100):
            store.record(session(f"two {number}"))
        late = store.flush(0.5)
        copy = local.recovery_copy()
        well_again.set()
        on_time = store.flush(10)

    assert late.kind == "failed"
    assert "the disk does not answer. Your words are safe on this computer" in late.message
    assert copy is not None
    assert in_bytes(copy.data) == "two 99"
    assert on_time.kind == "saved"
    assert in_file(path) == "two 99"


def test_whoever_leaves_a_stuck_disk_is_told_so_to_the_end(store: SessionStore, path: Path) -> None:
    well_again = threading.Event()

    with Disk(path.parent, before=lambda number, name: bool(well_again.wait(30))).watched():
        store.record(session("one"))
        closed = store.close(0.5)
        parting = store.state
        well_again.set()

    assert parting == closed
    assert closed.kind == "failed"
    assert "the disk does not answer. Your words are safe on this computer" in closed.message


def test_a_stuck_disk_can_be_left_for_another_one(store: SessionStore, path: Path, tmp_path: Path) -> None:
    stuck, well_again = threading.Event(), threading.Event()

    def wait(number: int, name: str) -> None:
        stuck.set()
        well_again.wait(30)

    elsewhere = tmp_path / "b.mou.yaml"
    with Disk(path.parent, before=wait).watched():
        store.record(session("one"))
        store.save()
        assert stuck.wait(10)
        store.save_elsewhere(elsewhere)
        store.record(session("two"))
        assert store.flush().kind == "saved"
        assert in_file(elsewhere) == "two"
        well_again.set()
    assert store.state.kind == "saved"


def test_whatever_call_fails_nothing_is_lost(quick: Path) -> None:
    points = 0
    for where, call, fault, wrong in faults.run(quick, [errno.ENOSPC], ["once", "for ever"]):
        assert not wrong, (where, call, fault)
        points += 1
    assert points >= 300


def test_a_save_that_fails_says_why_and_where_the_words_are(store: SessionStore, path: Path) -> None:
    disk = Disk(path.parent)
    disk.fault = Fault(1, errno.EIO, "for ever")
    with disk.watched():
        store.record(session("more"))
        failed = store.flush()
        store.record(session("and more"))
        assert store.state.kind == "failed"
        store.flush()
        still_failed = store.state
    recovery = LocalState(path).recovery_path
    assert failed.kind == still_failed.kind == "failed"
    assert still_failed.message == (
        f"Cannot save “{path}”: the disk reports an error. Your words are safe on this computer, in “{recovery}”."
    )
    assert still_failed.at == NOON
    assert store.flush().kind == "saved"
    assert in_file(path) == "and more"


def test_when_both_disks_fail_it_says_so(tmp_path: Path, store: SessionStore) -> None:
    disk = Disk(tmp_path)
    disk.fault = Fault(1, errno.EIO, "for ever")
    with disk.watched():
        store.record(session("more"))
        message = store.flush().message
    assert message.endswith("Your words are only in this window: leave it open, and save elsewhere.")
    assert store.flush().kind == "saved"


def test_whoever_leaves_while_both_disks_fail_is_not_told_of_a_window(tmp_path: Path, store: SessionStore) -> None:
    disk = Disk(tmp_path)
    disk.fault = Fault(1, errno.EIO, "for ever")
    with disk.watched():
        store.record(session("more"))
        message = store.close().message
    assert message.endswith("No copy of your last words could be kept either, so they are lost.")
    assert store.state.message == message


def test_it_can_be_saved_elsewhere(store: SessionStore, path: Path, tmp_path: Path) -> None:
    shutil.rmtree(path.parent)
    store.record(session("more"))
    assert "its folder is gone" in store.flush().message
    with pytest.raises(AlreadyExists):
        taken = tmp_path / "taken.mou.yaml"
        taken.write_text("someone's")
        store.save_elsewhere(taken)
    store.save_elsewhere(tmp_path / "b.mou.yaml")
    assert store.state.kind == "saved"
    store.record(session("and more"))
    assert store.flush().kind == "saved"
    assert in_file(store.path) == "and more"
    assert not path.parent.exists()


def test_a_file_that_was_removed_is_written_again(store: SessionStore, path: Path) -> None:
    path.unlink()
    store.record(session("more"))
    assert store.flush().kind == "saved"
    assert in_file(path) == "more"


def test_a_session_that_would_be_refused_is_not_written(
    store: SessionStore, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("mou_tui.persistence.cached_encoder.LIMIT", 4000)
    store.record(session("x" * 5000))
    assert "it would be larger than 3 KB" in store.flush().message
    assert in_file(path) == "first"
    store.record(session("less"))
    assert store.flush().kind == "saved"


def test_a_fault_in_the_program_is_told_without_a_word_of_the_answers(store: SessionStore, path: Path) -> None:
    store.record(session("secret \udc80"))
    state = store.flush()
    assert state.kind == "failed"
    assert "secret" not in state.message
    assert in_file(path) == "first"
