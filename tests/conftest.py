from __future__ import annotations

import gc
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from mou_tui.checklist import loader
from mou_tui.checklist.loader import available, find, load
from mou_tui.checklist.model import Checklist
from mou_tui.checklist.snapshot import read_snapshot
from mou_tui.failures import Failures
from mou_tui.persistence.store import SessionStore
from tests.breaking import Expected
from tests.examples import USUAL
from tests.storage_helpers import Clock
from tests.torture.faults import session

# A slow machine is no fault in the program.
PATIENT = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
# Whoever runs the tests first gets the same examples as everybody else; the thorough run looks for others each time.
settings.register_profile("usual", PATIENT, max_examples=USUAL, derandomize=True, database=None)
settings.register_profile("thorough", PATIENT, max_examples=12 * USUAL, derandomize=False)
settings.load_profile("usual")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with the tests that take longest: one that came last would keep a single core busy."""
    items.sort(key=lambda item: item.get_closest_marker("long") is None)


def pytest_collection_finish() -> None:
    """Keep the collector from looking through the modules and the tests again and again."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 20)


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home of its own for every test, so that none touches the person's sessions; it is not there yet."""
    home = tmp_path / "home"
    monkeypatch.setenv("MOU_TUI_HOME", str(home))
    return home


@pytest.fixture(scope="session")
def sro() -> Checklist:
    """The checklist that comes with the program."""
    return load()


@pytest.fixture(scope="session", autouse=True)
def checklists_are_read_once() -> Iterator[None]:
    """Has each start of the program find snapshots, as in an installed package: a checkout has none."""
    checklists = {find(checklist_id): load(checklist_id) for checklist_id in available()}
    made = {folder: replace(checklist, layers=()) for folder, checklist in checklists.items()}
    layers = {
        (name := f"{layer.id}.yaml", (folder.parent / "layers" / name).read_bytes()): layer
        for folder, checklist in checklists.items()
        for layer in checklist.layers
    }
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(loader, "read_snapshot", lambda folder: made.get(folder) or read_snapshot(folder))
        patch.setattr(loader, "read_layer_snapshot", lambda name, data: layers.get((name, data)))
        yield


@pytest.fixture(autouse=True)
def no_error_is_swallowed(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Raises again what the program got over, but for what a test has it fail with."""
    got_over: list[BaseException] = []
    add = Failures.add

    def heard(self: Failures, error: BaseException, attempt: str = "") -> None:
        got_over.append(error)
        add(self, error, attempt)

    monkeypatch.setattr(Failures, "add", heard)
    yield
    for error in got_over:
        if not isinstance(error, Expected):
            raise error


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
def store(path: Path, clock: Clock) -> Iterator[SessionStore]:
    """An open session in which “first” was said."""
    store = SessionStore.create(path, session("first"), clock=clock)
    yield store
    store.close()
