"""A session opened to be read: everything can be seen, nothing changed, and a copy worked on."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.widgets import Button

from mou_tui.cabinet import Cabinet
from mou_tui.session.session import Session
from mou_tui.tui.keys import INTERVIEW
from mou_tui.tui.screens.interview import InterviewScreen
from tests.tui.conftest import Begin
from tests.tui.sitting import sitting


@pytest.fixture
def finished(begin: Begin) -> Path:
    """A session file with an example not yet used as written, and words of the room."""
    desk = begin(scope="At [school].")
    question = desk.checklist.question("purpose")
    desk.take(question.examples[0], desk.wording_of(question.examples[0]))
    desk.store.close()
    return desk.store.path


async def test_no_key_button_or_command_changes_anything(cabinet: Cabinet, finished: Path) -> None:
    before = finished.read_bytes()
    desk = cabinet.open(finished, read_only=True)
    session: Session = desk.session
    async with sitting(cabinet, desk) as person:
        assert "read-only" in person.screen
        await person.types("x")
        await person.pastes("pasted")
        await person.press("delete", "ctrl+z", "f4", "f4", "shift+tab", "space", "enter", "f4", "f4", "shift+tab", "x")
        for deed in INTERVIEW:
            if deed.changes:
                await person.does(deed.id)
                assert isinstance(person.app.screen, InterviewScreen), deed.id
        for button in ("#adopt",):
            if person.one(button, Button).display:
                person.one(button, Button).press()
                await person.settles()
        assert desk.session == session

        await person.press("ctrl+n")
        assert person.editor.text == "At [school]."

    assert finished.read_bytes() == before


async def test_an_example_cannot_be_taken(cabinet: Cabinet, finished: Path) -> None:
    desk = cabinet.open(finished, read_only=True)
    async with sitting(cabinet, desk) as person:
        session = desk.session
        await person.press("ctrl+n")
        await person.clicks("Examples")
        await person.clicks("Take:")

        assert desk.session == session


async def test_a_copy_can_be_worked_on(cabinet: Cabinet, finished: Path, tmp_path: Path) -> None:
    before = finished.read_bytes()
    async with sitting(cabinet, cabinet.open(finished, read_only=True)) as person:
        await person.does("save_elsewhere")
        await person.press("ctrl+e", "ctrl+u")
        await person.types(str(tmp_path / "copy.mou.yaml"))
        await person.press("enter")
        assert not person.desk.store.read_only
        assert "read-only" not in person.screen
        await person.press("ctrl+n")
        await person.types("Ours: ")
        assert person.desk.answer.text == "Ours: At [school]."

    assert finished.read_bytes() == before
    assert "Ours: At [school]." in (tmp_path / "copy.mou.yaml").read_text("utf-8")
