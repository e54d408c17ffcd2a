"""Every action through the workspace can be undone and redone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mou_tui.session.codec import decode
from mou_tui.session.history import History
from mou_tui.session.model import OPENING, Answer, Session
from mou_tui.workspace.workspace import Workspace
from tests.examples import examples
from tests.workspace.driver import ANN, PAT, POLICE, WorkspaceDriver


def _unlocked(driver: WorkspaceDriver) -> Workspace:
    """Unlock the current clause; return the workspace."""
    driver.workspace.locks.unlock(driver.workspace.clause_id)
    return driver.workspace


def take_first_example(driver: WorkspaceDriver) -> None:
    if driver.workspace.question:
        example = driver.workspace.question.examples[0]
        _unlocked(driver).answers.insert_example(example, driver.workspace.answers.example_text(example))


Act = Callable[[WorkspaceDriver], object]
ACTS: dict[str, Act] = {
    "begin": lambda driver: driver.begin("agency", people=(PAT, ANN)),
    "go on": lambda driver: driver.workspace.meetings.go_on(),
    "attend": lambda driver: driver.workspace.meetings.attend(driver.workspace.meetings.attendance()),
    "end": lambda driver: driver.workspace.meetings.end(),
    "agree": lambda driver: driver.workspace.positions.take("agency", "agrees"),
    "object": lambda driver: driver.workspace.positions.take("district", "objects", "the fee"),
    "check": lambda driver: driver.workspace.positions.take("parents", "must-check", "", "the board", "Friday"),
    "forget": lambda driver: driver.workspace.positions.forget("agency"),
    "all": lambda driver: driver.workspace.positions.all_can_live_with(),
    "confirm": lambda driver: driver.workspace.positions.confirm_prepared(["alpha", "gamma"]),
    "propose": lambda driver: driver.workspace.positions.propose("district", "Never."),
    "withdraw": lambda driver: driver.workspace.positions.propose("district", ""),
    "choose": lambda driver: driver.workspace.positions.choose(
        "district" if driver.workspace.answer.alternatives else ""
    ),
    "decide": lambda driver: driver.workspace.minutes.capture("decision", "We wait."),
    "note": lambda driver: driver.workspace.minutes.capture("note", "We talked.", here=False),
    "act": lambda driver: driver.workspace.minutes.act("ask", "Pat", "Friday"),
    "finish": lambda driver: driver.workspace.minutes.finish(
        next((action.id for action in driver.session.actions), "")
    ),
    "mark": lambda driver: driver.workspace.minutes.mark("First reading"),
    "restore": lambda driver: _unlocked(driver).minutes.restore(driver.workspace.clause_id, "As it was."),
    "restore opening": lambda driver: driver.workspace.minutes.restore(OPENING, "As it was."),
    "set aside": lambda driver: driver.workspace.answers.mark_not_applicable("no cameras"),
    "bring back": lambda driver: driver.workspace.answers.mark_applicable(),
    "put off": lambda driver: driver.workspace.answers.defer("counsel", "Friday"),
    "take up": lambda driver: driver.workspace.answers.resume(),
    "clear": lambda driver: _unlocked(driver).answers.clear(),
    "adopt": lambda driver: driver.workspace.answers.accept_example(),
    "depth": lambda driver: driver.workspace.set_depth("full"),
    "names": lambda driver: driver.workspace.parties.update(
        (replace(POLICE, name="Lake Police"),), {"start-date": "July 1, 2027"}
    ),
}
"""Everything that is one step."""


TYPING: dict[str, Act] = {
    "write": lambda driver: _unlocked(driver).answers.write("The SRO waits [start date]."),
    "write more": lambda driver: _unlocked(driver).answers.write(f"{driver.workspace.answer.text} And waits."),
    "write nothing": lambda driver: _unlocked(driver).answers.write(""),
    "take": take_first_example,
    "go on to gamma": lambda driver: driver.workspace.go("gamma"),
    "go to alpha": lambda driver: driver.workspace.go("alpha"),
    "time goes by": lambda driver: driver.clock.wait(minutes=7),
}
"""What happens besides, and is no step."""


@pytest.mark.parametrize("action", ACTS)
def test_a_step_taken_back_leaves_no_trace(driver: WorkspaceDriver, action: str) -> None:
    driver.begin("agency", "district", people=(PAT,))
    driver.workspace.minutes.act("call", "Lee")
    driver.workspace.answers.write("The SRO waits.")
    driver.workspace.positions.take("agency", "agrees")
    driver.workspace.positions.propose("district", "Seldom.")
    driver.workspace.locks.unlock(driver.workspace.clause_id)
    driver.workspace.answers.write("The SRO waits, and this was typed last.")
    driver.workspace.history.log_wordings()
    before = driver.session
    ACTS[action](driver)
    if driver.session == before:
        assert action in ("go on", "attend", "bring back", "take up", "adopt", "all"), "a act that does nothing"
        return
    driver.clock.wait(minutes=1)
    driver.workspace.undo()
    assert driver.session == before


def test_a_slip_taken_back_after_more_was_noted_is_told_nowhere(driver: WorkspaceDriver) -> None:
    driver.workspace.answers.write("First.")
    driver.begin("agency", "district")
    driver.workspace.positions.take("agency", "objects", "a slip")
    driver.workspace.minutes.capture("decision", "A wrong decision.")
    driver.workspace.go("gamma")
    driver.workspace.answers.write("Of gamma.")
    driver.workspace.history.log_wordings()
    assert driver.undo_message() == "Took back typing in 2.1."
    assert driver.undo_message() == "Took back the decision."
    assert driver.undo_message() == "Took back the position of the Police Department on 1.1."
    assert {entry.kind for entry in driver.entries} == {"wording"}
    assert driver.workspace.session.answer("alpha").positions == {}


def test_a_meeting_in_which_something_was_noted_stays(driver: WorkspaceDriver) -> None:
    driver.workspace.answers.write("First.")
    driver.begin("agency", "district")
    driver.workspace.answers.write("Second.")
    driver.workspace.history.log_wordings()
    assert driver.undo_message() == "Took back typing in 1.1."
    before = driver.session
    for _ in range(2):
        assert driver.undo_message() == "Beginning the meeting stays: something was noted in it since."
    assert driver.session == before


def test_a_step_of_which_nothing_comes_back_says_so(driver: WorkspaceDriver) -> None:
    driver.workspace.answers.write("First.")
    driver.workspace.history.log_wordings()
    driver.workspace.minutes.restore("alpha", "Second.")
    driver.workspace.store.record(driver.session.with_answer("alpha", Answer("Third.")))
    assert driver.undo_message() == "Bringing an earlier wording back stays: it was changed since."
    assert driver.workspace.text == "Third."


def test_what_is_taken_back_after_more_was_noted_is_told_in_the_history(driver: WorkspaceDriver) -> None:
    driver.workspace.answers.write("First.")
    driver.workspace.history.log_wordings()
    driver.workspace.minutes.restore("alpha", "Second.")
    driver.workspace.go("gamma")
    driver.workspace.answers.write("Of gamma.")
    driver.workspace.history.log_wordings()
    driver.workspace.undo()
    driver.workspace.undo()
    driver.workspace.history.log_wordings()
    assert [(entry.place, entry.text) for entry in driver.entries] == [
        *(("alpha", "First."), ("alpha", "Second."), ("gamma", "Of gamma."), ("alpha", "First."), ("gamma", "")),
    ]


@examples(13)
@given(st.data())
def test_after_anything_that_may_happen_a_step_taken_back_leaves_no_trace(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    driver = WorkspaceDriver(tmp_path_factory.mktemp("driver"))
    for name in data.draw(st.lists(st.sampled_from([*ACTS, *TYPING]), max_size=12)):
        {**ACTS, **TYPING}[name](driver)
    driver.workspace.history.log_wordings()
    before = driver.session
    ACTS[data.draw(st.sampled_from(sorted(ACTS)))](driver)
    if driver.session != before:
        driver.workspace.undo()
    assert driver.session == before
    driver.workspace.store.close()
    assert decode(driver.workspace.store.path.read_bytes(), "a.mou.yaml").session == before


def without_wordings(session: Session) -> Session:
    """A session with a history that does not tell how a clause once read; that is never forgotten."""
    others = (entry for entry in session.history.added if entry.kind != "wording")
    return replace(session, history=History(session.history.past, tuple(others)))


@examples(13)
@given(st.lists(st.sampled_from([*ACTS, *TYPING]), max_size=15))
def test_every_step_is_taken_back_and_done_again_one_after_another(
    tmp_path_factory: pytest.TempPathFactory, names: list[str]
) -> None:
    driver = WorkspaceDriver(tmp_path_factory.mktemp("driver"))
    states = [without_wordings(driver.session)]
    for name in names:
        {**ACTS, **TYPING}[name](driver)
        if (state := without_wordings(driver.session)) != states[-1]:
            states.append(state)
        # What ended a meeting or named a milestone has closed what came before it.
        del states[: -len(driver.workspace.undo_stack) - 1]
    for before in reversed(states[:-1]):
        if not driver.undo_message().endswith("something was noted in it since."):
            assert without_wordings(driver.session) == before
    while driver.workspace.redo():
        pass
    assert without_wordings(driver.session) == states[-1]
    driver.workspace.store.close()
