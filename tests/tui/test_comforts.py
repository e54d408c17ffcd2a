"""The program as one person needs it: their keys, colours, cursor, editor, and a small screen."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest

from mou_tui import settings
from mou_tui.cabinet import Cabinet
from mou_tui.desk import Desk
from mou_tui.settings import Loaded, Settings, load
from mou_tui.tui.app import MouApp
from mou_tui.tui.screens.help import HelpScreen
from mou_tui.tui.screens.interview import InterviewScreen
from mou_tui.tui.screens.review import ReviewScreen
from tests.tui.conftest import Begin
from tests.tui.sitting import NARROW, Person


@asynccontextmanager
async def at_home(
    cabinet: Cabinet, desk: Desk | None = None, loaded: Loaded | None = None, *, size: tuple[int, int] = NARROW
) -> AsyncIterator[Person]:
    """The program as a person set it up."""
    app = MouApp(cabinet, desk, loaded=loaded or load())
    async with app.run_test(size=size, notifications=True) as pilot:
        await pilot.pause()
        yield Person(app, pilot)


def keyed(**keys: str) -> Loaded:
    return Loaded(Settings(keys=keys))


async def test_a_theme_chosen_in_the_palette_is_there_the_next_time(cabinet: Cabinet, begin: Begin) -> None:
    async with at_home(cabinet, begin()) as person:
        await person.press("ctrl+p")
        await person.types("theme")
        await person.press("enter")
        await person.types("mou-high-contrast")
        await person.press("enter")
        assert person.app.theme == "mou-high-contrast"

    async with at_home(cabinet) as person:
        assert person.app.theme == "mou-high-contrast"
        assert person.told == []


async def test_a_theme_there_is_not_is_told_and_stays_in_the_file(cabinet: Cabinet) -> None:
    settings.path().parent.mkdir(parents=True)
    settings.path().write_text("theme: nrod\n", encoding="utf-8")
    async with at_home(cabinet) as person:
        assert "There is no theme “nrod”." in person.told[0]

    assert settings.path().read_text(encoding="utf-8") == "theme: nrod\n"


async def test_mistakes_in_the_settings_are_told_once_and_nothing_is_blocked(cabinet: Cabinet, begin: Begin) -> None:
    settings.path().parent.mkdir(parents=True)
    settings.path().write_text("muose: no\n", encoding="utf-8")
    async with at_home(cabinet, begin()) as person:
        assert person.told == [
            "settings.yaml:1: unknown key “muose”; did you mean “mouse”?\nThe usual settings hold there."
        ]
        await person.types("We agree.")
        assert person.desk.wording == "We agree."


async def test_a_theme_that_cannot_be_remembered_is_taken_up_all_the_same(cabinet: Cabinet) -> None:
    settings.path().parent.mkdir(parents=True)
    settings.path().write_text("muose: no\n", encoding="utf-8")
    async with at_home(cabinet) as person:
        person.app.theme = "nord"
        await person.pilot.pause()

        assert person.told[-1].startswith("The theme is not remembered: settings.yaml:1")


async def test_a_key_given_to_a_deed_does_it_and_the_usual_one_no_longer_does(cabinet: Cabinet, begin: Begin) -> None:
    async with at_home(cabinet, begin(), keyed(review="F10")) as person:
        await person.press("ctrl+r")
        assert isinstance(person.app.screen, InterviewScreen)
        await person.press("f10")
        assert isinstance(person.app.screen, ReviewScreen)
        await person.press("f10")
        assert isinstance(person.app.screen, InterviewScreen)


async def test_help_palette_and_footer_name_the_keys_that_were_given(cabinet: Cabinet, begin: Begin) -> None:
    async with at_home(cabinet, begin(), keyed(next="f10", clear="f12")) as person:
        assert "f10 Next" in person.screen

        await person.press("f1")
        assert isinstance(person.app.screen, HelpScreen)
        assert "F10     Go to the next question." in person.screen
        await person.press("escape", "ctrl+p")
        await person.types("next question")
        assert person.holds("Next question (F10)")


async def test_a_deed_without_a_key_can_be_given_one(cabinet: Cabinet, begin: Begin) -> None:
    async with at_home(cabinet, begin(purpose_and_goals="We agree."), keyed(clear="f12")) as person:
        await person.press("f12")

        assert person.desk.wording == ""


async def test_keys_can_be_swapped(cabinet: Cabinet, begin: Begin) -> None:
    async with at_home(cabinet, begin(), keyed(next="ctrl+b", back="ctrl+n")) as person:
        here = person.desk.place
        await person.press("ctrl+b")
        assert person.desk.place != here
        await person.press("ctrl+n")
        assert person.desk.place == here
        assert person.told == []


@pytest.mark.parametrize(
    ("keys", "complaint"),
    [
        ({"revew": "f10"}, "There is nothing called “revew” to give keys to. Did you mean “review”?"),
        ({"next": "ctrl+g"}, "“next” and “next_open” would both have ctrl+g."),
        ({"next": "f10", "back": "f10"}, "“next” and “back” would both have f10."),
        ({"review": "contrl+x"}, "“review”: contrl+x is no key."),
        ({"review": "Ctrl+W"}, "“review”: ctrl+w is for writing the answer."),
        ({"review": "x"}, "“review”: x is for writing the answer."),
        ({"quit": "escape"}, "“quit”: escape always does what it does."),
        ({"find": " , "}, "“find” is given no key."),
    ],
)
async def test_keys_that_cannot_be_given_are_told_and_the_usual_ones_stay(
    cabinet: Cabinet, begin: Begin, keys: dict[str, str], complaint: str
) -> None:
    async with at_home(cabinet, begin(), keyed(**keys)) as person:
        assert person.told == [f"{complaint}\nThe usual settings hold there."]
        here = person.desk.place
        await person.press("ctrl+n")
        assert person.desk.place != here
        await person.press("ctrl+r")
        assert isinstance(person.app.screen, ReviewScreen)
