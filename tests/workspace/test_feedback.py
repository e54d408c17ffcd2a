"""Filled forms are taken in after each reason was read, once, as one step; and what became of each is answered."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from mou_tui.errors import TooLarge
from mou_tui.exchange.forms.reader import forms_in, read_forms
from mou_tui.session.codec import encode
from mou_tui.session.earlier import Origin
from mou_tui.session.model import Answer, Session
from mou_tui.session.proposals import OutsideProposal
from mou_tui.workspace.feedback import MOST, FeedbackIntake
from tests.exchange.filled_forms import SESSION, WHO, table_form, word_form
from tests.strategies import SMALL
from tests.workspace.driver import WorkspaceDriver

A_DAY, AN_HOUR = "The SRO waits a day.", "The SRO waits an hour."


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Three forms: a parent's on two clauses, a student's, and a teacher's who gives a reason alone."""
    path = tmp_path / "forms"
    path.mkdir()
    parent = {
        WHO: "parent",
        "Your words for 1.1": A_DAY,
        "Your reason for 1.1": "Zoe Okapi waited.",
        "Your words for 2.1": "It runs.",
    }
    (path / "1.docx").write_bytes(word_form(parent))
    (path / "2.docx").write_bytes(word_form({WHO: "student", "Your words for 1.1": AN_HOUR}))
    (path / "3.csv").write_bytes(table_form(("2.1", "", "Why walk?", "teacher")))
    return path


def intake(driver: WorkspaceDriver, folder: Path) -> FeedbackIntake:
    return FeedbackIntake(driver.workspace, read_forms(forms_in(folder), SMALL, SESSION))


def held(session: Session) -> list[tuple[str, str, str, str]]:
    return [(held.question, held.from_, held.text, held.reason) for held in session.proposals]


def test_words_enter_and_no_reason_that_nobody_has_read(driver: WorkspaceDriver, folder: Path) -> None:
    taken = intake(driver, folder)
    assert taken.account == ("3 forms read: 4 proposals on 2 clauses, from 2 parents, a teacher and a student.")
    assert taken.outcome == "3 proposals taken in."
    assert taken.finish()
    assert held(driver.session) == [
        ("alpha", "parent", A_DAY, ""),
        ("gamma", "parent", "It runs.", ""),
        ("alpha", "student", AN_HOUR, ""),
    ]
    assert b"Okapi" not in encode(driver.session)
    assert driver.undo_message() == "Took back taking in proposals from outside."
    assert not driver.session.proposals


def test_of_each_the_reason_is_taken_too_or_all_is_left_out(driver: WorkspaceDriver, folder: Path) -> None:
    taken = intake(driver, folder)
    ways = [(candidate.proposal.text, candidate.choices) for candidate in taken.candidates]
    assert ways == [
        (A_DAY, ("words", "all", "out")),
        (AN_HOUR, ("words", "out")),
        ("It runs.", ("words", "out")),
        ("", ("all", "out")),
    ]
    first, second, _, reason = (candidate.index for candidate in taken.candidates)
    assert taken.choose(first, "all") and taken.choose(second, "out") and taken.choose(reason, "all")
    assert not taken.choose(reason, "words")
    assert taken.outcome == "3 proposals taken in, 2 with their reasons."
    assert taken.finish()
    assert held(driver.session) == [
        ("alpha", "parent", A_DAY, "Zoe Okapi waited."),
        ("gamma", "parent", "It runs.", ""),
        ("gamma", "teacher", "", "Why walk?"),
    ]


def test_the_same_folder_taken_in_again_brings_nothing_twice(driver: WorkspaceDriver, folder: Path) -> None:
    assert intake(driver, folder).finish()
    again = intake(driver, folder)
    assert again.account == "3 forms read: 1 proposal on 1 clause, from a teacher. 3 were taken in before."
    assert not again.finish()

    (folder / "4.docx").write_bytes(word_form({WHO: "a parent", "Your words for 1.1": A_DAY}))
    more = intake(driver, folder)
    assert [candidate.proposal.text for candidate in more.candidates] == [A_DAY, ""], "of another parent"
    assert more.finish() and len(driver.session.proposals) == 4


def test_what_was_struck_does_not_come_back_with_the_folder(driver: WorkspaceDriver, folder: Path) -> None:
    assert intake(driver, folder).finish()
    struck = tuple(replace(proposal, text="[removed]") for proposal in driver.session.proposals)
    driver.workspace.commit("it", replace(driver.session, proposals=struck))
    assert not intake(driver, folder).finish()


def test_more_than_a_session_can_hold_is_not_taken_in(driver: WorkspaceDriver, folder: Path) -> None:
    many = tuple(OutsideProposal(f"{number:08x}", "alpha", "x") for number in range(MOST))
    driver.workspace.commit("it", replace(driver.session, proposals=many))
    with pytest.raises(TooLarge):
        intake(driver, folder).finish()
    assert len(driver.session.proposals) == MOST
    encode(driver.session)


def test_several_are_answered_at_once_and_the_answer_is_taken_back(driver: WorkspaceDriver, folder: Path) -> None:
    assert intake(driver, folder).finish()
    first, second, third = (proposal.id for proposal in driver.session.proposals)
    assert driver.workspace.proposals.answer([first, third], "in part", " We  wait half\na day. ")
    answered = [(proposal.outcome, proposal.answer) for proposal in driver.session.proposals]
    assert answered == [("in part", "We wait half a day."), ("", ""), ("in part", "We wait half a day.")]
    assert driver.undo_message() == "Took back the answer to 2 proposals."
    assert all(proposal.is_open for proposal in driver.session.proposals)
    assert not driver.workspace.proposals.answer([second], "", "")


def test_its_words_stand_beside_the_clause_and_are_chosen_like_any_other(driver: WorkspaceDriver, folder: Path) -> None:
    driver.workspace.commit("it", driver.session.with_answer("alpha", Answer("The SRO waits.")))
    assert intake(driver, folder).finish()
    proposal = driver.session.proposals[0]
    assert driver.workspace.proposals.add_alternative(proposal) == ""
    ((alternative_id, beside),) = driver.session.answer("alpha").alternatives.items()
    assert alternative_id.startswith("alt-")
    assert (beside.text, beside.party, beside.author, beside.from_) == (A_DAY, "", "a parent", proposal.id)
    assert driver.workspace.proposals.add_alternative(proposal) == "It stands beside the clause already."

    driver.workspace.go("alpha")
    driver.workspace.positions.choose(alternative_id)
    answer = driver.session.answer("alpha")
    assert answer.text == A_DAY and answer.origin
    assert answer.origin == Origin("taken-in", proposal.id, answer.wording, answer.origin.looked)
    assert driver.workspace.proposals.add_alternative(proposal) == "The clause reads so already."


@pytest.mark.parametrize(
    ("proposal", "answer", "why"),
    [
        (OutsideProposal("1", "alpha", "", "why"), Answer(), "It is only a reason"),
        (OutsideProposal("1", "own-00000000", "x"), Answer(), "Its clause is not in this session"),
        (OutsideProposal("1", "alpha", "x"), Answer(not_applicable="no"), "Its clause does not apply"),
    ],
)
def test_what_cannot_stand_beside_a_clause_says_why(
    driver: WorkspaceDriver, proposal: OutsideProposal, answer: Answer, why: str
) -> None:
    driver.workspace.commit("it", driver.session.with_answer("alpha", answer))
    assert driver.workspace.proposals.add_alternative(proposal).startswith(why)
