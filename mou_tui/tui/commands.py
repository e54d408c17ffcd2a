"""The command palette: every deed of the screen, by name, with its keys."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import Any

from textual.app import SystemCommand
from textual.screen import Screen

from mou_tui.tui.deed import Deed


def commands(screen: Screen[Any], deeds: Iterable[Deed]) -> Iterable[SystemCommand]:
    """The deeds of a screen as commands, without those of what has the focus: the palette takes that away."""
    for deed in (deed for deed in deeds if not deed.focused):
        name = f"{deed.name} ({deed.shown_keys})" if deed.keys else deed.name
        yield SystemCommand(name, deed.help, partial(screen.run_action, deed.action))
