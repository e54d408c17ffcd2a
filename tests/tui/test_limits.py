"""What is too much for one answer is not taken, on the full screen and line by line."""

from __future__ import annotations

import pytest

from mou_tui.session import limits
from mou_tui.tui.widgets.cards import WordingCard
from mou_tui.workspace.repository import SessionRepository
from tests.plain.talking import talk
from tests.tui.conftest import Begin
from tests.tui.interview_app import open_interview


async def test_a_paste_that_is_too_long_leaves_the_words_that_were_there(
    repository: SessionRepository, begin: Begin
) -> None:
    async with open_interview(repository, begin(purpose="Safe schools.")) as person:
        await person.settles()
        await person.pastes("x" * (limits.ANSWER + 1))
        assert person.editor.text == person.workspace.text == "Safe schools."
        assert any("It was not taken: put in less." in message for message in person.messages)
        await person.types("And safe ways. ")
        assert "And safe ways. " in person.workspace.text


async def test_line_by_line_it_is_said_and_nothing_is_changed(begin: Begin) -> None:
    workspace = begin(purpose="Safe schools.")
    output = talk(workspace, "write", "replace", "x" * (limits.ANSWER + 1), "status", "quit")
    assert "It was not taken: put in less." in output
    assert workspace.session.answer("purpose").text == "Safe schools."
    assert output.code == 0


async def test_a_step_that_is_refused_loses_nothing_wherever_it_was_started(
    repository: SessionRepository, begin: Begin, monkeypatch: pytest.MonkeyPatch
) -> None:
    workspace = begin(purpose="Safe schools.")
    workspace.positions.propose("agency", "Long. " * 1000)
    workspace.go("purpose")
    async with open_interview(repository, workspace) as person:
        await person.types("Typed first. ")
        before, usual = workspace.session, limits.WORDS
        monkeypatch.setattr(limits, "WORDS", 1000)
        # A message of a widget, whose loop the refusal ends; twice, for it is no failure of the program.
        for _ in range(2):
            person.interview.post_message(WordingCard.Chosen("agency"))
            await person.settles()
            await person.settles()
            assert "The session file is full" in person.messages[-1]
            assert not person.app._exit and person.app._exception is None
            assert person.workspace.session.answers == before.answers
            assert person.editor.text == person.workspace.text
        # An action behind a dialog: what was typed into it is there again.
        await person.press("f6")
        await person.pastes("word " * 900)
        await person.press("enter")
        assert "The session file is full" in person.messages[-1]
        assert not any(entry.kind == "decision" for entry in person.workspace.session.history.entries)
        await person.press("f6")
        assert person.field("#capture-words").startswith("word word")
        await person.press("escape")
        monkeypatch.setattr(limits, "WORDS", usual)
        await person.press("enter")
        await person.types("After. ")
        assert "After. " in person.workspace.text


async def test_line_by_line_a_step_that_is_refused_changes_nothing(
    begin: Begin, monkeypatch: pytest.MonkeyPatch
) -> None:
    workspace = begin(purpose="Safe schools.")
    workspace.positions.propose("agency", "Long. " * 1000)
    before = workspace.session.answers
    monkeypatch.setattr(limits, "WORDS", 1000)
    output = talk(workspace, "choose B", f"decide {'word ' * 900}", "status", "quit")
    assert output.output.count("The session file is full") == 2
    assert workspace.session.answers == before
    assert output.code == 0
