"""Our side's notes on the screen: asked about before they are shown, saved as they are typed, and nowhere else."""

from __future__ import annotations

from pathlib import Path

import pytest

from mou_tui.persistence.our_notes import GENERAL, notes_path, read_notes, write_note
from mou_tui.tui.dialogs.our_notes import OurNotesDialog
from mou_tui.tui.interview.screen import InterviewScreen
from mou_tui.workspace.repository import SessionRepository
from tests.tui.conftest import Begin
from tests.tui.interview_app import NARROW, SMALL, WIDE, open_interview

SECRET = "quagga"


@pytest.mark.parametrize("size", [NARROW, WIDE, SMALL, (60, 20)])
async def test_nothing_is_shown_before_somebody_says_so(
    repository: SessionRepository, begin: Begin, size: tuple[int, int]
) -> None:
    workspace = begin(purpose="Calm schools.")
    write_note(workspace.store.path, "purpose", SECRET)
    async with open_interview(repository, workspace, size=size) as person:
        await person.does("our_notes")
        assert (
            "Show them on this screen" in person.screen and "projector" in person.screen and SECRET not in person.screen
        )
        await person.press("down", "enter")
        assert isinstance(person.app.screen, InterviewScreen) and SECRET not in person.screen
        await person.does("our_notes")
        await person.press("enter")
        assert isinstance(person.app.screen, OurNotesDialog)
        assert SECRET in person.screen and "They may still be a public record." in person.screen


async def test_what_is_typed_is_saved_and_in_no_other_file(
    repository: SessionRepository, begin: Begin, home: Path
) -> None:
    workspace = begin(purpose="Calm schools.")
    path = workspace.store.path
    async with open_interview(repository, workspace) as person:
        await person.does("our_notes")
        await person.press("enter")
        await person.types(f"{SECRET} one")
        await person.press("escape")
        await person.does("our_notes_in_general")
        await person.press("enter")
        await person.types(f"{SECRET} two")
        await person.clicks("Close")
        assert isinstance(person.app.screen, InterviewScreen)
    notes = read_notes(path)
    assert (notes.on("purpose"), notes.on(GENERAL)) == (f"{SECRET} one", f"{SECRET} two")
    files = {file for folder in (path.parent, home) for file in folder.rglob("*") if file.is_file()}
    assert {file for file in files if SECRET.encode() in file.read_bytes()} == {notes_path(path)}


async def test_what_cannot_be_saved_is_told_and_stays_on_the_screen(
    repository: SessionRepository, begin: Begin
) -> None:
    workspace = begin(purpose="Calm schools.")
    async with open_interview(repository, workspace) as person:
        await person.does("our_notes")
        await person.press("enter")
        notes_path(workspace.store.path).write_bytes(b"- damaged\n")
        await person.types(SECRET)
        await person.press("escape")
        assert isinstance(person.app.screen, OurNotesDialog) and "our-notes" in person.messages[-1]
        await person.press("escape")
        assert isinstance(person.app.screen, InterviewScreen)
        await person.does("our_notes")
        await person.press("enter")
        assert person.holds("They cannot be read")
    assert notes_path(workspace.store.path).read_bytes() == b"- damaged\n"
