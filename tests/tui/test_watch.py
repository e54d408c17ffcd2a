"""The room view in a window of its own follows the session of another one."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from textual.message import Message
from textual.pilot import Pilot

from mou_tui.session.codec import encode
from mou_tui.tui.screens.help import HelpScreen
from mou_tui.tui.watch.app import WatchApp
from mou_tui.tui.watch.follower import SessionFollower
from mou_tui.tui.watch.screen import WatchScreen
from mou_tui.tui.widgets.clause import Clause
from mou_tui.workspace.session_reader import ChecklistCatalog
from mou_tui.workspace.workspace import Workspace
from tests.breaking import Boom, breaking
from tests.tui.conftest import Begin
from tests.tui.harmless import assert_harmless, assert_literal
from tests.tui.hostile import LINE, NAME, hostile_session
from tests.tui.interview_app import NARROW, SMALL, WIDE, Person

PATIENCE = 20.0


class Onlooker(Person):
    """Somebody who looks at the second window."""

    def __init__(self, app: WatchApp, pilot: Pilot[None], news: asyncio.Event) -> None:
        super().__init__(app, pilot)
        self._news = news

    async def sees(self, words: str) -> None:
        """Wait until words are on the screen."""
        while not self.holds(words):
            await asyncio.wait_for(self._news.wait(), PATIENCE)
            self._news.clear()
            await self.settles()


@asynccontextmanager
async def watching(path: Path, checklists: ChecklistCatalog, size: tuple[int, int] = NARROW) -> AsyncIterator[Onlooker]:
    """The second window, and somebody who looks at it."""
    news = asyncio.Event()

    def hear(message: Message) -> None:
        if isinstance(message, WatchScreen.Seen):
            news.set()

    app = WatchApp(SessionFollower(path, checklists))
    async with app.run_test(size=size, notifications=True, message_hook=hear) as pilot:
        onlooker = Onlooker(app, pilot, news)
        await onlooker.settles()
        yield onlooker


@pytest.fixture
def workspace(begin: Begin) -> Iterator[Workspace]:
    """Somebody at work in the first window."""
    workspace = begin(purpose="The first.", scope="The second.")
    workspace.store.flush()
    yield workspace
    workspace.store.close()


@pytest.mark.parametrize("size", [NARROW, WIDE, SMALL])
async def test_words_questions_and_positions_are_followed(
    workspace: Workspace, checklists: ChecklistCatalog, size: tuple[int, int]
) -> None:
    async with watching(workspace.store.path, checklists, size) as onlooker:
        assert onlooker.holds("The first.")
        workspace.answers.write("The first, and more.")
        workspace.store.save()
        await onlooker.sees("The first, and more.")
        workspace.go("scope")
        await onlooker.sees("The second.")
        workspace.positions.take("agency", "agrees")
        await onlooker.sees("✓ agrees Police Department")
        assert onlooker.lines[-1].startswith(" Last saved ")
        assert not onlooker.holds("The first")


async def test_it_says_what_is_the_matter_and_goes_on_once_it_is_well(
    workspace: Workspace, checklists: ChecklistCatalog
) -> None:
    path = workspace.store.path
    whole = path.read_bytes()
    async with watching(path, checklists) as onlooker:
        path.write_bytes(whole[: len(whole) // 2])
        await onlooker.sees("looks cut off")
        assert onlooker.holds("The first.")
        assert onlooker.holds("Shown as saved at ")
        path.write_bytes(whole)
        await onlooker.sees("Last saved")


async def test_what_is_typed_below_the_screen_is_brought_into_view(
    workspace: Workspace, checklists: ChecklistCatalog
) -> None:
    lines = [f"Paragraph {number}." for number in range(60)]
    workspace.answers.write("\n\n".join(lines))
    workspace.store.flush()
    async with watching(workspace.store.path, checklists) as onlooker:
        assert not onlooker.holds("Paragraph 40.")
        lines[40] += " Changed."
        workspace.answers.write("\n\n".join(lines))
        workspace.store.save()
        await onlooker.sees("Paragraph 40. Changed.")


async def test_one_stays_where_one_has_scrolled_to(workspace: Workspace, checklists: ChecklistCatalog) -> None:
    lines = [f"Paragraph {number}." for number in range(60)]
    workspace.answers.write("\n\n".join(lines))
    workspace.store.flush()
    async with watching(workspace.store.path, checklists) as onlooker:
        await onlooker.press("pagedown")
        await onlooker.pilot.wait_for_animation()
        top = onlooker.query("#clause", Clause).scroll_offset.y
        assert top > 0
        lines[12] += " Changed."
        workspace.answers.write("\n\n".join(lines))
        workspace.store.save()
        await onlooker.sees("Paragraph 12. Changed.")
        assert onlooker.query("#clause", Clause).scroll_offset.y == top


async def test_a_hostile_session_is_shown_harmlessly(workspace: Workspace, checklists: ChecklistCatalog) -> None:
    path = workspace.store.path.with_name(f"{NAME}.mou.yaml")
    path.write_bytes(encode(hostile_session(workspace)))
    async with watching(path, checklists) as onlooker:
        assert_literal(onlooker)
        path.write_text(f"format: {LINE}")
        await onlooker.sees("Since")
        assert_harmless(onlooker)
        path.unlink()
        await onlooker.sees("it is not there")
        assert_literal(onlooker, "[@click=app")


async def test_help_and_the_palette_say_what_there_is(workspace: Workspace, checklists: ChecklistCatalog) -> None:
    async with watching(workspace.store.path, checklists) as onlooker:
        await onlooker.press("f1")
        assert isinstance(onlooker.app.screen, HelpScreen)
        assert onlooker.holds("Nothing is written here.")
        workspace.go("scope")
        await onlooker.press("escape")
        await onlooker.sees("The second.")


async def test_a_fault_ends_it_instead_of_showing_what_is_old(
    workspace: Workspace, checklists: ChecklistCatalog, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(Boom):
        async with watching(workspace.store.path, checklists) as onlooker:
            breaking(monkeypatch)(SessionFollower, "poll", Boom())
            await asyncio.wait_for(onlooker.app._exception_event.wait(), PATIENCE)
