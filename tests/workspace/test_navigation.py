"""The current clause of a workspace, and the way from one to another."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from mou_tui.persistence.local_state import LocalState
from mou_tui.persistence.store import SessionStore
from mou_tui.session.model import OPENING, Answer
from mou_tui.workspace.meetings import Attendance
from mou_tui.workspace.workspace import Workspace
from tests.strategies import EMPTY, SMALL
from tests.workspace.parties import POLICE, SCHOOLS, OpenWorkspace


def test_a_new_session_begins_at_its_first_question(open_workspace: OpenWorkspace) -> None:
    workspace = open_workspace()
    assert workspace.clause_id == "alpha"
    assert workspace.clause_name() == "1.1"
    assert workspace.text == ""


def test_a_session_goes_on_where_one_was(tmp_path: Path) -> None:
    path = tmp_path / "a.mou.yaml"
    first = Workspace(SMALL, SessionStore.create(path, EMPTY))
    first.go("delta")
    first.navigation.cursor = 7
    first.remember_location()
    first.store.close()

    second = Workspace(SMALL, SessionStore.open(path))

    assert (second.clause_id, second.navigation.cursor) == ("delta", 7)
    second.store.close()


def test_the_current_question_can_be_told_from_outside(open_workspace: OpenWorkspace) -> None:
    workspace = open_workspace()
    for place in ("alpha", "delta"):
        workspace.go(place)
        workspace.store.flush()
        assert LocalState(workspace.store.path).edit_location == f"{place}@0"


def test_so_can_the_first_one(open_workspace: OpenWorkspace) -> None:
    workspace = open_workspace()
    workspace.store.flush()
    assert LocalState(workspace.store.path).edit_location == "alpha@0"


@pytest.mark.parametrize(
    "remembered", ["", "no-such-question@3", "beta", "@", "alpha@" + "9" * 5000, "alpha@-1", "alpha@²"]
)
def test_a_place_that_means_nothing_any_more_is_forgotten(tmp_path: Path, remembered: str) -> None:
    path = tmp_path / "a.mou.yaml"
    store = SessionStore.create(path, EMPTY)
    store.ui_state.remember_location(remembered)
    workspace = Workspace(SMALL, store)
    assert (workspace.clause_id, workspace.navigation.cursor) == ("alpha", 0)
    store.close()


def test_a_checklist_without_essential_questions_can_be_opened(open_workspace: OpenWorkspace) -> None:
    (topic, *_) = SMALL.topics
    (_, further) = topic.questions
    workspace = open_workspace(EMPTY, replace(SMALL, topics=(replace(topic, questions=(further,)),)))
    assert workspace.clause_id == OPENING


def test_one_goes_from_question_to_question_and_no_further(open_workspace: OpenWorkspace) -> None:
    workspace = open_workspace()
    seen = [workspace.clause_id]
    while (following := workspace.navigation.neighbor(+1)) is not None:
        workspace.go(following)
        seen.append(following)
    assert seen == ["alpha", "gamma", "delta", "epsilon"]
    workspace.go("alpha")
    before = workspace.navigation.neighbor(-1)
    assert before == OPENING
    workspace.go(before)
    assert workspace.navigation.neighbor(-1) is None
    assert workspace.question is None


def test_from_a_question_that_left_play_one_goes_on_to_the_next(open_workspace: OpenWorkspace) -> None:
    workspace = open_workspace(replace(EMPTY, depth="full"))
    workspace.go("beta")
    workspace.set_depth("essential")
    assert (workspace.navigation.neighbor(-1), workspace.navigation.neighbor(+1)) == ("alpha", "gamma")


def test_places_have_an_order_even_out_of_play(open_workspace: OpenWorkspace) -> None:
    workspace = open_workspace()
    assert sorted(["gone", "zeta", "alpha", OPENING, "beta"], key=workspace.navigation.order) == [
        OPENING,
        "alpha",
        "beta",
        "zeta",
        "gone",
    ]


def test_what_was_prepared_waits_only_for_those_present(open_workspace: OpenWorkspace) -> None:
    workspace = open_workspace(replace(EMPTY.with_answer("alpha", Answer("Words.")), parties=(POLICE, SCHOOLS)))
    assert [item.id for item in workspace.positions.prepared()] == ["alpha"]
    workspace.meetings.begin([Attendance("agency", is_present=True)])
    workspace.positions.confirm_prepared(["alpha"])
    assert list(workspace.session.answer("alpha").positions) == ["agency"]
    assert workspace.positions.prepared() == ()
