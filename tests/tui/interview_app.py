"""Somebody at the screen: what they press, type, paste and click, and what they see."""

from __future__ import annotations

import asyncio
import os
import signal
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import TypeVar

from rich.cells import cell_len
from textual import events
from textual.geometry import Region
from textual.pilot import Pilot
from textual.widget import Widget
from textual.widgets import Input, OptionList, Static, TextArea

from mou_tui.persistence.local_state import LocalState
from mou_tui.settings import LoadedSettings, Settings
from mou_tui.tui.app import MouApp
from mou_tui.tui.interview.screen import InterviewScreen
from mou_tui.tui.runtime.base_app import BaseApp
from mou_tui.tui.widgets.answer import AnswerPanel
from mou_tui.tui.widgets.editor import WordingEditor
from mou_tui.workspace.repository import SessionRepository
from mou_tui.workspace.workspace import Workspace
from tests.tui.threads import RUNNING, all_done, count_threads

NARROW, WIDE, SMALL = (80, 24), (120, 40), (60, 20)

CHARACTERS = {"enter": "\r", "escape": "\x1b", "tab": "\t", "space": " ", "backspace": "\x7f"}
"""What a terminal sends for keys that are no letters."""

ENDS = ["ctrl+q", "SIGTERM", "crash"]
"""How a program can end."""

USUAL = LoadedSettings(Settings())
"""What a person has who never set anything."""

FRAMES, TURNS, ROUNDS = 3, 40, 500
"""How often the screen is painted until it is settled, how many turns of the event loop that takes each time, and how
often that may be repeated."""

AWidget = TypeVar("AWidget", bound=Widget)


_EDGES = str.maketrans("█│", "  ")
"""The bars at the edges of a list or a box, between which words are broken into rows."""


class Person:
    """The one at the keyboard."""

    def __init__(self, app: BaseApp, pilot: Pilot[None]) -> None:
        self.app = app
        self.pilot = pilot

    @property
    def lines(self) -> list[str]:
        """The rows of the screen."""
        return [strip.text.rstrip() for strip in self.app.screen._compositor.render_strips()]

    @property
    def screen(self) -> str:
        """All that is on the screen."""
        return "\n".join(self.lines)

    @property
    def messages(self) -> list[str]:
        """What messages at the edge have said so far."""
        return [notification.message for notification in self.app._notifications]

    @property
    def interview(self) -> InterviewScreen:
        """The interview, even where something else is on top of it."""
        return next(screen for screen in self.app.screen_stack if isinstance(screen, InterviewScreen))

    @property
    def workspace(self) -> Workspace:
        """The workspace of the interview."""
        return self.interview.workspace

    @property
    def editor(self) -> WordingEditor:
        """The editor of the answer."""
        return self.interview.query_one(AnswerPanel).editor

    @property
    def standing(self) -> str:
        """What is said below the answer: the status of its text, and what there is to remark."""
        return " ".join(str(self.interview.query_one(name, Static).content) for name in ("#standing", "#remark"))

    @property
    def at(self) -> str:
        """The id of what has the focus."""
        return (self.app.focused and self.app.focused.id) or ""

    @property
    def row(self) -> str:
        """The row of a list that is chosen."""
        rows = self.app.screen.query(OptionList).first()
        return str(rows.get_option_at_index(rows.highlighted).prompt) if rows.highlighted is not None else ""

    def query(self, selector: str, kind: type[AWidget]) -> AWidget:
        """A widget of the screen on top."""
        return self.app.screen.query_one(selector, kind)

    def field(self, selector: str) -> str:
        """What is in a field of the form on top."""
        widget = self.app.screen.query_one(selector)
        assert isinstance(widget, (Input, TextArea))
        return widget.value if isinstance(widget, Input) else widget.text

    def holds(self, words: str) -> bool:
        """Whether the words are on the screen, however they are broken into rows."""
        # A scrollbar at the end of a row is none of the words.
        rows = (line.rstrip(" ▁▂▃▄▅▆▇") for line in self.lines)
        return " ".join(words.split()) in " ".join("\n".join(rows).translate(_EDGES).split())

    async def press(self, *keys: str) -> None:
        """Press keys, one after the other."""
        for key in keys:
            self.app.post_message(events.Key(key, CHARACTERS.get(key, key if len(key) == 1 else None)))
            await self.settles()

    async def unlocks(self) -> None:
        """Unlock the current clause, as the line in place of the keys says."""
        await self.press("f7", "ctrl+u")

    async def settles(self) -> None:
        """Wait until all that follows from what was done has been done, and is on the screen.

        In turns of the event loop, not by the clock: that is faster than a pause of the pilot, and no busy computer
        makes it too short.
        """
        for _ in range(ROUNDS):
            was_at_work = self._is_at_work
            await all_done()
            for _ in range(FRAMES):
                for _ in range(TURNS):
                    await asyncio.sleep(0)
                self.app.screen._on_timer_update()
            if not (was_at_work or self._is_at_work):
                return
        raise AssertionError("The program does not come to rest.")

    @property
    def _is_at_work(self) -> bool:
        """Whether a thread is at work, a widget handles a message, or the interview shows no more than the answer."""
        screen = self.app.screen
        shows_answer_only = isinstance(screen, InterviewScreen) and not screen.query("#guidance-panes")
        widgets = (self.app, screen, *screen.walk_children(with_self=False))
        is_handling = any(not widget._message_queue.ready_event._waiters for widget in widgets)
        return not self.app._exit and (bool(RUNNING) or shows_answer_only or is_handling)

    async def goes_to(self, widget: str, key: str = "enter") -> None:
        """Press a key until something has the focus."""
        for _ in range(30):
            if self.at == widget:
                return
            await self.press(key)
        raise AssertionError(f"{key} does not lead to {widget}, but to {self.at}")

    async def types(self, text: str) -> None:
        """Type text as fast as a terminal can send it."""
        for character in text:
            self.app.post_message(events.Key("enter", "\r") if character == "\n" else events.Key(character, character))
        await self.settles()

    async def pastes(self, text: str) -> None:
        """Paste text."""
        self.app.post_message(events.Paste(text))
        await self.settles()

    async def does(self, action: str) -> None:
        """Do what the command palette offers under the id of a action."""
        await self.app.screen.run_action(action)
        await self.settles()

    async def ends(self, end: str, form_drafts: str) -> None:
        """End the program in one of the ways there are; after a crash only what is on the disk counts."""
        if end == "ctrl+q":
            await self.press("ctrl+q")
        elif end == "SIGTERM":
            os.kill(os.getpid(), signal.SIGTERM)
            await self.settles()
        else:
            self.workspace.store.flush()
            assert form_drafts in LocalState(self.workspace.store.path).form_drafts

    async def clicks(self, words: str, *, inside: str = "") -> None:
        """Click where the words stand inside a widget, as slowly as a hand does.

        What is under the pointer when the button comes up counts, and that may have moved.
        """
        while self.app.screen.query("Button.-active"):
            # A button takes no second press until the first has been seen; no hand is as quick.
            await self.pilot.pause()
        x, y = self._find(words, self.app.screen.query_one(inside).region if inside else self.app.screen.region)
        self._mouse(events.MouseDown, x, y)
        await self.settles()
        self._mouse(events.MouseUp, x, y)
        await self.settles()

    def _find(self, words: str, region: Region) -> tuple[int, int]:
        rows = self.app.screen._compositor.render_strips()[region.y : region.bottom]
        for y, row in enumerate(rows, start=region.y):
            text = row.crop(region.x, region.right).text
            if words in text:
                return region.x + cell_len(text[: text.index(words)]), y
        raise AssertionError(f"{words!r} is not on the screen:\n{self.screen}")

    def _mouse(self, kind: type[events.MouseEvent], x: int, y: int) -> None:
        self.app.post_message(
            kind(
                widget=None,
                x=x,
                y=y,
                delta_x=0,
                delta_y=0,
                button=1,
                shift=False,
                meta=False,
                ctrl=False,
                screen_x=x,
                screen_y=y,
            )
        )


@asynccontextmanager
async def open_interview(
    repository: SessionRepository,
    workspace: Workspace | None = None,
    *,
    size: tuple[int, int] = NARROW,
    ask_names: bool = False,
    loaded: LoadedSettings = USUAL,
) -> AsyncIterator[Person]:
    """The program on a screen of a size, and somebody before it."""
    app = MouApp(repository, workspace, ask_names=ask_names, loaded=loaded)
    app.animation_level = "none"
    count_threads()
    async with app.run_test(size=size, notifications=True) as pilot:
        person = Person(app, pilot)
        await person.settles()
        # What is to be settled before the first question comes once the rest has been laid out.
        await person.settles()
        await person.settles()
        yield person
