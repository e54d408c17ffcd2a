"""An answer is written, changed and taken from an example, line by line."""

from __future__ import annotations

import pytest

from tests.plain.conftest import Begin, Editor
from tests.plain.talking import talk


def test_an_example_is_taken_adopted_and_taken_back(begin: Begin) -> None:
    workspace = begin()
    output = talk(workspace, "take 1", "adopt", "adopt", "undo", "undo", "undo", "quit")
    assert "Taken: Safety alone. Text: example, not yet yours, 3 blanks." in output
    assert output.output.count("There is no untouched example") == 1
    assert "Took back using 1.1 as written. Text: example, not yet yours, 3 blanks." in output
    assert "Took back taking an example into 1.1. Text: empty." in output
    assert "There is nothing to take back." in output
    assert workspace.session.answers == {}


@pytest.mark.parametrize(
    ("reply", "expected"),
    [("add", "Own words.\n\n{example}"), ("r", "{example}"), ("cancel", "Own words."), (":cancel", "Own words.")],
)
def test_an_example_joins_the_words_of_the_room(begin: Begin, reply: str, expected: str) -> None:
    workspace = begin(purpose="Own words.")
    example = workspace.answers.example_text(workspace.checklist.question("purpose").examples[0])
    talk(workspace, "take 1", "what?", "", reply, "quit")
    assert workspace.answer.text == expected.format(example=example)


def test_an_answer_of_several_lines_is_written_and_heard(begin: Begin) -> None:
    workspace = begin()
    output = talk(workspace, "write", "The SRO:", "", "1. waits;", "  and listens", "::a colon", ":end", "show")
    assert workspace.answer.text == "The SRO:\n\n1. waits;\n  and listens\n:a colon"
    assert "Line 5:" in output
    assert "Text: written." in output.after(":end")
    assert "1. waits;" in output.after("show")


def test_every_line_is_recorded_before_the_next_is_asked_for(begin: Begin) -> None:
    workspace = begin(purpose="Old.")
    seen: list[str] = []
    talk(
        workspace,
        "write",
        "add",
        "One.",
        lambda: seen.append(workspace.answer.text),
        "Two.",
        lambda: seen.append(workspace.answer.text),
    )
    assert seen == ["Old.\n\nOne.", "Old.\n\nOne.\nTwo."]


def test_writing_is_left_by_any_word_with_its_colon(begin: Begin) -> None:
    workspace = begin()
    talk(workspace, "write", "We agree.", ":next", "write", "And this.", ":go 3.1", "quit")
    assert workspace.session.answer("purpose").text == "We agree."
    assert workspace.session.answer("scope").text == "And this."
    assert workspace.clause_name() == "3.1"


def test_a_mistyped_word_in_an_answer_is_told_and_is_not_part_of_it(begin: Begin) -> None:
    workspace = begin()
    output = talk(workspace, "write", "We agree.", ":nxet", "Fully.", ":end")
    assert workspace.answer.text == "We agree.\nFully."
    assert ":nxet is not one of the words, so that line was left out." in output


def test_writing_can_be_thought_better_of_at_once_and_later(begin: Begin) -> None:
    workspace = begin(purpose="Old words.")
    talk(workspace, "write", "replace", "New words.", ":cancel")
    assert workspace.answer.text == "Old words."
    talk(workspace, "write", "replace", "New words.", ":end", "undo")
    assert workspace.answer.text == "Old words."


def test_a_sentence_at_the_prompt_may_become_the_answer(begin: Begin) -> None:
    workspace = begin()
    talk(workspace, "Clear rules shall govern every search.", "no")
    assert workspace.answer.text == ""
    talk(workspace, "Clear rules shall govern every search.", "yes", "And fair ones.", ":end")
    assert workspace.answer.text == "Clear rules shall govern every search.\nAnd fair ones."


@pytest.mark.parametrize(
    ("replies", "expected"),
    [
        (["days", "1", "school days"], "Within 5 school days or 9 days."),
        (["days", "all", "weeks"], "Within 5 weeks or 9 weeks."),
        (["5 days or", ":empty"], "Within 9 days."),
        (["Within", ":empty"], " 5 days or 9 days."),
        (["5 days", ":cancel"], "Within 5 days or 9 days."),
        (["5 days", ""], "Within 5 days or 9 days."),
        (["months"], "Within 5 days or 9 days."),
        ([""], "Within 5 days or 9 days."),
    ],
)
def test_words_of_the_answer_are_changed(begin: Begin, replies: list[str], expected: str) -> None:
    workspace = begin(purpose="Within 5 days or 9 days.")
    talk(workspace, "change", *replies, "quit")
    assert workspace.answer.text == expected
    workspace.undo()
    assert workspace.answer.text == "Within 5 days or 9 days."


def test_the_answer_is_written_in_the_persons_own_editor(begin: Begin, editor: Editor) -> None:
    workspace = begin(purpose="Safe schools.")
    editor("import sys; open(sys.argv[1], 'a').write('For all.')")
    output = talk(workspace, "editor")
    assert output.after("editor") == "Text: written."
    assert workspace.answer.text == "Safe schools.For all."
    talk(workspace, "undo")
    assert workspace.answer.text == "Safe schools."


@pytest.mark.parametrize(
    ("code", "message"), [("pass", "Nothing was changed."), ("raise SystemExit(3)", "ended with the code 3")]
)
def test_an_editor_that_changes_nothing_is_told(begin: Begin, editor: Editor, code: str, message: str) -> None:
    workspace = begin(purpose="Safe schools.")
    editor(code)
    assert message in talk(workspace, "editor")
    assert workspace.answer.text == "Safe schools."
