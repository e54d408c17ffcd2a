from __future__ import annotations

import dataclasses

import pytest
from hypothesis import given

from mou_tui.session.model import Answer, Party, Session
from tests.strategies import EMPTY, SMALL, answers, sessions, texts


def test_a_session_cannot_be_changed_in_place() -> None:
    with pytest.raises(dataclasses.FrozenInstanceError):
        EMPTY.depth = "full"  # type: ignore[misc]


def test_an_answer_with_nothing_in_it_leaves_no_trace() -> None:
    session = EMPTY.with_answer("alpha", Answer("Words."))
    assert session.with_answer("alpha", Answer()) == EMPTY


def test_a_change_makes_a_new_session_and_leaves_the_old_one() -> None:
    session = EMPTY.with_answer("alpha", Answer("Words."))
    assert EMPTY.answers == {}
    assert session.answer("alpha").text == "Words."
    assert session.answer("beta") == Answer()


def test_a_party_is_added_or_changed_in_its_place() -> None:
    session = EMPTY.with_party(Party("agency", name="A")).with_party(Party("district", name="D"))
    renamed = session.with_party(Party("agency", name="B"))
    assert [party.name for party in renamed.parties] == ["B", "D"]
    assert renamed.party("agency").name == "B"
    assert renamed.party("parents") == Party("parents")


def test_only_parties_that_sign_are_signers() -> None:
    session = EMPTY.with_party(Party("agency")).with_party(Party("parents", part="consulted"))
    assert [party.id for party in session.signers] == ["agency"]


def test_a_fact_without_words_is_forgotten() -> None:
    session = EMPTY.with_fact("state", "VA")
    assert session.facts == {"state": "VA"}
    assert session.with_fact("state", "") == EMPTY


def test_taking_an_example_into_an_empty_answer_leaves_it_as_offered() -> None:
    taken = Answer().take("short", "The SRO shall wait.", offered="The SRO shall wait.")
    assert taken.is_unmodified_example
    assert taken.taken is not None
    assert taken.taken.example == "short"


def test_an_example_in_place_of_another_one_is_as_offered() -> None:
    first = Answer().take("short", "The SRO shall wait.", offered="The SRO shall wait.")
    second = first.take("long", "The SRO shall wait long.", offered="The SRO shall wait long.")
    assert second.is_unmodified_example
    assert second.taken is not None
    assert second.taken.example == "long"


@pytest.mark.parametrize(
    "whole",
    [
        "Our words. The SRO shall wait.",
        "The SRO shall wait. Our words.",
        "Our The SRO shall wait. words.",
    ],
)
def test_an_example_among_the_rooms_own_words_leaves_nothing_as_offered(whole: str) -> None:
    assert not Answer("Our words.").take("short", whole, offered="The SRO shall wait.").is_unmodified_example


def test_an_example_in_place_of_the_rooms_own_words_is_as_offered() -> None:
    own = Answer("The SRO")
    assert own.take("short", "The SRO shall wait.", offered="The SRO shall wait.").is_unmodified_example


def test_using_an_example_as_written_lasts_until_its_wording_changes() -> None:
    adopted = Answer().take("short", "Wait.", offered="Wait.").accept_example()
    assert not adopted.is_unmodified_example
    assert adopted.write("Wait!").text == "Wait!"
    assert not adopted.write("Wait!").is_unmodified_example


def test_there_is_nothing_to_adopt_in_the_rooms_own_words() -> None:
    own = Answer("Ours.")
    assert own.accept_example() == own


@given(answers, texts)
def test_filling_blanks_never_changes_whose_words_they_are(answer: Answer, text: str) -> None:
    assert answer.with_replaced_text(text).is_unmodified_example == answer.is_unmodified_example


@given(sessions(SMALL))
def test_writing_the_same_answers_again_changes_nothing(session: Session) -> None:
    again = session
    for question_id, answer in session.answers.items():
        if answer != Answer():
            again = again.with_answer(question_id, answer)
    assert again == session
