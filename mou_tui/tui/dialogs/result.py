"""Screens that return a result exactly once."""

from __future__ import annotations

from textual.await_complete import AwaitComplete
from textual.screen import ModalScreen, ScreenResultType

from mou_tui.tui.runtime.sized_screen import SizedScreen


class SafeDismissScreen(SizedScreen[ScreenResultType]):
    """Returns a result, ignoring a second attempt."""

    def dismiss(self, result: ScreenResultType | None = None) -> AwaitComplete:
        """Return the result and close the screen.

        A second Enter or click before the screen is gone would close the screen below as well.
        """
        return super().dismiss(result) if self.is_active else AwaitComplete()


class SafeDismissDialog(SafeDismissScreen[ScreenResultType], ModalScreen[ScreenResultType]):
    """Returns a result from a dialog over another screen."""
