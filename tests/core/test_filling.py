from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given

from mou_tui.draft.blanks import blanks_of, fill_everywhere
from mou_tui.draft.completeness import state_of
from mou_tui.draft.fillins import FillIn, fill_ins, twins
from mou_tui.room import Room
from mou_tui.session.codec import decode, encode
from mou_tui.session.meeting import Position
from mou_tui.session.session import OPENING, Answer, Party, Session
from mou_tui.session.store import Store
from mou_tui.table import Table
from tests.strategies import EMPTY, SMALL, sessions

POLICE = Party("agency", "police", "Lake City Police", "the Police Department", "the Chief of Police")
SCHOOLS = Party("district", "district", "Lake City USD", "the School District", "the Superintendent")
NAMED = replace(EMPTY, parties=(POLICE, SCHOOLS), facts={"state": "Ohio", "start-date": "July 1"})
SAID = replace(
    NAMED,
    answers={
        "alpha": Answer("Wait [number] days, or [Number] hours, and $XX."),
        "gamma": Answer("In [number] weeks [school district] acts."),
        "delta": Answer("[Number] of them.", not_applicable="not ours"),
    },
)

Sit = Callable[..., tuple[Table, Room]]


@pytest.fixture
def sit(tmp_path: Path) -> Iterator[Sit]:
    """Puts a session on a table in a room."""
    tables: list[Table] = []

    def sit(session: Session) -> tuple[Table, Room]:
        tables.append(Table(SMALL, Store.create(tmp_path / f"{len(tables)}.mou.yaml", session)))
        return tables[-1], Room(tables[-1])

    yield sit
    for table in tables:
        table.store.close()


def one(room: Room, place: str, text: str) -> FillIn:
    return next(found for found in room.filling.blanks if (found.place, found.blank.text) == (place, text))


def test_every_blank_is_listed_in_the_order_of_the_draft_and_none_of_what_does_not_apply() -> None:
    found = [(one.where, one.blank.text) for one in fill_ins(SMALL, replace(SAID, facts={}))]
    assert found == [
        ("the opening", "[start date]"),
        ("1.1", "[number]"),
        ("1.1", "[Number]"),
        ("1.1", "$XX"),
        ("2.1", "[number]"),
        ("2.1", "[school district]"),
    ]


def test_one_blank_is_filled_alone_and_begins_as_it_did(sit: Sit) -> None:
    table, room = sit(SAID)
    assert room.filling.fill([one(room, "alpha", "[Number]")], " three ") == 1
    assert table.session.answer("alpha").text == "Wait [number] days, or Three hours, and $XX."
    taken_back = table.undo()
    assert taken_back is not None
    assert taken_back.step.label == "filling [Number] in 1.1"
    assert table.session == SAID


def test_blanks_with_the_same_text_are_offered_and_filled_along_as_one_step(sit: Sit) -> None:
    table, room = sit(SAID)
    chosen = one(room, "alpha", "[number]")
    offered = room.filling.twins(chosen)
    assert [(twin.place, twin.blank.text) for twin in offered] == [("alpha", "[Number]"), ("gamma", "[number]")]

    assert room.filling.fill([chosen, *offered], "three") == 3
    assert table.session.answer("alpha").text == "Wait three days, or Three hours, and $XX."
    assert table.session.answer("gamma").text == "In three weeks [school district] acts."
    table.undo()
    assert table.session == SAID


def test_no_words_fill_nothing_and_neither_does_a_blank_that_is_gone(sit: Sit) -> None:
    table, room = sit(SAID)
    chosen = one(room, "alpha", "[number]")
    assert room.filling.fill([chosen], "  ") == 0
    table.store.record(table.session.with_answer("alpha", Answer("Other words.")))
    assert room.filling.fill([chosen], "three") == 0
    assert table.undo() is None
    assert table.session.answer("alpha").text == "Other words."


def test_filling_leaves_an_example_the_rooms_own_as_typing_does(sit: Sit) -> None:
    answer = Answer().take("long", "Wait [number] days.", offered="Wait [number] days.")
    table, room = sit(EMPTY.with_answer("alpha", answer))
    room.filling.fill([one(room, "alpha", "[number]")], "3")
    assert state_of(table.session.answer("alpha")) == "written"


def test_a_fact_blank_is_filled_with_its_twins_everywhere_as_one_step(sit: Sit) -> None:
    said = replace(EMPTY, opening="[State], in [state].").with_answer("alpha", Answer("The law of [state]."))
    table, room = sit(said)
    wanted = room.filling.wanted(one(room, "alpha", "[state]"))
    assert wanted is not None
    assert (wanted.label, wanted.fact) == ("State", "state")

    assert room.filling.make_known(wanted, "Ohio") == 3
    assert table.session.opening == "Ohio, in Ohio."
    assert table.session.answer("alpha").text == "The law of Ohio."
    assert table.session.facts["state"] == "Ohio"
    table.undo()
    assert table.session == said


def test_of_a_party_without_a_name_the_legal_name_is_asked_and_the_rest_follows(sit: Sit) -> None:
    table, room = sit(EMPTY.with_answer("alpha", Answer("[Head of the police agency] of [police agency].")))
    wanted = room.filling.wanted(one(room, "alpha", "[Head of the police agency]"))
    assert wanted is not None
    assert wanted.name == "name"
    room.filling.make_known(wanted, "Lake County Sheriff")
    assert table.session.answer("alpha").text == "The Sheriff of the Sheriff’s Office."
    assert "Between Lake County Sheriff (“the Sheriff’s Office”)" in table.draft().opening


def test_of_a_named_party_just_what_the_blank_names_is_asked(sit: Sit) -> None:
    table, room = sit(replace(EMPTY, parties=(replace(POLICE, short=""),)))
    table.store.record(table.session.with_answer("alpha", Answer("[Police agency] waits.")))
    wanted = room.filling.wanted(one(room, "alpha", "[Police agency]"))
    assert wanted is not None
    assert wanted.name == "short"
    room.filling.make_known(wanted, "the Police")
    assert table.session.answer("alpha").text == "The Police waits."
    assert table.session.party("agency") == replace(POLICE, short="the Police")


def test_a_fact_blank_that_came_back_is_filled_with_what_is_known(sit: Sit) -> None:
    table, room = sit(SAID)
    again = one(room, "gamma", "[school district]")
    assert room.filling.words_for(again) == "the School District"
    assert room.filling.words_for(one(room, "gamma", "[number]")) == ""
    assert room.filling.fill_known() == 1
    assert table.session.answer("gamma").text == "In [number] weeks the School District acts."


def test_what_is_no_fact_blank_wants_nothing_known_and_has_no_twins_in_facts(sit: Sit) -> None:
    _, room = sit(SAID)
    assert room.filling.wanted(one(room, "alpha", "$XX")) is None
    assert room.filling.twins(one(room, "gamma", "[school district]")) == ()


def test_somebody_is_to_find_out_and_it_comes_back_on_the_agenda(sit: Sit) -> None:
    table, room = sit(replace(SAID, facts={}))
    room.filling.assign(one(room, "gamma", "[number]"), "Pat Doe", "Friday")
    room.filling.assign(one(room, OPENING, "[start date]"), "Lee Roe")
    first, second = table.session.actions
    assert (first.what, first.who, first.due, first.question) == ("fill [number] in 2.1", "Pat Doe", "Friday", "gamma")
    assert (second.what, second.question) == ("fill [start date] in the opening", "")
    assert [item.words for item in room.meetings.agenda().items if item.matter == "actions"] == [
        "Pat Doe: fill [number] in 2.1, by Friday",
        "Lee Roe: fill [start date] in the opening",
    ]


def test_what_is_no_blank_counts_as_none_until_it_is_one_again(sit: Sit) -> None:
    table, room = sit(SAID)
    for text in ("[number]", "[Number]", "$XX"):
        room.filling.say_none(one(room, "alpha", text))
    assert state_of(table.session.answer("alpha")) == "written"
    assert [held.blank.text for held in room.filling.not_blanks] == ["[number]", "[Number]", "$XX"]
    kept = decode(encode(table.session), "a session").session
    assert kept.answer("alpha").not_blanks == ("[number]", "[Number]", "$XX")

    room.filling.say_none(room.filling.not_blanks[0])
    assert [blank.text for blank in blanks_of(table.session.answer("alpha"))] == ["[number]"]
    table.undo()
    assert blanks_of(table.session.answer("alpha")) == ()


def test_in_the_opening_every_blank_is_one(sit: Sit) -> None:
    table, room = sit(EMPTY)
    start = one(room, OPENING, "[start date]")
    assert room.filling.why_not_none(start)
    room.filling.say_none(start)
    assert table.session == EMPTY


def test_a_fact_blank_is_one_as_long_as_the_fact_is_asked_for(sit: Sit) -> None:
    table, room = sit(SAID)
    district = one(room, "gamma", "[school district]")
    assert district in [blank for alike in room.filling.asked_once.values() for blank in alike]
    assert room.filling.why_not_none(district)
    room.filling.say_none(district)
    assert table.session == SAID


def test_what_is_no_blank_is_not_filled_with_a_fact_either() -> None:
    session = EMPTY.with_answer("alpha", Answer("[state] and [State].", not_blanks=("[state]",)))
    assert fill_everywhere(session, {"state": "Ohio"}).answer("alpha").text == "[state] and Ohio."


def test_a_position_outlives_the_filling_of_a_blank(sit: Sit) -> None:
    answer = SAID.answer("gamma")
    held = replace(answer, positions={"agency": Position("agrees", answer.wording)})
    table, room = sit(SAID.with_answer("gamma", held))
    room.filling.fill([one(room, "gamma", "[number]")], "3")
    room.filling.fill_known()
    assert table.session.answer("gamma").positions == held.positions


@given(sessions(SMALL))
def test_a_blank_stands_where_it_is_said_to_stand(session: Session) -> None:
    found = fill_ins(SMALL, session)
    for one in found:
        text = session.opening if one.place == OPENING else session.answer(one.place).text
        if text:
            assert text[one.blank.start : one.blank.end] == one.blank.text
        assert one not in twins(one, found)
