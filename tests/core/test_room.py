from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from mou_tui.desk import Desk
from mou_tui.room import Room
from mou_tui.session.session import OPENING, Answer, Party
from mou_tui.session.store import Store
from tests.strategies import EMPTY, SMALL

PARTIES = (Party("agency", short="the Police Department"), Party("district", short="the School District"))


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """A wording on a table between two parties."""
    session = replace(EMPTY, parties=PARTIES).with_answer("alpha", Answer("The SRO shall wait."))
    desk = Desk(SMALL, Store.create(tmp_path / "a.mou.yaml", session))
    yield desk
    desk.store.close()


def test_a_reason_becomes_part_of_the_objection_it_follows(desk: Desk) -> None:
    before, room = desk.session, Room(desk)
    room.positions.take("district", "objects")
    room.positions.give_reason("district", "  the fee ")

    assert desk.answer.positions["district"].reason == "the fee"
    assert [(entry.kind, entry.text) for entry in desk.session.history.entries] == [("position", "the fee")]
    desk.undo()
    assert desk.session == before


@pytest.mark.parametrize("place", ["beta", OPENING])
def test_what_is_taken_down_may_belong_to_another_place_than_the_one_on_the_table(desk: Desk, place: str) -> None:
    Room(desk).minutes.capture("decision", "Settled.", here=False, place=place)
    assert [entry.place for entry in desk.session.history.entries] == [place]
    assert desk.place == "alpha"


def test_an_action_may_belong_to_another_question_or_to_none(desk: Desk) -> None:
    minutes = Room(desk).minutes
    minutes.act("ask", place="beta")
    minutes.act("ask", here=False)
    minutes.act("ask")
    assert [action.question for action in desk.session.actions] == ["beta", "", "alpha"]
