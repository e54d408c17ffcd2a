from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from mou_tui.checklist.checklist import Checklist
from mou_tui.checklist.loader import load
from mou_tui.failures import Failures
from tests.breaking import Expected

# A slow machine is no fault in the program.
settings.register_profile("patient", max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("patient")


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
