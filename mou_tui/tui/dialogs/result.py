"""Screens that give something back, once."""

from __future__ import annotations

from textual.await_complete import AwaitComplete
from textual.screen import ModalScreen, Screen, ScreenResultType


class SafeDismissScreen(Screen[ScreenResultType]):
    """A screen with a result."""

    def dismiss(self, result: ScreenResultType | None = None) -> AwaitComplete:
        """Give the result and go.

        An Enter or a click that comes twice before the screen is gone would take away the screen below as well.
        """
        return super().dismiss(result) if self.is_active else AwaitComplete()


class SafeDismissDialog(SafeDismissScreen[ScreenResultType], ModalScreen[ScreenResultType]):
    """The same on top of another screen."""
