from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from mou_tui.checklist.model import Checklist
from mou_tui.exchange.cues import CueBook, load_cues
from mou_tui.exchange.document import Document
from mou_tui.exchange.matching import Matcher
from mou_tui.exchange.reader import parse
from mou_tui.workspace.parties import PartiesAndFacts
from mou_tui.workspace.repository import SessionRepository
from mou_tui.workspace.revision import Revision
from mou_tui.workspace.session_reader import ChecklistCatalog

TEXT = """SRO AGREEMENT

1. Purpose. The purpose of this agreement is to keep the schools safe and to build trust.

2. Chain of Command. SROs shall remain employees of the City. The principal may request services.

3. Costs. The District shall reimburse the City for fifty percent of the salary.

The ferry to the island leaves at nine.

4. Notices. Notices shall be in writing and mailed to the Clerk.
"""


@pytest.fixture(scope="session")
def cue_book(sro: Checklist) -> CueBook:
    """The cues that come with the checklist."""
    return load_cues(sro, "sro")


@pytest.fixture(scope="session")
def matcher(sro: Checklist, cue_book: CueBook) -> Matcher:
    """Matches against the checklist that comes with the program."""
    return Matcher(sro, cue_book)


@pytest.fixture
def old() -> Document:
    """A short earlier agreement."""
    return parse(TEXT.encode(), "old.txt")


@pytest.fixture
def going_through(tmp_path: Path, cue_book: CueBook, old: Document) -> Iterator[Revision]:
    """An open session that revises it, with nothing confirmed yet."""
    ids = (f"{number:08x}" for number in range(100))
    repository = SessionRepository(
        ChecklistCatalog(), clock=lambda: datetime(2026, 11, 25, 10, 42), new_id=lambda: next(ids)
    )
    workspace = repository.start(PartiesAndFacts((), {}), path=tmp_path / "new.mou.yaml", depth="full")
    made = Revision(workspace, cue_book)
    assert made.read_in(old)
    yield made
    workspace.close()
