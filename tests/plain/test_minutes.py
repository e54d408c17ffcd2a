"""Decisions, actions and notes, and how they are corrected."""

from __future__ import annotations

import re

from tests.plain.conftest import Begin
from tests.plain.talking import talk


def test_decisions_and_notes_belong_to_the_question_or_to_none(begin: Begin) -> None:
    workspace = begin()
    output = talk(
        workspace,
        *("decide Plain clothes.", "note whole: We meet in June.", "decide", "A car.", "", "note", "Nice.", "no"),
        *("note", "", "decide", ":cancel", "go opening", "note The names.", "quit"),
    )
    entries = [(entry.kind, entry.place, entry.text) for entry in workspace.session.history.entries]
    assert entries == [
        ("decision", "purpose", "Plain clothes."),
        ("note", "", "We meet in June."),
        ("decision", "purpose", "A car."),
        ("note", "", "Nice."),
        ("note", "opening", "The names."),
    ]
    assert output.after("decide Plain clothes.") == "Decided, for 1.1. Anyone who receives this file can read this."
    assert output.output.count("Anyone who receives this file can read this.") == 1
    assert output.output.count("Left as it was.") == 2


def test_actions_are_taken_on_heard_and_done(begin: Begin) -> None:
    workspace = begin()
    output = talk(
        workspace,
        *("act ask the insurer", "Pat", "Friday", "check", "the grant", "the lawyer", "", "no", "actions"),
        *("done 1", "actions", "actions all", "done 1", "done 7", "undo", "quit"),
    )
    first, second = workspace.session.actions
    assert (first.what, first.kind, first.who, first.due, first.question) == (
        *("ask the insurer", "do", "Pat", "Friday"),
        "purpose",
    )
    assert (second.what, second.kind, second.who, second.question) == ("the grant", "check", "the lawyer", "")
    assert "2 actions still to be done. 1. For 1.1, Pat: ask the insurer, by Friday (November 20, 2026). 2." in output
    assert "Done: Pat: ask the insurer, by Friday (November 20, 2026). " in output
    assert re.search(
        r"\n1\. Done, for 1.1, Pat: ask the insurer, by Friday \(November 20, 2026\)\.\n2\.",
        output.after("actions all"),
    )
    assert output.after("done 1").startswith("Not done after all:")
    assert first.done


def test_a_moment_is_given_a_name(begin: Begin) -> None:
    workspace = begin()
    talk(workspace, "milestone first reading", "milestone", "second", "milestone", "", "quit")
    assert [entry.text for entry in workspace.session.history.entries] == ["first reading", "second"]


def test_a_decision_is_put_right_and_the_first_words_stay(begin: Begin) -> None:
    workspace = begin()
    output = talk(
        workspace, "correct", "decide A car.", "note Nice.", "correct", "correct 1 Two cars.", "correct", "quit"
    )
    assert "Nothing has been recorded yet." in output
    assert "1. Decision: A car. 2. Note: Nice. To correct one, say correct and its number." in output
    assert "Corrected: the decision says now: Two cars. The record keeps what it said first." in output
    assert "1. Corrected, decision: Two cars. 2. Note: Nice." in output
    first, _, correction = workspace.session.history.entries
    assert (first.text, correction.text, correction.corrects) == ("A car.", "Two cars.", first.id)


def test_an_action_and_a_milestone_are_put_right_as_well(begin: Begin) -> None:
    workspace = begin()
    output = talk(
        workspace,
        *("act call the insurer", "Pat Doe", "Friday", "milestone first reading"),
        *("correct", "correct 1", "", "Lee Roe", "", "correct 2 second reading", "correct", "history here", "quit"),
    )
    assert "1. Action: Pat Doe: call the insurer, by Friday 2. Milestone: first reading To correct one" in output
    assert "Corrected: the action says now: Lee Roe: call the insurer, by Friday." in output
    assert (
        "1. Corrected, action: Lee Roe: call the insurer, by Friday 2. Corrected, milestone: second reading" in output
    )
    assert "the action was corrected: Lee Roe: call the insurer, by Friday." in output
    action = workspace.session.actions[0]
    assert (action.what, action.who, action.due) == ("call the insurer", "Lee Roe", "Friday")


def test_what_is_overdue_is_said_at_opening(begin: Begin) -> None:
    workspace = begin()
    assert "Overdue" not in talk(workspace, "quit")
    workspace.minutes.act("send the map", "Pat Doe", "November 2, 2026")
    workspace.minutes.act("find the old agreement", "Lee Roe", "October 30, 2026")
    assert "Overdue: 2 things to do or to check, the first since October 30. Say agenda to hear what is open." in talk(
        workspace, "quit"
    )
