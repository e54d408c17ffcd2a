"""Removes messages once the person goes on."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from textual import events
from textual.app import App
from textual.errors import NoWidget
from textual.widget import Widget

from mou_tui.tui.widgets.keybar import KeyBar


class MessageExpiry:
    """Knows which input removes which message.

    Args:
        app: on whose screens the messages are.
    """

    def __init__(self, app: App[Any]) -> None:
        self._app = app
        self.removals: list[tuple[Callable[[], None], bool]] = []
        """What removes each message, and whether typing does."""

    def add(self, remove: Callable[[], None], *, even_typing: bool = True) -> None:
        """Remove a message at the next key, paste or click.

        Args:
            remove: removes the message.
            even_typing: whether a letter typed into a text counts.
        """
        self.removals.append((remove, even_typing))

    def expire(self, event: events.Event, *, is_typing: bool) -> None:
        """Remove the messages that an event ends.

        Args:
            event: a key, a paste or a click.
            is_typing: whether it types into a text.
        """
        if isinstance(event, events.MouseUp) and isinstance(self._widget_at(event), KeyBar):
            # A message in place of the keys can be clicked.
            return
        ended = [remove for remove, even_typing in self.removals if even_typing or not is_typing]
        self.removals = [pair for pair in self.removals if pair[0] not in ended]
        for remove in ended:
            remove()

    def _widget_at(self, event: events.MouseUp) -> Widget | None:
        try:
            return self._app.screen.get_widget_at(event.x, event.y)[0]
        except NoWidget:
            return None
