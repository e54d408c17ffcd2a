"""A session file, and somebody at work on it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from mou_tui.persistence.store import SessionStore
from mou_tui.workspace.session_reader import ChecklistCatalog
from mou_tui.workspace.workspace import Workspace
from tests.storage_helpers import Clock
from tests.tui.watch.session_files import SESSION, put


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
