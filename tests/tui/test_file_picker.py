"""Choosing a file from the folders on the home screen."""

from __future__ import annotations

from pathlib import Path

from mou_tui.tui.dialogs.file_picker import FilePicker
from mou_tui.tui.screens.home import HomeScreen
from mou_tui.tui.widgets.folder_list import FolderList
from mou_tui.workspace.repository import SessionRepository
from tests.tui.conftest import Begin
from tests.tui.interview_app import Person, open_interview


async def listed(person: Person) -> list[str]:
    """Wait until the folder is read; what its rows say."""
    files, workers = person.query("#folder-list", FolderList), person.app.workers
    if reading := [worker for worker in workers if worker.node is files]:
        await workers.wait_for_complete(reading)
    await person.settles()
    return [str(option.prompt) for option in files.options]


async def test_a_session_is_chosen_from_its_folder(repository: SessionRepository, begin: Begin) -> None:
    workspace = begin()
    path = workspace.store.path
    workspace.store.close()
    (path.parent / "[red]Attic").mkdir()
    async with open_interview(repository, size=(80, 24)) as person:
        await person.press("o")
        rows = await listed(person)
        assert rows[1:3] == ["[red]Attic/", path.name]

        await person.press("enter")
        assert person.at == "folder-list"
        await person.press("down", "enter")
        assert person.workspace.store.path == path


async def test_folders_are_entered_and_left_and_esc_goes_back(
    repository: SessionRepository, begin: Begin, tmp_path: Path
) -> None:
    workspace = begin()
    folder = workspace.store.path.parent
    workspace.store.close()
    inner = folder / "Attic"
    inner.mkdir()
    async with open_interview(repository) as person:
        await person.press("o")
        await listed(person)
        await person.press("enter", "enter")
        await listed(person)
        assert "No file of this kind is in this folder." in person.screen
        await person.press("backspace")
        assert "Attic/" in await listed(person)
        await person.press("escape")
        assert isinstance(person.app.screen, HomeScreen)


async def test_the_path_of_a_folder_shows_it_and_what_is_typed_is_there_again(
    repository: SessionRepository, tmp_path: Path
) -> None:
    (tmp_path / "place").mkdir()
    (tmp_path / "place" / "lake.mou.yaml").write_text("x")
    async with open_interview(repository) as person:
        await person.press("o")
        await person.types(str(tmp_path / "place"))
        await person.press("escape", "o")
        assert isinstance(person.app.screen, FilePicker)
        await person.press("enter")
        assert "lake.mou.yaml" in await listed(person)
        await person.press("enter")
        assert "did not work" in person.screen
        assert "not a mou-tui session" in person.screen or "looks cut off" in person.screen
