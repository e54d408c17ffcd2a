"""The full-screen program with a clock that is set from outside, and ids that can be foretold.

    python -m tests.tui.at_a_time CLOCK ID FILE

CLOCK is a file with the time on one line (`2027-01-13 18:00`), read whenever the program wants to know it, so replace
it as a whole. ID is the number of the first id it gives (`s001`). FILE is opened; where it is not there yet, it is
started, and the parties are asked for.
"""

from __future__ import annotations

import sys
from datetime import datetime
from itertools import count
from pathlib import Path

from mou_tui.tui.app import run
from mou_tui.workspace.parties import PartiesAndFacts, party_from_legal_name
from mou_tui.workspace.repository import SessionRepository
from mou_tui.workspace.session_reader import ChecklistCatalog

if __name__ == "__main__":
    clock, first, file = Path(sys.argv[1]), int(sys.argv[2]), Path(sys.argv[3])
    ids = count(first)
    repository = SessionRepository(
        ChecklistCatalog(),
        lambda: datetime.strptime(clock.read_text("utf-8").strip(), "%Y-%m-%d %H:%M"),
        lambda: f"s{next(ids):03d}",
    )
    is_new = not file.exists()
    parties = tuple(party_from_legal_name(role, "") for role in repository.checklist.parties)
    workspace = repository.start(PartiesAndFacts(parties), path=file) if is_new else repository.open(file)
    code, words = run(repository, workspace, ask_names=is_new)
    print(words)
    sys.exit(code)
