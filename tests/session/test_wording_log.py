"""What the history tells of the wordings: each once, and none forgotten, whatever was taken back or recovered."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from mou_tui.session.history import Entry, History
from mou_tui.session.model import Answer, Session
from tests.workspace.driver import NAMED, WorkspaceDriver

OpenDriver = Callable[[Session], WorkspaceDriver]


@pytest.fixture
def open_driver(tmp_path: Path) -> Iterator[OpenDriver]:
    """Open sessions, and close them at the end."""
    opened: list[WorkspaceDriver] = []

    def open_one(session: Session = NAMED) -> WorkspaceDriver:
        opened.append(WorkspaceDriver(tmp_path, session))
        return opened[-1]

    yield open_one
    for driver in opened:
        driver.workspace.close()


def wordings(driver: WorkspaceDriver) -> list[str]:
    """Every wording the history tells, oldest first."""
    return [entry.text for entry in driver.entries if entry.kind == "wording"]


def test_what_was_typed_before_a_step_that_is_taken_back_is_not_forgotten(open_driver: OpenDriver) -> None:
    driver = open_driver(NAMED)
    driver.workspace.answers.write("Typed.")
    with driver.workspace.undo_group("a change"):
        driver.workspace.answers.write("Changed.")
    driver.workspace.undo()
    driver.workspace.history.log_wordings()
    assert driver.workspace.text == "Typed."
    assert wordings(driver) == ["Typed."]


def test_a_position_that_is_taken_back_leaves_the_history_and_the_wordings_around_it_stay(
    open_driver: OpenDriver,
) -> None:
    driver = open_driver(NAMED)
    driver.workspace.answers.write("Typed.")
    driver.workspace.positions.take("agency", "objects", "the fee")
    driver.workspace.answers.write("Typed since.")
    driver.workspace.history.log_wordings()
    driver.workspace.undo()
    driver.workspace.undo()
    assert not driver.workspace.answer.positions
    driver.workspace.history.log_wordings()
    assert [(entry.kind, entry.text) for entry in driver.entries] == [
        *(("wording", "Typed."), ("wording", "Typed since."), ("wording", "Typed.")),
    ]


def test_a_choice_stays_in_the_history_while_what_was_typed_after_it_is_taken_back(open_driver: OpenDriver) -> None:
    driver = open_driver(NAMED)
    driver.workspace.answers.write("Typed.")
    driver.workspace.positions.propose("agency", "Another.")
    driver.workspace.positions.choose("agency")
    driver.workspace.answers.write("Another, better.")
    driver.workspace.undo()
    assert driver.workspace.text == "Another."
    assert "choice" in [entry.kind for entry in driver.entries]
    driver.workspace.undo()
    assert driver.workspace.text == "Typed."
    assert "choice" not in [entry.kind for entry in driver.entries]
    assert wordings(driver) == ["Typed."]


def test_words_accepted_from_the_recovery_copy_are_told_once(open_driver: OpenDriver) -> None:
    driver = open_driver(NAMED)
    history = History(added=(Entry("2026-11-25 10:42", "wording", "alpha", text="Noted before the computer stopped."),))
    driver.workspace.store.record(
        replace(NAMED.with_answer("alpha", Answer("Noted before the computer stopped.")), history=history)
    )
    driver.workspace.history.log_wordings()
    assert wordings(driver) == ["Noted before the computer stopped."]


def test_a_wording_changed_in_the_file_by_hand_is_told_once_it_is_changed_again(open_driver: OpenDriver) -> None:
    history = History(added=(Entry("2026-11-25 10:42", "wording", "alpha", text="Noted."),))
    driver = open_driver(replace(NAMED.with_answer("alpha", Answer("By hand.")), history=history))
    driver.workspace.go("alpha")
    driver.workspace.answers.write("Changed again.")
    driver.workspace.history.log_wordings()
    assert wordings(driver) == ["Noted.", "By hand.", "Changed again."]
