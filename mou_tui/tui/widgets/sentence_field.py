"""A field for a sentence or two, which wraps and yet holds one line."""

from __future__ import annotations

from textual import events
from textual.message import Message

from mou_tui.text import clean_line
from mou_tui.tui.widgets.fast_text_area import FastTextArea


class SentenceField(FastTextArea):
    """A field for a sentence or two, which wraps: Enter goes on as from a line.

    Args:
        id: of the widget.
        value: its text; line breaks become spaces.
        hint: shown while it is empty.
    """

    class Submitted(Message):
        """Reports that Enter was pressed in it."""

        def __init__(self, field: SentenceField) -> None:
            super().__init__()
            self.field = field

    def __init__(self, id: str, value: str, hint: str = "") -> None:
        text = clean_line(value).text
        super().__init__(text, id=id, placeholder=hint, compact=True, soft_wrap=True, highlight_cursor_line=False)
        self.match_cursor_bracket = False
        self.move_cursor(self.document.end)

    async def _on_key(self, event: events.Key) -> None:
        if event.key == "enter":
            event.stop()
            event.prevent_default()
            self.post_message(self.Submitted(self))
        else:
            await super()._on_key(event)

    @property
    def sentence(self) -> str:
        """What is in it, clean and on one line."""
        return clean_line(self.text).text
