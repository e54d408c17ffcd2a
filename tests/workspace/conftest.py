"""A workspace to act on."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.workspace.driver import WorkspaceDriver


@pytest.fixture
def driver(quick: Path) -> Iterator[WorkspaceDriver]:
    driver = WorkspaceDriver(quick)
    yield driver
    driver.workspace.store.close()
