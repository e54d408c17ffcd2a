"""Help and the palette: nothing one can do is hidden."""

from __future__ import annotations

import pytest
from textual.command import CommandList
from textual.containers import VerticalScroll
from textual.widgets import Static

from mou_tui.tui.actions.action import ActionSpec
from mou_tui.tui.actions.incoming import PROPOSALS
from mou_tui.tui.actions.interview import EVERYWHERE, INTERVIEW
from mou_tui.tui.actions.screens import (
    AGENDA,
    BLANKS,
    DEADLINES,
    EARLIER,
    HISTORY,
    HOME,
    LAW,
    REQUIREMENTS,
    REVIEW,
    ROOM,
    SIGNING,
)
from mou_tui.tui.screens.help import HelpScreen
from mou_tui.workspace.repository import SessionRepository
from tests.tui.conftest import Begin
from tests.tui.interview_app import Person, open_interview

SCREENS = [
    "home",
    "interview",
    "review",
    "agenda",
    "blanks",
    "history",
    "sign",
    "earlier",
    "state_law",
    "requirements",
    "deadlines",
    "proposals",
    "room_view",
]


def actions_of(screen: str) -> tuple[ActionSpec, ...]:
    lists = {
        "home": HOME,
        "interview": INTERVIEW,
        "review": REVIEW,
        "agenda": AGENDA,
        "blanks": BLANKS,
        "history": HISTORY,
        "sign": SIGNING,
        "earlier": EARLIER,
        "state_law": LAW,
        "requirements": REQUIREMENTS,
        "deadlines": DEADLINES,
        "proposals": PROPOSALS,
        "room_view": ROOM,
    }
    return lists[screen] + EVERYWHERE


async def go_to(person: Person, screen: str) -> None:
    if screen not in ("home", "interview"):
        await person.does(screen)


@pytest.mark.parametrize("screen", SCREENS)
async def test_help_lists_every_action_with_its_keys(repository: SessionRepository, begin: Begin, screen: str) -> None:
    async with open_interview(repository, None if screen == "home" else begin()) as person:
        await go_to(person, screen)
        await person.press("f1")
        assert isinstance(person.app.screen, HelpScreen)
        words = "\n".join(str(text.content) for text in person.app.screen.query(Static))
        for action in actions_of(screen):
            assert action.help in words
            assert action.shown_keys in words

        person.query(".dialog-message", VerticalScroll).scroll_end(animate=False, immediate=True)
        await person.settles()
        assert "Shift" in person.screen
        await person.press("escape")
        assert not isinstance(person.app.screen, HelpScreen)


@pytest.mark.parametrize("screen", SCREENS)
async def test_the_palette_offers_every_action_with_its_keys(
    repository: SessionRepository, begin: Begin, screen: str
) -> None:
    async with open_interview(repository, None if screen == "home" else begin()) as person:
        await go_to(person, screen)
        await person.press("ctrl+p")
        commands = person.app.screen.query_one(CommandList)
        offered = "\n".join(str(option.prompt) for option in commands.options)
        for action in actions_of(screen):
            assert action.name in offered
            assert action.shown_keys in offered


async def test_the_palette_does_what_it_says(repository: SessionRepository, begin: Begin) -> None:
    async with open_interview(repository, begin(purpose="Safe schools.")) as person:
        await person.press("ctrl+p")
        await person.types("clear this")
        await person.press("enter")
        assert person.workspace.answer.text == ""

        await person.press("ctrl+p")
        await person.types("help")
        await person.press("enter")
        assert isinstance(person.app.screen, HelpScreen)


async def test_every_key_of_the_footer_is_in_the_table(repository: SessionRepository, begin: Begin) -> None:
    async with open_interview(repository, begin(), size=(140, 40)) as person:
        for action in actions_of("interview"):
            if action.footer and action.id != "next_blank":
                assert f"{action.shown_keys.partition(',')[0]} {action.footer}" in person.lines[-1]


async def test_at_the_size_of_a_projector_topics_and_draft_are_a_key_away_and_can_be_read_aloud(
    repository: SessionRepository, begin: Begin
) -> None:
    async with open_interview(repository, begin()) as person:
        keys = "Ctrl+N Next  F2 Topics  F3 Draft  Ctrl+T Examples  F7 Positions  F1 Help"
        assert person.lines[-1].strip() == keys
        await person.clicks("Draft", inside="#keybar")
        assert person.at == "preview"
        assert "F3 Back to the answer" in person.lines[-1]
        await person.clicks("Topics", inside="#keybar")
        assert person.at == "topics-list"
        assert person.lines[-1].strip() == "Enter Open  F2 Back to the answer  F3 Draft  Ctrl+R Review  F1 Help"
        await person.clicks("Back to the answer", inside="#keybar")
        assert person.at == "answer"
        await person.press("ctrl+t")
        keys = "Enter Take this one  Ctrl+T Next example  Esc Back to the answer  F1 Help"
        assert person.lines[-1].strip() == keys


@pytest.mark.parametrize("width", [9, 30, 40, 60, 80])
async def test_where_not_all_keys_have_room_some_are_left_out_whole_and_help_is_the_last(
    repository: SessionRepository, begin: Begin, width: int
) -> None:
    async with open_interview(repository, begin(), size=(width, 24)) as person:
        shown = person.lines[-1].split()
        assert shown[-2:] == ["F1", "Help"]
        assert set(shown) <= {
            word
            for action in actions_of("interview")
            for word in (*action.footer.split(), *action.shown_keys.split(", "))
        }
