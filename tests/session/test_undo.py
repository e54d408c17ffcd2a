from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from mou_tui.session.codec import decode, encode
from mou_tui.session.history import Entry, History
from mou_tui.session.meeting import Alternative, Position
from mou_tui.session.model import Answer, Party, Session
from mou_tui.session.undo import UndoStep, do_again, revert
from tests.strategies import EMPTY, SMALL, sessions, texts

BEFORE = replace(EMPTY, answers={"alpha": Answer("One."), "beta": Answer("Two.")}, facts={"state": "VA"})


def test_a_step_taken_back_at_once_leaves_no_trace() -> None:
    after = replace(BEFORE.with_answer("alpha", Answer()), facts={"state": "Virginia"}, opening="Ours.", depth="full")
    assert revert(UndoStep("a change", BEFORE, after), after).session == BEFORE


def test_what_was_said_since_is_kept() -> None:
    after = BEFORE.with_answer("alpha", Answer())
    since = after.with_answer("beta", Answer("Two and a half.")).with_answer("gamma", Answer("Three."))

    taken_back = revert(UndoStep("clearing 1.1", BEFORE, after), since)

    assert taken_back.kept == ()
    assert {question_id: answer.text for question_id, answer in taken_back.session.answers.items()} == {
        "alpha": "One.",
        "beta": "Two and a half.",
        "gamma": "Three.",
    }


def test_an_answer_changed_again_since_stays_and_is_named() -> None:
    after = BEFORE.with_answer("alpha", Answer("Changed.")).with_answer("beta", Answer("Changed too."))
    since = after.with_answer("alpha", Answer("Changed again."))

    taken_back = revert(UndoStep("a fill", BEFORE, after), since)

    assert taken_back.kept == ("alpha",)
    assert taken_back.session.answer("alpha").text == "Changed again."
    assert taken_back.session.answer("beta").text == "Two."


def test_a_position_is_taken_back_though_the_wording_was_changed_since() -> None:
    positions = {"agency": Position("agrees", "")}
    after = BEFORE.with_answer("alpha", replace(BEFORE.answer("alpha"), positions=positions))
    since = after.with_answer("alpha", after.answer("alpha").write("One and a half."))

    taken_back = revert(UndoStep("the position of the agency", BEFORE, after), since)

    assert taken_back.kept == ()
    assert taken_back.session.answer("alpha") == Answer("One and a half.")


def test_an_answer_that_comes_back_in_part_is_named() -> None:
    alternatives = {"agency": Alternative("Another.")}
    before = BEFORE.with_answer("alpha", replace(BEFORE.answer("alpha"), alternatives=alternatives))
    after = before.with_answer("alpha", Answer("Another."))
    since = after.with_answer("alpha", Answer("Another, better."))

    taken_back = revert(UndoStep("choosing a wording", before, after), since)

    assert taken_back.kept == ("alpha",)
    assert taken_back.session.answer("alpha") == Answer("Another, better.", alternatives=alternatives)


def test_names_and_opening_changed_again_since_stay() -> None:
    after = replace(BEFORE, parties=(Party("agency", name="A"),), facts={"state": "OH"}, opening="Ours.")
    since = replace(after, parties=(Party("agency", name="B"),), facts={"state": "IN"}, opening="Ours, better.")
    assert revert(UndoStep("a fill", BEFORE, after), since).session == since


@given(sessions(SMALL), sessions(SMALL))
def test_any_step_can_be_taken_back(before: Session, after: Session) -> None:
    after = replace(after, checklist=before.checklist, extra=before.extra)
    taken_back = revert(UndoStep("anything", before, after), after)
    assert taken_back.kept == ()
    assert {key: answer for key, answer in taken_back.session.answers.items() if answer != Answer()} == {
        key: answer for key, answer in before.answers.items() if answer != Answer()
    }
    assert replace(taken_back.session, answers={}) == replace(before, answers={})


@given(sessions(SMALL), sessions(SMALL), st.sampled_from(["alpha", "gamma"]), texts.filter(str.strip))
def test_words_written_after_a_step_survive_taking_it_back(
    before: Session, after: Session, question_id: str, text: str
) -> None:
    since = after.with_answer(question_id, replace(after.answer(question_id), text=f"{text} since"))
    assert revert(UndoStep("anything", before, after), since).session.answer(question_id).text == f"{text} since"


def test_a_step_with_a_history_of_its_own_is_taken_back_whatever_was_noted_since() -> None:
    first, theirs, since = (Entry(f"2026-11-2{day} 10:00", "note", text=f"Day {day}.") for day in (2, 1, 3))
    before = replace(BEFORE, history=BEFORE.history.add(first))
    after = replace(decode(encode(replace(before, history=History(added=(theirs, first)))), "after").session, title="M")
    step = UndoStep("taking in a copy", before, after)

    assert encode(revert(step, after).session) == encode(before)
    later = replace(after, history=after.history.add(since))
    back = revert(step, later).session
    assert (back.title, back.history.entries) == ("", (first, since))
    again = do_again(step, back).session
    assert (again.title, again.history.entries) == ("M", (theirs, first, since))
