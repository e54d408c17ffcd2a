"""Clauses refer to each other by number, and the numbers stay what they are."""

from __future__ import annotations

import re
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from mou_tui.checklist.loader import find, load
from mou_tui.checklist.model import Checklist
from mou_tui.checklist.section_references import fill_section_references
from mou_tui.draft.own_clauses import with_own_clauses
from mou_tui.errors import InvalidFile
from mou_tui.session.parts import OwnClause
from tests.checklist.content import SRO

PUBLISHED = {
    "mission": "purpose scope alternatives pilot",
    "roles": "duties not-discipline conduct-line arrest questioning searches force nondiscrimination school-duties "
    "disabilities body-cameras immigration presence-equipment other-police-work emergencies",
    "supervision": "command evaluation complaints removal contacts-and-meetings absence-and-recall disputes",
    "selection": "who-chooses screening assignment-length student-family-voice",
    "training": "training joint-training training-topics training-records",
    "community": "families-partners public-information advisory-group service-referral",
    "information": "records mutual-notice threat-information school-video record-requests record-log",
    "data": "counting data-review data-keeping",
    "expenses": "cost-share overtime equipment-costs funding-end",
    "review": "review term prevailing-text early-review",
    "signatures": "signers publication counterparts",
}
"""The questions of December 2026, by topic. Agreements refer to their numbers: add to the ends, move none."""


def numbers(checklist: Checklist) -> dict[str, str]:
    return {question.id: checklist.number(question.id) for question in checklist.questions()}


def test_a_published_question_keeps_its_number() -> None:
    assert [topic.id for topic in SRO.topics] == list(PUBLISHED)
    for topic in SRO.topics:
        published = PUBLISHED[topic.id].split()
        assert [question.id for question in topic.questions][: len(published)] == published


def test_a_clause_of_the_rooms_own_changes_no_number() -> None:
    clauses = (OwnClause("own-00000001", "roles", "Lunch duty"), OwnClause("own-00000002", "roles", "Keys"))
    after = numbers(with_own_clauses(SRO, clauses))
    assert {question_id: after[question_id] for question_id in numbers(SRO)} == numbers(SRO)
    assert (after["own-00000001"], after["own-00000002"]) == ("2.16", "2.17")


def test_the_opening_and_every_example_refer_to_clauses_by_their_numbers() -> None:
    texts = [SRO.opening, *(definition.text for definition in SRO.definitions)]
    texts += [example.text for question in SRO.questions() for example in question.examples]
    referred = {number for text in texts for number in re.findall(r"\bSection (\d+\.\d+)", text)}
    assert {"2.4", "3.1", "9.1"} <= referred <= {*numbers(SRO).values()}
    assert not any("{section:" in text for text in texts)


def test_a_reference_is_filled_by_the_number_of_its_question_and_an_unknown_one_stays() -> None:
    opening = "See {section:arrest}, {section:own-00000001} and {section:nowhere}."
    checklist = replace(with_own_clauses(SRO, (OwnClause("own-00000001", "roles", "Keys"),)), opening=opening)
    assert fill_section_references(checklist).opening == "See Section 2.4, Section 2.16 and {section:nowhere}."


@pytest.mark.parametrize(
    ("referred", "fault"),
    [
        ("{section:arrests}", "“{section:arrests}” names no question of the checklist; did you mean “arrest”?"),
        ("{section:}", "“{section:}” names no question of the checklist"),
        ("{section:conduct-line}", "“{section:conduct-line}” is the clause itself"),
    ],
)
def test_a_reference_to_no_question_is_reported_with_its_line(tmp_path: Path, referred: str, fault: str) -> None:
    folder = Path(shutil.copytree(find("sro"), tmp_path / "sro"))
    topic = folder / "topics" / "02-roles.yaml"
    text = topic.read_text("utf-8")
    topic.write_text(text.replace("{section:arrest}", referred, 1), "utf-8")
    with pytest.raises(InvalidFile) as caught:
        load(str(folder))
    (problem,) = caught.value.problems
    line = text[: text.index("{section:arrest}")].count("\n") + 1
    assert (problem.file, problem.what) == ("sro/topics/02-roles.yaml", fault)
    assert line - 8 <= problem.line <= line
