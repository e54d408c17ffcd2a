"""The page “Law in your state”, and the law among what is found."""

from __future__ import annotations

from dataclasses import replace

import pytest

from mou_tui.reports.search import SearchHit, search
from mou_tui.reports.state_law import state_law
from tests.checklist.content import FILLED, SRO

ESSENTIAL = replace(FILLED, depth="essential")


def hits(phrase: str, state: str = "Ohio") -> list[SearchHit]:
    return [hit for hit in search(SRO, ESSENTIAL.with_fact("state", state), phrase) if hit.where == "law"]


def test_it_lists_every_line_of_the_state_in_the_order_of_the_questions_with_citation_and_day() -> None:
    page = state_law(SRO, ESSENTIAL, "OH")
    assert page.title == "Law in Ohio"
    assert [part.heading for part in page.parts] == ["Ohio law", "Federal law", "Federal grant"]
    (layer,) = (layer for layer in SRO.layers if layer.id == "oh")
    requirements = page.parts[0].requirements
    assert len(requirements) == len(layer.lines)
    assert [requirement.clause_id for requirement in requirements] == ["purpose", "training", "training-topics"]
    for requirement in requirements:
        assert requirement.cited.endswith("3313.951; read November 30, 2026).")


def test_every_state_is_listed_whole() -> None:
    for layer in SRO.layers:
        if layer.state:
            assert len(state_law(SRO, FILLED, layer.state).parts[0].requirements) == len(layer.lines)


def test_a_question_that_is_not_asked_is_marked_so_and_one_that_is_asked_comes_first() -> None:
    requirements = {
        requirement.id: requirement for requirement in state_law(SRO, ESSENTIAL, "VA").parts[0].requirements
    }
    assert requirements["va/review"].numbers == "1.4 (not asked), 10.1, 10.2"
    assert requirements["va/review"].clause_id == "review"


@pytest.mark.parametrize(("state", "name"), [("CA", "California"), ("WY", "Wyoming"), ("Guam", "Guam")])
def test_where_nothing_is_held_of_a_state_that_is_said_and_federal_law_is_listed(state: str, name: str) -> None:
    first, *rest = state_law(SRO, ESSENTIAL, state).parts
    assert first.requirements == ()
    assert first.remark == f"mou-tui holds no verified law of {name}. That does not mean there is none."
    assert [bool(part.requirements) for part in rest] == [True, True]


def test_without_a_state_it_says_where_to_choose_one() -> None:
    page = state_law(SRO, ESSENTIAL, "")
    assert page.title == "Law in your state"
    assert page.parts[0].remark == "No state is chosen yet. Choose it in “Parties and facts”."


def test_law_is_found_by_state_citation_and_words() -> None:
    assert [hit.clause_id for hit in hits("3313")] == ["purpose", "training", "training-topics"]
    assert {hit.clause_id for hit in hits("ohio law")} == {"purpose", "training", "training-topics"}
    assert [hit.clause_id for hit in hits("40 hours of SRO training within one")] == ["training"]


def test_the_law_of_the_own_state_is_found_before_everything_else() -> None:
    first = next(iter(search(SRO, ESSENTIAL.with_fact("state", "Ohio"), "law")))
    assert (first.where, first.clause_id) == ("law", "purpose")


def test_the_law_of_another_state_is_found_under_its_name() -> None:
    found = hits("washington law")
    assert found and all(hit.match.casefold() == "washington law" for hit in found)
    assert not hits("wa")
    assert any(hit.clause_id == "not-discipline" for hit in hits("RCW 28A.320"))


def test_words_find_only_the_law_that_may_be_the_room_s_own() -> None:
    assert not [hit for hit in hits("formal discipline") if "Washington" in hit.before]
    assert hits("formal discipline", "Washington")
    assert [hit.clause_id for hit in hits("protected areas")] == ["immigration"]


def test_a_layer_of_ones_own_stands_under_its_own_heading_after_the_federal_ones() -> None:
    ours = replace(next(layer for layer in SRO.layers if layer.level == "grant"), id="ours", heading="Ohio grant")
    page = state_law(replace(SRO, layers=(ours, *SRO.layers)), ESSENTIAL, "OH")
    assert [part.heading for part in page.parts] == ["Ohio law", "Federal law", "Federal grant", "Ohio grant"]
