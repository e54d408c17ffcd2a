"""The full-screen program that only watches."""

from __future__ import annotations

from typing import Any

from textual.screen import Screen

from mou_tui.failures import command_for
from mou_tui.settings import DEFAULTS, LoadedSettings, load
from mou_tui.tui.runtime.base_app import BaseApp
from mou_tui.tui.runtime.error_recovery import run_until_exit
from mou_tui.tui.runtime.terminal_watch import exit_when_terminal_closes
from mou_tui.tui.watch.follower import SessionFollower
from mou_tui.tui.watch.screen import WatchScreen


class WatchApp(BaseApp):
    """Shows the clause on the table of a session that is open in another window.

    Args:
        watch: looks at the session.
        loaded: the person's settings.
    """

    def __init__(self, watch: SessionFollower, loaded: LoadedSettings = DEFAULTS) -> None:
        super().__init__(loaded)
        self._watch = watch

    def first_screen(self) -> Screen[Any]:
        """The only screen."""
        return WatchScreen(self._watch)


def run(watch: SessionFollower, *, mouse: bool = True) -> tuple[int, str]:
    """Watch until the person leaves.

    Args:
        watch: looks at the session.
        mouse: whether to take the wheel, unless the settings leave the mouse to the terminal.

    Returns:
        The exit code, 1 after an error that ended it; and what to say then.
    """
    loaded = load()
    app = WatchApp(watch, loaded)
    exit_when_terminal_closes(lambda: None)
    run_until_exit(app, lambda: None, mouse=mouse and loaded.settings.mouse)
    if not app.failures.is_final:
        return app.return_code or 0, ""
    return 1, app.failures.farewell("", command_for(watch.path, "watch"))
