from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from datetime import datetime
from itertools import count
from pathlib import Path

import pytest

from mou_tui.cabinet import Cabinet
from mou_tui.checklist.checklist import Depth
from mou_tui.desk import Desk
from mou_tui.names import Names, named
from mou_tui.reading import Checklists
from mou_tui.session.session import Answer

NOW = datetime(2026, 11, 14, 10, 42)

Editor = Callable[[str], None]
"""Makes the person's own editor of a few lines of Python, which find the file in `sys.argv[1]`."""

Begin = Callable[..., Desk]
"""Starts a session with answers, and gives its desk."""


@pytest.fixture
def editor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Editor:
    def make(code: str) -> None:
        script = tmp_path / "editor.py"
        script.write_text(code)
        monkeypatch.setenv("VISUAL", f"{sys.executable} {script}")

    return make


@pytest.fixture(scope="session")
def checklists() -> Checklists:
    """The checklists, read once for all tests."""
    return Checklists()


@pytest.fixture
def cabinet(checklists: Checklists) -> Cabinet:
    """Sessions in the home of the test, on a morning in November."""
    ids = count(1)
    return Cabinet(checklists, clock=lambda: NOW, new_id=lambda: f"id-{next(ids)}")


@pytest.fixture
def begin(cabinet: Cabinet) -> Iterator[Begin]:
    agency, district = cabinet.checklist.parties
    parties = named(agency, "Lake City Police Department"), named(district, "Lake City Unified School District")
    desks: list[Desk] = []

    def begin(depth: Depth = "essential", **answers: str) -> Desk:
        desk = cabinet.start(Names(parties, {"state": "Iowa"}), depth=depth)
        session = desk.session
        for question_id, text in answers.items():
            session = session.with_answer(question_id.replace("_", "-"), Answer(text))
        desk.store.record(session)
        desk.settle()
        desks.append(desk)
        return desk

    yield begin
    for desk in desks:
        desk.store.close()
