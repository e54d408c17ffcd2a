"""Screens that are styled and laid out once when they open.

Textual styles, lays out and paints a screen without the classes for its size, then hears of that size up to three times
and does it all again (8.2.8; no upstream issue found).
"""

from __future__ import annotations

from textual import events
from textual.screen import Screen, ScreenResultType

from mou_tui.tui.runtime.size_classes import size_classes


class SizedScreen(Screen[ScreenResultType]):
    """Has the classes for its size from the first, and ignores what it hears of a size it has."""

    def on_compose(self) -> None:
        """Set the classes before there is anything in the screen to style."""
        self.add_class(*size_classes(self.app.size))

    def on_resize(self, event: events.Resize) -> None:
        """Lay nothing out for a size it is laid out for."""
        # The size of a screen is always that of the terminal; its outer size is the one it is laid out for.
        if event.size == self.outer_size and all(map(self.has_class, size_classes(event.size))):
            event.prevent_default()
