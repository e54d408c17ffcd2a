"""What the history tells of the wordings: each once, and none forgotten, whatever was taken back or recovered."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from mou_tui.session.history import Entry, History
from mou_tui.session.model import Answer, Session
from tests.workspace.test_room import NAMED, InterviewApp

Sit = Callable[[Session], InterviewApp]


@pytest.fixture
def sit(tmp_path: Path) -> Iterator[Sit]:
    """Sit down with a session; at the end everybody leaves."""
    sittings: list[InterviewApp] = []

    def sit_down(session: Session = NAMED) -> InterviewApp:
        sittings.append(InterviewApp(tmp_path, session))
        return sittings[-1]

    yield sit_down
    for one in sittings:
        one.workspace.close()


def wordings(open_interview: InterviewApp) -> list[str]:
    """Every wording the history tells, oldest first."""
    return [entry.text for entry in open_interview.told if entry.kind == "wording"]


def test_what_was_typed_before_a_step_that_is_taken_back_is_not_forgotten(sit: Sit) -> None:
    open_interview = sit(NAMED)
    open_interview.workspace.answers.write("Typed.")
    with open_interview.workspace.undo_group("a change"):
        open_interview.workspace.answers.write("Changed.")
    open_interview.workspace.undo()
    open_interview.workspace.history.log_wordings()
    assert open_interview.workspace.text == "Typed."
    assert wordings(open_interview) == ["Typed."]


def test_a_position_that_is_taken_back_leaves_the_history_and_the_wordings_around_it_stay(sit: Sit) -> None:
    open_interview = sit(NAMED)
    open_interview.workspace.answers.write("Typed.")
    open_interview.workspace.positions.take("agency", "objects", "the fee")
    open_interview.workspace.answers.write("Typed since.")
    open_interview.workspace.history.log_wordings()
    open_interview.workspace.undo()
    open_interview.workspace.undo()
    assert not open_interview.workspace.answer.positions
    open_interview.workspace.history.log_wordings()
    assert [(entry.kind, entry.text) for entry in open_interview.told] == [
        *(("wording", "Typed."), ("wording", "Typed since."), ("wording", "Typed.")),
    ]


def test_a_choice_stays_in_the_history_while_what_was_typed_after_it_is_taken_back(sit: Sit) -> None:
    open_interview = sit(NAMED)
    open_interview.workspace.answers.write("Typed.")
    open_interview.workspace.positions.propose("agency", "Another.")
    open_interview.workspace.positions.choose("agency")
    open_interview.workspace.answers.write("Another, better.")
    open_interview.workspace.undo()
    assert open_interview.workspace.text == "Another."
    assert "choice" in [entry.kind for entry in open_interview.told]
    open_interview.workspace.undo()
    assert open_interview.workspace.text == "Typed."
    assert "choice" not in [entry.kind for entry in open_interview.told]
    assert wordings(open_interview) == ["Typed."]


def test_words_accepted_from_the_recovery_copy_are_told_once(sit: Sit) -> None:
    open_interview = sit(NAMED)
    told = History(added=(Entry("2026-11-25 10:42", "wording", "alpha", text="Noted before the computer stopped."),))
    open_interview.workspace.store.record(
        replace(NAMED.with_answer("alpha", Answer("Noted before the computer stopped.")), history=told)
    )
    open_interview.workspace.history.log_wordings()
    assert wordings(open_interview) == ["Noted before the computer stopped."]


def test_a_wording_changed_in_the_file_by_hand_is_told_once_it_is_changed_again(sit: Sit) -> None:
    told = History(added=(Entry("2026-11-25 10:42", "wording", "alpha", text="Noted."),))
    open_interview = sit(replace(NAMED.with_answer("alpha", Answer("By hand.")), history=told))
    open_interview.workspace.go("alpha")
    open_interview.workspace.answers.write("Changed again.")
    open_interview.workspace.history.log_wordings()
    assert wordings(open_interview) == ["Noted.", "By hand.", "Changed again."]
