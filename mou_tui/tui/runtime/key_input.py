"""Sanitizes keys and pastes before any widget sees them."""

from __future__ import annotations

from textual import events

from mou_tui.frozen import NamedTuple
from mou_tui.language.text import clean, clean_line


class SanitizedEvent(NamedTuple):
    """Whether an event is delivered, and what was replaced in it."""

    is_delivered: bool
    """Whether the event goes on to the widgets."""
    replaced: int
    """How many control characters were replaced."""


def sanitize_event(event: events.Key | events.Paste, *, one_line: bool) -> SanitizedEvent:
    """Replace the control characters in the text of an event, in place.

    Args:
        event: a key or paste from the terminal.
        one_line: whether it goes to a field that holds one line, which would drop all lines but the first.
    """
    if isinstance(event, events.Paste):
        cleaned = clean_line(event.text) if one_line else clean(event.text)
        event.text = cleaned.text
        return SanitizedEvent(is_delivered=True, replaced=cleaned.replaced)
    typed = event.character if event.is_printable else None
    return SanitizedEvent(is_delivered=not (typed and clean(typed).replaced), replaced=0)
