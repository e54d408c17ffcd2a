from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from mou_tui.checklist.checklist import Checklist
from mou_tui.desk import NO_REASON, Desk
from mou_tui.draft.blanks import hits
from mou_tui.room import Room
from mou_tui.room.meetings import Attendance
from mou_tui.session.codec import decode
from mou_tui.session.local import Local
from mou_tui.session.session import OPENING, Answer, Later, Party, Session
from mou_tui.session.store import Store
from tests.strategies import EMPTY, SMALL

POLICE = Party("agency", "police", "Lake City Police", "the Police Department", "the Chief of Police")
SCHOOLS = Party("district", "district", "Lake City USD", "the School District", "the Superintendent")
SHORT, LONG = SMALL.question("alpha").examples

Sit = Callable[..., Desk]


@pytest.fixture
def sit(tmp_path: Path) -> Iterator[Sit]:
    """Puts sessions on tables, and clears the tables away."""
    desks: list[Desk] = []

    def sit(session: Session = EMPTY, checklist: Checklist = SMALL) -> Desk:
        desks.append(Desk(checklist, Store.create(tmp_path / f"{len(desks)}.mou.yaml", session)))
        return desks[-1]

    yield sit
    for desk in desks:
        desk.store.close()


def test_a_new_session_begins_at_its_first_question(sit: Sit) -> None:
    desk = sit()
    assert desk.place == "alpha"
    assert desk.name() == "1.1"
    assert desk.wording == ""


def test_a_session_goes_on_where_one_was(tmp_path: Path) -> None:
    path = tmp_path / "a.mou.yaml"
    first = Desk(SMALL, Store.create(path, EMPTY))
    first.go("delta")
    first.cursor = 7
    first.remember()
    first.store.close()

    second = Desk(SMALL, Store.open(path))

    assert (second.place, second.cursor) == ("delta", 7)
    second.store.close()


def test_the_question_on_the_table_can_be_told_from_outside(sit: Sit) -> None:
    desk = sit()
    for place in ("alpha", "delta"):
        desk.go(place)
        desk.store.flush()
        assert Local(desk.store.path).place == f"{place}@0"


def test_so_can_the_first_one(sit: Sit) -> None:
    desk = sit()
    desk.store.flush()
    assert Local(desk.store.path).place == "alpha@0"


@pytest.mark.parametrize(
    "remembered", ["", "no-such-question@3", "beta", "@", "alpha@" + "9" * 5000, "alpha@-1", "alpha@²"]
)
def test_a_place_that_means_nothing_any_more_is_forgotten(tmp_path: Path, remembered: str) -> None:
    path = tmp_path / "a.mou.yaml"
    store = Store.create(path, EMPTY)
    store.beside.remember_place(remembered)
    desk = Desk(SMALL, store)
    assert (desk.place, desk.cursor) == ("alpha", 0)
    store.close()


def test_a_checklist_without_essential_questions_can_be_opened(sit: Sit) -> None:
    (topic, *_) = SMALL.topics
    (_, further) = topic.questions
    desk = sit(EMPTY, replace(SMALL, topics=(replace(topic, questions=(further,)),)))
    assert desk.place == OPENING


def test_one_goes_from_question_to_question_and_no_further(sit: Sit) -> None:
    desk = sit()
    seen = [desk.place]
    while (following := desk.neighbour(+1)) is not None:
        desk.go(following)
        seen.append(following)
    assert seen == ["alpha", "gamma", "delta", "epsilon"]
    desk.go("alpha")
    before = desk.neighbour(-1)
    assert before == OPENING
    desk.go(before)
    assert desk.neighbour(-1) is None
    assert desk.question is None


def test_from_a_question_that_left_play_one_goes_on_to_the_next(sit: Sit) -> None:
    desk = sit(replace(EMPTY, depth="full"))
    desk.go("beta")
    desk.set_depth("essential")
    assert (desk.neighbour(-1), desk.neighbour(+1)) == ("alpha", "gamma")


def test_places_have_an_order_even_out_of_play(sit: Sit) -> None:
    desk = sit()
    assert sorted(["gone", "zeta", "alpha", OPENING, "beta"], key=desk.order) == [
        OPENING,
        "alpha",
        "beta",
        "zeta",
        "gone",
    ]


def test_what_is_typed_is_recorded_and_cleaned(sit: Sit) -> None:
    desk = sit()
    assert desk.write("The SRO\x1b[31m waits.") == 1
    assert desk.session.answer("alpha").text == "The SRO\u241b[31m waits."
    assert desk.write("The SRO waits.") == 0


def test_what_is_typed_comes_to_the_file(sit: Sit) -> None:
    desk = sit()
    desk.write("The SRO waits.")
    desk.store.flush()
    saved = decode(desk.store.path.read_bytes(), "a.mou.yaml").session
    assert saved.answer("alpha").text == "The SRO waits."


def test_the_opening_is_written_from_the_parties_until_it_is_changed(sit: Sit) -> None:
    desk = sit(replace(EMPTY, parties=(POLICE, SCHOOLS)))
    desk.go(OPENING)
    assert desk.wording.startswith("Between Lake City Police (“the Police Department”)")
    desk.write(desk.wording + "\n")
    assert desk.session.opening == ""
    desk.write("Ours.")
    assert desk.wording == "Ours."
    desk.clear()
    assert desk.wording.startswith("Between Lake City Police")
    desk.undo()
    assert desk.wording == "Ours."


def test_an_example_is_taken_with_what_is_known_and_its_points(sit: Sit) -> None:
    desk = sit(replace(EMPTY, parties=(POLICE,)))
    wording = desk.wording_of(SHORT)
    assert wording == "The Police Department shall tell [school district]."
    desk.take(SHORT, wording)
    assert desk.answer.as_offered
    assert desk.answer.points == ("first",)
    assert desk.standing() == "Text: example, not yet yours · 1 blank"


def test_an_example_joined_to_own_words_is_the_rooms_own(sit: Sit) -> None:
    desk = sit()
    desk.write("Our words.")
    assert desk.has_own_words
    desk.take(SHORT, desk.joined(desk.wording_of(SHORT), "append"))
    assert desk.wording == "Our words.\n\n[Police agency] shall tell [school district]."
    assert not desk.answer.as_offered
    desk.take(LONG, desk.joined(desk.wording_of(LONG), "replace"))
    assert desk.answer.as_offered
    assert not desk.has_own_words
    assert desk.answer.points == ("first", "second")


def test_an_example_is_adopted_once_and_that_can_be_taken_back(sit: Sit) -> None:
    desk = sit()
    assert not desk.adopt()
    desk.take(SHORT, desk.wording_of(SHORT))
    assert desk.adopt()
    assert not desk.adopt()
    assert desk.standing() == "Text: has blanks · 2 blanks"
    taken_back = desk.undo()
    assert taken_back is not None
    assert taken_back.step.label == "using 1.1 as written"
    assert desk.answer.as_offered


def test_taking_an_example_into_a_question_set_aside_brings_it_back(sit: Sit) -> None:
    desk = sit()
    desk.set_aside("not ours")
    desk.take(SHORT, desk.wording_of(SHORT))
    assert desk.answer.not_applicable == ""


def test_a_question_is_set_aside_with_a_reason_on_one_line(sit: Sit) -> None:
    desk = sit()
    desk.set_aside(" no\ncameras ")
    assert desk.answer.not_applicable == "no cameras"
    assert desk.remark() == "Does not apply: no cameras"
    desk.bring_back()
    assert not desk.session.answers
    desk.set_aside("  ")
    assert desk.answer.not_applicable == NO_REASON


def test_a_question_is_put_off_and_taken_up_again(sit: Sit) -> None:
    desk = sit()
    desk.put_off(" the town lawyer ", "")
    assert desk.answer.later == Later("the town lawyer", "")
    assert desk.remark() == "Later: the town lawyer to check first"
    desk.take_up()
    assert not desk.session.answers


def test_clearing_empties_the_wording_and_keeps_what_is_not_wording(sit: Sit) -> None:
    answer = Answer("Words.", later=Later("counsel"), current="Old words.", points=("first",), extra={"mood": "good"})
    desk = sit(EMPTY.with_answer("alpha", answer))
    desk.clear()
    assert desk.answer == Answer(later=Later("counsel"), current="Old words.", extra={"mood": "good"})
    desk.undo()
    assert desk.answer == answer


def test_filling_and_clearing_leaves_the_session_as_it_was(sit: Sit) -> None:
    desk = sit()
    desk.take(SHORT, desk.wording_of(SHORT))
    desk.clear()
    assert not desk.session.answers


def test_names_fill_blanks_change_old_names_and_are_one_step(sit: Sit) -> None:
    said = replace(
        EMPTY.with_answer("alpha", Answer("The Police Department tells [school district].")), parties=(POLICE,)
    )
    desk = sit(said)
    chosen = [(hit, "the Sheriff’s Office") for hit in hits(desk.session, "the Police Department")]

    desk.set_names([replace(POLICE, short="the Sheriff’s Office"), SCHOOLS], {"state": "Ohio"}, chosen)

    assert desk.wording == "The Sheriff’s Office tells the School District."
    assert desk.session.facts == {"state": "Ohio"}
    desk.undo()
    assert desk.session == said


def test_a_step_that_changes_nothing_is_no_step(sit: Sit) -> None:
    desk = sit()
    desk.clear()
    desk.set_depth("essential")
    desk.bring_back()
    assert desk.undo() is None


def test_what_was_said_since_is_taken_back_before_a_step(sit: Sit) -> None:
    desk = sit(EMPTY.with_answer("gamma", Answer("For [police agency].")))
    desk.set_names([POLICE], {})
    desk.go("delta")
    desk.write("Said since.")
    desk.undo()
    assert desk.session.answer("gamma").text == "For the Police Department."
    assert desk.session.answer("delta").text == ""
    taken_back = desk.undo()
    assert taken_back is not None
    assert taken_back.kept == ()
    assert desk.session.answer("gamma").text == "For [police agency]."


def test_ticks_and_the_current_agreement_are_recorded(sit: Sit) -> None:
    desk = sit()
    desk.tick(["second"])
    assert desk.note_current("What is\x00 in force.") == 1
    assert desk.answer == Answer(current="What is\u2400 in force.", points=("second",))


def test_the_desk_counts_and_drafts_what_is_on_it(sit: Sit) -> None:
    desk = sit()
    desk.write("Settled.")
    assert desk.completeness().written == 1
    assert desk.draft().open == ("2.1", "2.2", "3.1")
    assert desk.title() == "[school district] and [police agency]"


def test_a_step_is_heard_of_only_where_it_puts_other_words_on_the_table(sit: Sit) -> None:
    desk = sit(EMPTY.with_answer("alpha", Answer("For [school district].")))
    heard: list[str] = []
    desk.listen(lambda: heard.append(desk.wording))

    desk.write("Typed for [school district].")
    desk.put_off("counsel", "")
    assert heard == []
    desk.set_names([SCHOOLS], {})
    desk.undo()
    assert heard == ["Typed for the School District.", "Typed for [school district]."]


def test_what_was_prepared_waits_only_for_those_at_the_table(sit: Sit) -> None:
    desk = sit(replace(EMPTY.with_answer("alpha", Answer("Words.")), parties=(POLICE, SCHOOLS)))
    room = Room(desk)
    assert [one.id for one in room.positions.prepared()] == ["alpha"]
    room.meetings.begin([Attendance("agency", is_present=True)])
    room.positions.confirm_prepared(["alpha"])
    assert list(desk.session.answer("alpha").positions) == ["agency"]
    assert room.positions.prepared() == ()
