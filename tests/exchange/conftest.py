from __future__ import annotations

import pytest

from mou_tui.checklist.model import Checklist
from mou_tui.exchange.cues import CueBook, load_cues
from mou_tui.exchange.matching import Matcher


@pytest.fixture(scope="session")
def cue_book(sro: Checklist) -> CueBook:
    """The cues that come with the checklist."""
    return load_cues(sro, "sro")


@pytest.fixture(scope="session")
def matcher(sro: Checklist, cue_book: CueBook) -> Matcher:
    """Matches against the checklist that comes with the program."""
    return Matcher(sro, cue_book)
