from __future__ import annotations

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from mou_tui.errors import CannotOpen, CannotSave
from mou_tui.persistence import maintenance
from mou_tui.persistence.backups import Backup
from mou_tui.persistence.local_state import LocalState
from mou_tui.persistence.store import SessionStore
from mou_tui.session.codec import encode
from mou_tui.storage.atomic_file import modified
from tests.storage_helpers import Clock, in_backups, in_file, kill, leave_unsaved
from tests.torture.faults import session, text_of


def test_the_first_save_of_a_run_backs_up_and_then_one_every_five_minutes(path: Path, clock: Clock) -> None:
    SessionStore.create(path, session("0"), clock=clock).close()
    store = SessionStore.open(path, clock=clock)
    for minute in range(1, 12):
        clock.wait(minutes=1)
        store.record(session(str(minute)))
        store.flush()
    assert in_backups(store._file.local.backups.list()) == ["10", "5", "0"]
    store.close()
    assert in_backups(maintenance.backups(path)) == ["11", "10", "5", "0"]


def test_a_clock_that_is_set_back_stops_no_backups(path: Path, clock: Clock) -> None:
    store = SessionStore.create(path, session("0"), clock=clock)
    for years in (0, -10, 10, 10):
        clock.wait(days=365 * years)
        store.record(session(f"{store.session.answers} {years}"))
        store.flush()
    store.close()
    numbers = [backup.number for backup in maintenance.backups(path)]
    assert numbers == [5, 4, 3, 2, 1]


def test_ten_backups_stay_and_one_of_each_of_seven_days(path: Path, clock: Clock) -> None:
    backups = LocalState(path).backups
    backups.folder.mkdir(parents=True)
    for number in range(60):
        backups.add(encode(session(str(number))), clock())
        clock.wait(hours=6)
    left = backups.list()
    assert [backup.number for backup in left[:10]] == list(range(60, 50, -1))
    assert len({backup.at.date() for backup in left}) == 7
    assert len(left) == 14


def test_a_backup_can_be_brought_back_and_that_undone(path: Path, clock: Clock) -> None:
    store = SessionStore.create(path, session("first"), clock=clock)
    store.record(session("second"))
    store.flush()
    with pytest.raises(CannotSave, match="is open elsewhere"):
        maintenance.restore(path, maintenance.backups(path)[0])
    store.close()
    (first,) = (backup for backup in maintenance.backups(path) if in_backups((backup,)) == ["first"])
    path.chmod(0o640)
    maintenance.restore(path, first, clock=clock)
    assert in_file(path) == "first"
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    maintenance.restore(path, maintenance.backups(path)[0], clock=clock)
    assert in_file(path) == "second"


def test_words_that_were_never_saved_can_be_brought_back(store: SessionStore, path: Path) -> None:
    store.close()
    leave_unsaved(path, "typed at the last moment")
    maintenance.restore(path, maintenance.backups(path)[0])
    assert in_file(path) == "typed at the last moment"
    assert SessionStore.open(path).recovered is None


def test_what_is_kept_is_for_the_user_alone(store: SessionStore, home: Path) -> None:
    store.record(session("private"))
    store.flush()
    modes = {stat.S_IMODE(path.stat().st_mode) for path in (home / "state").rglob("*") if path.is_file()}
    folders = {stat.S_IMODE(path.stat().st_mode) for path in (home / "state").rglob("*") if path.is_dir()}
    if sys.platform != "win32":
        assert modes == {0o600}
        assert folders == {0o700}


def test_forgetting_leaves_nothing_but_the_file(store: SessionStore, path: Path, home: Path) -> None:
    store.record(session("a private matter"))
    with pytest.raises(CannotSave, match="is open elsewhere"):
        maintenance.purge(path)
    store.close()
    assert maintenance.purge(path) == 2
    assert [path for path in home.rglob("*") if path.is_file()] == []
    assert in_file(path) == "a private matter"
    assert maintenance.purge(path) == 0
    assert maintenance.recent() == ()


def test_the_last_session_comes_first(path: Path, clock: Clock) -> None:
    others = [path.with_name(f"{name}.mou.yaml") for name in "abc"]
    for other in others:
        clock.wait(minutes=1)
        SessionStore.create(other, session("x"), clock=clock).close()
    clock.wait(minutes=1)
    SessionStore.open(others[0], clock=clock).close()
    assert maintenance.recent() == (others[0], others[2], others[1])


def test_where_one_was_is_remembered_and_not_in_the_file(store: SessionStore, path: Path) -> None:
    store.ui_state.remember_location("supervision.command")
    store.close()
    assert SessionStore.open(path).ui_state.edit_location == "supervision.command"
    assert b"supervision.command" not in path.read_bytes()


def test_where_one_is_can_be_told_while_the_session_is_open_and_nothing_was_said(
    store: SessionStore, path: Path
) -> None:
    for place in ("supervision.command", "purpose"):
        store.ui_state.remember_location(place)
        store.flush()
        assert LocalState(path).edit_location == place
    assert LocalState(path).recovery_copy() is None


@pytest.mark.parametrize("read_only", [False, True])
def test_where_one_is_goes_along_to_another_file(
    store: SessionStore, path: Path, tmp_path: Path, read_only: bool
) -> None:
    store.close()
    store = SessionStore.open(path, read_only=read_only)
    store.ui_state.remember_location("purpose")
    store.save_elsewhere(tmp_path / "b.mou.yaml")
    store.flush()
    assert LocalState(tmp_path / "b.mou.yaml").edit_location == "purpose"
    store.close()


def test_a_copy_reached_by_a_link_is_the_same_session(store: SessionStore, path: Path, tmp_path: Path) -> None:
    link = tmp_path / "link.mou.yaml"
    link.symlink_to(path)
    assert SessionStore.open(link).read_only
    store.close()
    by_link = SessionStore.open(link)
    by_link.record(session("by the link"))
    by_link.close()
    assert link.is_symlink()
    assert in_file(path) == "by the link"


def test_without_a_place_for_them_it_works_and_says_that_there_are_no_copies(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "occupied").write_text("a file")
    monkeypatch.setenv("MOU_TUI_HOME", str(tmp_path / "occupied"))
    store = SessionStore.create(path, session("first"))
    assert store.message.startswith("No recovery copies are kept.")
    store.record(session("second"))
    assert store.flush().kind == "saved"
    assert store.close().kind == "saved"
    assert in_file(path) == "second"
    assert text_of(SessionStore.open(path).session) == "second"
    assert not maintenance.recent()
    assert not maintenance.backups(path)


def test_without_a_home_folder_it_works_and_says_so(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("MOU_TUI_HOME")
    monkeypatch.setattr("platformdirs.user_state_path", lambda *_args, **_options: Path("~/somewhere"))
    store = SessionStore.create(path, session("first"))
    assert "There is no home folder. Set MOU_TUI_HOME" in store.message
    store.record(session("second"))
    assert store.close().kind == "saved"
    assert in_file(path) == "second"


def test_a_session_in_the_documents_folder_makes_that_folder(home: Path) -> None:
    SessionStore.create(home / "MOU sessions" / "a.mou.yaml", session("first")).close()
    assert in_file(home / "MOU sessions" / "a.mou.yaml") == "first"


def test_opening_loads_only_what_it_needs(path: Path) -> None:
    SessionStore.create(path, session("first")).close()
    script = (
        "import sys; import mou_tui.persistence.store\n"
        "print([name for name in ('yaml', 'filelock', 'platformdirs', 'textual', 'rich') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


def backed_up(path: Path, clock: Clock) -> Backup:
    """A session file and its one backup, both of which say “first”."""
    SessionStore.create(path, session("first"), clock=clock).close()
    LocalState(path).backups.add(path.read_bytes(), clock())
    (backup,) = maintenance.backups(path)
    return backup


@pytest.mark.parametrize("damage", [b"", b"\0" * 900, b"format: 1\n", b"words\n...\n"])
def test_a_backup_that_cannot_be_read_is_not_brought_back(path: Path, clock: Clock, damage: bytes) -> None:
    backup = backed_up(path, clock)
    backup.path.write_bytes(damage)
    assert not maintenance.is_readable(backup)
    with pytest.raises(CannotOpen, match=r"Backup 1 cannot be brought back \(.+\)\. Nothing was changed"):
        maintenance.restore(path, backup, clock=clock)
    assert in_file(path) == "first"


def test_a_backup_that_is_a_link_is_none(path: Path, clock: Clock, tmp_path: Path) -> None:
    backup = backed_up(path, clock)
    elsewhere = tmp_path / "elsewhere.mou.yaml"
    elsewhere.write_bytes(encode(session("not ours")))
    backup.path.with_name("000009 2026-03-04 12.00.00.mou.yaml").symlink_to(elsewhere)
    assert in_backups(maintenance.backups(path)) == ["first"]


def test_the_recovery_copy_follows_no_link(path: Path, tmp_path: Path) -> None:
    store = SessionStore.create(path, session("first"))
    elsewhere = tmp_path / "elsewhere.txt"
    elsewhere.write_text("mine")
    store._file.local.recovery_path.symlink_to(elsewhere)
    store.record(session("second"))
    store.flush()
    kill(store)
    assert elsewhere.read_text() == "mine"
    assert not LocalState(path).recovery_path.is_symlink()


@pytest.mark.parametrize("number", ["999999999999", "9" * 40, "1234567"])
def test_after_the_highest_number_there_is_a_higher_one(path: Path, clock: Clock, number: str) -> None:
    backup = backed_up(path, clock)
    backup.path.rename(backup.path.with_name(f"{number} 2026-03-04 12.00.00.mou.yaml"))
    clock.wait(minutes=6)
    store = SessionStore.open(path, clock=clock)
    store.record(session("second"))
    store.close()
    assert in_backups(maintenance.backups(path)) == ["second", "first"]


def test_a_clock_far_in_the_past_hides_no_backups(path: Path, clock: Clock) -> None:
    clock.now = clock.now.replace(year=3)
    backup = backed_up(path, clock)
    assert backup.at == clock.now
    assert backup.path.name == "000001 0003-03-04 12.00.00.mou.yaml"


def test_a_backup_of_the_same_number_is_not_replaced(path: Path, clock: Clock) -> None:
    backups = LocalState(path).backups
    backups.folder.mkdir(parents=True)
    for number in (1, 1):
        backups._write(number, encode(session(str(len(backups.list())))), clock())
    assert in_backups(backups.list()) == ["1", "0"]


def test_a_file_of_no_time_there_is_can_be_opened_and_listed(path: Path) -> None:
    store = SessionStore.create(path, session("first"))
    store.record(session("second"))
    store.flush()
    recovery = store._file.local.recovery_path
    data = recovery.read_bytes()
    kill(store)
    for file in (recovery, path):
        file.write_bytes(data)
        try:
            os.utime(file, (2**55, 2**55))
        except OSError:
            pytest.skip("this disk keeps no such time")
        assert modified(file.stat())
    assert LocalState(path).recovery_copy() is not None
