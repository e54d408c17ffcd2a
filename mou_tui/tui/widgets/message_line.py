"""The line on which a screen says what was done: above the keys, over nothing one is working on."""

from __future__ import annotations

from textual.content import Content
from textual.css.query import NoMatches
from textual.notifications import Notification
from textual.screen import Screen
from textual.widgets import Static

from mou_tui.tui.widgets.keybar import KeyBar


class MessageLine(Static):
    """Says one thing, in as many rows as it takes, and is gone once the person goes on."""

    def __init__(self) -> None:
        super().__init__(classes="message-line")

    def tell(self, notification: Notification) -> None:
        """Say something in place of what was said before."""
        self.set_class(notification.severity != "information", "-warning")
        message = notification.message
        body = Content.from_markup(message) if notification.markup else Content(message)
        title = Content(f"{notification.title}: ").stylize("bold") if notification.title else Content("")
        self.update(title + body)
        self.display = True

    def end(self) -> None:
        """Say nothing any more."""
        self.display = False


def message_line(screen: Screen[object]) -> MessageLine:
    """Return the line of a screen, made when the first thing is said there: above the keys, or else at the bottom."""
    try:
        return screen.get_child_by_type(MessageLine)
    except NoMatches:
        line = MessageLine()
    bars = screen.query(KeyBar)
    if bars:
        screen.mount(line, before=bars.first())
    else:
        line.add_class("-alone")
        screen.mount(line)
    return line
