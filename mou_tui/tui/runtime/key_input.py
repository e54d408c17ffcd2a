"""The door through which keys and pastes come in: clean, before any widget sees them."""

from __future__ import annotations

from typing import NamedTuple

from textual import events

from mou_tui.text import clean, clean_line


class SanitizedEvent(NamedTuple):
    """What came of an event at the door."""

    welcome: bool
    """Whether the event goes on to the widgets."""
    replaced: int
    """How many control characters were replaced in it."""


def sanitize_event(event: events.Key | events.Paste, *, one_line: bool) -> SanitizedEvent:
    """Clean what an event carries, in place.

    Args:
        event: from the terminal.
        one_line: whether it goes to a field that holds one line, which would drop all lines but the first.
    """
    if isinstance(event, events.Paste):
        cleaned = clean_line(event.text) if one_line else clean(event.text)
        event.text = cleaned.text
        return SanitizedEvent(welcome=True, replaced=cleaned.replaced)
    typed = event.character if event.is_printable else None
    return SanitizedEvent(welcome=not (typed and clean(typed).replaced), replaced=0)
