from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given

from mou_tui.checklist.model import Checklist
from mou_tui.draft.folding import fold
from mou_tui.reports.search import AFTER, AROUND, search
from mou_tui.session.model import Answer, Party, Session
from tests.strategies import EMPTY, SMALL, lines, sessions

SAID = EMPTY.with_answer("alpha", Answer("The Principal decides.", current="As before the war."))


def hits(words: str, session: Session = SAID) -> list[tuple[str, str, str]]:
    return [(find.clause_id, find.where, find.match) for find in search(SMALL, session, words)]


@pytest.mark.parametrize(
    ("words", "place", "where"),
    [
        ("principal DECIDES", "alpha", "answer"),
        ("what of alpha", "alpha", "question"),
        ("alpha matters", "alpha", "guidance"),
        ("before the war", "alpha", "current agreement"),
        ("between", "opening", "opening"),
    ],
)
def test_words_are_found_wherever_they_are(words: str, place: str, where: str) -> None:
    assert [find[:2] for find in hits(words)] == [(place, where)]


def test_words_are_found_in_examples_as_they_would_be_taken() -> None:
    named = SAID.with_party(Party("agency", short="the Sheriff"))
    finds = [find for find in search(SMALL, named, "the sheriff shall tell") if find.clause_id == "gamma"]
    assert [(find.where, find.example) for find in finds] == [("example “Short”", "short")]


def test_words_are_found_at_the_beginning_of_a_word_only() -> None:
    assert hits("princip")
    assert not hits("rincipal")


@pytest.mark.parametrize(("words", "places"), [("2", ["gamma", "delta"]), ("2.2", ["delta"]), ("9", []), ("1.2", [])])
def test_a_number_leads_to_what_bears_it(words: str, places: list[str]) -> None:
    assert [place for place, where, _ in hits(words) if where == "number"] == places


def test_at_full_depth_every_number_leads_somewhere() -> None:
    assert [place for place, where, _ in hits("1.2", replace(SAID, depth="full")) if where == "number"] == ["beta"]


def test_titles_come_first_then_questions_answers_guidance_examples_and_law(sro: Checklist) -> None:
    session = replace(EMPTY, depth="full").with_answer("complaints", Answer("The training of an SRO is no excuse."))
    kinds = [hit.where.partition(" ")[0] for hit in search(sro, session, "training")]
    order = ("title", "question", "answer", "guidance", "example", "law")
    assert kinds == sorted(kinds, key=order.index)
    assert set(kinds) >= {"title", "answer", "guidance", "example"}


def test_of_titles_those_that_hold_the_word_whole_come_first(sro: Checklist) -> None:
    hits = list(search(sro, replace(EMPTY, depth="full"), "student"))
    titles = [f"{hit.before}{hit.match}{hit.after}".partition(":")[0] for hit in hits if hit.where == "title"]
    whole = [bool(re.search(r"\bstudent\b", title, re.IGNORECASE)) for title in titles]
    assert whole == sorted(whole, reverse=True)
    assert {True, False} == set(whole)


@pytest.mark.parametrize("words", ["", "  ", "\n"])
def test_nothing_is_found_for_nothing(words: str) -> None:
    assert hits(words) == []


def test_a_find_is_shown_with_a_few_words_around_it() -> None:
    long = "before " * 30 + "needle" + " after" * 30
    (find,) = search(SMALL, EMPTY.with_answer("alpha", Answer(long)), "needle")
    assert find.before.startswith("… before")
    assert len(find.before) <= AROUND + 2
    assert len(find.after) <= AFTER


@given(sessions(SMALL), lines)
def test_whatever_is_looked_for_is_what_is_shown(session: Session, words: str) -> None:
    for find in search(SMALL, session, words):
        assert find.where == "number" or fold(find.match).startswith(fold(words))


@pytest.mark.parametrize(
    "typed",
    [
        *(
            "the school\u00a0board’s vote",
            "THE SCHOOL BOARD",
            "the school bo\u00adard",
            "the *school board*",
            "the **school** board",
        ),
        *("the school\nboard", "1. school board"),
    ],
)
def test_words_are_found_however_they_were_typed(typed: str) -> None:
    assert [where for _, where, _ in hits("school board", EMPTY.with_answer("alpha", Answer(typed)))] == ["answer"]


def test_an_accent_is_found_however_it_was_typed() -> None:
    session = EMPTY.with_answer("alpha", Answer("Jose\u0301 decides."))
    assert [shown for _, _, shown in hits("josé", session)] == ["Jose\u0301"]
