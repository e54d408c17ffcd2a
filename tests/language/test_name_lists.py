"""Lists of schools: in one sentence as the agreement has them, and one a line as they are edited."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mou_tui.language.name_lists import in_a_sentence, join_names, one_a_line, split_names
from tests.strategies import lines

words = st.text("abcdefgLKé’-.", min_size=1, max_size=8).filter(lambda word: word.strip("-.’ ") == word)
schools = st.builds(
    lambda name, kind: f"{name} {kind}",
    words,
    st.sampled_from(["High School", "Middle School", "Elementary", "Academy", "Arts and Sciences Academy", "School"]),
)


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        (
            "Lincoln High School, Roosevelt Middle School, and Adams Elementary School",
            ("Lincoln High School", "Roosevelt Middle School", "Adams Elementary School"),
        ),
        ("Lake City High School and Birch Middle School", ("Lake City High School", "Birch Middle School")),
        ("Lincoln, Roosevelt and Adams", ("Lincoln", "Roosevelt", "Adams")),
        ("Lincoln, Roosevelt, Adams", ("Lincoln", "Roosevelt", "Adams")),
        ("Lewis and Clark Elementary School", ("Lewis and Clark Elementary School",)),
        ("School of Arts and Sciences", ("School of Arts and Sciences",)),
        ("Martin Luther King, Jr. High School and Elm School", ("Martin Luther King, Jr. High School", "Elm School")),
        ("Day; Lewis and Clark; and Elm", ("Day", "Lewis and Clark", "Elm")),
        ("all schools of the district", ("all schools of the district",)),
        ("- Elm School\n- Oak School\n\n", ("Elm School", "Oak School")),
        ("1. Elm School\n2) Oak School", ("Elm School", "Oak School")),
        ("P.S. 12", ("P.S. 12",)),
        (" \n ", ()),
    ],
)
def test_a_list_is_taken_apart_however_it_was_written(sentence: str, names: tuple[str, ...]) -> None:
    assert split_names(sentence) == names


def test_a_list_reads_right_in_a_sentence() -> None:
    assert join_names(["Elm School"]) == "Elm School"
    assert join_names(["Elm School", "Oak School"]) == "Elm School and Oak School"
    assert join_names(["Elm School", "Oak School", "Ash School"]) == "Elm School, Oak School, and Ash School"
    assert join_names(["Elm, the old one", "Oak"]) == "Elm, the old one; and Oak"


@given(st.lists(schools, min_size=2, max_size=60, unique=True))
def test_what_is_typed_one_a_line_is_there_one_a_line_again(names: list[str]) -> None:
    sentence = in_a_sentence("\n".join(names))
    assert "\n" not in sentence
    assert one_a_line(sentence) == "\n".join(names)


@given(st.lists(lines, max_size=6) | lines.map(lambda line: [line]))
def test_no_words_can_do_harm_and_editing_without_a_change_changes_nothing_more(names: list[str]) -> None:
    sentence = join_names(split_names("\n".join(names)))
    assert join_names(split_names(sentence)) == sentence or ";" in sentence or "and" in sentence.casefold()
