"""The settings of a person are applied, and mistakes in them are reported once."""

from __future__ import annotations

import re
from pathlib import Path

from mou_tui import settings
from mou_tui.tui.screens.review import ReviewScreen
from mou_tui.workspace.repository import SessionRepository
from tests.tui.conftest import Begin
from tests.tui.program import at_home


async def test_a_theme_chosen_in_the_palette_is_there_the_next_time(
    repository: SessionRepository, begin: Begin
) -> None:
    async with at_home(repository, begin()) as person:
        await person.press("ctrl+p")
        await person.types("theme")
        await person.press("enter")
        await person.types("mou-high-contrast")
        await person.press("enter")
        assert person.app.theme == "mou-high-contrast"

    async with at_home(repository) as person:
        assert person.app.theme == "mou-high-contrast"
        assert person.messages == []


async def test_a_theme_there_is_not_is_told_and_stays_in_the_file(repository: SessionRepository) -> None:
    settings.path().parent.mkdir(parents=True)
    settings.path().write_text("theme: nrod\n", encoding="utf-8")
    async with at_home(repository) as person:
        assert "There is no theme “nrod”." in person.messages[0]

    assert settings.path().read_text(encoding="utf-8") == "theme: nrod\n"


async def test_mistakes_in_the_settings_are_told_once_and_nothing_is_blocked(
    repository: SessionRepository, begin: Begin
) -> None:
    settings.path().parent.mkdir(parents=True)
    settings.path().write_text("muose: no\n", encoding="utf-8")
    async with at_home(repository, begin()) as person:
        assert person.messages == [
            "settings.yaml:1: unknown key “muose”; did you mean “mouse”?\nThe usual settings hold there."
        ]
        await person.types("We agree.")
        assert person.workspace.text == "We agree."


async def test_a_theme_that_cannot_be_remembered_is_taken_up_all_the_same(repository: SessionRepository) -> None:
    settings.path().parent.mkdir(parents=True)
    settings.path().write_text("muose: no\n", encoding="utf-8")
    async with at_home(repository) as person:
        person.app.theme = "nord"
        await person.pilot.pause()

        assert person.messages[-1].startswith("The theme is not remembered: settings.yaml:1")


async def test_the_settings_in_the_readme_are_followed(repository: SessionRepository, begin: Begin) -> None:
    readme = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")
    example = re.search(r"```yaml\n(.*?)```", readme, re.DOTALL)
    assert example
    settings.path().parent.mkdir(parents=True)
    settings.path().write_text(example[1], encoding="utf-8")
    async with at_home(repository, begin()) as person:
        assert person.messages == []
        await person.press("alt+r")
        assert isinstance(person.app.screen, ReviewScreen)
        assert person.app.theme == "mou-high-contrast"
