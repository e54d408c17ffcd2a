from __future__ import annotations

from dataclasses import replace

from hypothesis import given

from mou_tui.draft.blank_items import BlankOccurrence, blank_occurrences, same_text
from mou_tui.draft.blanks import blanks_of, fill_everywhere
from mou_tui.draft.question_state import text_state
from mou_tui.session.codec import decode, encode
from mou_tui.session.meeting import Position
from mou_tui.session.model import OPENING, Answer, Party, Session
from mou_tui.workspace.workspace import Workspace
from tests.strategies import EMPTY, SMALL, sessions
from tests.workspace.parties import OpenWorkspace

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


def occurrence_of(workspace: Workspace, place: str, text: str) -> BlankOccurrence:
    return next(
        occurrences
        for occurrences in workspace.blanks.blanks
        if (occurrences.clause_id, occurrences.blank.text) == (place, text)
    )


def test_every_blank_is_listed_in_the_order_of_the_draft_and_none_of_what_does_not_apply() -> None:
    occurrences = [
        (occurrence.where, occurrence.blank.text) for occurrence in blank_occurrences(SMALL, replace(SAID, facts={}))
    ]
    assert occurrences == [
        ("the opening", "[start date]"),
        ("1.1", "[number]"),
        ("1.1", "[Number]"),
        ("1.1", "$XX"),
        ("2.1", "[number]"),
        ("2.1", "[school district]"),
    ]


def test_one_blank_is_filled_alone_and_begins_as_it_did(open_workspace: OpenWorkspace) -> None:
    workspace = open_workspace(SAID)
    assert workspace.blanks.fill([occurrence_of(workspace, "alpha", "[Number]")], " three ") == 1
    assert workspace.session.answer("alpha").text == "Wait [number] days, or Three hours, and $XX."
    taken_back = workspace.undo()
    assert taken_back is not None
    assert taken_back.step.label == "filling [Number] in 1.1"
    assert workspace.session == SAID


def test_blanks_with_the_same_text_are_offered_and_filled_along_as_one_step(open_workspace: OpenWorkspace) -> None:
    workspace = open_workspace(SAID)
    chosen = occurrence_of(workspace, "alpha", "[number]")
    offered = workspace.blanks.with_same_text(chosen)
    assert [(twin.clause_id, twin.blank.text) for twin in offered] == [("alpha", "[Number]"), ("gamma", "[number]")]

    assert workspace.blanks.fill([chosen, *offered], "three") == 3
    assert workspace.session.answer("alpha").text == "Wait three days, or Three hours, and $XX."
    assert workspace.session.answer("gamma").text == "In three weeks [school district] acts."
    workspace.undo()
    assert workspace.session == SAID


def test_no_words_fill_nothing_and_neither_does_a_blank_that_is_gone(open_workspace: OpenWorkspace) -> None:
    workspace = open_workspace(SAID)
    chosen = occurrence_of(workspace, "alpha", "[number]")
    assert workspace.blanks.fill([chosen], "  ") == 0
    workspace.store.record(workspace.session.with_answer("alpha", Answer("Other words.")))
    assert workspace.blanks.fill([chosen], "three") == 0
    assert workspace.undo() is None
    assert workspace.session.answer("alpha").text == "Other words."


def test_filling_leaves_an_example_the_rooms_own_as_typing_does(open_workspace: OpenWorkspace) -> None:
    answer = Answer().take("long", "Wait [number] days.", offered="Wait [number] days.")
    workspace = open_workspace(EMPTY.with_answer("alpha", answer))
    workspace.blanks.fill([occurrence_of(workspace, "alpha", "[number]")], "3")
    assert text_state(workspace.session.answer("alpha")) == "written"


def test_a_fact_blank_is_filled_with_its_twins_everywhere_as_one_step(open_workspace: OpenWorkspace) -> None:
    session = replace(EMPTY, opening="[State], in [state].").with_answer("alpha", Answer("The law of [state]."))
    workspace = open_workspace(session)
    wanted = workspace.blanks.wanted(occurrence_of(workspace, "alpha", "[state]"))
    assert wanted is not None
    assert (wanted.label, wanted.fact) == ("State", "state")

    assert workspace.blanks.set_fact(wanted, "Ohio") == 3
    assert workspace.session.opening == "Ohio, in Ohio."
    assert workspace.session.answer("alpha").text == "The law of Ohio."
    assert workspace.session.facts["state"] == "Ohio"
    workspace.undo()
    assert workspace.session == session


def test_of_a_party_without_a_name_the_legal_name_is_asked_and_the_rest_follows(open_workspace: OpenWorkspace) -> None:
    workspace = open_workspace(EMPTY.with_answer("alpha", Answer("[Head of the police agency] of [police agency].")))
    wanted = workspace.blanks.wanted(occurrence_of(workspace, "alpha", "[Head of the police agency]"))
    assert wanted is not None
    assert wanted.name == "name"
    workspace.blanks.set_fact(wanted, "Lake County Sheriff")
    assert workspace.session.answer("alpha").text == "The Sheriff of the Sheriff’s Office."
    assert "Between Lake County Sheriff (“the Sheriff’s Office”)" in workspace.draft().opening


def test_of_a_named_party_just_what_the_blank_names_is_asked(open_workspace: OpenWorkspace) -> None:
    workspace = open_workspace(replace(EMPTY, parties=(replace(POLICE, short=""),)))
    workspace.store.record(workspace.session.with_answer("alpha", Answer("[Police agency] waits.")))
    wanted = workspace.blanks.wanted(occurrence_of(workspace, "alpha", "[Police agency]"))
    assert wanted is not None
    assert wanted.name == "short"
    workspace.blanks.set_fact(wanted, "the Police")
    assert workspace.session.answer("alpha").text == "The Police waits."
    assert workspace.session.party("agency") == replace(POLICE, short="the Police")


def test_a_fact_blank_that_came_back_is_filled_with_what_is_known(open_workspace: OpenWorkspace) -> None:
    workspace = open_workspace(SAID)
    again = occurrence_of(workspace, "gamma", "[school district]")
    assert workspace.blanks.words_for(again) == "the School District"
    assert workspace.blanks.words_for(occurrence_of(workspace, "gamma", "[number]")) == ""
    assert workspace.blanks.fill_known() == 1
    assert workspace.session.answer("gamma").text == "In [number] weeks the School District acts."


def test_what_is_no_fact_blank_wants_nothing_known_and_has_no_twins_in_facts(open_workspace: OpenWorkspace) -> None:
    workspace = open_workspace(SAID)
    assert workspace.blanks.wanted(occurrence_of(workspace, "alpha", "$XX")) is None
    assert workspace.blanks.with_same_text(occurrence_of(workspace, "gamma", "[school district]")) == ()


def test_somebody_is_to_find_out_and_it_comes_back_on_the_agenda(open_workspace: OpenWorkspace) -> None:
    workspace = open_workspace(replace(SAID, facts={}))
    workspace.blanks.assign(occurrence_of(workspace, "gamma", "[number]"), "Pat Doe", "the next meeting")
    workspace.blanks.assign(occurrence_of(workspace, OPENING, "[start date]"), "Lee Roe")
    first, second = workspace.session.actions
    assert (first.what, first.who, first.due, first.question) == (
        *("fill [number] in 2.1", "Pat Doe", "the next meeting"),
        "gamma",
    )
    assert (second.what, second.question) == ("fill [start date] in the opening", "")
    assert [item.text for item in workspace.meetings.agenda().items if item.matter == "actions"] == [
        "Pat Doe: fill [number] in 2.1, by the next meeting",
        "Lee Roe: fill [start date] in the opening",
    ]


def test_what_is_no_blank_counts_as_none_until_it_is_one_again(open_workspace: OpenWorkspace) -> None:
    workspace = open_workspace(SAID)
    for text in ("[number]", "[Number]", "$XX"):
        workspace.blanks.dismiss(occurrence_of(workspace, "alpha", text))
    assert text_state(workspace.session.answer("alpha")) == "written"
    assert [held.blank.text for held in workspace.blanks.not_blanks] == ["[number]", "[Number]", "$XX"]
    kept = decode(encode(workspace.session), "a session").session
    assert kept.answer("alpha").not_blanks == ("[number]", "[Number]", "$XX")

    workspace.blanks.dismiss(workspace.blanks.not_blanks[0])
    assert [blank.text for blank in blanks_of(workspace.session.answer("alpha"))] == ["[number]"]
    workspace.undo()
    assert blanks_of(workspace.session.answer("alpha")) == ()


def test_in_the_opening_every_blank_is_one(open_workspace: OpenWorkspace) -> None:
    workspace = open_workspace(EMPTY)
    start = occurrence_of(workspace, OPENING, "[start date]")
    assert workspace.blanks.why_not_dismissed(start)
    workspace.blanks.dismiss(start)
    assert workspace.session == EMPTY


def test_a_fact_blank_is_one_as_long_as_the_fact_is_asked_for(open_workspace: OpenWorkspace) -> None:
    workspace = open_workspace(SAID)
    district = occurrence_of(workspace, "gamma", "[school district]")
    assert district in [blank for alike in workspace.blanks.asked_once.values() for blank in alike]
    assert workspace.blanks.why_not_dismissed(district)
    workspace.blanks.dismiss(district)
    assert workspace.session == SAID


def test_what_is_no_blank_is_not_filled_with_a_fact_either() -> None:
    session = EMPTY.with_answer("alpha", Answer("[state] and [State].", not_blanks=("[state]",)))
    assert fill_everywhere(session, {"state": "Ohio"}).answer("alpha").text == "[state] and Ohio."


def test_a_position_outlives_the_filling_of_a_blank(open_workspace: OpenWorkspace) -> None:
    answer = SAID.answer("gamma")
    held = replace(answer, positions={"agency": Position("agrees", answer.wording)})
    workspace = open_workspace(SAID.with_answer("gamma", held))
    workspace.blanks.fill([occurrence_of(workspace, "gamma", "[number]")], "3")
    workspace.blanks.fill_known()
    assert workspace.session.answer("gamma").positions == held.positions


@given(sessions(SMALL))
def test_a_blank_is_where_it_is_said_to_be(session: Session) -> None:
    occurrences = blank_occurrences(SMALL, session)
    for occurrence in occurrences:
        text = session.opening if occurrence.clause_id == OPENING else session.answer(occurrence.clause_id).text
        if text:
            assert text[occurrence.blank.start : occurrence.blank.end] == occurrence.blank.text
        assert occurrence not in same_text(occurrence, occurrences)
