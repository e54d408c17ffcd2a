"""The command palette: every action of the screen, by label, with its keys."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import Any

from textual.app import SystemCommand
from textual.screen import Screen

from mou_tui.tui.actions.action import ActionSpec


def commands(screen: Screen[Any], actions: Iterable[ActionSpec]) -> Iterable[SystemCommand]:
    """Yield the actions of a screen as commands, without those of the focused widget, which loses the focus here."""
    for action in (action for action in actions if not action.focused):
        name = f"{action.name} ({action.shown_keys})" if action.keys else action.name
        yield SystemCommand(name, action.help, partial(screen.run_action, action.action))
