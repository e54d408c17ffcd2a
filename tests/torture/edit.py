"""Somebody edits at random: no sequence ends the program, and the words are the same on the screen and on the disk.

Run by hand from the top folder: `python -m tests.torture.edit [SEQUENCES] [STEPS] [SEED]`. Each sequence is one run
of the real program on a screen of its own: pastes, typing, undo, redo, cuts, moves, examples, blanks, other sizes,
leaving and coming back, positions, steps of a meeting. After each step the editor, the rows on the screen, the session,
the file and the recovery copy must hold the same words. Prints how many sequences were played; exits 1 at the first
that fails, with all that led to it.
"""

from __future__ import annotations

import os
import sys
import tempfile
from datetime import datetime

from hypothesis import HealthCheck, Phase, seed, settings
from hypothesis.stateful import run_state_machine_as_test

from mou_tui.session.model import Answer
from mou_tui.workspace.parties import PartiesAndFacts, party_from_legal_name
from mou_tui.workspace.repository import SessionRepository
from mou_tui.workspace.session_reader import ChecklistCatalog
from mou_tui.workspace.workspace import Workspace
from tests.tui.editing import Editing
from tests.tui.interview_app import open_interview

NOW = datetime(2026, 11, 14, 10, 42)


def main(sequences: int = 2000, steps: int = 12, first: int = 0) -> int:
    """Play the sequences."""
    with tempfile.TemporaryDirectory() as home:
        os.environ["MOU_TUI_HOME"] = home
        repository = SessionRepository(ChecklistCatalog(), clock=lambda: NOW)
        played = 0

        class Somebody(Editing):
            """Sits down before a session of its own."""

            def __init__(self) -> None:
                nonlocal played
                super().__init__(lambda: open_interview(repository, _begin(repository)))
                played += 1
                if played % 20 == 0:
                    print(f"{played} sequences", flush=True)

        run = settings(
            max_examples=sequences,
            stateful_step_count=steps,
            phases=[Phase.generate],
            deadline=None,
            database=None,
            suppress_health_check=list(HealthCheck),
        )
        try:
            # The last Hypothesis for Python 3.10 declares no types for it.
            run_state_machine_as_test(seed(first)(Somebody), settings=run)  # type: ignore[no-untyped-call, unused-ignore]
        finally:
            print(f"{played} sequences of up to {steps} steps")
    return 0


def _begin(repository: SessionRepository) -> Workspace:
    agency, district = repository.checklist.parties
    parties = (
        party_from_legal_name(agency, "Lake City Police Department"),
        party_from_legal_name(district, "Lake City Unified School District"),
    )
    workspace = repository.start(PartiesAndFacts(parties, {"state": "Iowa"}))
    workspace.store.record(workspace.session.with_answer("purpose", Answer("Within [number] days.")))
    return workspace


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
