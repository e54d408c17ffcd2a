"""What the history tells of the wordings: each once, and none forgotten, whatever was taken back or recovered."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from mou_tui.session.history import Entry, History
from mou_tui.session.session import Answer, Session
from tests.core.test_room import NAMED, Sitting

Sit = Callable[[Session], Sitting]


@pytest.fixture
def sit(tmp_path: Path) -> Iterator[Sit]:
    """Sit down with a session; at the end everybody leaves."""
    sittings: list[Sitting] = []

    def sit_down(session: Session = NAMED) -> Sitting:
        sittings.append(Sitting(tmp_path, session))
        return sittings[-1]

    yield sit_down
    for one in sittings:
        one.desk.leave()


def wordings(sitting: Sitting) -> list[str]:
    """Every wording the history tells, oldest first."""
    return [entry.text for entry in sitting.told if entry.kind == "wording"]


def test_what_was_typed_before_a_step_that_is_taken_back_is_not_forgotten(sit: Sit) -> None:
    sitting = sit(NAMED)
    sitting.desk.write("Typed.")
    with sitting.desk.as_one_step("a change"):
        sitting.desk.write("Changed.")
    sitting.desk.undo()
    sitting.desk.settle()
    assert sitting.desk.wording == "Typed."
    assert wordings(sitting) == ["Typed."]


def test_a_position_that_is_taken_back_leaves_the_history_and_the_wordings_around_it_stay(sit: Sit) -> None:
    sitting = sit(NAMED)
    sitting.desk.write("Typed.")
    sitting.room.positions.take("agency", "objects", "the fee")
    sitting.desk.write("Typed since.")
    sitting.desk.settle()
    sitting.desk.undo()
    sitting.desk.undo()
    assert not sitting.desk.answer.positions
    sitting.desk.settle()
    assert [(entry.kind, entry.text) for entry in sitting.told] == [
        *(("wording", "Typed."), ("wording", "Typed since."), ("wording", "Typed.")),
    ]


def test_a_choice_stays_in_the_history_while_what_was_typed_after_it_is_taken_back(sit: Sit) -> None:
    sitting = sit(NAMED)
    sitting.desk.write("Typed.")
    sitting.room.positions.propose("agency", "Another.")
    sitting.room.positions.choose("agency")
    sitting.desk.write("Another, better.")
    sitting.desk.undo()
    assert sitting.desk.wording == "Another."
    assert "choice" in [entry.kind for entry in sitting.told]
    sitting.desk.undo()
    assert sitting.desk.wording == "Typed."
    assert "choice" not in [entry.kind for entry in sitting.told]
    assert wordings(sitting) == ["Typed."]


def test_words_accepted_from_the_recovery_copy_are_told_once(sit: Sit) -> None:
    sitting = sit(NAMED)
    told = History(added=(Entry("2026-11-25 10:42", "wording", "alpha", text="Noted before the computer stopped."),))
    sitting.desk.store.record(
        replace(NAMED.with_answer("alpha", Answer("Noted before the computer stopped.")), history=told)
    )
    sitting.desk.settle()
    assert wordings(sitting) == ["Noted before the computer stopped."]


def test_a_wording_changed_in_the_file_by_hand_is_told_once_it_is_changed_again(sit: Sit) -> None:
    told = History(added=(Entry("2026-11-25 10:42", "wording", "alpha", text="Noted."),))
    sitting = sit(replace(NAMED.with_answer("alpha", Answer("By hand.")), history=told))
    sitting.desk.go("alpha")
    sitting.desk.write("Changed again.")
    sitting.desk.settle()
    assert wordings(sitting) == ["Noted.", "By hand.", "Changed again."]
