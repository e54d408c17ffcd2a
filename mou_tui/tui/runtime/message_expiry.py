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
        self._until_any_input: list[Callable[[], None]] = []
        self._until_action: list[Callable[[], None]] = []

    def add(self, remove: Callable[[], None], *, even_typing: bool = True) -> None:
        """Remove a message at the next key, paste or click.

        Args:
            remove: removes the message.
            even_typing: whether a letter typed into a text counts.
        """
        (self._until_any_input if even_typing else self._until_action).append(remove)

    def expire(self, event: events.Event, *, is_typing: bool) -> None:
        """Remove the messages that an event ends.

        Args:
            event: a key, a paste or a click.
            is_typing: whether it types into a text.
        """
        if isinstance(event, events.MouseUp) and isinstance(self._widget_at(event), KeyBar):
            # A message in place of the keys can be clicked.
            return
        for removals in (self._until_any_input,) if is_typing else (self._until_any_input, self._until_action):
            while removals:
                removals.pop()()

    def _widget_at(self, event: events.MouseUp) -> Widget | None:
        try:
            return self._app.screen.get_widget_at(event.x, event.y)[0]
        except NoWidget:
            return None
