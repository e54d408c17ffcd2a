"""The fields of a form that wrap: of several lines, or for a sentence or two that are yet one line."""

from __future__ import annotations

from textual import events
from textual.content import Content
from textual.message import Message
from textual.widget import Widget

from mou_tui.language.text import clean_line
from mou_tui.tui.widgets.fast_text_area import FastTextArea


def go_to_neighbor(field: Widget, direction: int) -> None:
    """Go to what can be reached above (-1) or below (1) a field of a form."""
    field.screen.focus_previous() if direction < 0 else field.screen.focus_next()


class FormTextArea(FastTextArea):
    """A field of a form that wraps; the arrows lead out of it from its first row and from its last.

    Args:
        id: of the widget.
        text: what is in it, the cursor at its end.
        hint: shown while it is empty.
    """

    is_in_form = True

    def __init__(self, id: str, text: str, hint: str) -> None:
        super().__init__(
            text, id=id, placeholder=Content(hint), compact=True, soft_wrap=True, highlight_cursor_line=False
        )
        self.match_cursor_bracket = False
        self.move_cursor(self.document.end)

    def action_cursor_up(self, select: bool = False) -> None:
        """Go up a row; from the first, to the field above."""
        if select or not self.navigator.is_first_wrapped_line(self.cursor_location):
            super().action_cursor_up(select)
        else:
            go_to_neighbor(self, -1)

    def action_cursor_down(self, select: bool = False) -> None:
        """Go down a row; from the last, to the field below."""
        if select or not self.navigator.is_last_wrapped_line(self.cursor_location):
            super().action_cursor_down(select)
        else:
            go_to_neighbor(self, 1)


class SentenceField(FormTextArea):
    """A field for a sentence or two, which wraps: Enter goes on as from a line.

    Args:
        id: of the widget.
        value: its text; line breaks become spaces.
        hint: shown while it is empty.
    """

    is_one_line = True

    class Submitted(Message):
        """Reports that Enter was pressed to go on."""

        def __init__(self, field: FastTextArea) -> None:
            super().__init__()
            self.field = field

    def __init__(self, id: str, value: str, hint: str = "") -> None:
        super().__init__(id, clean_line(value).text, hint)

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
