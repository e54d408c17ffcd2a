from __future__ import annotations

from itertools import count
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from mou_tui.checklist.checklist import Checklist
from mou_tui.checklist.loader import load

_numbers = count()

# A slow machine is no fault in the program.
settings.register_profile("patient", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("patient")


@pytest.fixture(autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home of its own for every test, so that none touches the person's sessions; it is not there yet."""
    home = tmp_path_factory.getbasetemp() / f"home-{next(_numbers)}"
    monkeypatch.setenv("MOU_TUI_HOME", str(home))
    return home


@pytest.fixture(scope="session")
def sro() -> Checklist:
    """The checklist that comes with the program."""
    return load()
