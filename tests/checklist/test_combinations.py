"""Any combination of examples makes one agreement: no undeclared clash, no undefined term, no reference to nowhere.

The rules in `combining` see what wording gives away and understand nothing: that two clauses mean the same thing, or
the opposite, by other words is for the people who read the whole drafts.
"""

from __future__ import annotations

import random
import re

import pytest

from mou_tui.checklist.model import Example, Question
from mou_tui.draft.blanks import fill_blanks
from mou_tui.draft.definitions import used_terms
from mou_tui.draft.draft import assemble, signers
from mou_tui.reports.clashes import clashes
from mou_tui.session.model import Answer
from tests.checklist.combining import ALONE, PAIRS, alone, declared, pairs, together
from tests.checklist.content import FILLED, SRO, VALUES, every_example

DEFINED = (
    *("business day", "law enforcement unit", "education record", "student-records law", "directory information"),
    *("employee", "parent or guardian", "serious breach", "serious harm", "semester", "school year"),
    *("threat assessment team", "governing body", "substitute", "records custodian", "yearly survey", "both heads"),
    *("juvenile-record law", "SRO program", "FERPA", "Civil Rights Data Collection"),
    *("family languages", "last signature", "trained employee", "vacancy"),
)
"""Words that a lawyer will ask about, whichever definitions there are."""
ESSENTIAL = {SRO.number(question.id) for question in SRO.questions("essential")}


def opening(*examples: Example) -> str:
    texts = [SRO.opening, *(example.text for example in examples)]
    used = used_terms(SRO.definitions, texts)
    return "\n".join(definition.text for definition in SRO.definitions if definition.term in used)


def undefined(*examples: Example) -> list[str]:
    text, defined = "\n".join(example.text for example in examples), opening(*examples)
    used = [term for term in DEFINED if re.search(rf"\b{term[:-1]}(?:y|{term[-1]}|ies)", text, re.IGNORECASE)]
    return [term for term in used if defined.count(f"“{term}” ") != 1]


@every_example
def test_an_example_is_at_odds_with_none_of_what_others_rely_on(question: Question, example: Example) -> None:
    assert list(alone(example.text)) == []
    assert undefined(example) == []


@every_example
def test_an_example_refers_only_to_clauses_that_every_draft_has(question: Question, example: Example) -> None:
    assert set(re.findall(r"\bSection ([\d.]*\d)", example.text)) <= ESSENTIAL


def test_every_pair_that_shares_a_subject_goes_together_or_is_said_not_to() -> None:
    undeclared = [
        (question.id, example.id, other.id, other_example.id, rule)
        for question, example, other, other_example in pairs(SRO)
        for rule in together(example.text, other_example.text)
        if not declared(question, example, other, other_example)
    ]
    assert undeclared == []


def test_the_agreement_of_every_such_pair_defines_its_terms_and_says_its_clashes() -> None:
    for question, example, other, other_example in pairs(SRO):
        assert undefined(example, other_example) == []
        session = FILLED.with_answer(question.id, taken(example)).with_answer(other.id, taken(other_example))
        clashing = {frozenset((clash.clause_id, clash.other_id)) for clash in clashes(SRO, session)}
        expected = {frozenset((question.id, other.id))} if declared(question, example, other, other_example) else set()
        assert clashing == expected, (question.id, example.id, other.id, other_example.id)


def test_ten_thousand_whole_agreements_hold_nothing_undeclared() -> None:
    chance = random.Random(2026)
    questions = list(SRO.questions())
    against = {
        frozenset(((question.id, example.id), (other.id, other_example.id))): rule
        for question, example, other, other_example in pairs(SRO)
        for rule in together(example.text, other_example.text)
        if not declared(question, example, other, other_example)
    }
    for _ in range(10_000):
        chosen = {question.id: chance.choice(question.examples) for question in questions}
        picked = {(question_id, example.id) for question_id, example in chosen.items()}
        assert [rule for pair, rule in against.items() if pair <= picked] == []
        defined = opening(*chosen.values())
        assert all(defined.count(f"“{definition.term}” means") <= 1 for definition in SRO.definitions)


def test_fifty_whole_drafts_have_a_signer_for_every_party_and_no_term_undefined() -> None:
    chance = random.Random(11)
    for _ in range(50):
        examples = {question.id: chance.choice(question.examples) for question in SRO.questions()}
        session = FILLED
        for question_id, example in examples.items():
            session = session.with_answer(question_id, taken(example))
        draft = assemble(SRO, session)
        assert {signature.party for signature in draft.signatures} == {party.name for party in signers(SRO, session)}
        assert undefined(*examples.values()) == []
        assert all(f"“{term}” " not in draft.opening.replace(f"“{term}” ", "", 1) for term in DEFINED)


@pytest.mark.parametrize("rule", ALONE)
def test_what_drafts_once_held_would_be_found(rule: str) -> None:
    assert rule in list(alone(ALONE[rule][1]))


@pytest.mark.parametrize("rule", PAIRS)
def test_every_rule_of_two_texts_finds_a_pair_that_is_declared(rule: str) -> None:
    assert any(rule in together(example.text, other.text) for _, example, _, other in pairs(SRO))


def taken(example: Example) -> Answer:
    text = fill_blanks(example.text, VALUES)
    return Answer().take(example.id, text, offered=text)
