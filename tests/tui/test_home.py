"""Home: going on, starting, opening another, and the sample."""

from __future__ import annotations

from pathlib import Path

from mou_tui.tui.dialogs.parties import PartiesDialog
from mou_tui.tui.screens.home import HomeScreen
from mou_tui.workspace.repository import SessionRepository
from tests.tui.conftest import Begin
from tests.tui.interview_app import Person, open_interview


async def listed(person: Person) -> None:
    """Wait until home has looked for sessions."""
    workers = person.app.workers
    await workers.wait_for_complete([worker for worker in workers if worker.node is person.app.screen])
    await person.settles()


async def test_sessions_are_listed_with_how_far_they_are_and_opened(
    repository: SessionRepository, begin: Begin
) -> None:
    workspace = begin(purpose="Safe schools, at [place].")
    workspace.store.close()
    async with open_interview(repository) as person:
        await listed(person)
        assert "Lake City Unified School District and Lake City Police Department" in person.row
        assert "Text 0 of 24 · 4 blanks" in person.row

        await person.press("enter")
        assert person.workspace.store.path == workspace.store.path
        assert not person.workspace.store.read_only


async def test_the_newest_is_first_and_what_cannot_be_read_says_why(
    repository: SessionRepository, begin: Begin
) -> None:
    workspace = begin()
    workspace.store.close()
    workspace.store.path.with_name("broken.mou.yaml").write_text("no session at all")
    async with open_interview(repository) as person:
        await listed(person)
        assert "Cannot be read" in person.row
        assert "broken.mou.yaml" in person.row

        await person.press("enter")
        assert "did not work" in person.screen
        await person.press("enter", "down", "enter")
        assert person.workspace.store.path == workspace.store.path


async def test_a_new_session_asks_for_names_and_begins(repository: SessionRepository) -> None:
    async with open_interview(repository) as person:
        await person.press("enter")
        assert isinstance(person.app.screen, PartiesDialog)
        await person.types("Lake City Police Department")
        await person.goes_to("role-district-name")
        await person.types("Lake City Unified School District")
        await person.goes_to("done")
        await person.press("enter")

        assert (person.workspace.clause_id, person.at) == ("purpose", "answer")
        assert (
            person.workspace.store.path.name == "lake-city-unified-school-district-lake-city-police-department.mou.yaml"
        )
        assert person.workspace.session.party("agency").short == "the Police Department"


async def test_the_sample_is_a_scratch_copy(repository: SessionRepository) -> None:
    async with open_interview(repository) as person:
        await person.press("d")
        assert person.workspace.progress().written > 0
        first = person.workspace.store.path
        await person.does("home")
        await listed(person)
        await person.press("d")

        assert person.workspace.store.path != first


async def test_a_file_is_opened_by_its_path(repository: SessionRepository, begin: Begin, tmp_path: Path) -> None:
    workspace = begin()
    workspace.store.save_elsewhere(tmp_path / "elsewhere.mou.yaml")
    workspace.store.close()
    async with open_interview(repository) as person:
        for path in (tmp_path / "missing.yaml", "~nobody-of-this-name/x.yaml"):
            await person.press("o")
            await person.types(str(path))
            await person.press("enter")
            assert "did not work" in person.screen
            await person.press("enter")
            assert isinstance(person.app.screen, HomeScreen)

        await person.press("o")
        await person.types(str(tmp_path / "elsewhere.mou.yaml"))
        await person.press("enter")
        assert person.workspace.store.path == tmp_path / "elsewhere.mou.yaml"


async def test_going_home_shows_what_was_typed_last_and_leads_back(repository: SessionRepository, begin: Begin) -> None:
    async with open_interview(repository, begin()) as person:
        await person.types("Safe schools.")
        await person.does("home")
        await listed(person)
        assert "Text 1 of 24" in person.row

        await person.press("enter")
        assert person.editor.text == "Safe schools."
        assert not person.workspace.store.read_only


async def test_home_is_left_before_the_sessions_are_listed(repository: SessionRepository, begin: Begin) -> None:
    begin().store.close()
    async with open_interview(repository) as person:
        person.app.screen.post_message(HomeScreen.SampleRequested())
        await person.settles()

        assert person.workspace.progress().written > 0
