"""Workspaces to act on."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from mou_tui.checklist.model import Checklist
from mou_tui.persistence.store import SessionStore
from mou_tui.session.model import Session
from mou_tui.workspace.workspace import Workspace
from tests.strategies import EMPTY, SMALL
from tests.workspace.driver import WorkspaceDriver
from tests.workspace.parties import OpenWorkspace


@pytest.fixture
def driver(quick: Path) -> Iterator[WorkspaceDriver]:
    driver = WorkspaceDriver(quick)
    yield driver
    driver.workspace.store.close()


@pytest.fixture
def open_workspace(tmp_path: Path) -> Iterator[OpenWorkspace]:
    """Open sessions, and close them at the end."""
    workspaces: list[Workspace] = []

    def open_one(session: Session = EMPTY, checklist: Checklist = SMALL) -> Workspace:
        store = SessionStore.create(tmp_path / f"{len(workspaces)}.mou.yaml", session)
        workspaces.append(Workspace(checklist, store))
        return workspaces[-1]

    yield open_one
    for workspace in workspaces:
        workspace.store.close()
