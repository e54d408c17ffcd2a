"""The first sight of an interview: the answer, before all that one can type without is made."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from textual import events
from textual.message import Message
from textual.widget import Widget

from mou_tui.tui.app import MouApp
from mou_tui.workspace.repository import SessionRepository
from mou_tui.workspace.workspace import Workspace
from tests.tui.conftest import Begin
from tests.tui.interview_app import CHARACTERS, WIDE, Person, open_interview


@asynccontextmanager
async def quick(repository: SessionRepository, workspace: Workspace, key: str) -> AsyncIterator[Person]:
    """The program, and somebody who presses a key as soon as the whole of the first sight is painted."""
    app = MouApp(repository, workspace)
    pressed: list[events.Key] = []

    def press(_screen: object) -> None:
        if not pressed:
            pressed.append(events.Key(key, CHARACTERS.get(key, key if len(key) == 1 else None)))
            app.post_message(pressed[0])

    def look(message: Message) -> None:
        # The screen is painted once before this, and once more when every widget knows its size.
        if isinstance(message, events.Ready):
            app.screen.screen_layout_refresh_signal.subscribe(app, press)

    async with app.run_test(size=WIDE, notifications=True, message_hook=look) as pilot:
        yield Person(app, pilot)


async def test_a_letter_is_echoed_before_the_rest_is_made(repository: SessionRepository, begin: Begin) -> None:
    async with quick(repository, begin(), "ž") as person:
        while "ž" not in person.screen:
            assert not person.interview.query("#next")
            await asyncio.sleep(0)


async def test_help_asked_for_at_once_looks_as_it_does_later(repository: SessionRepository, begin: Begin) -> None:
    async with open_interview(repository, begin(), size=WIDE) as person:
        await person.press("f1")
        later = person.query(".dialog-box", Widget).region
    async with quick(repository, begin(), "f1") as person:
        while not person.interview.query("#preview"):
            await person.settles()
        assert person.query(".dialog-box", Widget).region == later
