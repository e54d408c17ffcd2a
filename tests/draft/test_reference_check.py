"""References from clause to clause that lead nowhere, and those to other texts, which are left alone."""

from __future__ import annotations

from dataclasses import replace

import pytest

from mou_tui.draft.own_clauses import with_own_clauses
from mou_tui.draft.reference_check import clause_numbers, dead_references
from mou_tui.exchange.export import markdown
from mou_tui.reports.review import review
from mou_tui.reports.status import as_object, as_words
from mou_tui.session.meeting import Alternative
from mou_tui.session.model import OPENING, Answer, Session
from mou_tui.session.parts import OwnClause
from tests.checklist.content import FILLED, SRO
from tests.documents import TODAY


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("As Section 2.4 allows, the SRO decides.", ("2.4",)),
        ("The limits of section 2.19 hold. Section 2.19 again.", ("2.19",)),
        ("See Sections 2.3, 2.4 and 7.1.", ("2.3", "2.4", "7.1")),
        ("Sections 2.3 through 2.5; Sections 3.1-3.4, Sections 9.1 or 9.2", ("2.3", "2.5", "3.1", "3.4", "9.1", "9.2")),
        ("under Section\n2.19(b)", ("2.19",)),
        ("under Sec. 2.19, in writing", ("2.19",)),
        ("SECTION 2.19", ("2.19",)),
        ("Section 2.19 of this agreement, Section 2.20 of the Agreement", ("2.19", "2.20")),
        ("as the law permits, Section 2.19 applies", ("2.19",)),
        ("The SRO acts by Section 2.19.", ("2.19",)),
        ("MOU Section 2.19", ("2.19",)),
    ],
)
def test_a_number_of_a_clause_is_a_reference(text: str, numbers: tuple[str, ...]) -> None:
    assert clause_numbers(text, 11) == numbers


@pytest.mark.parametrize(
    "text",
    [
        "Section 1003.57, Florida Statutes",
        "Section 504 of the Rehabilitation Act; a Section 504 plan; Section 504.1 plan",
        "§ 12.3 of the Code; § 2.19; Section 12.3",
        "Section 2.19 of the Education Code",
        "Section 2.19 of that Act",
        "Section 2.19, Education Code",
        "Section 2.19, Florida Statutes",
        "Education Code Section 2.19",
        "Education Code, Section 2.19",
        "Board Policy 5.30, Section 2.19",
        "General Order 12, Section 3.19",
        "RCW Section 2.19; K.R.S. Section 2.19",
        "Title IX, Section 2.19",
        "Code of Virginia Section 22.1-280; Section 9.1-184 and Section 2.1:3",
        "Section 2.19.1 and Section 2.191",
        "Section 2.19 et seq.",
        "Section 9.1A",
        "Section 0.4, Section 2.0, Section 2.05, Section 2.57",
        "subsection 2.19, 2.19 hours, version 2.19, 34 CFR 99.31(a)(1)",
        "the Section 2.19 policy of the board",
    ],
)
def test_a_reference_to_another_text_is_left_alone(text: str) -> None:
    assert clause_numbers(text, 11) == ()


def answered(**answers: Answer) -> Session:
    session = replace(FILLED, depth="essential")
    for question_id, answer in answers.items():
        session = session.with_answer(question_id.replace("_", "-"), answer)
    return session


def test_a_reference_to_a_clause_that_is_not_there_is_named() -> None:
    session = answered(
        arrest=Answer("As Section 2.3, Section 2.19, Section 2.6, Section 3.7 and Section 10.2 say."),
        conduct_line=Answer("The Principal decides."),
        searches=Answer("", not_applicable="no searches"),
    )
    assert dead_references(SRO, session) == {
        "arrest": (
            "refers to Section 2.19, which does not exist",
            "refers to Section 2.6, which does not apply",
            "refers to Section 3.7, which is not in the draft",
            "refers to Section 10.2, which has no words yet",
        )
    }


def test_alternatives_own_clauses_and_an_opening_in_own_words_are_read_too() -> None:
    clauses = (OwnClause("own-00000001", "roles", "Lunch duty"),)
    checklist = with_own_clauses(SRO, clauses)
    answers = {
        "own-00000001": Answer("See Section 2.16 and Section 2.17."),
        "arrest": Answer("", alternatives={"agency": Alternative("As Section 4.9 says.")}),
        "searches": Answer("See Section 2.4.", not_applicable="none"),
    }
    session = replace(FILLED, clauses=clauses, opening="Section 1.9 and Section 1.1.", answers=answers)
    assert dead_references(checklist, session) == {
        OPENING: ("refers to Section 1.9, which does not exist",),
        "arrest": ("refers to Section 4.9, which does not exist",),
        "own-00000001": ("refers to Section 2.17, which does not exist",),
    }


def test_the_review_the_status_and_the_signing_page_name_it() -> None:
    session = answered(arrest=Answer("As Section 2.19 says."))
    sentence = "refers to Section 2.19, which does not exist"
    ((_, (row,)),) = review(SRO, session).filtered("clashes")
    assert row.clause_id == "arrest"
    assert sentence in row.status
    assert f"Section 2.4 {sentence}." in as_words("lake.mou.yaml", SRO, session).splitlines()
    assert as_object("lake.mou.yaml", SRO, session)["dead_references"] == [{"id": "arrest", "text": sentence}]
    page = markdown(SRO, session, "signing", now=TODAY)
    assert f"## References that lead nowhere\n\n- 2.4 Arrests and citations: {sentence}\n" in page


def test_every_example_refers_to_clauses_that_are_there_once_they_are_written() -> None:
    for index in range(4):
        session = replace(FILLED, depth="essential")
        for question in SRO.questions("essential"):
            example = question.examples[index % len(question.examples)]
            session = session.with_answer(question.id, Answer(example.text))
        assert dead_references(SRO, session) == {}
