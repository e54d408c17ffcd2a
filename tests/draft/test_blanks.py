from __future__ import annotations

import time
from dataclasses import replace

import pytest
from hypothesis import given

from mou_tui.draft.blanks import (
    fact_names,
    fill_blanks,
    fill_everywhere,
    find_blanks,
    known_values,
    replace_blank,
    with_blanks,
)
from mou_tui.draft.question_state import text_state
from mou_tui.language.text import short_hash
from mou_tui.session.model import Answer, ExampleOrigin, Party, Session
from tests.draft.blank_cases import NOTHING_TO_FILL, TO_FILL
from tests.strategies import EMPTY, SMALL, texts

POLICE = Party("agency", "police", "Lake City Police Department", "the Police Department", "the Chief of Police")
SCHOOLS = Party("district", "district", "Lake City USD", "the School District", "the Superintendent")
NAMED = replace(EMPTY, parties=(POLICE, SCHOOLS), facts={"start-date": "July 1, 2027"})


def answered(**texts: str) -> Session:
    return replace(EMPTY, answers={question_id: Answer(text) for question_id, text in texts.items()})


@pytest.mark.parametrize(("wording", "blanks"), TO_FILL)
def test_a_blank_is_found_whole(wording: str, blanks: list[str]) -> None:
    assert [blank.text for blank in find_blanks(wording)] == blanks


@pytest.mark.parametrize("wording", NOTHING_TO_FILL)
def test_what_only_looks_like_a_blank_is_left_alone(wording: str) -> None:
    assert [blank.text for blank in find_blanks(wording)] == []


@pytest.mark.parametrize("wording", [wording for wording, _ in TO_FILL])
def test_a_clause_with_any_blank_is_never_written(wording: str) -> None:
    assert text_state(Answer(wording)) == "blanks"


@pytest.mark.parametrize(
    ("wording", "words", "filled"),
    [
        ("pays $XX,XXX a year", "62,000", "pays $62,000 a year"),
        ("pays $XX,XXX a year", "$62,000", "pays $62,000 a year"),
        ("pays $ XX a year", "one dollar", "pays one dollar a year"),
        ("pays XX% of it", "75", "pays 75% of it"),
        ("pays XX% of it", "75%", "pays 75% of it"),
        ("pays __ % of it", "75", "pays 75 % of it"),
        ("in 20__ only", "2027", "in 2027 only"),
        ("in 20[__] only", "27", "in 2027 only"),
        ("on __/__/____ only", "July 1, 2027", "on July 1, 2027 only"),
        ("of [[name]] only", "Oak", "of Oak only"),
    ],
)
def test_a_fill_replaces_the_whole_of_a_blank_and_keeps_its_sign(wording: str, words: str, filled: str) -> None:
    assert with_blanks(wording, lambda blank: blank.filled(words)) == filled


@pytest.mark.parametrize(
    ("wording", "value", "filled"),
    [
        ("pays $[amount] a year", "$62,000", "pays $62,000 a year"),
        ("pays $ [amount] a year", "$62,000", "pays $ 62,000 a year"),
        ("pays $[amount] a year", "62,000", "pays $62,000 a year"),
        ("pays [number]% of it", "75%", "pays 75% of it"),
        ("pays [__] % of it", "75 %", "pays 75 % of it"),
        ("pays [amount] a year", "$62,000", "pays $62,000 a year"),
    ],
)
def test_a_sign_next_to_a_blank_is_not_written_twice(wording: str, value: str, filled: str) -> None:
    (blank,) = find_blanks(wording)
    assert replace_blank(wording, blank, value) == filled


@pytest.mark.parametrize(
    ("wording", "typed_over"), [("$XX,XXX", "XX,XXX"), ("$ XX", "XX"), ("XX%", "XX"), ("[a]", "[a]"), ("20__", "20__")]
)
def test_typing_over_a_blank_leaves_its_sign_standing(wording: str, typed_over: str) -> None:
    (blank,) = find_blanks(wording)
    start, end = blank.typed_over
    assert wording[start:end] == typed_over


@pytest.mark.parametrize("wording", ["__/__/____", "July __, 20__", "mm/dd/yyyy"])
def test_a_date_with_blanks_in_it_stays_a_date_to_fill(wording: str) -> None:
    (blank,) = find_blanks(wording)
    assert blank.name == "date"
    begins = replace(NAMED, facts={"start-date": wording})
    assert fill_blanks("from [start date]", known_values(SMALL, begins)) == "from [start date]"


@pytest.mark.parametrize(
    "typed",
    [
        *("[school\u00a0district]", "[School Dis\u00adtrict]", "[SCHOOL  DISTRICT]", "<<school district>>"),
        *("{{school district}}", "{%school district%}", "${school district}", "%SCHOOL DISTRICT%", "‹School District›"),
    ],
)
def test_a_party_blank_is_filled_however_it_was_typed(typed: str) -> None:
    assert fill_blanks(f"tell {typed}.", {"school district": "the USD"}) in ("tell the USD.", "tell The USD.")


def test_a_blank_says_where_it_is_and_what_it_asks_for() -> None:
    text = "For 5 days, [Police agency] pays $XX."

    agency, sum_ = find_blanks(text)

    assert (text[agency.start : agency.end], agency.name) == ("[Police agency]", "police agency")
    assert (text[sum_.start : sum_.end], sum_.name) == ("$XX", "")


@given(texts)
def test_every_blank_is_where_it_says(text: str) -> None:
    blanks = find_blanks(text)
    assert all(text[blank.start : blank.end] == blank.text for blank in blanks)
    assert [blank.start for blank in blanks] == sorted(blank.start for blank in blanks)


def test_a_bracket_that_is_never_closed_costs_no_time() -> None:
    started = time.perf_counter()
    assert find_blanks("[" + "a" * 200_000) == ()
    assert time.perf_counter() - started < 1


def test_filling_uses_the_names_known_now_and_leaves_the_rest() -> None:
    wording = (
        "[Police agency] shall tell [head of the school district] and [number] parents by [start date] in [state]."
    )
    assert fill_blanks(wording, known_values(SMALL, NAMED)) == (
        "The Police Department shall tell the Superintendent and [number] parents by July 1, 2027 in [state]."
    )


def test_a_blank_with_a_capital_begins_a_sentence_and_so_do_its_words() -> None:
    values = {"police agency": "the Police Department", "state": "california"}
    assert fill_blanks("[Police agency] acts. [State] law. In [state], [police agency].", values) == (
        "The Police Department acts. California law. In california, the Police Department."
    )


def test_space_and_capitals_within_a_fact_blank_do_not_matter() -> None:
    assert fill_blanks("[ school District ]", {"school district": "the USD"}) == "the USD"


def test_a_link_named_like_a_fact_is_not_filled() -> None:
    assert fill_blanks("[state](x)", {"state": "Ohio"}) == "[state](x)"


@given(texts)
def test_nothing_is_filled_while_nothing_is_known(text: str) -> None:
    assert fill_blanks(text, {}) == text


def test_naming_a_party_fills_its_blanks_in_every_answer_and_the_opening() -> None:
    session = replace(
        answered(alpha="[Police agency] acts.", beta="Own words."), opening="Between [police agency] and [state]."
    )

    filled = fill_everywhere(session, {"police agency": "the Police Department"})

    assert filled.opening == "Between the Police Department and [state]."
    assert filled.answer("alpha").text == "The Police Department acts."
    assert filled.answer("beta") == session.answer("beta")


def test_an_untouched_example_stays_untouched_when_its_blanks_are_filled() -> None:
    offered = Answer("[Police agency] acts.", ExampleOrigin("short", short_hash("[Police agency] acts.")))
    session = replace(EMPTY, answers={"alpha": offered})

    filled = fill_everywhere(session, {"police agency": "the PD"}).answer("alpha")

    assert filled.text == "The PD acts."
    assert filled.is_unmodified_example


def test_words_changed_by_the_room_do_not_become_an_example_by_being_filled() -> None:
    changed = Answer("[Police agency] acts today.", ExampleOrigin("short", short_hash("[Police agency] acts.")))
    filled = fill_everywhere(replace(EMPTY, answers={"alpha": changed}), {"police agency": "the PD"})
    assert not filled.answer("alpha").is_unmodified_example


def test_a_party_of_the_checklist_gives_three_facts() -> None:
    assert {"police agency", "legal name of the police agency", "head of the police agency", "state"} <= fact_names(
        SMALL
    )
