from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from mou_tui.checklist.checklist import Checklist
from mou_tui.checklist.loader import load

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
