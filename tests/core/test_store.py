from __future__ import annotations

import errno
import os
import shutil
import signal
import stat
import subprocess
import sys
import threading
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from mou_tui.errors import AlreadyExists, CannotOpen, CannotSave, InvalidFile
from mou_tui.session import codec, kept
from mou_tui.session.backups import Backup
from mou_tui.session.codec import encode
from mou_tui.session.local import Local
from mou_tui.session.saver import Pace
from mou_tui.session.session import Session
from mou_tui.session.store import SaveState, Store
from tests.torture import faults, interleave
from tests.torture.faults import Disk, Fault, said, session

NOON = datetime(2026, 3, 4, 12, 0, 0)


class Clock:
    """A clock that goes only when told."""

    def __init__(self) -> None:
        self.now = NOON

    def __call__(self) -> datetime:
        return self.now

    def wait(self, **time: float) -> None:
        self.now += timedelta(**time)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder / "a.mou.yaml"


@pytest.fixture
def store(path: Path, clock: Clock) -> Iterator[Store]:
    store = Store.create(path, session("first"), clock=clock)
    yield store
    store.close()


def in_file(path: Path) -> str:
    return said(codec.decode(path.read_bytes(), path.name).session)


def edit(path: Path, words: str) -> None:
    """Change a file as another program would, so that neither size nor time tells."""
    before = path.stat()
    path.write_bytes(encode(session(words)))
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))


def kill(store: Store) -> None:
    """Leave everything as a killed process would, but for what no process can leave: its threads and its lock."""
    for saver in store._savers():
        saver.finish(10)
        saver.stop()
    store._file.local.release()


def kept_only(path: Path, words: str) -> None:
    """Leave words in the recovery copy that never came to the file."""
    store = Store.open(path)
    held = path.read_bytes()
    store.record(session(words))
    store.flush()
    kill(store)
    path.write_bytes(held)


# Saving


def test_what_is_recorded_comes_to_the_file(store: Store, path: Path) -> None:
    store.record(session("more"))
    assert store.state.kind == "changed"
    assert store.flush() == SaveState("saved", NOON)
    assert in_file(path) == "more"


def test_the_newest_of_many_is_saved(store: Store, path: Path) -> None:
    for number in range(500):
        store.record(session(str(number)))
    store.flush()
    assert in_file(path) == "499"


def test_nothing_is_written_that_is_there_already(store: Store, path: Path) -> None:
    store.record(session("second"))
    store.flush()
    before = path.stat()
    store.record(session("second"))
    assert store.flush().kind == "saved"
    assert path.stat() == before


def test_the_time_of_the_last_save_is_told(store: Store, clock: Clock) -> None:
    clock.wait(minutes=3)
    store.record(session("more"))
    assert store.state == SaveState("changed", NOON)
    assert store.flush() == SaveState("saved", NOON + timedelta(minutes=3))


def test_those_who_want_to_know_are_told_every_state_once(store: Store) -> None:
    told: list[SaveState] = []
    store.subscribe(told.append)
    store.record(session("more"))
    store.flush()
    kinds = [state.kind for state in told]
    assert [kind for kind in kinds if kind != "changed"] == ["saving", "saved"]
    assert kinds.count("changed") <= 1


def test_a_screen_that_is_gone_does_not_stop_the_saving(store: Store, path: Path) -> None:
    def gone(state: SaveState) -> None:
        raise RuntimeError("no such screen")

    store.subscribe(gone)
    store.record(session("more"))
    assert store.flush().kind == "saved"
    assert in_file(path) == "more"


def test_without_being_asked_it_is_saved_when_typing_stops(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("mou_tui.session.store.FILE_PACE", Pace(quiet=0.01, latest=0.1, retry=0.01))
    store = Store.create(path, session("first"))
    saved = threading.Event()
    store.subscribe(lambda state: saved.set() if state.kind == "saved" else None)
    store.record(session("more"))
    assert saved.wait(10)
    assert in_file(path) == "more"
    store.close()


def test_the_recovery_copy_is_written_long_before_the_file(store: Store, path: Path) -> None:
    told = threading.Event()
    store.subscribe(lambda state: told.set())
    store.record(session("more"))
    assert told.wait(1)
    copy = Local(path).recovery_copy()
    assert copy is not None
    assert said(codec.decode(copy.data, "copy").session) == "more"
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
    assert Pace(quiet=2, latest=10, retry=5).due(first, last, failed) == due


def test_a_disk_that_is_stuck_stops_neither_typing_nor_the_recovery_copy(store: Store, path: Path) -> None:
    stuck, well_again = threading.Event(), threading.Event()
    local = Local(path)

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
    assert said(codec.decode(copy.data, "copy").session) == "two 99"
    assert on_time.kind == "saved"
    assert in_file(path) == "two 99"


def test_a_stuck_disk_can_be_left_for_another_one(store: Store, path: Path, tmp_path: Path) -> None:
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


# Failing


def test_whatever_call_fails_nothing_is_lost(tmp_path: Path) -> None:
    points = 0
    for where, call, fault, wrong in faults.run(tmp_path / "faults", (errno.ENOSPC,)):
        assert not wrong, (where, call, fault)
        points += 1
    assert points >= 400


def test_a_save_that_fails_says_why_and_where_the_words_are(store: Store, path: Path) -> None:
    disk = Disk(path.parent)
    disk.fault = Fault(1, errno.EIO, "for ever")
    with disk.watched():
        store.record(session("more"))
        failed = store.flush()
        store.record(session("and more"))
        assert store.state.kind == "failed"
        store.flush()
        still_failed = store.state
    recovery = Local(path).recovery_path
    assert failed.kind == still_failed.kind == "failed"
    assert still_failed.message == (
        f"Cannot save “{path}”: the disk reports an error. Your words are safe on this computer, in “{recovery}”."
    )
    assert still_failed.at == NOON
    assert store.flush().kind == "saved"
    assert in_file(path) == "and more"


def test_when_both_disks_fail_it_says_so(tmp_path: Path, store: Store) -> None:
    disk = Disk(tmp_path)
    disk.fault = Fault(1, errno.EIO, "for ever")
    with disk.watched():
        store.record(session("more"))
        message = store.flush().message
    assert message.endswith("Your words are only in this window: leave it open, and save elsewhere.")
    assert store.flush().kind == "saved"


def test_it_can_be_saved_elsewhere(store: Store, path: Path, tmp_path: Path) -> None:
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


def test_a_file_that_was_removed_is_written_again(store: Store, path: Path) -> None:
    path.unlink()
    store.record(session("more"))
    assert store.flush().kind == "saved"
    assert in_file(path) == "more"


def test_a_session_that_would_be_refused_is_not_written(
    store: Store, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("mou_tui.session.store.LIMIT", 4000)
    store.record(session("x" * 5000))
    assert "it would be larger than 3 KB" in store.flush().message
    assert in_file(path) == "first"
    store.record(session("less"))
    assert store.flush().kind == "saved"


def test_a_fault_in_the_program_is_told_without_a_word_of_the_answers(store: Store, path: Path) -> None:
    store.record(session("secret \udc80"))
    state = store.flush()
    assert state.kind == "failed"
    assert "secret" not in state.message
    assert in_file(path) == "first"


# Somebody else


def test_what_someone_else_wrote_is_never_replaced(store: Store, path: Path) -> None:
    edit(path, "their")
    store.record(session("mine!"))
    state = store.flush()
    ours = path.with_name("a (conflict 2026-03-04 1200).mou.yaml")
    assert (in_file(path), in_file(ours)) == ("their", "mine!")
    assert state.kind == "conflict"
    assert str(path) in state.message
    assert ours.name in state.message
    assert (store.path, store.theirs) == (ours, path)


def test_after_a_conflict_ours_goes_on_beside_theirs(store: Store, path: Path) -> None:
    edit(path, "their")
    store.record(session("mine"))
    store.flush()
    store.record(session("mine, and more"))
    assert store.flush().kind == "conflict"
    assert in_file(store.path) == "mine, and more"
    assert in_file(path) == "their"

    edit(store.path, "their second")
    store.record(session("mine, and yet more"))
    store.flush()
    assert store.path.name == "a (conflict 2026-03-04 1200 2).mou.yaml"
    assert in_file(store.path) == "mine, and yet more"


def test_the_same_words_from_someone_else_are_no_conflict(store: Store, path: Path) -> None:
    edit(path, "agreed")
    store.record(session("agreed"))
    assert store.flush().kind == "saved"
    assert list(path.parent.iterdir()) == [path]


def test_an_edit_that_leaves_no_readable_session_is_not_replaced(store: Store, path: Path) -> None:
    path.write_bytes(b"<<<<<<< ours\n")
    store.record(session("mine"))
    assert store.flush().kind == "conflict"
    assert path.read_bytes() == b"<<<<<<< ours\n"


def test_when_no_conflict_file_can_be_written_the_words_are_kept(store: Store, path: Path) -> None:
    edit(path, "their")
    disk = Disk(path.parent)
    disk.fault = Fault(6, errno.ENOSPC, "for ever")
    with disk.watched():
        store.record(session("mine"))
        state = store.flush()
    assert state.kind == "failed"
    assert "the disk is full" in state.message
    assert "Your words are safe on this computer" in state.message
    assert in_file(path) == "their"
    assert store.flush().kind == "conflict"


def test_a_second_instance_only_reads(store: Store, path: Path, clock: Clock) -> None:
    clock.wait(minutes=5)
    second = Store.open(path, clock=clock)
    assert second.read_only
    assert second.state.message == "Open elsewhere since 12:00. Shown read-only; open a copy to work on it."
    second.record(session("theirs"))
    assert second.close().kind == "read-only"
    assert in_file(path) == "first"
    store.record(session("mine"))
    assert store.close().kind == "saved"
    assert not Store.open(path, clock=clock).read_only


def test_since_yesterday_is_said_with_its_date(store: Store, path: Path, clock: Clock) -> None:
    clock.wait(days=1)
    assert "since 2026-03-04 12:00." in Store.open(path, clock=clock).state.message


def test_a_copy_of_a_session_that_is_open_elsewhere_can_be_worked_on(store: Store, path: Path) -> None:
    second = Store.open(path)
    second.save_elsewhere(path.with_name("copy.mou.yaml"))
    assert not second.read_only
    second.record(session("in the copy"))
    assert second.close().kind == "saved"
    assert in_file(path.with_name("copy.mou.yaml")) == "in the copy"
    store.record(session("in the first"))
    assert store.flush().kind == "saved"
    assert in_file(path) == "in the first"


def test_a_write_protected_file_is_only_read(store: Store, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store.close()
    # An administrator may write everywhere, and tests run as one may be.
    monkeypatch.setattr(os, "access", lambda _path, _mode: False)
    again = Store.open(path)
    assert again.state.kind == "read-only"
    assert again.state.message.startswith("The file is write-protected.")


def test_opened_to_be_read_nothing_is_written(store: Store, path: Path, home: Path) -> None:
    store.close()
    shutil.rmtree(home)
    Store.open(path, read_only=True).close()
    assert not home.exists()


def test_a_file_of_a_newer_program_is_only_read(path: Path) -> None:
    path.write_bytes(encode(session("later")).replace(b'format: "1"', b'format: "999"'))
    store = Store.open(path)
    assert store.state.kind == "read-only"
    with pytest.raises(CannotSave, match="newer"):
        store.save_elsewhere(path.with_name("b.mou.yaml"))


def test_no_interleaving_loses_anybodys_words(tmp_path: Path) -> None:
    for seed in range(40):
        assert interleave.play(tmp_path / str(seed), seed).lost == []


# After a crash


def test_words_that_were_never_saved_are_found(store: Store, path: Path, clock: Clock) -> None:
    store.close()
    kept_only(path, "typed at the last moment")
    again = Store.open(path, clock=clock)
    assert said(again.session) == "first"
    assert again.recovered is not None
    assert said(again.recovered.session) == "typed at the last moment"
    assert again.recovered.follows
    again.accept_recovery()
    assert again.recovered is None
    assert again.close().kind == "saved"
    assert in_file(path) == "typed at the last moment"
    assert "first" in words_of(kept.backups(path))
    assert Store.open(path).recovered is None


def test_words_that_are_declined_stay_among_the_backups(store: Store, path: Path) -> None:
    store.close()
    kept_only(path, "typed at the last moment")
    again = Store.open(path)
    again.decline_recovery()
    again.close()
    assert in_file(path) == "first"
    assert "typed at the last moment" in words_of(kept.backups(path))
    assert Store.open(path).recovered is None


def test_words_nobody_has_decided_on_are_offered_again(store: Store, path: Path) -> None:
    store.close()
    kept_only(path, "typed at the last moment")
    Store.open(path).close()
    again = Store.open(path)
    assert again.recovered is not None
    again.record(session("typed without deciding"))
    again.close()
    assert "typed at the last moment" in words_of(kept.backups(path))


def test_words_that_do_not_go_on_from_the_file_are_told_apart(store: Store, path: Path) -> None:
    store.close()
    kept_only(path, "mine")
    edit(path, "their")
    again = Store.open(path)
    assert said(again.session) == "their"
    assert again.recovered is not None
    assert not again.recovered.follows
    again.accept_recovery()
    again.close()
    assert in_file(path) == "mine"
    assert {"mine", "their"} <= set(words_of(kept.backups(path)))


def test_words_that_did_come_to_the_file_are_not_offered(store: Store, path: Path) -> None:
    store.record(session("saved"))
    store.flush()
    kill(store)
    assert Local(path).recovery_copy() is not None
    again = Store.open(path)
    assert again.recovered is None
    again.close()
    assert Local(path).recovery_copy() is None


def test_a_recovery_copy_that_cannot_be_read_disturbs_nobody(store: Store, path: Path) -> None:
    store.close()
    kept_only(path, "typed at the last moment")
    recovery = Local(path).recovery_path
    recovery.write_bytes(recovery.read_bytes()[:-20])
    again = Store.open(path)
    assert again.recovered is None
    assert said(again.session) == "first"
    again.close()


def test_a_killed_process_leaves_its_words_and_no_lock(path: Path) -> None:
    script = (
        "import sys; from pathlib import Path\n"
        "from mou_tui.session.store import Store; from tests.torture.faults import session\n"
        f"store = Store.create(Path({str(path)!r}), session('saved'))\n"
        "told = lambda state: print('kept', flush=True)\n"
        "store.subscribe(told); store.record(session('typed')); sys.stdin.read()\n"
    )
    with subprocess.Popen(
        [sys.executable, "-c", script], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "kept\n"
        assert Store.open(path).read_only
        other.send_signal(signal.SIGKILL if sys.platform != "win32" else signal.SIGTERM)
        other.wait()
    again = Store.open(path)
    assert not again.read_only
    assert in_file(path) == "saved"
    assert again.recovered is not None
    assert said(again.recovered.session) == "typed"
    again.close()


@pytest.mark.parametrize("damage", ["empty", "cut off", "zeros", "gone"])
def test_a_damaged_file_is_left_alone_and_the_newest_copy_named(
    store: Store, path: Path, clock: Clock, damage: str
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
        Store.open(path)
    assert "a copy of 2026-03-04 13:00 that can be read is kept on this computer" in caught.value.message
    assert "mou-tui restore" in caught.value.message
    assert damage == "gone" or path.read_bytes() == damaged[damage]

    kept.restore(path, kept.backups(path)[0])
    assert in_file(path) == "second"


def test_a_damaged_file_without_copies_is_said_in_one_sentence(path: Path) -> None:
    path.write_bytes(b"")
    with pytest.raises(InvalidFile) as caught:
        Store.open(path)
    assert "restore" not in caught.value.message


# Backups


def words_of(backups: tuple[Backup, ...]) -> list[str]:
    return [said(codec.decode(backup.read(), "backup").session) for backup in backups]


def test_the_first_save_of_a_run_backs_up_and_then_one_every_five_minutes(path: Path, clock: Clock) -> None:
    Store.create(path, session("0"), clock=clock).close()
    store = Store.open(path, clock=clock)
    for minute in range(1, 12):
        clock.wait(minutes=1)
        store.record(session(str(minute)))
        store.flush()
    assert words_of(store._file.local.backups.list()) == ["10", "5", "0"]
    store.close()
    assert words_of(kept.backups(path)) == ["11", "10", "5", "0"]


def test_a_clock_that_is_set_back_stops_no_backups(path: Path, clock: Clock) -> None:
    store = Store.create(path, session("0"), clock=clock)
    for years in (0, -10, 10, 10):
        clock.wait(days=365 * years)
        store.record(session(f"{store.session.answers} {years}"))
        store.flush()
    store.close()
    numbers = [backup.number for backup in kept.backups(path)]
    assert numbers == [5, 4, 3, 2, 1]


def test_ten_backups_stay_and_one_of_each_of_seven_days(path: Path, clock: Clock) -> None:
    backups = Local(path).backups
    backups.folder.mkdir(parents=True)
    for number in range(60):
        backups.add(encode(session(str(number))), clock())
        clock.wait(hours=6)
    left = backups.list()
    assert [backup.number for backup in left[:10]] == list(range(60, 50, -1))
    assert len({backup.at.date() for backup in left}) == 7
    assert len(left) == 14


def test_a_backup_can_be_brought_back_and_that_undone(path: Path, clock: Clock) -> None:
    store = Store.create(path, session("first"), clock=clock)
    store.record(session("second"))
    store.flush()
    with pytest.raises(CannotSave, match="is open elsewhere"):
        kept.restore(path, kept.backups(path)[0])
    store.close()
    (first,) = (backup for backup in kept.backups(path) if words_of((backup,)) == ["first"])
    path.chmod(0o640)
    kept.restore(path, first, clock=clock)
    assert in_file(path) == "first"
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    kept.restore(path, kept.backups(path)[0], clock=clock)
    assert in_file(path) == "second"


def test_words_that_were_never_saved_can_be_brought_back(store: Store, path: Path) -> None:
    store.close()
    kept_only(path, "typed at the last moment")
    kept.restore(path, kept.backups(path)[0])
    assert in_file(path) == "typed at the last moment"
    assert Store.open(path).recovered is None


# What this computer keeps


def test_what_is_kept_is_for_the_user_alone(store: Store, home: Path) -> None:
    store.record(session("private"))
    store.flush()
    modes = {stat.S_IMODE(found.stat().st_mode) for found in (home / "state").rglob("*") if found.is_file()}
    folders = {stat.S_IMODE(found.stat().st_mode) for found in (home / "state").rglob("*") if found.is_dir()}
    if sys.platform != "win32":
        assert modes == {0o600}
        assert folders == {0o700}


def test_forgetting_leaves_nothing_but_the_file(store: Store, path: Path, home: Path) -> None:
    store.record(session("a private matter"))
    with pytest.raises(CannotSave, match="is open elsewhere"):
        kept.purge(path)
    store.close()
    assert kept.purge(path) == 2
    assert [found for found in home.rglob("*") if found.is_file()] == []
    assert in_file(path) == "a private matter"
    assert kept.purge(path) == 0
    assert kept.recent() == ()


def test_the_last_session_comes_first(path: Path, clock: Clock) -> None:
    others = [path.with_name(f"{name}.mou.yaml") for name in "abc"]
    for other in others:
        clock.wait(minutes=1)
        Store.create(other, session("x"), clock=clock).close()
    clock.wait(minutes=1)
    Store.open(others[0], clock=clock).close()
    assert kept.recent() == (others[0], others[2], others[1])


def test_where_one_was_is_remembered_and_not_in_the_file(store: Store, path: Path) -> None:
    store.remember_place("supervision.command")
    store.close()
    assert Store.open(path).place == "supervision.command"
    assert b"supervision.command" not in path.read_bytes()


def test_a_copy_reached_by_a_link_is_the_same_session(store: Store, path: Path, tmp_path: Path) -> None:
    link = tmp_path / "link.mou.yaml"
    link.symlink_to(path)
    assert Store.open(link).read_only
    store.close()
    by_link = Store.open(link)
    by_link.record(session("by the link"))
    by_link.close()
    assert link.is_symlink()
    assert in_file(path) == "by the link"


def test_without_a_place_for_them_it_works_and_says_that_there_are_no_copies(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "occupied").write_text("a file")
    monkeypatch.setenv("MOU_TUI_HOME", str(tmp_path / "occupied"))
    store = Store.create(path, session("first"))
    assert store.message.startswith("No recovery copies are kept.")
    store.record(session("second"))
    assert store.flush().kind == "saved"
    assert store.close().kind == "saved"
    assert in_file(path) == "second"
    assert said(Store.open(path).session) == "second"
    assert not kept.recent()
    assert not kept.backups(path)


def test_without_a_home_folder_it_works_and_says_so(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("MOU_TUI_HOME")
    monkeypatch.setattr("platformdirs.user_state_path", lambda *_args, **_options: Path("~/somewhere"))
    store = Store.create(path, session("first"))
    assert "There is no home folder. Set MOU_TUI_HOME" in store.message
    store.record(session("second"))
    assert store.close().kind == "saved"
    assert in_file(path) == "second"


def test_a_session_in_the_documents_folder_makes_that_folder(home: Path) -> None:
    Store.create(home / "MOU sessions" / "a.mou.yaml", session("first")).close()
    assert in_file(home / "MOU sessions" / "a.mou.yaml") == "first"


def test_opening_loads_only_what_it_needs(path: Path) -> None:
    Store.create(path, session("first")).close()
    script = (
        "import sys; import mou_tui.session.store\n"
        "print([name for name in ('yaml', 'filelock', 'platformdirs', 'textual', 'rich') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


def test_the_session_is_what_was_recorded(store: Store) -> None:
    other = session("other")
    store.record(other)
    assert store.session is other
    assert isinstance(store.session, Session)
