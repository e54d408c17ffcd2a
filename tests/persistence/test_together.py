from __future__ import annotations

import errno
import os
import shutil
from pathlib import Path

import pytest

from mou_tui.errors import CannotSave
from mou_tui.persistence.store import SessionStore
from mou_tui.session.codec import encode
from tests.storage_helpers import Clock, edit, in_file
from tests.torture import interleave
from tests.torture.faults import Disk, Fault, session


def test_what_someone_else_wrote_is_never_replaced(store: SessionStore, path: Path) -> None:
    edit(path, "their")
    store.record(session("mine!"))
    state = store.flush()
    ours = path.with_name("a (conflict 2026-03-04 1200).mou.yaml")
    assert (in_file(path), in_file(ours)) == ("their", "mine!")
    assert state.kind == "conflict"
    assert str(path) in state.message
    assert ours.name in state.message
    assert (store.path, store.conflicting_file) == (ours, path)


def test_after_a_conflict_ours_goes_on_next_to_theirs(store: SessionStore, path: Path) -> None:
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


def test_the_same_words_from_someone_else_are_no_conflict(store: SessionStore, path: Path) -> None:
    edit(path, "agreed")
    store.record(session("agreed"))
    assert store.flush().kind == "saved"
    assert list(path.parent.iterdir()) == [path]


def test_an_edit_that_leaves_no_readable_session_is_not_replaced(store: SessionStore, path: Path) -> None:
    path.write_bytes(b"<<<<<<< ours\n")
    store.record(session("mine"))
    assert store.flush().kind == "conflict"
    assert path.read_bytes() == b"<<<<<<< ours\n"


def test_an_edit_that_makes_the_file_too_large_is_not_replaced(
    store: SessionStore, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("mou_tui.persistence.session_file.LIMIT", 1000)
    path.write_bytes(b"their" * 1000)
    store.record(session("mine"))
    assert store.flush().kind == "conflict"
    assert path.read_bytes() == b"their" * 1000


def test_a_file_that_comes_back_while_it_is_written_again_is_not_replaced(store: SessionStore, path: Path) -> None:
    path.unlink()

    def come_back(_number: int, name: str) -> None:
        if name == "link" and not path.exists():
            path.write_bytes(encode(session("their")))

    with Disk(path.parent, before=come_back).watched():
        store.record(session("mine"))
        assert store.flush().kind == "conflict"
    assert (in_file(path), in_file(store.path)) == ("their", "mine")


def test_when_no_conflict_file_can_be_written_the_words_are_kept(store: SessionStore, path: Path) -> None:
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


def test_a_second_instance_only_reads(store: SessionStore, path: Path, clock: Clock) -> None:
    clock.wait(minutes=5)
    second = SessionStore.open(path, clock=clock)
    assert second.read_only
    assert second.state.message == "Open elsewhere since 12:00 p.m. This session is read-only here."
    second.record(session("theirs"))
    assert second.close().kind == "read-only"
    assert in_file(path) == "first"
    store.record(session("mine"))
    assert store.close().kind == "saved"
    assert not SessionStore.open(path, clock=clock).read_only


def test_since_yesterday_is_said_with_its_date(store: SessionStore, path: Path, clock: Clock) -> None:
    clock.wait(days=1)
    assert "since 2026-03-04 12:00 p.m." in SessionStore.open(path, clock=clock).state.message


def test_a_copy_of_a_session_that_is_open_elsewhere_can_be_worked_on(store: SessionStore, path: Path) -> None:
    second = SessionStore.open(path)
    second.save_elsewhere(path.with_name("copy.mou.yaml"))
    assert not second.read_only
    second.record(session("in the copy"))
    assert second.close().kind == "saved"
    assert in_file(path.with_name("copy.mou.yaml")) == "in the copy"
    store.record(session("in the first"))
    assert store.flush().kind == "saved"
    assert in_file(path) == "in the first"


def test_a_write_protected_file_is_only_read(store: SessionStore, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store.close()
    # An administrator may write everywhere, and tests run as one may be.
    monkeypatch.setattr(os, "access", lambda _path, _mode: False)
    again = SessionStore.open(path)
    assert again.state.kind == "read-only"
    assert again.state.message.startswith("The file is write-protected.")


def test_opened_to_be_read_nothing_is_written(store: SessionStore, path: Path, home: Path) -> None:
    store.close()
    shutil.rmtree(home)
    SessionStore.open(path, read_only=True).close()
    assert not home.exists()


def test_a_file_of_a_newer_program_is_only_read(path: Path) -> None:
    path.write_bytes(encode(session("later")).replace(b'format: "1"', b'format: "999"'))
    store = SessionStore.open(path)
    assert store.state.kind == "read-only"
    with pytest.raises(CannotSave, match="newer"):
        store.save_elsewhere(path.with_name("b.mou.yaml"))


def test_no_interleaving_loses_anybodys_words(quick: Path) -> None:
    for seed in range(40):
        assert interleave.play(quick / str(seed), seed).lost == []
