"""What is pasted into the answer line by line, and lines that are joined."""

from __future__ import annotations

from tests.plain.conftest import Begin
from tests.plain.talking import talk

BROKEN = (
    "The School District shall employ the offi-\ncers for the whole of the school year and pay\nfor their training."
)
JOINED = "The School District shall employ the officers for the whole of the school year and pay for their training."


def test_a_table_that_word_copied_is_recognized_and_undo_brings_back_what_was_typed(begin: Begin) -> None:
    workspace = begin()
    output = talk(workspace, "write Who\tWhen", "SRO\ttoday", ":end", "quit")
    assert "1 table was recognized. Say undo to bring back what you typed." in output
    assert workspace.session.answer("purpose").text == "| Who | When |\n|---|---|\n| SRO | today |"

    workspace = begin()
    talk(workspace, "write Who\tWhen", "SRO\ttoday", ":end", "undo", "quit")
    assert workspace.session.answer("purpose").text == "Who\tWhen\nSRO\ttoday"


def test_broken_lines_are_joined_once_one_has_heard_them_before_and_after(begin: Begin) -> None:
    workspace = begin(purpose=BROKEN)
    output = talk(workspace, "join", "yes", "quit")
    assert JOINED in output
    assert workspace.session.answer("purpose").text == JOINED

    workspace = begin(purpose=BROKEN)
    talk(workspace, "join", "no", "quit")
    assert workspace.session.answer("purpose").text == BROKEN

    workspace = begin(purpose=BROKEN)
    talk(workspace, "join", "yes", "undo", "quit")
    assert workspace.session.answer("purpose").text == BROKEN


def test_lines_that_a_person_ended_are_not_joined(begin: Begin) -> None:
    output = talk(begin(purpose="Pat Doe\nChief"), "join", "quit")
    assert "No line here looks as if it goes on in the next one." in output


def test_a_blank_that_is_filled_keeps_its_sign(begin: Begin) -> None:
    workspace = begin(purpose="The fee is $XX,XXX.")
    talk(workspace, "fill 1 62,000", "quit")
    assert workspace.session.answer("purpose").text == "The fee is $62,000."
