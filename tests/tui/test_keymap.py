"""Keys of a person’s own: what they do, what names them, and which cannot be assigned."""

from __future__ import annotations

import importlib
import pkgutil

import pytest

from mou_tui.settings import LoadedSettings, Settings
from mou_tui.tui import screens
from mou_tui.tui.actions.catalog import SCREENS
from mou_tui.tui.actions.interview import EVERYWHERE
from mou_tui.tui.actions.keymap import keymap
from mou_tui.tui.interview.screen import InterviewScreen
from mou_tui.tui.screens.help import HelpScreen
from mou_tui.tui.screens.list_screen import ListScreen
from mou_tui.tui.screens.review import ReviewScreen
from mou_tui.workspace.repository import SessionRepository
from tests.tui.conftest import Begin
from tests.tui.program import at_home


def keyed(**keys: str) -> LoadedSettings:
    return LoadedSettings(Settings(keys=keys))


async def test_a_key_given_to_an_action_does_it_and_the_usual_one_no_longer_does(
    repository: SessionRepository, begin: Begin
) -> None:
    async with at_home(repository, begin(), keyed(review="F11")) as person:
        await person.press("ctrl+r")
        assert isinstance(person.app.screen, InterviewScreen)
        await person.press("f11")
        assert isinstance(person.app.screen, ReviewScreen)
        await person.press("f11")
        assert isinstance(person.app.screen, InterviewScreen)


async def test_help_palette_and_footer_name_the_keys_that_were_given(
    repository: SessionRepository, begin: Begin
) -> None:
    async with at_home(repository, begin(), keyed(next="f11")) as person:
        assert "F11 Next" in person.screen

        await person.press("f1")
        assert isinstance(person.app.screen, HelpScreen)
        assert "F11     Go to the next question." in person.screen
        await person.press("escape", "ctrl+p")
        await person.types("next question")
        assert person.holds("Next question (F11)")


async def test_what_the_program_says_names_the_keys_that_were_given(
    repository: SessionRepository, begin: Begin
) -> None:
    keys = keyed(undo_step="f11", take="alt+t", positions="shift+f2", proposes="X", capture="alt+n")
    async with at_home(repository, begin(), keys) as person:
        assert person.messages == []
        assert person.holds("or take an example (Alt+T).")
        await person.types("We agree.")
        await person.does("clear")
        assert person.messages[-1] == "Cleared. F11 takes it back."
        await person.does("choose")
        assert person.messages[-1] == "There is only one wording. In the parties (Shift+F2), X proposes another."
        await person.press("alt+n")
        assert person.holds("Alt+N next")
        assert "What was decided?" in person.screen
        await person.press("alt+n")
        assert "What was decided?" not in person.screen


async def test_an_action_without_a_key_can_be_given_one(repository: SessionRepository, begin: Begin) -> None:
    async with at_home(repository, begin(purpose="We agree."), keyed(clear="f11")) as person:
        await person.press("f11")

        assert person.workspace.text == ""


async def test_keys_can_be_swapped(repository: SessionRepository, begin: Begin) -> None:
    async with at_home(repository, begin(), keyed(next="ctrl+b", back="ctrl+n")) as person:
        here = person.workspace.clause_id
        await person.press("ctrl+b")
        assert person.workspace.clause_id != here
        await person.press("ctrl+n")
        assert person.workspace.clause_id == here
        assert person.messages == []


async def test_an_action_may_keep_the_key_it_has_and_a_party_may_have_another_letter(
    repository: SessionRepository, begin: Begin
) -> None:
    async with at_home(repository, begin(purpose="Safe."), keyed(positions="f7", agrees="y")) as person:
        assert person.messages == []
        await person.press("f7")
        assert "y Agrees" in " ".join(person.lines[-3:])
        await person.press("y")
        assert person.workspace.answer.positions["agency"].stand == "agrees"


@pytest.mark.parametrize(
    ("keys", "complaint"),
    [
        ({"revew": "f11"}, "There is nothing called “revew” to give keys to. Did you mean “review”?"),
        ({"next": "ctrl+g"}, "“next” and “next_open” would both have ctrl+g."),
        ({"next": "f11", "back": "f11"}, "“next” and “back” would both have f11."),
        ({"review": "contrl+x"}, "“review”: contrl+x is no key."),
        ({"review": "Ctrl+W"}, "“review”: ctrl+w is for writing the answer."),
        ({"review": "f7"}, "“review”: f7 is for writing the answer."),
        ({"positions": "ctrl+k"}, "“positions”: ctrl+k is for writing the answer."),
        ({"review": "x"}, "“review”: x is for writing the answer."),
        ({"export": "e"}, "“export”: e is for writing the answer."),
        ({"quit": "escape"}, "“quit”: escape always does what it does."),
        ({"find": " , "}, "“find” is given no key."),
    ],
)
async def test_keys_that_cannot_be_given_are_told_and_the_usual_ones_stay(
    repository: SessionRepository, begin: Begin, keys: dict[str, str], complaint: str
) -> None:
    async with at_home(repository, begin(), keyed(**keys)) as person:
        assert person.messages == [f"{complaint}\nThe usual settings hold there."]
        here = person.workspace.clause_id
        await person.press("ctrl+n")
        assert person.workspace.clause_id != here
        await person.press("ctrl+r")
        assert isinstance(person.app.screen, ReviewScreen)


def test_every_action_of_every_screen_can_have_a_key_of_its_own() -> None:
    for actions in (*SCREENS.values(), EVERYWHERE):
        for action in actions:
            keys, complaints = keymap({action.id: "ctrl+f11"})
            assert "ctrl+f11" in keys[action.id], complaints


def test_no_list_screen_is_left_out_of_the_catalog() -> None:
    for module in pkgutil.iter_modules(screens.__path__):
        importlib.import_module(f"{screens.__name__}.{module.name}")
    assert {screen.ACTIONS for screen in ListScreen.__subclasses__()} <= {*SCREENS.values()}
