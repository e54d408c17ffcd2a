"""A session opened to be read: everything can be seen, nothing changed, and a copy worked on."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.widgets import Button

from mou_tui.session.model import Session
from mou_tui.tui.actions.interview import INTERVIEW
from mou_tui.tui.interview.screen import InterviewScreen
from mou_tui.workspace.repository import SessionRepository
from tests.tui.conftest import Begin
from tests.tui.interview_app import open_interview


@pytest.fixture
def finished(begin: Begin) -> Path:
    """A session file with an example not yet used as written, and words of the room."""
    workspace = begin(scope="At [school].")
    question = workspace.checklist.question("purpose")
    workspace.answers.insert_example(question.examples[0], workspace.answers.example_text(question.examples[0]))
    workspace.store.close()
    return workspace.store.path


async def test_no_key_button_or_command_changes_anything(repository: SessionRepository, finished: Path) -> None:
    before = finished.read_bytes()
    workspace = repository.open(finished, read_only=True)
    session: Session = workspace.session
    async with open_interview(repository, workspace) as person:
        assert "read-only" in person.screen
        assert person.holds("Opened to be read. This session is read-only here.")
        assert person.holds("“Save elsewhere” (Ctrl+P) makes a copy to edit.")
        way = "Read-only. “Save elsewhere” (Ctrl+P) makes a copy to edit."
        for key in ("x", "enter", "backspace", "delete"):
            await person.press("home", "right", key)
            assert person.lines[-1].strip() == way, key
            await person.press("right")
            assert person.lines[-1].strip().startswith("Ctrl+N Next")
        await person.types("x")
        await person.pastes("pasted")
        await person.press("delete", "ctrl+z", "f4", "f4", "shift+tab", "space", "enter", "f4", "f4", "shift+tab", "x")
        for action in INTERVIEW:
            if action.changes:
                await person.does(action.id)
                assert isinstance(person.app.screen, InterviewScreen), action.id
        for button in ("#adopt",):
            if person.query(button, Button).display:
                person.query(button, Button).press()
                await person.settles()
        assert workspace.session == session

        await person.press("ctrl+n")
        assert person.editor.text == "At [school]."

    assert finished.read_bytes() == before


async def test_an_example_cannot_be_taken(repository: SessionRepository, finished: Path) -> None:
    workspace = repository.open(finished, read_only=True)
    async with open_interview(repository, workspace) as person:
        session = workspace.session
        await person.press("ctrl+n")
        await person.clicks("Examples")
        await person.clicks("Take:")

        assert workspace.session == session


async def test_a_copy_can_be_worked_on(repository: SessionRepository, finished: Path, tmp_path: Path) -> None:
    before = finished.read_bytes()
    async with open_interview(repository, repository.open(finished, read_only=True)) as person:
        await person.does("save_elsewhere")
        await person.press("ctrl+e", "ctrl+u")
        await person.types(str(tmp_path / "copy.mou.yaml"))
        await person.press("enter")
        assert not person.workspace.store.read_only
        assert "read-only" not in person.screen
        await person.press("ctrl+n")
        await person.types(" Ours.")
        assert person.workspace.answer.text == "At [school]. Ours."

    assert finished.read_bytes() == before
    assert "At [school]. Ours." in (tmp_path / "copy.mou.yaml").read_text("utf-8")
