"""Home: going on, starting, opening another, and the sample."""

from __future__ import annotations

from pathlib import Path

from mou_tui import paths
from mou_tui.tui.dialogs.parties import PartiesDialog
from mou_tui.tui.screens.home import HomeScreen
from mou_tui.workspace.repository import SessionRepository
from tests.tui.conftest import Begin
from tests.tui.interview_app import open_interview


async def test_sessions_are_listed_with_how_far_they_are_and_opened(
    repository: SessionRepository, begin: Begin
) -> None:
    workspace = begin(purpose="Safe schools, at [place].")
    workspace.store.close()
    async with open_interview(repository) as person:
        await person.settles()
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
        await person.settles()
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
        await person.goes_to("done", "tab")
        await person.press("enter")

        assert (person.workspace.clause_id, person.at) == ("purpose", "answer")
        assert (
            person.workspace.store.path.name == "lake-city-unified-school-district-lake-city-police-department.mou.yaml"
        )
        assert person.workspace.session.party("agency").short == "the Police Department"


async def test_the_sample_is_marked_and_gone_when_left_for_home(repository: SessionRepository) -> None:
    async with open_interview(repository, size=(80, 24)) as person:
        await person.press("d")
        await person.settles()
        assert person.workspace.progress().written > 0
        scratch = person.workspace.store.path
        assert person.lines[0].rstrip().endswith("Sample")
        await person.press("ctrl+q")
        assert isinstance(person.app.screen, HomeScreen)
        await person.settles()
        assert "The sample is gone." in person.messages[-1]
        assert not scratch.exists()
        assert repository.listing() == []
        await person.press("ctrl+q")
        assert not person.app.is_running


async def test_a_sample_that_was_worked_in_warns_before_it_is_left(repository: SessionRepository) -> None:
    async with open_interview(repository, repository.sample()) as person:
        await person.types("Ours. ")
        await person.press("ctrl+q")
        assert person.app.is_running
        assert "what you wrote in it is gone" in person.screen
        assert "Keep a copy of the sample" in person.screen
        await person.press("ctrl+q")
        assert not person.app.is_running


async def test_a_copy_of_the_sample_is_kept_on_request(repository: SessionRepository) -> None:
    async with open_interview(repository, repository.sample(), size=(80, 24)) as person:
        await person.types("Ours. ")
        await person.does("keep_sample")
        await person.press("enter")
        assert person.workspace.store.path == paths.documents() / "sample-copy.mou.yaml"
        assert not person.lines[0].rstrip().endswith("Sample")
        await person.press("ctrl+q")
        assert not person.app.is_running
    (kept,) = repository.listing()
    assert kept.path.name == "sample-copy.mou.yaml"


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
        await person.settles()
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
