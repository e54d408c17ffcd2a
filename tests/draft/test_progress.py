from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mou_tui.draft.active_questions import active_questions
from mou_tui.draft.blank_items import blank_occurrences
from mou_tui.draft.blanks import find_blanks
from mou_tui.draft.opening import opening_of
from mou_tui.draft.progress import ProgressCounter, assess_progress
from mou_tui.draft.question_state import text_state
from mou_tui.draft.state_labels import STATE_GLYPHS, STATE_LABELS, TextState
from mou_tui.language.text import short_hash
from mou_tui.reports.open_items import open_items
from mou_tui.session.model import Answer, Deferral, ExampleOrigin, Session
from tests.strategies import EMPTY, SMALL, sessions, texts

QUESTIONS = [question.id for question in SMALL.questions()]
OFFERED = Answer("As offered.", ExampleOrigin("short", short_hash("As offered.")))

questions = st.sampled_from(QUESTIONS)


def with_answer(question_id: str, answer: Answer, session: Session = EMPTY) -> Session:
    return session.with_answer(question_id, answer)


@pytest.mark.parametrize(
    ("answer", "state"),
    [
        (Answer(), "empty"),
        (Answer(" \n\t"), "empty"),
        (Answer(current="What the old agreement says.", points=("first",), later=Deferral("counsel")), "empty"),
        (OFFERED, "example"),
        (OFFERED.accept_example(), "written"),
        (OFFERED.write("As changed."), "written"),
        (OFFERED.write("As changed.").write("As offered."), "example"),
        (Answer("In [number] days."), "blanks"),
        (Answer("In five days."), "written"),
        (Answer("In five days.", not_applicable="no cameras"), "not-applicable"),
        (Answer("In five days.", later=Deferral("counsel", "Friday")), "written"),
    ],
)
def test_the_state_of_an_answer(answer: Answer, state: TextState) -> None:
    assert text_state(answer) == state


def test_an_example_with_blanks_in_it_is_still_an_example() -> None:
    text = "In [number] days."
    offered = Answer(text, ExampleOrigin("short", short_hash(text)))
    assert text_state(offered) == "example"
    assert text_state(offered.accept_example()) == "blanks"


def test_an_adopted_example_that_is_changed_is_simply_written() -> None:
    assert text_state(OFFERED.accept_example().write("As changed.")) == "written"


def test_every_state_has_its_own_word_and_glyph() -> None:
    assert STATE_LABELS.keys() == STATE_GLYPHS.keys()
    assert len(set(STATE_LABELS.values())) == len(set(STATE_GLYPHS.values())) == len(STATE_LABELS)
    assert not set(STATE_GLYPHS.values()) & set("✓✔☑")


def test_only_what_the_depth_asks_counts() -> None:
    assert (assess_progress(SMALL, EMPTY).needed, assess_progress(SMALL, replace(EMPTY, depth="full")).needed) == (4, 6)


def test_what_was_said_about_a_further_question_stays_in_sight_at_the_lesser_depth() -> None:
    session = with_answer("beta", Answer("Words."))
    progress = assess_progress(SMALL, session)
    assert [question.id for question in progress.questions] == ["alpha", "beta", "gamma", "delta", "epsilon"]
    assert (progress.written, progress.needed) == (1, 5)


def test_a_question_that_does_not_apply_leaves_both_sides_of_the_count() -> None:
    session = with_answer("gamma", Answer("Words with [blanks]."), with_answer("alpha", Answer("Words.")))
    before = assess_progress(SMALL, session)
    after = assess_progress(
        SMALL, with_answer("gamma", Answer("Words with [blanks].", not_applicable="not ours"), session)
    )
    opening = len(before.opening)
    assert (before.written, before.needed, before.blanks) == (1, 4, opening + 1)
    assert (after.written, after.needed, after.blanks) == (1, 3, opening)
    assert (after.topics[1].written, after.topics[1].needed) == (0, 1)


@pytest.mark.parametrize("answer", [Answer(), Answer("Words."), OFFERED, Answer("[blank]")])
def test_points_and_what_the_current_agreement_says_never_change_the_count(answer: Answer) -> None:
    more = replace(answer, points=("first", "second"), current="The old words, with [blanks].")
    before, after = (
        assess_progress(SMALL, with_answer("alpha", answer)),
        assess_progress(SMALL, with_answer("alpha", more)),
    )
    points = before.questions[0].points
    assert (after.questions[0]._replace(points=points), *after.questions[1:]) == before.questions
    assert (after.written, after.needed, after.blanks) == (before.written, before.needed, before.blanks)


def test_whoever_must_check_first_keeps_a_written_question_open() -> None:
    written, put_off = Answer("Words."), Answer("Words.", later=Deferral("counsel"))
    (alpha, *_) = assess_progress(SMALL, with_answer("alpha", written)).questions
    assert not alpha.open
    (alpha, *_) = assess_progress(SMALL, with_answer("alpha", put_off)).questions
    assert alpha.open


def counts(session: Session) -> tuple[int, int, int]:
    progress = assess_progress(SMALL, session)
    return progress.written, progress.needed, progress.blanks


@given(sessions(SMALL), questions, texts)
def test_filling_an_empty_answer_lowers_no_count(session: Session, question_id: str, text: str) -> None:
    session = with_answer(question_id, session.answer(question_id).write(""), session)
    filled = with_answer(question_id, session.answer(question_id).write(text), session)
    assert all(after >= before for before, after in zip(counts(session), counts(filled), strict=True))
    for before, after in zip(
        assess_progress(SMALL, session).topics, assess_progress(SMALL, filled).topics, strict=True
    ):
        assert (after.written, after.needed) >= (before.written, before.needed)


@given(sessions(SMALL), questions, texts)
def test_clearing_an_answer_restores_exactly_what_was_before(session: Session, question_id: str, text: str) -> None:
    session = with_answer(question_id, session.answer(question_id).write(""), session)
    filled = with_answer(question_id, session.answer(question_id).write(text), session)
    cleared = with_answer(question_id, filled.answer(question_id).write(""), filled)
    assert assess_progress(SMALL, cleared) == assess_progress(SMALL, session)


@given(sessions(SMALL))
def test_the_whole_is_the_sum_of_its_topics_and_never_more_than_is_needed(session: Session) -> None:
    progress = assess_progress(SMALL, session)
    assert progress.written == sum(topic.written for topic in progress.topics)
    assert progress.needed == sum(topic.needed for topic in progress.topics)
    assert all(0 <= topic.written <= topic.needed for topic in progress.topics)


@given(sessions(SMALL), questions | st.sampled_from(["opening", "no such question"]))
def test_going_to_the_next_open_question_always_lands(session: Session, after: str) -> None:
    progress = assess_progress(SMALL, session)
    following = progress.next_open(after)
    open_items = [question for question in progress.questions if question.open]
    assert following in open_items if open_items else following is None


def test_going_from_open_to_open_visits_every_one_and_comes_round() -> None:
    session = with_answer("gamma", Answer("Words."))
    progress, place, seen = assess_progress(SMALL, session), "opening", []
    for _ in range(4):
        following = progress.next_open(place)
        assert following is not None
        place = following.id
        seen.append(place)
    assert seen == ["alpha", "delta", "epsilon", "alpha"]


def test_the_last_open_question_leads_to_itself_and_none_to_nowhere() -> None:
    session = EMPTY
    for question_id in ("alpha", "gamma", "delta"):
        session = with_answer(question_id, Answer("Words."), session)
    only = assess_progress(SMALL, session).next_open("epsilon")
    assert only is not None
    assert only.id == "epsilon"
    assert assess_progress(SMALL, with_answer("epsilon", Answer("Words."), session)).next_open("epsilon") is None


@given(sessions(SMALL))
def test_depth_never_renumbers(session: Session) -> None:
    essential, full = (assess_progress(SMALL, replace(session, depth=depth)) for depth in ("essential", "full"))
    numbers = {question.id: question.number for question in full.questions}
    assert all(numbers[question.id] == question.number for question in essential.questions)
    assert list(numbers) == QUESTIONS


def test_within_a_topic_the_essential_questions_come_first() -> None:
    asked = [question.id for question in active_questions(EMPTY, SMALL.topics[0])]
    assert asked == [question.id for question in SMALL.topics[0].questions[: len(asked)]]


def test_one_number_of_blanks_is_told_everywhere() -> None:
    session = with_answer("alpha", Answer("A [number] of [things], and [things]."), with_answer("gamma", Answer("TBD")))
    blanks = assess_progress(SMALL, session).blanks
    assert blanks == len(find_blanks(opening_of(SMALL, session))) + 4
    assert blanks == len(
        [occurrence for occurrence in blank_occurrences(SMALL, session) if not occurrence.is_dismissed]
    )
    (listed,) = (part for part in open_items(SMALL, session) if part.heading == "Blanks")
    assert listed.things == blanks > len(listed.lines)


@given(st.lists(sessions(SMALL), min_size=1, max_size=3), st.lists(st.tuples(questions, texts), max_size=6))
def test_a_counter_that_goes_on_from_what_it_counted_says_the_same_as_one_that_begins(
    starts: list[Session], typed: list[tuple[str, str]]
) -> None:
    counter = ProgressCounter(SMALL)
    for session in starts:
        assert counter.count(session) == assess_progress(SMALL, session)
        for question_id, text in typed:
            session = session.with_answer(question_id, session.answer(question_id).write(text))
            assert counter.count(session) == assess_progress(SMALL, session)
        for other in (
            replace(session, depth="full"),
            replace(session, parties=session.parties[:1]),
            replace(session, answers={}),
            replace(session, opening="In [number] days."),
        ):
            assert counter.count(other) == assess_progress(SMALL, other)


def test_what_did_not_change_is_not_counted_again() -> None:
    counter, session = ProgressCounter(SMALL), with_answer(QUESTIONS[0], Answer("In five days."))
    before = counter.count(session)
    after = counter.count(session.with_answer(QUESTIONS[0], Answer("In [number] days.")))
    assert before.topics[0] != after.topics[0]
    assert all(topic is counted for topic, counted in zip(before.topics[1:], after.topics[1:], strict=True))
