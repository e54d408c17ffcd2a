"""Clauses that do not go together are said to the room in one sentence, at both, and hold nothing up."""

from __future__ import annotations

from dataclasses import replace

import pytest

from mou_tui.checklist.loader import load
from mou_tui.draft.blanks import fill_blanks, known_values
from mou_tui.draft.opening import opening_of
from mou_tui.reports.clashes import OWN_WORDS, clash_words, clashes, undefined_words
from mou_tui.reports.review import review
from mou_tui.reports.signing import before_signing
from mou_tui.session.model import Answer, Session
from tests.checklist.content import FILLED

SRO = load()
POST, LIAISON = "absence-and-recall/consent", "scope/liaison"


def chosen(*paths: str, session: Session = FILLED) -> Session:
    """A session whose answers are examples as taken."""
    for path in paths:
        question_id, _, example_id = path.partition("/")
        example = next(item for item in SRO.question(question_id).examples if item.id == example_id)
        text = fill_blanks(example.text, known_values(SRO, session))
        session = session.with_answer(question_id, Answer().take(example_id, text, offered=text))
    return session


def test_two_examples_that_exclude_each_other_are_said_at_both_clauses_with_the_sentence() -> None:
    words = clash_words(SRO, chosen(POST, LIAISON))
    why = "One clause keeps a post at a school filled, and the other stations no officer there."
    assert words == {
        "absence-and-recall": (f"read with 1.2 Schools, days and hours: {why}",),
        "scope": (f"read with 3.6 Absence, recall and coverage: {why}",),
    }


def test_the_review_can_show_the_clauses_that_clash_alone() -> None:
    shown = review(SRO, chosen(POST, LIAISON, "purpose/safety")).filtered("clashes")
    assert [row.clause_id for _, rows in shown for row in rows] == ["scope", "absence-and-recall"]


def test_where_they_go_together_nothing_is_said() -> None:
    assert clashes(SRO, chosen(POST, "scope/each-school", "training/before-duty")) == ()


def test_what_is_needed_is_missed_only_once_the_other_clause_is_known() -> None:
    team = "threat-information/on-the-team"
    assert clashes(SRO, chosen(team)) == ()
    assert clashes(SRO, chosen(team, "records/official")) == ()
    (clash,) = clashes(SRO, chosen(team, "records/not-official"))
    assert (clash.kind, clash.clause_id, clash.other_id) == ("needs", "threat-information", "records")
    own = chosen(team).with_answer("records", Answer("The SRO sees what the Principal shows."))
    assert clashes(SRO, own) == ()


def test_a_ticked_point_is_enough_of_what_is_needed() -> None:
    session = chosen(POST, "training/before-duty")
    bare = Answer("Each SRO shall be trained.", taken=session.answer("training").taken)
    (clash,) = clashes(SRO, session.with_answer("training", bare))
    assert clash.why.endswith(OWN_WORDS)
    assert clashes(SRO, session.with_answer("training", replace(bare, points=("substitutes",)))) == ()


def test_of_changed_wording_it_is_said_that_own_words_may_have_settled_it() -> None:
    session = chosen(POST, LIAISON)
    answer = session.answer("scope")
    (clash,) = clashes(SRO, session.with_answer("scope", answer.write(f"{answer.text} One SRO stays at the School.")))
    assert clash.why.endswith(OWN_WORDS)


@pytest.mark.parametrize("answer", [Answer(), Answer(not_applicable="no such days"), Answer("In our own words.")])
def test_what_is_not_there_or_not_known_clashes_with_nothing(answer: Answer) -> None:
    assert clashes(SRO, chosen(POST, LIAISON).with_answer("scope", answer)) == ()


def test_the_review_and_the_signing_page_say_so_and_lead_to_either_clause() -> None:
    session = chosen(POST, LIAISON)
    rows = {row.clause_id: row.status for _, rows in review(SRO, session).sections for row in rows}
    assert "read with 1.2 Schools, days and hours" in rows["absence-and-recall"]
    assert "read with 3.6 Absence, recall and coverage" in rows["scope"]
    (part,) = (part for part in before_signing(SRO, session) if part.heading == "Clauses to read together")
    assert {line.clause_id for line in part.lines} == {"scope", "absence-and-recall"}


def test_an_opening_in_own_words_is_told_what_it_does_not_define() -> None:
    session = replace(chosen("mutual-notice/central-contacts"), opening="“Principal” means the head of a school.")
    undefined = undefined_words(SRO, session)
    assert any(line.startswith("“business day” is used in the draft") for line in undefined)
    assert not any("“Principal”" in line or "“semester”" in line for line in undefined)
    assert undefined_words(SRO, replace(session, opening="")) == ()


def test_the_opening_defines_each_term_that_is_used_once_and_no_other() -> None:
    plain = opening_of(SRO, FILLED)
    assert "“yearly survey” means" not in plain
    used = opening_of(SRO, chosen("evaluation/survey"))
    assert used.count("“yearly survey” means") == 1
    assert used.count("“parent or guardian” means") == 1, "a definition brings the terms it uses"
