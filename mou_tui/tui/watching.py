"""The full-screen program that only watches."""

from __future__ import annotations

from typing import Any

from textual.screen import Screen

from mou_tui.settings import USUAL, Loaded, load
from mou_tui.tui.hangup import leave_when_terminal_goes
from mou_tui.tui.program import Program
from mou_tui.tui.screens.watch import WatchScreen
from mou_tui.watch import Watch


class WatchApp(Program):
    """Shows the clause on the table of a session that is open in another window.

    Args:
        watch: looks at the session.
        loaded: the person's settings.
    """

    SORRY = """mou-tui watch stopped because of a fault in the program ({fault}).
The session is as it was: nothing is written here. Start it again to go on watching."""

    def __init__(self, watch: Watch, loaded: Loaded = USUAL) -> None:
        super().__init__(loaded)
        self._watch = watch

    def get_default_screen(self) -> Screen[Any]:
        """The only screen."""
        return self.begin_with(WatchScreen(self._watch))


def run(watch: Watch, *, mouse: bool = True) -> int:
    """Watch until the person leaves.

    Args:
        watch: looks at the session.
        mouse: whether to take the wheel, unless the settings leave the mouse to the terminal.

    Returns:
        The exit code: 1 after a fault in the program.
    """
    loaded = load()
    app = WatchApp(watch, loaded)
    leave_when_terminal_goes(lambda: None)
    app.run(mouse=mouse and loaded.settings.mouse)
    return app.return_code or 0
