"""The working paper for counsel: what the law asks beside our words, and how it never judges."""

from __future__ import annotations

import json
import re
from dataclasses import replace

import pytest

from mou_tui.checklist.layers import Layer
from mou_tui.draft.markdown_writer import write
from mou_tui.exchange.data_file import data_file
from mou_tui.reports.requirements import (
    RequirementRow,
    offered_sentences,
    requirement_page,
    requirements_document,
    without_words,
)
from mou_tui.session.model import Answer, Session
from mou_tui.session.requirements import LayerRef, PointedSentence
from tests.checklist.content import FILLED, SRO

CLIMATE = "The SRO helps to build a climate in which students feel safe."
WASHINGTON = replace(FILLED, facts={**FILLED.facts, "state": "Washington"}).with_answer(
    "purpose", Answer(f"The parties share a purpose. {CLIMATE}")
)


def pointing(session: Session, line: str, question: str, text: str, layer: str = "wa") -> Session:
    return replace(session, requirements=(*session.requirements, PointedSentence(layer, line, question, text)))


def row(session: Session, row_id: str) -> RequirementRow:
    return next(row for row in requirement_page(SRO, session).rows if row.id == row_id)


def layer(layer_id: str) -> Layer:
    return next(layer for layer in SRO.layers if layer.id == layer_id)


def text_of(session: Session) -> str:
    return write(requirements_document(SRO, session))


def test_every_requirement_of_washington_is_listed_in_the_order_of_its_clauses_and_none_has_words_by_itself() -> None:
    page = requirement_page(SRO, WASHINGTON)
    assert {row.line.id for row in page.rows} == {line.id for line in layer("wa").lines}
    assert {row.id for row in page.rows if row.status != "none"} == {"wa/companies"}
    assert page.rows[0].id == "wa/climate"
    assert page.counts == "12 asked · words pointed to beside 0 · for counsel 1"
    assert text_of(WASHINGTON).count("- No words pointed to yet.") == 11


def test_the_sentence_that_the_room_pointed_to_stands_beside_it_with_its_number() -> None:
    session = pointing(WASHINGTON, "climate", "purpose", CLIMATE)
    assert row(session, "wa/climate").our_words == f"Section 1.1: “{CLIMATE}”"
    assert without_words(SRO, session) == 10
    assert f"- Section 1.1: “{CLIMATE}”" in text_of(session)


def test_once_the_clause_reads_differently_nothing_is_beside_it_and_that_is_said() -> None:
    session = pointing(WASHINGTON, "climate", "purpose", CLIMATE).with_answer("purpose", Answer("Something else."))
    assert row(session, "wa/climate").status == "none"
    assert row(session, "wa/climate").our_words == (
        "No words pointed to yet: the sentence that was, in Section 1.1, reads differently now."
    )


def test_what_holds_under_a_condition_is_for_counsel_even_beside_words() -> None:
    missouri = replace(WASHINGTON, facts={"state": "Missouri"}).with_answer("signers", Answer("Both heads shall sign."))
    expected = "For counsel: whether it applies (where the district commissions officers of its own)."
    assert row(missouri, "mo/own-officers").our_words == expected
    pointed = pointing(missouri, "own-officers", "signers", "Both heads shall sign.", "mo")
    assert row(pointed, "mo/own-officers").our_words == f"Section 11.1: “Both heads shall sign.” {expected}"


def test_a_clause_that_was_set_aside_is_for_counsel_and_says_nothing_of_who_or_why() -> None:
    session = WASHINGTON.with_answer("counting", Answer(not_applicable="Pat Doe said so"))
    assert row(session, "wa/data").our_words == "For counsel: Section 8.1 was set aside as not applying."
    assert "Pat Doe" not in text_of(session)


def test_only_sentences_of_the_clauses_it_bears_on_are_offered() -> None:
    (line,) = (line for line in layer("wa").lines if line.id == "climate")
    session = WASHINGTON.with_answer("scope", Answer("Elsewhere."))
    assert [sentence.text for sentence in offered_sentences(SRO, session, line)] == [
        "The parties share a purpose.",
        CLIMATE,
    ]


def test_what_asks_for_nothing_is_left_out() -> None:
    oregon = replace(WASHINGTON, layers=(LayerRef("us"), LayerRef("cops-2020")))
    rows = requirement_page(SRO, oregon).rows
    assert rows and all(row.line.asks != "context" for row in rows)
    assert all(row.status == "counsel" for row in rows if row.layer.id == "cops-2020")


@pytest.mark.parametrize("state", ["California", "Iowa"])
def test_of_a_state_without_a_layer_the_page_says_what_that_means(state: str) -> None:
    session = replace(WASHINGTON, facts={"state": state})
    expected = f"We hold nothing verified for {state}; that does not mean that there is no law."
    assert requirement_page(SRO, session).remark == expected
    assert expected in text_of(session)


def test_several_layers_stand_one_after_the_other_that_of_the_state_first() -> None:
    session = replace(WASHINGTON, layers=(LayerRef("cops-2020"), LayerRef("wa")))
    assert [part.heading for part in requirement_page(SRO, session).parts] == [
        "Washington law",
        "Federal COPS hiring grant (terms of 2020)",
    ]


def test_with_another_state_its_law_takes_the_place_of_the_former_one() -> None:
    session = replace(WASHINGTON, layers=(LayerRef("wa"), LayerRef("cops-2020")), facts={"state": "Ohio"})
    assert {row.layer.id for row in requirement_page(SRO, session).rows} == {"oh", "cops-2020"}


@pytest.mark.parametrize("one", SRO.layers, ids=lambda one: one.id)
def test_the_paper_is_headed_so_and_never_judges(one: Layer) -> None:
    session = replace(WASHINGTON, layers=(LayerRef(one.id),), facts={"state": one.state or "WA"})
    page = text_of(session)
    assert "**Working paper for counsel, not a finding.**" in page
    ours = page.partition("\n## ")[0] + "".join(line for line in page.splitlines() if line.startswith("- "))
    assert not re.search(r"\bcompl(?:y|ies|iant|iance)\b|\bmet\b|\bsilent\b|\bsatisf|\bmissing\b", ours, re.IGNORECASE)


def test_programs_get_the_same_page() -> None:
    session = pointing(WASHINGTON, "climate", "purpose", CLIMATE)
    loaded = json.loads(data_file(SRO, session, "requirements", "json"))
    assert loaded["heading"] == "Working paper for counsel, not a finding"
    assert loaded["layers"] == [{"id": "wa", "title": "Washington", "version": "2026-11"}]
    (climate,) = (item for item in loaded["requirements"] if item["id"] == "wa/climate")
    assert (climate["state"], climate["number"], climate["sentence"]) == ("pointed", "1.1", CLIMATE)
    others = {item["id"]: item["state"] for item in loaded["requirements"] if item is not climate}
    assert {name for name, state in others.items() if state != "none"} == {"wa/companies"}
    lines = data_file(SRO, session, "requirements", "csv").decode().splitlines()
    assert lines[0].startswith("id,text,asks,binds") and len(lines) == 13
