"""A file that came back, named in the dialog that asks for one."""

from __future__ import annotations

from pathlib import Path

from mou_tui.tui.dialogs.file_picker import FilePicker
from mou_tui.tui.interview.screen import InterviewScreen
from tests.tui.interview_app import Person


async def opens(person: Person, file: Path) -> None:
    """Take in a file, and wait until it is read."""
    await person.does("take_in")
    await names(person, file)


async def names(person: Person, file: Path) -> None:
    """Name the file that is asked for, and wait until it is read."""
    for _ in range(200):
        if isinstance(person.app.screen, FilePicker):
            break
        await person.pilot.pause(0.01)
    await person.pastes(str(file))
    await person.press("enter")
    for _ in range(1000):
        if not isinstance(person.app.screen, (FilePicker, InterviewScreen)):
            await person.settles()
            return
        await person.pilot.pause(0.01)
    raise AssertionError(person.screen)
