"""A clause that parties support is changed by nothing that a front end calls, until it is unlocked."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from mou_tui.errors import Locked
from mou_tui.workspace.workspace import Workspace
from tests.workspace.driver import WorkspaceDriver

TEXT = "The SRO waits."

CHANGES: dict[str, Callable[[Workspace], object]] = {
    "write": lambda workspace: workspace.answers.write("Changed."),
    "write as typed": lambda workspace: workspace.answers.write_typed("Changed.", group=1, cursor=0),
    "example": lambda workspace: workspace.answers.insert_example(
        workspace.checklist.question("alpha").examples[0], "Changed."
    ),
    "clear": lambda workspace: workspace.answers.clear(),
    "rewrite": lambda workspace: workspace.answers.rewrite("Changed.", "joining lines"),
    "restore": lambda workspace: workspace.minutes.restore("alpha", "Changed."),
}


@pytest.fixture
def workspace(driver: WorkspaceDriver) -> Workspace:
    workspace = driver.workspace
    workspace.go("alpha")
    workspace.answers.write(TEXT)
    workspace.positions.take("agency", "can-live-with")
    return workspace


@pytest.mark.parametrize("change", CHANGES)
def test_a_locked_clause_is_not_changed(workspace: Workspace, change: str) -> None:
    before = workspace.session
    with pytest.raises(Locked, match="can live with it, as it is worded; nothing was changed"):
        CHANGES[change](workspace)
    assert workspace.session == before


@pytest.mark.parametrize("change", CHANGES)
def test_an_unlocked_one_is_and_stays_so_until_a_new_position(workspace: Workspace, change: str) -> None:
    workspace.locks.unlock("alpha")
    CHANGES[change](workspace)
    assert workspace.answer.text != TEXT
    workspace.answers.write(TEXT)
    workspace.answers.write("And again.")
    workspace.positions.take("agency", "agrees")
    with pytest.raises(Locked):
        workspace.answers.write(TEXT)


def test_what_leaves_the_words_as_they_are_is_no_change(workspace: Workspace) -> None:
    workspace.answers.write(TEXT)
    workspace.answers.write_typed(TEXT, group=1, cursor=3)
    workspace.answers.rewrite(TEXT, "joining lines")
    workspace.answers.set_points(())
    workspace.minutes.restore("alpha", TEXT)
    assert workspace.answer.text == TEXT


def test_undo_and_redo_pass(workspace: Workspace) -> None:
    workspace.undo()
    workspace.undo()
    assert workspace.answer.text == ""
    workspace.redo()
    workspace.redo()
    assert workspace.answer.text == TEXT and workspace.locks.holders("alpha")
