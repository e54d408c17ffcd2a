from __future__ import annotations

from datetime import datetime
from typing import Protocol

import pyperclip
import pytest

from mou_tui.cabinet import Cabinet
from mou_tui.checklist.checklist import Depth
from mou_tui.desk import Desk
from mou_tui.names import Names, named
from mou_tui.reading import Checklists
from mou_tui.session.session import Answer

NOW = datetime(2026, 11, 14, 10, 42)


class Begin(Protocol):
    """Starts a session with answers, and gives its desk."""

    def __call__(self, depth: Depth = "essential", /, **answers: str) -> Desk: ...


@pytest.fixture(scope="session")
def checklists() -> Checklists:
    """The checklists, read once for all tests."""
    return Checklists()


@pytest.fixture
def cabinet(checklists: Checklists) -> Cabinet:
    """Sessions in the home of the test, on a morning in November."""
    return Cabinet(checklists, clock=lambda: NOW)


@pytest.fixture
def names(cabinet: Cabinet) -> Names:
    """Two parties of an invented place."""
    agency, district = cabinet.checklist.parties
    parties = named(agency, "Lake City Police Department"), named(district, "Lake City Unified School District")
    return Names(parties, {"state": "Iowa"})


@pytest.fixture
def begin(cabinet: Cabinet, names: Names) -> Begin:
    def begin(depth: Depth = "essential", /, **answers: str) -> Desk:
        desk = cabinet.start(names, depth=depth)
        session = desk.session
        for question_id, text in answers.items():
            session = session.with_answer(question_id.replace("_", "-"), Answer(text))
        desk.store.record(session)
        return desk

    return begin


@pytest.fixture(autouse=True)
def copied(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What was copied to the clipboard of the system, which tests leave alone."""
    copied: list[str] = []
    monkeypatch.setattr(pyperclip, "copy", copied.append)
    return copied
