"""Where nothing can be locked, as in a home on NFS: it is said, and nobody's words take the place of another's."""

from __future__ import annotations

import errno
import os
import sys
from pathlib import Path

import pytest

from mou_tui.persistence import maintenance
from mou_tui.persistence.local_state import LocalState
from mou_tui.persistence.store import SessionStore
from tests.storage_helpers import Clock, in_backups, in_file, kill
from tests.torture.faults import session, text_of

fcntl = pytest.importorskip("fcntl")


@pytest.fixture(autouse=True, params=[errno.ENOLCK, errno.EIO, errno.EOPNOTSUPP])
def _no_locks(monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> None:
    def fail(*_: object) -> None:
        raise OSError(request.param, os.strerror(request.param))

    monkeypatch.setattr(fcntl, "flock", fail)
    monkeypatch.setattr(fcntl, "lockf", fail)


def test_that_nothing_is_locked_stays_told_while_recovery_copies_are_written(path: Path) -> None:
    store = SessionStore.create(path, session("first"))
    for words in ("second", "third"):
        assert store.message.startswith("This computer cannot lock the session")
        assert "Keep it open in one window only." in store.message
        assert "recovery" not in store.message
        store.record(session(words))
        assert store.flush().kind == "saved"
    assert not store.read_only
    store.close()
    assert in_file(path) == "third"


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="root may write everywhere")
def test_two_facts_are_two_messages(path: Path) -> None:
    store = SessionStore.create(path, session("first"))
    store._file.local.folder.chmod(0o500)
    store.record(session("second"))
    store.flush()
    assert "cannot lock the session" in store.message
    assert "No recovery copies are kept." in store.message
    store._file.local.folder.chmod(0o700)
    store.close()


def test_two_programs_never_share_a_recovery_copy(path: Path, clock: Clock) -> None:
    SessionStore.create(path, session("agreed"), clock=clock).close()
    held = path.read_bytes()
    first, second = (SessionStore.open(path, clock=clock) for _ in range(2))
    for store, words in ((first, "of the one"), (second, "of the other")):
        store.record(session(words))
        store._autosave.recovery.finish(10)
    assert first._file.local.recovery_path != second._file.local.recovery_path
    for saver in (*first._autosave.workers, *second._autosave.workers):
        saver.stop(10)
    assert path.read_bytes() == held

    kept_words = {copy.path.name: copy for copy in LocalState(path).copies.list()}
    assert len(kept_words) == 2
    again = SessionStore.open(path, clock=clock)
    assert again.recovered
    assert text_of(again.recovered.session) in ("of the one", "of the other")
    assert {"of the one", "of the other"} <= set(in_backups(maintenance.backups(path)))
    again.decline_recovery()
    again.close()
    assert in_file(path) == "agreed"
    after = SessionStore.open(path, clock=clock)
    assert after.recovered is None
    after.close()


def test_opening_next_to_a_program_at_work_takes_nothing_from_it(path: Path, clock: Clock) -> None:
    first = SessionStore.create(path, session("agreed"), clock=clock)
    first.record(session("typed just now"))
    first._autosave.recovery.finish(10)
    copy = first._file.local.recovery_path
    second = SessionStore.open(path, clock=clock)
    assert copy.exists()
    second.close()
    first.record(session("typed since"))
    first.flush()
    kill(first)
    assert copy.exists()


def test_what_each_had_started_is_kept_apart(path: Path) -> None:
    SessionStore.create(path, session("agreed")).close()
    first, second = LocalState(path), LocalState(path)
    assert first.acquire_lock()
    assert second.acquire_lock()
    first.write_form_drafts("{}")
    second.write_form_drafts('{"a": "b"}')
    assert len(list(first.folder.glob("begun*.json"))) == 2
    assert LocalState(path).form_drafts in ("{}", '{"a": "b"}')
