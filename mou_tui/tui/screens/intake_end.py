"""How a screen that shows what came back ends: with what is marked, or, once that is sure, with nothing."""

from __future__ import annotations

from typing import Protocol

from mou_tui.errors import MouError
from mou_tui.tui.dialogs.forms import ChoiceDialog, MessageDialog
from mou_tui.tui.screens.list_screen import ListScreen

_CHOICES = [("stay", "Go on here"), ("leave", "Leave; nothing is taken in")]


class Finishable(Protocol):
    """What came back, and is taken in as one step."""

    def finish(self) -> bool:
        """Take in what was decided; return whether that changes anything."""


def finish(screen: ListScreen, intake: Finishable, outcome: str) -> None:
    """Take in what is marked and leave the screen with `outcome`, a sentence; stay, and say why, where it cannot be."""
    try:
        is_changed = intake.finish()
    except MouError as error:
        screen.app.push_screen(MessageDialog("It was not taken in", error.message))
        return
    screen.dismiss(outcome if is_changed else None)


async def leave(screen: ListScreen, *, is_decided_on: bool) -> None:
    """Leave the screen with nothing taken in; ask first where something was decided, which that would drop."""
    if is_decided_on:
        dialog = ChoiceDialog("Leave without taking anything in?", _CHOICES)
        if await screen.app.push_screen_wait(dialog) != "leave":
            return
    screen.dismiss(None)
