"""The interview, line by line, as somebody hears it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from mou_tui.session.model import OPENING
from mou_tui.workspace.repository import SessionRepository
from tests.plain.conftest import Begin
from tests.plain.talking import talk


def test_the_question_is_told_with_where_one_is_and_the_status_of_its_text(begin: Begin) -> None:
    output = talk(begin(scope="At the high school for [number] years."), "next", "quit")
    first, second, *_, kind, standing, points = output.after("next").splitlines()
    assert first == "Question 2 of 24; 24 open."
    assert second.startswith("1.2 Schools, days and hours. Which")
    assert kind == "Essential, 6 points, 4 examples."
    assert standing == "Text: has 1 blank."
    assert points == "Points not gone through."


def test_enter_alone_tells_the_question_again(begin: Begin) -> None:
    output = talk(begin(), "", "quit")
    assert output.output.count("1.1 Purpose and goals. ") == 2


def test_quitting_saves_and_says_where(begin: Begin) -> None:
    workspace = begin()
    output = talk(workspace, "write We agree.", ":end", "quit")
    assert output.code == 0
    assert f"Saved to {workspace.store.path}" in output
    assert b"We agree." in workspace.store.path.read_bytes()


def test_one_moves_by_next_back_open_and_number(begin: Begin) -> None:
    workspace = begin(purpose="Safe schools.")
    places: list[str] = []
    lines = [
        part
        for word in ("next", "back", "back", "back", "open", "skip", "go 3.2", "go 7", "go opening", "go 1.9", "go 99")
        for part in (word, lambda: places.append(workspace.clause_id))
    ]
    output = talk(workspace, *lines)
    assert places == [
        "scope",
        "purpose",
        OPENING,
        OPENING,
        "scope",
        "duties",
        "evaluation",
        workspace.checklist.topics[6].questions[0].id,
        OPENING,
        OPENING,
        OPENING,
    ]
    assert "This is the beginning." in output
    assert "Nothing of that number is asked." in output.after("go 1.9")


def test_after_the_last_question_comes_the_review(begin: Begin) -> None:
    output = talk(begin(purpose="Safe schools."), "go 11.1", "next", "quit")
    assert output.after("next").startswith("That was the last question. Here is the review.\n1 of 24 questions written")
    assert "1.1 Purpose and goals: written, very short, points not gone through." in output.after("next")


def test_when_nothing_is_open_that_is_said(begin: Begin) -> None:
    workspace = begin()
    for question in workspace.checklist.questions("essential"):
        workspace.go(question.id)
        workspace.answers.write("Settled.")
    assert "Nothing is open." in talk(workspace, "open").after("open")


def test_guidance_ends_with_its_sources(begin: Begin) -> None:
    output = talk(begin(), "guidance").after("guidance")
    assert output.startswith("Every later clause is tested against the purpose.")
    assert output.index("To discuss:") < output.index("To hear the sources, say sources.")


def test_an_example_is_heard_with_when_it_fits_and_its_wording(begin: Begin) -> None:
    output = talk(begin(), "examples 2")
    assert "Example 2: Safety and trust. Fits when the parties want" in output
    assert "It reads: The Police Department and the School District share one goal" in output
    assert "Example 1" not in output


def test_a_mistyped_word_is_guessed(begin: Begin) -> None:
    output = talk(begin(), "guidence", "e", "tick it", "xyzzy")
    assert "Did you mean guidance?" in output.after("guidence")
    assert "Did you mean examples or editor or earlier or export or elsewhere?" in output
    assert output.after("tick it") == "tick: tick a point, or take its tick away: tick 2."
    assert output.after("xyzzy") == "“xyzzy” is not one of the words. Say help to hear them."


def test_blanks_are_heard_by_name_and_filled_by_number(begin: Begin) -> None:
    workspace = begin(purpose="Pay [amount] within ___ days, [amount] at most.")
    output = talk(workspace, "blanks", "fill 2 30", "fill 1 half", "fill 7 x", "fill 1", "show", "undo")
    assert "3 blanks in this answer." in output
    assert "Blank 1: amount." in output
    assert "Blank 2: ___, in: Pay [amount] within ___ days" in output
    assert "It has 1 blank: amount." in output.after("show")
    assert "Say the number of a blank and the words" in output.after("fill 7 x")
    assert workspace.answer.text == "Pay [amount] within 30 days, [amount] at most."


def test_what_the_agreement_in_force_says_is_kept_next_to_the_answer(begin: Begin) -> None:
    workspace = begin()
    output = talk(workspace, "current", "Old clause.", ":end", "current", "add", "More of it.", ":end", "show")
    assert workspace.answer.current == "Old clause.\n\nMore of it."
    assert workspace.answer.text == ""
    assert "The agreement in force says: Old clause." in output
    assert output.after("show").startswith("The answer is empty.")
    assert workspace.progress().written == 0


def test_clearing_can_be_taken_back(begin: Begin) -> None:
    workspace = begin(purpose="Safe schools.")
    assert "Cleared." in talk(workspace, "clear")
    assert workspace.answer.text == ""
    talk(workspace, "undo")
    assert workspace.answer.text == "Safe schools."


def test_the_opening_can_be_written_and_comes_back(begin: Begin) -> None:
    workspace = begin()
    output = talk(
        workspace,
        "go opening",
        "show",
        "take 1",
        "later",
        "points",
        "write",
        "replace",
        "Ours.",
        ":end",
        "show",
        "clear",
    )
    assert output.after("show") == "Ours."
    assert "This agreement is between the Lake City Police Department" in output
    assert " ".join(output.output.split()).count("That word is for questions.") == 3
    assert workspace.session.opening == ""
    talk(workspace, "undo", "undo")
    assert workspace.session.opening == ""


def test_the_depth_changes_and_one_goes_on_from_a_question_that_left_play(begin: Begin) -> None:
    workspace = begin()
    output = talk(workspace, "depth", "go 1.3", "depth", "", "next", "quit")
    assert "All are asked now: 58 questions." in output
    assert "Only the essential ones are asked now: 24 questions." in output
    assert workspace.clause_id == "duties"


def test_words_are_found_and_one_can_go_there(begin: Begin) -> None:
    output = talk(begin(purpose="A lighthouse."), "find lighthouse", "find xyzzy", "find the")
    assert output.after("find lighthouse") == (
        "1 place found.\n1.1, answer: A lighthouse.\nTo go to one, say go and its number."
    )
    assert output.after("find xyzzy") == "No places found."
    assert re.search(r"And \d+ more", output.after("find the"))


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("review open", "1.2 Schools, days and hours: empty."),
        (
            "review blanks",
            "Parties and definitions: written from the parties, 3 blanks: start date, end date, schools.",
        ),
        ("review later", "Nobody has to check anything first."),
        ("review objections", "Nobody objects."),
        ("review confirm", "There is no position to confirm."),
        ("review clashes", "No clauses clash, as far as the examples tell, and every section"),
        ("review aside", "No question is set aside."),
        ("review sometimes", "Say review, or review with one of: open, blanks,"),
    ],
)
def test_the_review_tells_what_is_wanted(begin: Begin, line: str, expected: str) -> None:
    output = talk(begin(purpose="Safe schools."), line).after(line)
    assert expected in " ".join(output.split())
    assert "1.1 Purpose" not in output


def test_the_draft_is_heard_without_signs(begin: Begin) -> None:
    output = talk(begin(purpose="Safe schools."), "draft", "draft 3", "draft 99")
    assert "1.1 Purpose and goals. Safe schools." in output.after("draft")
    assert "1.2 Schools, days and hours. Not yet settled." in output.after("draft")
    assert "Signature for Lake City Police Department, with a line for the name, Chief of Police." in output
    assert not re.search(r"[#*_\\]", output.after("draft"))
    assert output.after("draft 3").startswith("Section 3. SRO supervision and evaluation.")
    assert "The draft has no part of that number." in output.after("draft 99")


def test_how_far_it_is_is_told_with_nouns(begin: Begin) -> None:
    output = talk(begin(purpose="Safe schools.", term="From [day]."), "list").after("list")
    assert output.startswith("1 of 24 questions written, none agreed, 4 blanks.\n1. Mission: 1 of 2 questions written.")


def test_control_characters_are_replaced_and_told(begin: Begin) -> None:
    workspace = begin()
    output = talk(workspace, "write", "Red \x1b[31malert", ":end")
    assert workspace.answer.text == "Red \u241b[31malert"
    assert "1 control character replaced in that." in output


def test_what_is_taken_back_elsewhere_is_named(begin: Begin) -> None:
    workspace = begin(purpose="Safe schools.")
    output = talk(workspace, "clear", "next", "undo", "undo", "redo", "undo", "redo", "redo")
    assert "Text: empty. Saying undo again takes back: clearing 1.1." in output
    assert "Took back clearing 1.1. Text: written." in output
    assert "Did again: clearing 1.1. Text: empty." in output
    assert "There is nothing to do again." in output
    workspace.undo()
    assert workspace.session.answer("purpose").text == "Safe schools."


def test_where_no_recovery_copies_can_be_kept_that_is_told(begin: Begin, home: Path) -> None:
    home.mkdir(parents=True)
    (home / "state").write_text("In the way.")
    assert "No recovery copies are kept." in talk(begin(), "quit")


def test_a_read_only_session_is_heard_and_not_changed(begin: Begin, repository: SessionRepository) -> None:
    store = begin(purpose="Safe schools.").store
    store.close()
    before = store.path.read_bytes()
    output = talk(
        repository.open(store.path, read_only=True),
        *("show", "write", "take 1", "The SRO shall be there always", "review", "quit"),
    )
    assert "Opened to be read." in output
    assert output.output.count("This session is read-only. Say elsewhere") == 2
    assert "Safe schools." in output.after("show")
    assert output.code == 0
    assert store.path.read_bytes() == before


def test_the_law_of_other_states_is_heard_on_request(begin: Begin) -> None:
    output = talk(begin(), "go 10.1", "law others", "quit")
    assert "\nVirginia requires " in output.after("law others")


def test_the_law_of_the_state_is_heard_by_question(begin: Begin) -> None:
    workspace = begin()
    workspace.store.record(workspace.session.with_fact("state", "Ohio"))
    output = talk(workspace, "law", "sources", "guidance", "quit")
    assert output.after("law").startswith("Law in Ohio.")
    assert "\n5.1: Ohio requires 40 hours" in output.after("law")
    assert "Ohio law: Ohio Revised Code 3313.951 (codes.ohio.gov;" in output.after("sources")
    assert "codes.ohio.gov" not in output.after("guidance")


def test_of_a_state_without_a_layer_it_is_said_what_that_means(begin: Begin) -> None:
    output = talk(begin(), "law", "guidance", "quit")
    assert "mou-tui holds no verified law of Iowa. That does not mean there is none." in output
    assert "mou-tui holds no verified law of Iowa on this question" in " ".join(output.after("guidance").split())
