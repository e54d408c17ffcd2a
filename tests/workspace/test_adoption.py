"""An agreement in force: what is recorded of it, and that nothing else of its session changes from then on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from mou_tui.errors import Locked, Refused
from mou_tui.session.codec import decode, encode
from mou_tui.session.meeting import Alternative
from mou_tui.session.model import Answer, Session, Signatory
from mou_tui.session.proposals import OutsideProposal
from mou_tui.session.standing import agreement_digest, standing
from tests.workspace.driver import POLICE, SCHOOLS, WorkspaceDriver

CHANGES: dict[str, Callable[[WorkspaceDriver], object]] = {
    "typing": lambda driver: driver.workspace.answers.write_typed("Other words.", group=1),
    "the opening": lambda driver: driver.workspace.commit("x", replace(driver.session, opening="Between us.")),
    "a position": lambda driver: driver.workspace.positions.take("district", "objects", "the fee"),
    "a meeting": lambda driver: driver.begin(),
    "a note": lambda driver: driver.workspace.minutes.capture("note", "The mayor joins us."),
    "a milestone": lambda driver: driver.workspace.minutes.mark("first reading"),
    "a signatory": lambda driver: driver.workspace.signatories.write("agency", None, "Pat Doe"),
    "the parties": lambda driver: driver.workspace.parties.update([replace(POLICE, name="Other")], {}),
    "a fact": lambda driver: driver.workspace.parties.update([], {"start-date": "July 1, 2030"}),
    "depth": lambda driver: driver.workspace.set_depth("full"),
    "clearing": lambda driver: driver.workspace.answers.clear(),
}


@pytest.fixture
def adopted(driver: WorkspaceDriver) -> WorkspaceDriver:
    workspace = driver.workspace
    workspace.go("alpha")
    workspace.answers.write_typed("The SRO shall wait.", group=1)
    workspace.adoption.record(adopted="March 9, 2027", resolution="Resolution 14", signed="March 12, 2027")
    return driver


def test_what_was_adopted_is_recorded_with_the_words_it_was_adopted_in(adopted: WorkspaceDriver) -> None:
    held = adopted.session.in_force
    assert held is not None
    assert (held.adopted, held.resolution, held.signed) == ("March 9, 2027", "Resolution 14", "March 12, 2027")
    assert held.digest == agreement_digest(adopted.session)
    assert len(adopted.session.agreement) == 12
    assert [entry.text for entry in adopted.entries if entry.kind == "milestone"] == ["the adoption"]


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_every_other_change_is_refused_with_the_way_on(
    adopted: WorkspaceDriver, change: Callable[[WorkspaceDriver], object]
) -> None:
    before = adopted.session
    with pytest.raises(Locked) as refusal:
        change(adopted)
    assert adopted.session == before
    message = refusal.value.message
    assert message.startswith("In force since March 12, 2027") or message.startswith("In force from March 12, 2027")
    assert "amendment" in message
    assert "renew" in message


def test_where_it_was_posted_and_filed_can_be_added_later(adopted: WorkspaceDriver) -> None:
    before = adopted.session.in_force
    given = {"adopted": "March 9, 2027", "posted": "the website", "filed": "the state"}
    assert adopted.workspace.adoption.record(**given)
    held = adopted.session.in_force
    assert before and held and (held.posted, held.filed, held.digest) == ("the website", "the state", before.digest)
    adopted.workspace.undo()
    assert adopted.session.in_force == before


def test_the_adoption_itself_can_be_taken_back_and_done_again(adopted: WorkspaceDriver) -> None:
    assert adopted.undo_message() == "Took back recording the adoption."
    assert adopted.session.in_force is None
    assert not adopted.workspace.read_only
    adopted.workspace.redo()
    assert adopted.session.in_force is not None
    adopted.workspace.undo()
    adopted.workspace.answers.write_typed("Other words.", group=2)
    assert adopted.session.answer("alpha").text == "Other words."


def test_a_meeting_that_goes_on_is_ended_first(driver: WorkspaceDriver) -> None:
    driver.begin()
    with pytest.raises(Refused, match="End it first"):
        driver.workspace.adoption.record(adopted="March 9, 2027")
    assert driver.session.in_force is None


def with_two_wordings(session: Session, *clause_ids: str) -> Session:
    for clause_id in clause_ids:
        session = session.with_answer(clause_id, Answer("Ours.", alternatives={"a1": Alternative("Theirs.")}))
    return session


def test_clauses_with_several_wordings_are_decided_first(driver: WorkspaceDriver) -> None:
    workspace = driver.workspace
    ids = [question.id for question in workspace.checklist.questions()]
    workspace.commit("x", replace(with_two_wordings(driver.session, *ids[:2]), depth="full"))
    numbers = [f"{workspace.checklist.number(name)} {workspace.checklist.question(name).label}" for name in ids[:2]]
    with pytest.raises(Refused) as refusal:
        workspace.adoption.record(adopted="March 9, 2027")
    assert refusal.value.message == (
        f"Choose one of the wordings of {numbers[0]} and {numbers[1]} first; "
        "then record that the agreement was adopted."
    )
    assert driver.session.in_force is None
    answers = {name: Answer("Ours.") for name in ids[:2]}
    workspace.commit("x", replace(driver.session, answers={**driver.session.answers, **answers}))
    assert workspace.adoption.record(adopted="March 9, 2027")


def test_of_many_undecided_clauses_three_are_named(driver: WorkspaceDriver) -> None:
    ids = [question.id for question in driver.workspace.checklist.questions()]
    driver.workspace.commit("x", with_two_wordings(driver.session, *ids))
    with pytest.raises(Refused, match=f" and {len(ids) - 3} other clauses? first;"):
        driver.workspace.adoption.require_ready()


def test_wordings_of_what_does_not_apply_hold_nothing_up(driver: WorkspaceDriver) -> None:
    session = with_two_wordings(driver.session, "alpha")
    set_aside = replace(session.answer("alpha"), not_applicable="there are none")
    driver.workspace.commit("x", session.with_answer("alpha", set_aside))
    driver.workspace.adoption.require_ready()


def test_what_is_left_open_is_counted_until_it_is_in_force(driver: WorkspaceDriver) -> None:
    workspace, proposal = driver.workspace, OutsideProposal("00000001", "alpha", "Calm schools.")
    words = {question.id: Answer("Settled.") for question in workspace.checklist.questions()}
    workspace.commit("x", replace(driver.session, depth="full", answers=words, opening="Between us."))
    assert workspace.adoption.left_open == ""
    workspace.commit("x", replace(driver.session.with_answer("alpha", Answer()), proposals=(proposal,)))
    assert workspace.adoption.left_open == "1 clause has no words and 1 proposal has no answer."
    workspace.commit("x", driver.session.with_answer("alpha", Answer("In [number] days and [number] weeks.")))
    assert workspace.adoption.left_open == "2 blanks are left and 1 proposal has no answer."
    workspace.adoption.record(adopted="March 9, 2027")
    assert workspace.adoption.left_open == ""


def test_what_stands_against_it_is_counted_too(driver: WorkspaceDriver) -> None:
    workspace = driver.workspace
    words = {question.id: Answer("Settled.") for question in workspace.checklist.questions()}
    workspace.commit("x", replace(driver.session, depth="full", answers=words, opening="Between us."))
    workspace.go("alpha")
    workspace.positions.take("district", "objects", "the fee")
    workspace.answers.defer("counsel", "")
    assert workspace.adoption.left_open == "1 objection is not settled and 1 check is still to be made."


def test_a_proposal_is_still_answered_in_force_and_not_put_beside(driver: WorkspaceDriver) -> None:
    workspace, proposal = driver.workspace, OutsideProposal("00000001", "alpha", "Calm schools.")
    workspace.commit("x", replace(driver.session, proposals=(proposal,)))
    workspace.adoption.record(adopted="March 9, 2027")
    digest = agreement_digest(driver.session)
    assert workspace.proposals.answer([proposal.id], "not", "Too late.")
    assert [(held.outcome, held.answer) for held in driver.session.proposals] == [("not", "Too late.")]
    assert driver.session.in_force and driver.session.in_force.digest == digest == agreement_digest(driver.session)
    workspace.undo()
    assert driver.session.proposals == (proposal,) and driver.session.in_force
    with pytest.raises(Locked):
        workspace.proposals.add_alternative(proposal)
    for changed in ((), (replace(proposal, text="Other."),)):
        with pytest.raises(Locked):
            workspace.commit("x", replace(driver.session, proposals=changed))


def test_without_the_day_of_the_adoption_nothing_is_recorded(driver: WorkspaceDriver) -> None:
    with pytest.raises(Refused, match="when it was adopted"):
        driver.workspace.adoption.record(adopted=" ", resolution="Resolution 14")


def test_the_last_signature_is_offered_where_every_one_is_dated(driver: WorkspaceDriver) -> None:
    dates = {"agency": "March 12, 2027", "district": "3/10/2027"}
    for party, date in dates.items():
        assert driver.workspace.adoption.recorded.signed == ""
        driver.workspace.signatories.write(party, None, "Somebody", date=date)
    assert driver.workspace.adoption.recorded.signed == "March 12, 2027"


@pytest.mark.parametrize(
    ("signed", "start", "today", "expected"),
    [
        ("March 12, 2027", "", "2027-04-01", "In force since March 12, 2027"),
        ("March 12, 2027", "July 1, 2027", "2027-08-01", "In force since July 1, 2027"),
        ("March 12, 2027", "July 1, 2027", "2027-04-01", "In force from July 1, 2027"),
        ("August 3, 2027", "July 1, 2027", "2027-09-01", "In force since August 3, 2027"),
        ("March 12, 2027", "July 1, 2027", "", "In force from July 1, 2027"),
        ("", "July 1, 2027", "2027-09-01", "Adopted March 9, 2027, not signed yet"),
        ("on the third Friday", "", "2027-09-01", "In force; signed on the third Friday"),
    ],
)
def test_it_is_in_force_from_its_start_and_never_before_the_last_signature(
    adopted: WorkspaceDriver, signed: str, start: str, today: str, expected: str
) -> None:
    assert adopted.session.in_force
    session = replace(
        adopted.session.with_fact("start-date", start), in_force=replace(adopted.session.in_force, signed=signed)
    )
    assert standing(session, today) == expected


def test_the_file_says_that_it_needs_a_newer_program(adopted: WorkspaceDriver) -> None:
    data = encode(adopted.session)
    assert data.startswith(b"#") and b'format: "2"' in data
    assert decode(data, "a").session == adopted.session


@pytest.mark.parametrize(
    ("place", "is_of_the_agreement"),
    [("answer", True), ("opening", True), ("party", True), ("fact", True), ("position", False), ("signatory", False)],
)
def test_the_digest_changes_with_the_agreement_alone(
    driver: WorkspaceDriver, place: str, is_of_the_agreement: bool
) -> None:
    before = agreement_digest(driver.session)
    session = driver.session
    if place == "answer":
        session = session.with_answer("alpha", Answer("Words."))
    elif place == "opening":
        session = replace(session, opening="Between us.")
    elif place == "party":
        session = session.with_party(replace(SCHOOLS, name="Another"))
    elif place == "fact":
        session = session.with_fact("start-date", "July 1, 2027")
    elif place == "signatory":
        session = session.with_party(replace(SCHOOLS, signatories=(Signatory("Ann"),)))
    else:
        session = session.with_answer("alpha", Answer(points=("first",)))
    assert (agreement_digest(session) != before) is is_of_the_agreement
