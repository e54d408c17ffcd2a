from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mou_tui.draft.renaming import RenameHit, apply_renames, rename_hits
from mou_tui.session.model import OPENING, Answer, Party, Session
from mou_tui.session.undo import UndoStep, revert
from tests.strategies import EMPTY, lines, texts

POLICE = Party("agency", "police", "Lake City Police Department", "the Police Department", "the Chief of Police")
SCHOOLS = Party("district", "district", "Lake City USD", "the School District", "the Superintendent")
NAMED = replace(EMPTY, parties=(POLICE, SCHOOLS), facts={"start-date": "July 1, 2027"})


def answered(**texts: str) -> Session:
    return replace(EMPTY, answers={question_id: Answer(text) for question_id, text in texts.items()})


@pytest.mark.parametrize(
    ("text", "is_likely"),
    [
        ("The District pays.", True),
        ("The District.", True),
        ("tell the District", True),
        ("The District Attorney pays.", False),
        ("The District, Attorney General and all", True),
        ("The District’s SRO", True),
    ],
)
def test_a_name_that_begins_a_longer_one_is_shown_but_not_taken_for_granted(text: str, is_likely: bool) -> None:
    (hit,) = rename_hits(answered(alpha=text), "District")
    assert hit.likely is is_likely


def test_a_name_inside_a_word_is_no_hit() -> None:
    assert rename_hits(answered(alpha="Districts, subDistrict, districts"), "District") == ()


def test_a_name_with_other_capitals_is_shown_but_not_taken_for_granted() -> None:
    session = answered(alpha="The school board and the School Board and the School board.")
    hits = [(hit.name, hit.likely) for hit in rename_hits(session, "the School Board")]
    assert hits == [("The school board", False), ("the School Board", True), ("the School board", False)]
    assert [hit.likely for hit in rename_hits(answered(alpha="The Board. the Board"), "the Board")] == [True, True]


@pytest.mark.parametrize(
    ("typed", "renamed"),
    [
        ("the School\u00a0District pays", "the Board pays"),
        ("the School Dis\u00adtrict pays", "the Board pays"),
        ("the School\nDistrict pays", "the Board pays"),
        ("the School District’s money", "the Board’s money"),
        ("THE SCHOOL DISTRICT AND", "THE BOARD AND"),
    ],
)
def test_a_name_is_renamed_however_it_was_typed(typed: str, renamed: str) -> None:
    session = answered(alpha=typed)
    hits = rename_hits(session, "the School District")
    assert all(hit.likely for hit in hits)
    assert apply_renames(session, [(hit, "the Board") for hit in hits]).answer("alpha").text == renamed


@pytest.mark.parametrize(
    ("typed", "old", "new", "renamed"),
    [
        ("the Schools’ duty", "the Schools", "the District", "the District’s duty"),
        ("the District’s duty", "the District", "the Schools", "the Schools’ duty"),
        ("THE DISTRICT'S DUTY", "the District", "the Schools", "THE SCHOOLS' DUTY"),
        ("THE SCHOOLS’ DUTY", "the Schools", "the District", "THE DISTRICT’S DUTY"),
        ("the Schools’ duty", "the Schools", "Lake City Schools", "Lake City Schools’ duty"),
        ("the District’s duty", "the District", "the Board", "the Board’s duty"),
        ("called ‘the Schools’ here", "the Schools", "the District", "called ‘the District’ here"),
        ("the District’s", "the District", "the Schools", "the Schools’"),
    ],
)
def test_a_possessive_follows_the_new_name(typed: str, old: str, new: str, renamed: str) -> None:
    session = answered(alpha=typed)
    assert apply_renames(session, [(hit, new) for hit in rename_hits(session, old)]).answer("alpha").text == renamed


@pytest.mark.parametrize("typed", ["Jose\u0301 Marti\u0301 School", "José Martí School", "JOSÉ MARTÍ SCHOOL"])
def test_an_accent_is_the_same_however_it_was_typed(typed: str) -> None:
    assert [hit.name for hit in rename_hits(answered(alpha=f"at {typed}."), "José Martí School")] == [typed]
    assert not rename_hits(answered(alpha=f"at {typed}."), "Jose")


def test_hits_are_shown_with_the_words_around_them() -> None:
    (hit,) = rename_hits(replace(EMPTY, opening="Here the Board decides on all."), "the Board")
    assert (hit.clause_id, hit.before, hit.name, hit.after) == (OPENING, "Here ", "the Board", " decides on all.")


def test_nothing_is_searched_for_an_empty_name() -> None:
    assert rename_hits(answered(alpha="words"), "  ") == ()


def test_only_the_chosen_hits_are_renamed_and_a_sentence_still_begins_large() -> None:
    session = answered(alpha="The District pays. Ask the District Attorney. Tell the District.")
    chosen = [hit for hit in rename_hits(session, "the District") if hit.likely]

    renamed = apply_renames(session, [(hit, "the School Board") for hit in chosen])

    assert renamed.answer("alpha").text == "The School Board pays. Ask the District Attorney. Tell the School Board."


def test_renaming_can_be_taken_back() -> None:
    session = answered(alpha="The District pays.", beta="Tell the District.")
    renamed = apply_renames(session, [(hit, "the Board") for hit in rename_hits(session, "the District")])

    taken_back = revert(UndoStep("renaming", session, renamed), renamed)

    assert renamed != session
    assert taken_back.session == session
    assert taken_back.kept == ()


def test_of_two_hits_that_overlap_the_first_is_renamed() -> None:
    session = answered(alpha="the Lake City School District")
    whole = RenameHit("alpha", 4, 29, "", "Lake City School District", "")
    part = RenameHit("alpha", 14, 29, "", "School District", "")
    assert apply_renames(session, [(part, "USD"), (whole, "Lake City USD")]).answer("alpha").text == "the Lake City USD"


@given(st.dictionaries(st.sampled_from(["alpha", "gamma"]), texts), lines.filter(str.strip), lines.filter(str.strip))
def test_renaming_there_and_back_gives_the_same_words(session: dict[str, str], old: str, new: str) -> None:
    before = answered(**session)
    hits = rename_hits(before, old)
    after = apply_renames(before, [(hit, new) for hit in hits])
    assert revert(UndoStep("renaming", before, after), after).session == before
    if not hits:
        assert after == before
