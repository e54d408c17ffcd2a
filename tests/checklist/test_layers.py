"""Layers of law and grants over a checklist: what each line must have, and when it should be read again."""

from __future__ import annotations

from dataclasses import replace

import pytest

from mou_tui.checklist import file_reader, loader
from mou_tui.checklist.content_warnings import checklist_warnings, layer_warnings
from mou_tui.checklist.loader import load
from mou_tui.checklist.model import Checklist
from mou_tui.checklist.requirement_table import COLUMNS, table_rows
from mou_tui.checklist.snapshot import read_layer_snapshot
from mou_tui.draft.chosen_layers import LayerChoice
from mou_tui.draft.guidance import OTHER_LAW, other_law_lines, source_lines, why_lines
from mou_tui.storage.mended_yaml import MendedFile, read_mended
from mou_tui.storage.yaml_comments import Comments

RELEASED = "2026-11-30"
"""The day of the release; no line may be too old on it."""
STATES = {
    *("AL", "AR", "AZ", "CO", "CT", "DC", "DE", "FL", "GA", "IL", "IN", "KY", "MA", "MD", "MN", "MO", "NC", "NE"),
    *("NH", "NJ", "NM", "NY", "OH", "OK", "PA", "RI", "SC", "TN", "TX", "UT", "VA", "VT", "WA"),
}


@pytest.fixture(scope="module")
def sro() -> Checklist:
    return load()


def test_every_state_with_anything_read_has_a_layer(sro: Checklist) -> None:
    assert {layer.state for layer in sro.layers if layer.state} == STATES
    assert [layer.id for layer in sro.layers if not layer.state] == ["cops-2020", "us"]


def test_every_line_has_section_day_and_a_source_to_cite(sro: Checklist) -> None:
    for layer in sro.layers:
        for line in layer.lines:
            source = layer.sources[line.source]
            assert line.section, (layer.id, line.id)
            assert line.read <= RELEASED, (layer.id, line.id)
            assert "." in source.official, (layer.id, line.id)
            assert source.copy, (layer.id, line.id)
            assert not set(line.text) & set("[]{}"), (layer.id, line.id)


def test_every_line_says_whom_it_binds_how_sure_it_is_and_where_it_belongs(sro: Checklist) -> None:
    """A line without any of these is not shipped; some columns may have nothing to say."""
    for row in table_rows(sro.layers):
        empty = [column for column in COLUMNS if not row[column]]
        assert set(empty) <= {"state", "condition", "due", "since", "until", "points"}, (row["layer"], row["id"], empty)
        assert bool(row["state"]) is (row["layer"] not in ("cops-2020", "us")), row["layer"]
        pointed = {str(point).partition("/")[0] for point in cells(row["points"])}
        assert pointed <= set(map(str, cells(row["questions"]))), (row["layer"], row["id"])
        for point in map(str, cells(row["points"])):
            question_id, _, point_id = point.partition("/")
            assert point_id in {known.id for known in sro.question(question_id).points}, (row["layer"], point)


def cells(value: object) -> list[object]:
    assert isinstance(value, list)
    return value


def test_every_requirement_touches_a_point_that_a_good_answer_covers(sro: Checklist) -> None:
    """All but the confidential staffing report of Indiana, which no point of the checklist is about."""
    asking = [row for row in table_rows(sro.layers) if row["asks"] != "context"]
    assert [f"{row['layer']}/{row['id']}" for row in asking if not row["points"]] == ["in/report"]


def test_no_law_and_no_grant_is_left_in_a_topic(sro: Checklist) -> None:
    assert {standard.level for question in sro.questions() for standard in question.standards} <= {
        "position",
        "practice",
    }


def test_no_line_is_too_old_on_the_day_of_the_release(sro: Checklist) -> None:
    assert list(checklist_warnings(sro, RELEASED)) == []


@pytest.mark.parametrize(("on", "is_stale"), [("2028-05-30", False), ("2028-05-31", True), ("2030-01-01", True)])
def test_a_line_should_be_read_again_after_eighteen_months(sro: Checklist, on: str, is_stale: bool) -> None:
    (line,) = (line for layer in sro.layers if layer.id == "nh" for line in layer.lines)
    (layer,) = (layer for layer in sro.layers if layer.id == "nh")
    assert any("read it again" in fault for _, fault in layer_warnings(replace(layer, lines=(line,)), on)) is is_stale


def test_the_law_of_the_chosen_state_is_read_first_with_section_and_day(sro: Checklist) -> None:
    lines = list(why_lines(sro.question("review"), sro, LayerChoice("VA")))
    headings = [heading for heading, _ in lines]
    law = dict(lines)["Virginia law"]
    assert law.endswith(" (Code of Virginia 22.1-280.2:3; read November 30, 2026).")
    assert headings.index("Virginia law") < headings.index(OTHER_LAW)
    assert not any("read in" in line for _, line in lines)


def test_sources_with_address_and_day_are_given_on_request(sro: Checklist) -> None:
    sources = source_lines(sro.question("review"), sro, LayerChoice("VA"))
    assert dict(sources)["Virginia law"].endswith("SB 221 (2020, chapter 171)); read November 30, 2026.")
    assert (
        "law.lis.virginia.gov; read in a copy at"
        in dict(source_lines(sro.question("review"), sro, LayerChoice("VA")))["Virginia law"]
    )
    assert not any(
        heading.endswith(" law") for heading, _ in source_lines(sro.question("review"), sro, LayerChoice("OH"))
    )


def test_the_law_of_other_states_is_named_and_told_only_on_request(sro: Checklist) -> None:
    review = sro.question("review")
    lines = dict(why_lines(review, sro, LayerChoice("VA")))
    others = list(other_law_lines(review, sro, "VA"))
    assert not any(line.startswith("Virginia") for line in others)
    assert any(line.startswith("Washington requires") for line in others)
    assert not any(text in line for line in lines.values() for text in others)
    assert lines[OTHER_LAW] == f"{len({line.split()[0] for line in others})} states."


def test_while_no_state_is_chosen_no_law_reads_as_if_it_were_the_own(sro: Checklist) -> None:
    review = sro.question("review")
    lines = list(why_lines(review, sro, LayerChoice()))
    assert not [heading for heading, _ in lines if heading.endswith(" law")]
    others = " ".join(other_law_lines(review, sro, ""))
    assert all(state in others for state in ("Virginia", "Washington", "New Jersey"))


def test_that_a_state_can_be_chosen_is_said_once_and_not_on_each_question(sro: Checklist) -> None:
    saying = [
        question.id for question in sro.questions() if "State law" in dict(why_lines(question, sro, LayerChoice()))
    ]
    assert saying == ["purpose"]
    assert not any("State law" in dict(why_lines(question, sro, LayerChoice("OH"))) for question in sro.questions())


def test_where_nothing_of_the_chosen_state_is_held_one_line_says_what_that_means(sro: Checklist) -> None:
    expected = "mou-tui holds no verified law of Ohio on this question. That does not mean there is none. Ask counsel."
    for question in sro.questions():
        lines = [line for heading, line in why_lines(question, sro, LayerChoice("OH")) if heading == "Ohio law"]
        is_held = any(layer.state == "OH" for layer, _ in sro.layer_lines(question.id))
        assert (lines == [expected]) is not is_held, question.id


def test_where_the_law_asks_for_an_officer_at_every_school_the_room_is_told_so(sro: Checklist) -> None:
    for state in ("KY", "TX"):
        expected = [
            line
            for heading, line in why_lines(sro.question("alternatives"), sro, LayerChoice(state))
            if heading.endswith(" law")
        ]
        assert any("each campus" in line for line in expected)


def test_the_change_of_2025_on_immigration_is_told_in_every_state(sro: Checklist) -> None:
    assert any("January 20, 2025" in line for _, line in why_lines(sro.question("immigration"), sro, LayerChoice("OH")))
    limits = [example for example in sro.question("immigration").examples if example.id != "agency-policy"]
    assert all("Ask counsel first: a state may forbid this clause." in example.when for example in limits)


@pytest.fixture
def without_snapshot(monkeypatch: pytest.MonkeyPatch) -> None:
    """Has layers read from their files, as in a checkout."""
    monkeypatch.setattr(loader, "read_layer_snapshot", read_layer_snapshot)


@pytest.mark.usefixtures("without_snapshot")
def test_layers_read_when_a_question_needs_them_say_what_all_of_them_say(sro: Checklist) -> None:
    deferred = load(defer_layers=True)
    for question in sro.questions():
        assert list(deferred.layer_lines(question.id)) == list(sro.layer_lines(question.id)), question.id
        grants = [pair for pair in sro.layer_lines(question.id) if pair[0].level == "grant"]
        assert list(deferred.layer_lines(question.id, "grant")) == grants, question.id
    assert tuple(deferred.layers) == tuple(sro.layers)


@pytest.mark.usefixtures("without_snapshot")
def test_no_layer_is_parsed_before_something_asks_for_one(monkeypatch: pytest.MonkeyPatch) -> None:
    parsed: list[str] = []

    def noted(data: bytes, name: str, comments: Comments) -> MendedFile:
        parsed.append(name)
        return read_mended(data, name, comments=comments)

    monkeypatch.setattr(file_reader, "read_mended", noted)
    deferred = load(defer_layers=True)
    assert not [name for name in parsed if "layers" in name]

    list(deferred.layer_lines("purpose", "grant"))
    assert [name for name in parsed if "layers" in name] == ["layers/cops-2020.yaml"]


def test_when_something_is_due_is_said_in_words(sro: Checklist) -> None:
    due = {f"{row['layer']}/{row['id']}": row["due"] for row in table_rows(sro.layers) if row["due"]}
    assert due["ne/posting"] == "within 3 months after adoption"
    assert due["va/review"] == "every 2 years after adoption"
    assert due["in/report"] == "by September 1 every year"
    assert due["mn/training"] == "by June 1, 2027"
    assert due["wa/process"] == "before adoption"
