"""No sequence of edits ends the program, and what is on the screen, in the session and on the disk stays the same."""

from __future__ import annotations

from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import run_state_machine_as_test

from mou_tui.workspace.repository import SessionRepository
from tests.tui.conftest import Begin
from tests.tui.editing import Editing
from tests.tui.interview_app import open_interview


def test_any_edits_in_any_order(repository: SessionRepository, begin: Begin) -> None:
    class Somebody(Editing):
        """Sits down before a session of this test."""

        def __init__(self) -> None:
            super().__init__(lambda: open_interview(repository, begin(purpose="Within [number] days.")))

    # The last Hypothesis for Python 3.10 declares no types for it.
    run_state_machine_as_test(  # type: ignore[no-untyped-call, unused-ignore]
        Somebody,
        settings=settings(
            max_examples=4,
            stateful_step_count=12,
            derandomize=True,
            # A sequence takes a second, and finding a shorter one that fails as well takes hundreds.
            phases=[Phase.generate],
            suppress_health_check=list(HealthCheck),
        ),
    )
