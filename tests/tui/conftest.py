from __future__ import annotations

from datetime import datetime
from typing import Protocol

import pyperclip
import pytest

from mou_tui.checklist.model import Depth
from mou_tui.session.model import Answer
from mou_tui.workspace.parties import PartiesAndFacts, party_from_legal_name
from mou_tui.workspace.repository import SessionRepository
from mou_tui.workspace.session_reader import ChecklistCatalog
from mou_tui.workspace.workspace import Workspace

NOW = datetime(2026, 11, 14, 10, 42)


class Begin(Protocol):
    """Starts a session with answers, and gives its workspace."""

    def __call__(self, depth: Depth = "essential", /, **answers: str) -> Workspace: ...


@pytest.fixture(scope="session")
def checklists() -> ChecklistCatalog:
    """The checklists, read once for all tests."""
    return ChecklistCatalog()


@pytest.fixture
def repository(checklists: ChecklistCatalog) -> SessionRepository:
    """Sessions in the home of the test, on a morning in November."""
    return SessionRepository(checklists, clock=lambda: NOW)


@pytest.fixture
def names(repository: SessionRepository) -> PartiesAndFacts:
    """Two parties of an invented place."""
    agency, district = repository.checklist.parties
    parties = (
        party_from_legal_name(agency, "Lake City Police Department"),
        party_from_legal_name(district, "Lake City Unified School District"),
    )
    return PartiesAndFacts(parties, {"state": "Iowa"})


@pytest.fixture
def begin(repository: SessionRepository, names: PartiesAndFacts) -> Begin:
    def begin(depth: Depth = "essential", /, **answers: str) -> Workspace:
        workspace = repository.start(names, depth=depth)
        session = workspace.session
        for question_id, text in answers.items():
            session = session.with_answer(question_id.replace("_", "-"), Answer(text))
        workspace.store.record(session)
        return workspace

    return begin


@pytest.fixture(autouse=True)
def copied(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What was copied to the clipboard of the system, which tests leave alone."""
    copied: list[str] = []
    monkeypatch.setattr(pyperclip, "copy", copied.append)
    return copied
