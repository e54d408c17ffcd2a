"""What is too much for one answer is not taken, on the full screen and line by line."""

from __future__ import annotations

from mou_tui.session import limits
from mou_tui.workspace.repository import SessionRepository
from tests.plain.talking import talk
from tests.tui.conftest import Begin
from tests.tui.interview_app import open_interview


async def test_a_paste_that_is_too_long_leaves_the_words_that_were_there(
    repository: SessionRepository, begin: Begin
) -> None:
    async with open_interview(repository, begin(purpose="Safe schools.")) as person:
        await person.sees_all()
        await person.pastes("x" * (limits.ANSWER + 1))
        assert person.editor.text == person.workspace.text == "Safe schools."
        assert any("It was not taken: put in less." in message for message in person.messages)
        await person.types("And safe ways. ")
        assert "And safe ways. " in person.workspace.text


async def test_line_by_line_it_is_said_and_nothing_is_changed(begin: Begin) -> None:
    workspace = begin(purpose="Safe schools.")
    heard = talk(workspace, "write", "replace", "x" * (limits.ANSWER + 1), "status", "quit")
    assert "It was not taken: put in less." in heard
    assert workspace.session.answer("purpose").text == "Safe schools."
    assert heard.code == 0
