from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from mou_tui.session.store import Store
from tests.storing import Clock
from tests.torture.faults import session


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A session file that is not there yet, alone in its folder."""
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder / "a.mou.yaml"


@pytest.fixture
def quick(tmp_path: Path) -> Iterator[Path]:
    """A folder on a disk that is nowhere but in memory, where there is one, for what is saved very often."""
    memory = Path("/dev/shm")
    with tempfile.TemporaryDirectory(dir=memory if memory.is_dir() else tmp_path) as folder:
        yield Path(folder)


@pytest.fixture
def store(path: Path, clock: Clock) -> Iterator[Store]:
    """An open session in which “first” was said."""
    store = Store.create(path, session("first"), clock=clock)
    yield store
    store.close()
