"""The program as a person set it up: within the test, or in a terminal of its own."""

from __future__ import annotations

import os
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from mou_tui.settings import LoadedSettings, load
from mou_tui.tui.app import MouApp
from mou_tui.workspace.repository import SessionRepository
from mou_tui.workspace.workspace import Workspace
from tests.bench.terminal import Screen, Terminal
from tests.tui.interview_app import NARROW, Person


@asynccontextmanager
async def at_home(
    repository: SessionRepository,
    workspace: Workspace | None = None,
    loaded: LoadedSettings | None = None,
    *,
    size: tuple[int, int] = NARROW,
) -> AsyncIterator[Person]:
    """The program as a person set it up."""
    app = MouApp(repository, workspace, loaded=loaded or load())
    async with app.run_test(size=size, notifications=True) as pilot:
        person = Person(app, pilot)
        await person.settles()
        await person.settles()
        yield person


class Recorder(Screen):
    """A screen that keeps all that was written to it."""

    def __init__(self) -> None:
        super().__init__()
        self.written = ""

    def feed(self, text: str, at: float) -> None:
        self.written += text
        super().feed(text, at)


def program(*arguments: str | Path, home: Path, **environment: str) -> Terminal:
    """The program itself in a terminal of its own."""
    command = [sys.executable, "-m", "mou_tui", *map(str, arguments)]
    terminal = Terminal(command, {**os.environ, "MOU_TUI_HOME": str(home), "TERM": "xterm-256color", **environment})
    terminal.screen = Recorder()
    return terminal


def written(terminal: Terminal) -> str:
    """All that the program wrote."""
    assert isinstance(terminal.screen, Recorder)
    return terminal.screen.written
