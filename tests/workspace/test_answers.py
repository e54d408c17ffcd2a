from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from mou_tui.checklist.model import Checklist
from mou_tui.draft.blanks import rename_hits
from mou_tui.persistence.local_state import LocalState
from mou_tui.persistence.store import SessionStore
from mou_tui.session.codec import decode
from mou_tui.session.model import OPENING, Answer, Deferral, Party, Session
from mou_tui.workspace.answers import NO_REASON
from mou_tui.workspace.meetings import Attendance
from mou_tui.workspace.workspace import Workspace
from tests.strategies import EMPTY, SMALL

POLICE = Party("agency", "police", "Lake City Police", "the Police Department", "the Chief of Police")
SCHOOLS = Party("district", "district", "Lake City USD", "the School District", "the Superintendent")
SHORT, LONG = SMALL.question("alpha").examples

Sit = Callable[..., Workspace]


@pytest.fixture
def sit(tmp_path: Path) -> Iterator[Sit]:
    """Puts sessions on tables, and clears the tables away."""
    desks: list[Workspace] = []

    def sit(session: Session = EMPTY, checklist: Checklist = SMALL) -> Workspace:
        desks.append(Workspace(checklist, SessionStore.create(tmp_path / f"{len(desks)}.mou.yaml", session)))
        return desks[-1]

    yield sit
    for workspace in desks:
        workspace.store.close()


def test_a_new_session_begins_at_its_first_question(sit: Sit) -> None:
    workspace = sit()
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


def test_the_question_on_the_table_can_be_told_from_outside(sit: Sit) -> None:
    workspace = sit()
    for place in ("alpha", "delta"):
        workspace.go(place)
        workspace.store.flush()
        assert LocalState(workspace.store.path).edit_location == f"{place}@0"


def test_so_can_the_first_one(sit: Sit) -> None:
    workspace = sit()
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


def test_a_checklist_without_essential_questions_can_be_opened(sit: Sit) -> None:
    (topic, *_) = SMALL.topics
    (_, further) = topic.questions
    workspace = sit(EMPTY, replace(SMALL, topics=(replace(topic, questions=(further,)),)))
    assert workspace.clause_id == OPENING


def test_one_goes_from_question_to_question_and_no_further(sit: Sit) -> None:
    workspace = sit()
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


def test_from_a_question_that_left_play_one_goes_on_to_the_next(sit: Sit) -> None:
    workspace = sit(replace(EMPTY, depth="full"))
    workspace.go("beta")
    workspace.set_depth("essential")
    assert (workspace.navigation.neighbor(-1), workspace.navigation.neighbor(+1)) == ("alpha", "gamma")


def test_places_have_an_order_even_out_of_play(sit: Sit) -> None:
    workspace = sit()
    assert sorted(["gone", "zeta", "alpha", OPENING, "beta"], key=workspace.navigation.order) == [
        OPENING,
        "alpha",
        "beta",
        "zeta",
        "gone",
    ]


def test_what_is_typed_is_recorded_and_cleaned(sit: Sit) -> None:
    workspace = sit()
    assert workspace.answers.write("The SRO\x1b[31m waits.") == 1
    assert workspace.session.answer("alpha").text == "The SRO\u241b[31m waits."
    assert workspace.answers.write("The SRO waits.") == 0


def test_what_is_typed_comes_to_the_file(sit: Sit) -> None:
    workspace = sit()
    workspace.answers.write("The SRO waits.")
    workspace.store.flush()
    saved = decode(workspace.store.path.read_bytes(), "a.mou.yaml").session
    assert saved.answer("alpha").text == "The SRO waits."


def test_the_opening_is_written_from_the_parties_until_it_is_changed(sit: Sit) -> None:
    workspace = sit(replace(EMPTY, parties=(POLICE, SCHOOLS)))
    workspace.go(OPENING)
    assert workspace.text.startswith("Between Lake City Police (“the Police Department”)")
    workspace.answers.write(workspace.text + "\n")
    assert workspace.session.opening == ""
    workspace.answers.write("Ours.")
    assert workspace.text == "Ours."
    workspace.answers.clear()
    assert workspace.text.startswith("Between Lake City Police")
    workspace.undo()
    assert workspace.text == "Ours."


def test_an_example_is_taken_with_what_is_known_and_its_points(sit: Sit) -> None:
    workspace = sit(replace(EMPTY, parties=(POLICE,)))
    wording = workspace.answers.example_text(SHORT)
    assert wording == "The Police Department shall tell [school district]."
    workspace.answers.insert_example(SHORT, wording)
    assert workspace.answer.is_unmodified_example
    assert workspace.answer.points == ("first",)
    assert workspace.answers.text_status() == "Text: example, not yet yours · 1 blank"


def test_an_example_joined_to_own_words_is_the_rooms_own(sit: Sit) -> None:
    workspace = sit()
    workspace.answers.write("Our words.")
    assert workspace.answers.has_own_text
    workspace.answers.insert_example(
        SHORT, workspace.answers.merge_text(workspace.answers.example_text(SHORT), "append")
    )
    assert workspace.text == "Our words.\n\n[Police agency] shall tell [school district]."
    assert not workspace.answer.is_unmodified_example
    workspace.answers.insert_example(
        LONG, workspace.answers.merge_text(workspace.answers.example_text(LONG), "replace")
    )
    assert workspace.answer.is_unmodified_example
    assert not workspace.answers.has_own_text
    assert workspace.answer.points == ("first", "second")


def test_an_example_is_adopted_once_and_that_can_be_taken_back(sit: Sit) -> None:
    workspace = sit()
    assert not workspace.answers.accept_example()
    workspace.answers.insert_example(SHORT, workspace.answers.example_text(SHORT))
    assert workspace.answers.accept_example()
    assert not workspace.answers.accept_example()
    assert workspace.answers.text_status() == "Text: has blanks · 2 blanks"
    taken_back = workspace.undo()
    assert taken_back is not None
    assert taken_back.step.label == "using 1.1 as written"
    assert workspace.answer.is_unmodified_example


def test_taking_an_example_into_a_question_set_aside_brings_it_back(sit: Sit) -> None:
    workspace = sit()
    workspace.answers.mark_not_applicable("not ours")
    workspace.answers.insert_example(SHORT, workspace.answers.example_text(SHORT))
    assert workspace.answer.not_applicable == ""


def test_a_question_is_set_aside_with_a_reason_on_one_line(sit: Sit) -> None:
    workspace = sit()
    workspace.answers.mark_not_applicable(" no\ncameras ")
    assert workspace.answer.not_applicable == "no cameras"
    assert workspace.answers.status_note() == "Does not apply: no cameras"
    workspace.answers.mark_applicable()
    assert not workspace.session.answers
    workspace.answers.mark_not_applicable("  ")
    assert workspace.answer.not_applicable == NO_REASON


def test_a_question_is_put_off_and_taken_up_again(sit: Sit) -> None:
    workspace = sit()
    workspace.answers.defer(" the town lawyer ", "")
    assert workspace.answer.later == Deferral("the town lawyer", "")
    assert workspace.answers.status_note() == "Later: the town lawyer to check first"
    workspace.answers.resume()
    assert not workspace.session.answers


def test_clearing_empties_the_wording_and_keeps_what_is_not_wording(sit: Sit) -> None:
    answer = Answer(
        "Words.", later=Deferral("counsel"), current="Old words.", points=("first",), extra={"mood": "good"}
    )
    workspace = sit(EMPTY.with_answer("alpha", answer))
    workspace.answers.clear()
    assert workspace.answer == Answer(later=Deferral("counsel"), current="Old words.", extra={"mood": "good"})
    workspace.undo()
    assert workspace.answer == answer


def test_filling_and_clearing_leaves_the_session_as_it_was(sit: Sit) -> None:
    workspace = sit()
    workspace.answers.insert_example(SHORT, workspace.answers.example_text(SHORT))
    workspace.answers.clear()
    assert not workspace.session.answers


def test_names_fill_blanks_change_old_names_and_are_one_step(sit: Sit) -> None:
    said = replace(
        EMPTY.with_answer("alpha", Answer("The Police Department tells [school district].")), parties=(POLICE,)
    )
    workspace = sit(said)
    chosen = [(hit, "the Sheriff’s Office") for hit in rename_hits(workspace.session, "the Police Department")]

    workspace.parties.update([replace(POLICE, short="the Sheriff’s Office"), SCHOOLS], {"state": "Ohio"}, chosen)

    assert workspace.text == "The Sheriff’s Office tells the School District."
    assert workspace.session.facts == {"state": "Ohio"}
    workspace.undo()
    assert workspace.session == said


def test_a_step_that_changes_nothing_is_no_step(sit: Sit) -> None:
    workspace = sit()
    workspace.answers.clear()
    workspace.set_depth("essential")
    workspace.answers.mark_applicable()
    assert workspace.undo() is None


def test_what_was_said_since_is_taken_back_before_a_step(sit: Sit) -> None:
    workspace = sit(EMPTY.with_answer("gamma", Answer("For [police agency].")))
    workspace.parties.update([POLICE], {})
    workspace.go("delta")
    workspace.answers.write("Said since.")
    workspace.undo()
    assert workspace.session.answer("gamma").text == "For the Police Department."
    assert workspace.session.answer("delta").text == ""
    taken_back = workspace.undo()
    assert taken_back is not None
    assert taken_back.kept == ()
    assert workspace.session.answer("gamma").text == "For [police agency]."


def test_ticks_and_the_current_agreement_are_recorded(sit: Sit) -> None:
    workspace = sit()
    workspace.answers.set_points(["second"])
    assert workspace.answers.set_current("What is\x00 in force.") == 1
    assert workspace.answer == Answer(current="What is\u2400 in force.", points=("second",))


def test_the_desk_counts_and_drafts_what_is_on_it(sit: Sit) -> None:
    workspace = sit()
    workspace.answers.write("Settled.")
    assert workspace.progress().written == 1
    assert workspace.draft().open == ("2.1", "2.2", "3.1")
    assert workspace.title() == "[school district] and [police agency]"


def test_a_step_is_heard_of_only_where_it_puts_other_words_on_the_table(sit: Sit) -> None:
    workspace = sit(EMPTY.with_answer("alpha", Answer("For [school district].")))
    heard: list[str] = []
    workspace.on_text_replaced(lambda: heard.append(workspace.text))

    workspace.answers.write("Typed for [school district].")
    workspace.answers.defer("counsel", "")
    assert heard == []
    workspace.parties.update([SCHOOLS], {})
    workspace.undo()
    assert heard == ["Typed for the School District.", "Typed for [school district]."]


def test_what_was_prepared_waits_only_for_those_at_the_table(sit: Sit) -> None:
    workspace = sit(replace(EMPTY.with_answer("alpha", Answer("Words.")), parties=(POLICE, SCHOOLS)))
    assert [one.id for one in workspace.positions.prepared()] == ["alpha"]
    workspace.meetings.begin([Attendance("agency", is_present=True)])
    workspace.positions.confirm_prepared(["alpha"])
    assert list(workspace.session.answer("alpha").positions) == ["agency"]
    assert workspace.positions.prepared() == ()
