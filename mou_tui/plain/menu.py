"""Menus of the line-by-line mode, where the terminal can show one and the person has not turned them off."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import TextIO

from mou_tui import settings
from mou_tui.plain.interrupts import Interrupts
from mou_tui.plain.line_input import InputClosed

_MOST_NUMBERED = 9
"""Number of items up to which a digit chooses one."""


def can_show_menus(source: TextIO, sink: TextIO) -> bool:
    """Return whether a menu can be shown: on a terminal that can move its cursor, unless settings say `menus: no`.

    A menu is drawn anew at every key, which braille displays and some screen readers do not follow.
    """
    if not (source.isatty() and sink.isatty()):
        return False
    if os.environ.get("TERM", "dumb") == "dumb" and os.name != "nt":
        return False
    return settings.load().settings.menus


def show_menu(prompt: str, labels: Sequence[str], interrupts: Interrupts) -> int:
    """Show labels as a menu, and return the index of the one that was chosen.

    Raises:
        InputClosed: Ctrl+C was pressed, or the terminal is gone.
    """
    from questionary import Choice, select

    question = select(
        prompt,
        [Choice(label, index) for index, label in enumerate(labels)],
        qmark="",
        use_shortcuts=len(labels) <= _MOST_NUMBERED,
        instruction="(arrow keys and Enter)",
    )
    try:
        with interrupts.heeded():
            return int(question.unsafe_ask())
    except (KeyboardInterrupt, EOFError, OSError):
        raise InputClosed from None
