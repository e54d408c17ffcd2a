"""The full-screen program that follows a session."""

from __future__ import annotations

from mou_tui.failures import command_for
from mou_tui.settings import DEFAULTS, LoadedSettings, load
from mou_tui.tui.runtime.base_app import BaseApp
from mou_tui.tui.runtime.error_recovery import Restart, run_until_exit
from mou_tui.tui.runtime.terminal_watch import exit_when_terminal_closes
from mou_tui.tui.watch.follower import SessionFollower
from mou_tui.tui.watch.screen import WatchScreen


class WatchApp(BaseApp):
    """Shows the current clause of a session that is open in another window.

    Args:
        follower: polls the session file.
        loaded: the person's settings.
    """

    def __init__(self, follower: SessionFollower, loaded: LoadedSettings = DEFAULTS) -> None:
        super().__init__(loaded, Restart(lambda: WatchScreen(follower)))


def run(follower: SessionFollower, *, mouse: bool = True) -> tuple[int, str]:
    """Follow the session until the person leaves.

    Args:
        follower: polls the session file.
        mouse: whether to take the wheel, unless the settings leave the mouse to the terminal.

    Returns:
        The exit code, 1 after an error that ended the program; and a message to print, empty if there was no error.
    """
    loaded = load()
    app = WatchApp(follower, loaded)
    exit_when_terminal_closes(lambda: None)
    run_until_exit(app, lambda: None, mouse=mouse and loaded.settings.mouse)
    if not app.failures.is_final:
        return app.return_code or 0, ""
    return 1, app.failures.farewell("", command_for(follower.path, "watch"))
