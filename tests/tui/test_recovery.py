"""Words that were typed and never saved are offered, and nobody loses anything by the choice."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from mou_tui.persistence.local_state import LocalState, fingerprint
from mou_tui.persistence.maintenance import backups
from mou_tui.session.codec import encode
from mou_tui.session.model import Answer
from mou_tui.tui.interview.screen import InterviewScreen
from mou_tui.workspace.repository import SessionRepository
from tests.tui.conftest import Begin
from tests.tui.interview_app import open_interview

TYPED = "Typed and never saved."


@pytest.fixture
def killed(begin: Begin) -> Path:
    """A session file whose last words only the recovery copy has, as after a power cut."""
    workspace = begin(purpose="Saved.")
    session, path = workspace.session, workspace.store.path
    workspace.store.close()
    data = encode(session.with_answer("purpose", Answer(TYPED)))
    LocalState(path).write_recovery(data, fingerprint(path.read_bytes()))
    return path


async def test_unsaved_words_are_offered_compared_and_taken(repository: SessionRepository, killed: Path) -> None:
    async with open_interview(repository, repository.open(killed)) as person:
        assert "There are words from" in person.screen
        await person.press("down", "enter")
        assert "Saved." in person.screen and TYPED in person.screen
        await person.press("escape", "enter")

        assert person.editor.text == TYPED
        assert person.at == "answer-panel"
        assert isinstance(person.app.screen, InterviewScreen)

    assert TYPED in killed.read_text("utf-8")
    assert any(b"Saved." in backup.read() for backup in backups(killed))


async def test_unsaved_words_are_left_among_the_backups(repository: SessionRepository, killed: Path) -> None:
    async with open_interview(repository, repository.open(killed)) as person:
        await person.press("down", "down", "enter")
        assert person.editor.text == "Saved."

    assert TYPED not in killed.read_text("utf-8")
    assert any(TYPED.encode() in backup.read() for backup in backups(killed))


async def test_leaving_without_a_choice_offers_them_again(repository: SessionRepository, killed: Path) -> None:
    async with open_interview(repository, repository.open(killed)) as person:
        await person.press("escape", "ctrl+q")

    async with open_interview(repository, repository.open(killed)) as person:
        assert "There are words from" in person.screen


async def test_without_room_for_a_backup_nothing_is_replaced(repository: SessionRepository, killed: Path) -> None:
    workspace = repository.open(killed)
    folder = LocalState(killed).backups.folder
    shutil.rmtree(folder)
    folder.write_text("not a folder")
    async with open_interview(repository, workspace) as person:
        await person.press("enter")
        assert "Nothing was changed" in person.screen
        await person.press("enter")
        assert "There are words from" in person.screen
        await person.press("down", "down", "enter")
        assert person.editor.text == "Saved."
