from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from datetime import datetime
from itertools import count
from pathlib import Path

import pytest

from mou_tui.checklist.model import Depth
from mou_tui.session.model import Answer
from mou_tui.workspace.parties import PartiesAndFacts, party_from_legal_name
from mou_tui.workspace.repository import SessionRepository
from mou_tui.workspace.session_reader import ChecklistCatalog
from mou_tui.workspace.workspace import Workspace

NOW = datetime(2026, 11, 14, 10, 42)

Editor = Callable[[str], None]
"""Makes the person's own editor of a few lines of Python, which find the file in `sys.argv[1]`."""

Begin = Callable[..., Workspace]
"""Starts a session with answers, and gives its workspace."""


@pytest.fixture
def editor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Editor:
    def make(code: str) -> None:
        script = tmp_path / "editor.py"
        script.write_text(code)
        monkeypatch.setenv("VISUAL", f"{sys.executable} {script}")

    return make


@pytest.fixture(scope="session")
def checklists() -> ChecklistCatalog:
    """The checklists, read once for all tests."""
    return ChecklistCatalog()


@pytest.fixture
def repository(checklists: ChecklistCatalog) -> SessionRepository:
    """Sessions in the home of the test, on a morning in November."""
    ids = count(1)
    return SessionRepository(checklists, clock=lambda: NOW, new_id=lambda: f"id-{next(ids)}")


@pytest.fixture
def begin(repository: SessionRepository) -> Iterator[Begin]:
    agency, district = repository.checklist.parties
    parties = (
        party_from_legal_name(agency, "Lake City Police Department"),
        party_from_legal_name(district, "Lake City Unified School District"),
    )
    workspaces: list[Workspace] = []

    def begin(depth: Depth = "essential", **answers: str) -> Workspace:
        workspace = repository.start(PartiesAndFacts(parties, {"state": "Iowa"}), depth=depth)
        session = workspace.session
        for question_id, text in answers.items():
            session = session.with_answer(question_id.replace("_", "-"), Answer(text))
        workspace.store.record(session)
        workspace.history.log_wordings()
        workspaces.append(workspace)
        return workspace

    yield begin
    for workspace in workspaces:
        workspace.store.close()
