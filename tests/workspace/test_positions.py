"""Positions and alternatives through the workspace: what each leaves in the session, and what an edit does to it."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from mou_tui.draft.agreement import agreement_of
from mou_tui.draft.progress import assess_progress
from mou_tui.language.text import short_hash
from mou_tui.reports.comparison import compare_sessions
from mou_tui.session.earlier import Origin
from mou_tui.session.meeting import Alternative, Position, Stance
from mou_tui.session.model import OPENING, Answer, Deferral, ExampleOrigin, Session
from tests.strategies import SMALL, positions_on, sessions, texts
from tests.workspace.driver import NAMED, POLICE, SCHOOLS, WorkspaceDriver, state, states


class TestPositions:
    def test_each_party_says_what_it_thinks_of_the_wording(self, driver: WorkspaceDriver) -> None:
        driver.workspace.answers.write("The SRO waits.")
        driver.begin()
        driver.workspace.positions.take("agency", "agrees")
        driver.workspace.positions.take("district", "objects", "the fee")
        driver.workspace.positions.take("parents", "must-check", who="the board", by="Friday")
        assert states(driver) == {
            "agency": "agrees",
            "district": "objects (the fee)",
            "parents": "must check first, with the board, by Friday (March 6, 2026)",
        }
        position = driver.workspace.answer.positions["district"]
        assert (position.at, position.meeting) == ("2026-03-04 12:00", driver.session.meetings[0].id)
        assert [(entry.party, entry.stand, entry.text, entry.who, entry.by) for entry in driver.entries[1:]] == [
            ("agency", "agrees", "", "", ""),
            ("district", "objects", "the fee", "", ""),
            ("parents", "must-check", "", "the board", "Friday"),
        ]

    def test_there_is_no_position_on_nothing(self, driver: WorkspaceDriver) -> None:
        assert not driver.workspace.positions.is_possible
        driver.workspace.answers.write("  \n")
        assert not driver.workspace.positions.is_possible
        driver.workspace.answers.write("The SRO waits.")
        assert driver.workspace.positions.is_possible
        driver.workspace.go(OPENING)
        assert not driver.workspace.positions.is_possible

    def test_a_changed_wording_asks_for_confirmation_and_the_old_one_brings_the_position_back(
        self, driver: WorkspaceDriver
    ) -> None:
        driver.workspace.answers.write("The SRO waits.")
        driver.workspace.positions.take("agency", "agrees")
        driver.workspace.locks.unlock(driver.workspace.clause_id)
        driver.workspace.answers.write("The SRO waits 3 days.")
        assert states(driver)["agency"] == "agrees (to confirm: the wording changed since)"
        assert state(driver) == "to-confirm"
        driver.workspace.answers.write("\nThe SRO waits. ")
        assert states(driver)["agency"] == "agrees"

    def test_all_present_can_live_with_it_and_an_objection_stays(self, driver: WorkspaceDriver) -> None:
        driver.begin("agency", "district")
        driver.workspace.answers.write("The SRO waits.")
        driver.workspace.positions.take("district", "objects", "the fee")
        assert [party.id for party in driver.workspace.positions.all_can_live_with()] == ["agency"]
        assert states(driver) == {
            "agency": "can live with it",
            "district": "objects (the fee)",
            "parents": "not asked yet",
        }
        assert driver.workspace.positions.all_can_live_with() == ()

    def test_what_was_said_of_another_wording_is_asked_again(self, driver: WorkspaceDriver) -> None:
        driver.workspace.answers.write("The SRO waits.")
        driver.workspace.positions.take("district", "objects", "the fee")
        driver.workspace.answers.write("The SRO waits, for free.")
        assert "district" in [party.id for party in driver.workspace.positions.all_can_live_with()]

    def test_agreed_is_what_every_signer_can_live_with(self, driver: WorkspaceDriver) -> None:
        driver.workspace.answers.write("The SRO waits.")
        driver.workspace.positions.take("parents", "objects", "the hours")
        driver.workspace.positions.take("agency", "agrees")
        assert state(driver) == "partly"
        driver.workspace.positions.take("district", "can-live-with")
        assert state(driver) == "agreed"
        assert [objection.party.id for objection in driver.workspace.positions.agreement.objections] == ["parents"]
        assert driver.workspace.progress().objections == 1
        driver.workspace.positions.forget("district")
        assert states(driver)["district"] == "not asked yet"
        assert state(driver) == "partly"

    def test_a_party_that_is_only_consulted_confirms_without_holding_up_who_signs(
        self, driver: WorkspaceDriver
    ) -> None:
        driver.workspace.answers.write("The SRO waits.")
        driver.workspace.positions.take("parents", "agrees")
        driver.workspace.answers.write("The SRO waits outside.")
        for party in ("agency", "district"):
            driver.workspace.positions.take(party, "agrees")
        assert state(driver) == "agreed"
        assert driver.workspace.progress().to_confirm == 1
        assert driver.workspace.progress().questions[0].open

    def test_what_was_taken_down_in_only_one_of_two_files_is_told(self, driver: WorkspaceDriver) -> None:
        before = driver.session
        driver.begin("agency", "district")
        driver.workspace.minutes.capture("decision", "Ask the insurer.")
        driver.workspace.minutes.act("ask the insurer")
        words = compare_sessions(driver.workspace.checklist, before, driver.session)
        assert words == "Not in the file: 1 meeting, 1 decision and 1 action."
        assert compare_sessions(driver.workspace.checklist, driver.session, before).startswith(
            "Only in the file: 1 meeting"
        )

    def test_what_changes_nothing_is_no_step_to_take_back(self, driver: WorkspaceDriver) -> None:
        driver.begin("agency", "district")
        driver.workspace.minutes.capture("decision", "Ask the insurer.")
        assert not driver.workspace.answers.clear()
        assert not driver.workspace.parties.update(driver.session.parties, {})
        assert not driver.workspace.meetings.attend(driver.workspace.meetings.attendance())
        assert not driver.workspace.minutes.restore("alpha", "")
        taken_back = driver.workspace.undo()
        assert taken_back and "decision" in taken_back.message

    def test_prepared_essentials_are_confirmed_in_one_step(self, driver: WorkspaceDriver) -> None:
        for place, text in (("alpha", "One."), ("gamma", "Two [blank]."), ("delta", "Three.")):
            driver.workspace.go(place)
            driver.workspace.answers.write(text)
        assert [progress.id for progress in driver.workspace.positions.prepared()] == ["alpha", "delta"]
        driver.begin("agency", "district")
        before = driver.session
        driver.workspace.positions.confirm_prepared(["alpha", "delta"])
        assert driver.workspace.progress().agreed == 2
        assert driver.workspace.positions.prepared() == ()
        driver.workspace.undo()
        assert driver.session == before
        driver.workspace.go("alpha")
        driver.workspace.answers.write("One, as worded in the meeting.")
        assert [progress.id for progress in driver.workspace.positions.prepared()] == ["delta"]

    def test_words_that_nobody_looked_at_are_not_prepared(self, driver: WorkspaceDriver) -> None:
        driver.workspace.answers.write("One.")
        answer = driver.workspace.answer
        unseen = replace(answer, origin=Origin("earlier", "d1", answer.wording))
        driver.workspace.commit("x", driver.session.with_answer("alpha", unseen))
        sorted_ = driver.workspace.positions.sorted_prepared()
        assert (sorted_.ready, sorted_.left_out[0].numbers) == ((), ("1.1",))
        assert sorted_.left_out[0].reason == "words that came along and nobody has looked at"


class TestAlternatives:
    def test_wordings_are_side_by_side_until_one_is_chosen(self, driver: WorkspaceDriver) -> None:
        driver.workspace.answers.write("The SRO waits.")
        assert driver.workspace.positions.propose("district", "The SRO never\x1b waits.") == 1
        assert driver.workspace.progress().questions[0].state_label == "two wordings, choose A or B"
        assert driver.workspace.progress().written == 0
        driver.workspace.positions.choose("district")
        assert driver.workspace.answer.text == "The SRO never\u241b waits."
        assert driver.workspace.answer.alternatives == {}
        assert driver.workspace.progress().written == 1
        assert [(entry.kind, entry.party, entry.text) for entry in driver.entries] == [
            ("wording", "", "The SRO waits."),
            ("alternative", "district", "The SRO never\u241b waits."),
            ("choice", "district", ""),
            ("wording", "", "The SRO never\u241b waits."),
        ]

    def test_the_current_wording_can_be_chosen(self, driver: WorkspaceDriver) -> None:
        driver.workspace.answers.write("The SRO waits.")
        driver.workspace.positions.propose("district", "Never.")
        driver.workspace.positions.propose("agency", "Always.")
        driver.workspace.positions.choose("")
        assert (driver.workspace.answer.text, driver.workspace.answer.alternatives) == ("The SRO waits.", {})
        assert [entry.text for entry in driver.entries if entry.kind == "alternative"] == ["Never.", "Always."]

    def test_a_proposal_can_be_changed_and_withdrawn(self, driver: WorkspaceDriver) -> None:
        driver.workspace.positions.propose("district", "Never.")
        driver.workspace.positions.propose("district", "Seldom.")
        assert driver.workspace.answer.alternatives["district"].text == "Seldom."
        driver.workspace.positions.propose("district", " ")
        assert driver.workspace.answer.alternatives == {}
        assert driver.entries[-1].text == ""
        count_before = len(driver.entries)
        driver.workspace.positions.propose("district", "")
        assert len(driver.entries) == count_before, "withdrawing what is not there is nothing"


def test_whoever_did_not_agree_to_the_earlier_wording_is_not_forgotten_with_it(driver: WorkspaceDriver) -> None:
    driver.workspace.answers.write("The SRO waits.")
    driver.workspace.positions.take("agency", "agrees")
    driver.workspace.positions.take("district", "must-check", who="the school board", by="May 1")
    driver.workspace.positions.take("parents", "objects", "the fee")
    driver.workspace.locks.unlock(driver.workspace.clause_id)
    driver.workspace.answers.write("The SRO waits long.")
    words = [item.text for item in driver.workspace.meetings.agenda().items if item.matter == "to confirm"]
    assert words == [
        "About alpha: Police Department, School District (earlier: must check first, with the school board, by May 1), "
        "Parent Council (earlier: objects: the fee)"
    ]


@given(sessions(SMALL), st.data())
def test_positions_never_change_a_text_or_its_count(session: Session, data: st.DataObject) -> None:
    agreed = session
    for question in SMALL.questions():
        answer = session.answer(question.id)
        drawn = data.draw(
            st.dictionaries(st.sampled_from(["agency", "district"]), positions_on(answer.text), max_size=2)
        )
        agreed = agreed.with_answer(question.id, replace(answer, positions=drawn))
    before, after = assess_progress(SMALL, session), assess_progress(SMALL, agreed)
    assert (before.written, before.needed, before.blanks) == (after.written, after.needed, after.blanks)
    assert [(item.id, item.state, item.state_label, item.blanks) for item in before.questions] == [
        (entry.id, entry.state, entry.state_label, entry.blanks) for entry in after.questions
    ]


STANCES: list[Stance] = ["agrees", "can-live-with", "objects", "must-check", "no-position"]


@given(texts.filter(str.strip), texts, st.sampled_from(STANCES))
def test_editing_a_wording_never_loses_a_position(text: str, other: str, stand: Stance) -> None:
    answer = Answer(text)
    answer = replace(answer, positions={"agency": Position(stand, answer.wording, "the fee")})
    edited = NAMED.with_answer("alpha", answer.write(other))
    (standing, *_) = agreement_of(edited, "alpha").stances
    assert standing.position == answer.positions["agency"]
    same = other.strip() == text.strip()
    assert standing.is_current == same
    assert (standing in agreement_of(edited, "alpha").to_confirm) != same
    assert standing.description.endswith("(to confirm: the wording changed since)") != same


def test_a_position_on_a_filled_or_refilled_wording_is_asked_for_again(driver: WorkspaceDriver) -> None:
    driver.workspace.answers.write("Wait until [start date].")
    driver.workspace.positions.take("agency", "agrees")
    driver.workspace.parties.update((), {"start-date": "July 1, 2027"})
    assert driver.workspace.answer.text == "Wait until July 1, 2027."
    assert states(driver)["agency"].endswith("(to confirm: the wording changed since)")


def test_nothing_counts_twice_on_the_two_axes() -> None:
    offered = "As offered."
    answer = Answer(
        offered,
        ExampleOrigin("short", short_hash(offered)),
        later=Deferral("counsel"),
        positions={party.id: Position("agrees", Answer(offered).wording) for party in (POLICE, SCHOOLS)},
    )
    done = assess_progress(SMALL, NAMED.with_answer("alpha", answer))
    assert (done.written, done.agreed, done.later) == (0, 1, 1)
    disputed = replace(answer, alternatives={"agency": Alternative("Never.")})
    done = assess_progress(SMALL, NAMED.with_answer("alpha", disputed))
    assert (done.written, done.agreed) == (0, 0)
    aside = replace(answer, not_applicable="no cameras")
    done = assess_progress(SMALL, NAMED.with_answer("alpha", aside))
    assert (done.agreed, done.needed) == (0, 3)


def test_a_reason_becomes_part_of_the_objection_it_follows(driver: WorkspaceDriver) -> None:
    driver.workspace.answers.write("The SRO shall wait.")
    driver.workspace.history.log_wordings()
    before = driver.session
    driver.workspace.positions.take("district", "objects")
    driver.workspace.positions.give_reason("district", "  the fee ")

    assert driver.workspace.answer.positions["district"].reason == "the fee"
    assert [(entry.kind, entry.text) for entry in driver.entries[-2:]] == [
        ("wording", "The SRO shall wait."),
        ("position", "the fee"),
    ]
    driver.workspace.undo()
    assert driver.session == before


def test_a_reason_that_comes_later_is_a_step_of_its_own(driver: WorkspaceDriver) -> None:
    driver.workspace.answers.write("The SRO shall wait.")
    driver.workspace.positions.take("agency", "must-check", who="the mayor", by="Friday")
    driver.workspace.positions.take("district", "agrees")
    driver.workspace.positions.give_reason("agency", "the budget")
    position = driver.workspace.answer.positions["agency"]
    assert (position.stand, position.reason, position.who, position.by) == (
        "must-check",
        "the budget",
        "the mayor",
        "Friday",
    )

    driver.workspace.undo()
    assert driver.workspace.answer.positions["agency"].reason == ""
    assert driver.workspace.answer.positions["district"].stand == "agrees"
    driver.workspace.positions.give_reason("parents", "nobody has asked them")
    assert "parents" not in driver.workspace.answer.positions
