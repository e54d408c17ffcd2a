"""How many Python functions one typed letter calls, and in how many modules, from the key to a quiet screen.

Run by hand from the top folder: `python -m tests.bench.calls_per_key`. Unlike a time, a count of calls is the same on
every machine. The letter is typed into a long session of full depth, once everything on the screen has been drawn.
"""

from __future__ import annotations

import asyncio
import os
import sys
import tempfile
from collections import Counter
from pathlib import Path
from types import FrameType

from textual.pilot import Pilot

from mou_tui.session.model import Session
from mou_tui.tui.app import MouApp
from mou_tui.workspace.repository import SessionRepository
from mou_tui.workspace.session_reader import ChecklistCatalog
from mou_tui.workspace.workspace import Workspace
from tests.bench.sessions import write_long

KEYS = 5
QUIET = 50
"""Calls in a third of a second, as the blinking of a cursor needs them."""
SIZE = (120, 36)
PACKAGE = str(Path(__file__).parents[2] / "mou_tui") + os.sep


class Calls:
    """Counts calls of functions of this program by module; used as the profile function of a thread."""

    def __init__(self) -> None:
        self.by_module: Counter[str] = Counter()
        self.to_session: list[str] = []
        """The modules called before the first new session, in order; empty until there is one."""
        self._path: list[str] = []

    def __call__(self, frame: FrameType, event: str, _argument: object) -> None:
        """Count a call."""
        path = frame.f_code.co_filename
        if event == "call" and path.startswith(PACKAGE):
            module = path.removeprefix(PACKAGE)
            self.by_module[module] += 1
            self._path.append(module)
            if frame.f_code is Session.with_answer.__code__ and not self.to_session:
                self.to_session = list(self._path)


async def count() -> list[Calls]:
    """Type letters one by one; return the calls of each."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ["MOU_TUI_HOME"] = folder
        path = write_long(Path(folder, "long.mou.yaml"))
        repository = SessionRepository(ChecklistCatalog())
        workspace: Workspace = repository.open(path)
        app = MouApp(repository, workspace)
        counts = []
        async with app.run_test(size=SIZE) as pilot:
            await _until_quiet(pilot)
            for _ in range(KEYS + 1):
                calls = Calls()
                sys.setprofile(calls)
                await pilot.press("a")
                await pilot.pause(0.2)
                sys.setprofile(None)
                counts.append(calls)
                await _until_quiet(pilot)
            workspace.close()
    # The first letter fills caches that the others use.
    return counts[1:]


async def _until_quiet(pilot: Pilot[None]) -> None:
    """Wait until the screen has been drawn, the long preview last."""
    while True:
        calls = Calls()
        sys.setprofile(calls)
        await pilot.pause(0.3)
        sys.setprofile(None)
        if calls.by_module.total() < QUIET:
            return


def main() -> None:
    """Print the counts of the key with the fewest calls."""
    calls = min(asyncio.run(count()), key=lambda calls: calls.by_module.total())
    modules = dict.fromkeys(calls.to_session)
    print(f"{len(calls.to_session)} calls in {len(modules)} modules to the new session: {', '.join(modules)}")
    print(f"{calls.by_module.total()} calls in {len(calls.by_module)} modules in all")
    for module, number in calls.by_module.most_common(12):
        print(f"{number:7} {module}")


if __name__ == "__main__":
    main()
