"""Cards of wordings, each under a button that chooses it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.geometry import Region
from textual.message import Message
from textual.widgets import Button, Static

from mou_tui.checklist.model import Example
from mou_tui.draft.guidance import example_lines

if TYPE_CHECKING:
    from mou_tui.draft.draft import CandidateText


class TakeButton(Button):
    """Reacts when the mouse goes down: the focus that follows may scroll it away from the pointer."""

    def on_mouse_down(self) -> None:
        """Press the button."""
        self.press()

    def on_click(self, event: events.Click) -> None:
        """Ignore the click, which would press the button again."""
        event.prevent_default()


class ExampleCard(Vertical):
    """Shows an example, to read before inserting it."""

    @dataclass
    class InsertRequested(Message):
        """Asks to insert an example into the answer."""

        example: Example

    def __init__(self, example: Example, wording: str, ordinal: str) -> None:
        """Show an example.

        Args:
            example: the example.
            wording: its text, filled in.
            ordinal: which one it is of how many.
        """
        super().__init__()
        self._ordinal = ordinal
        self.example = example
        self._wording = wording

    def compose(self) -> ComposeResult:
        """Compose the button, the wording, and the notes on the example."""
        yield TakeButton(Content(f"Take: {self.example.label} · {self._ordinal}"), compact=True)
        views = (Content.assemble((heading, "bold"), line) for heading, line in example_lines(self.example))
        yield Static(Content(self._wording))
        yield Static(Content("\n").join(views), classes="example-views")

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Scroll to the top of the example."""
        self.scroll_visible(top=True, animate=False)

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """Ask to insert the example."""
        event.stop()
        self.post_message(self.InsertRequested(self.example))


class WordingCard(Vertical):
    """Shows a wording under a button that chooses it."""

    @dataclass
    class Chosen(Message):
        """Asks to choose a wording."""

        alternative: str
        """Its id; empty for the current wording."""

    class Resized(Message):
        """Reports that a wording has other rows than before."""

    def __init__(self, candidate: CandidateText) -> None:
        super().__init__()
        self.alternative = candidate.id
        self._button = TakeButton("", compact=True)
        self._voices = Static(classes="wording-voices")
        self._wording = Static()
        self._scroll = VerticalScroll(self._wording, can_focus=False)
        self._content = Content("")
        self._padded_to = 0

    def compose(self) -> ComposeResult:
        """Compose the button, which names the party, the wording, and what the parties say of it."""
        yield self._button
        yield self._scroll
        yield self._voices

    def show(self, candidate: CandidateText, wording: Content, voices: Content, *, on_this: bool) -> None:
        """Show a wording.

        Args:
            candidate: whose it is, and its letter.
            wording: its text, with the words marked that differ from the others.
            voices: what the parties say of one of the wordings; empty if nothing.
            on_this: whether it is this one; next to it, the others keep as much room free.
        """
        self._content = wording
        self._button.label = Content(f"Choose {candidate.letter}: {candidate.whose}")
        self._voices.update(voices)
        self._voices.set_class(not voices, "-nothing")
        self._voices.set_class(bool(voices) and not on_this, "-on-another")
        self._wording.update(wording)

    @property
    def rows(self) -> list[Content]:
        """The rows of the wording; none while it is not shown."""
        width = self._wording.content_size.width
        return self._content.wrap(width) if width else []

    def pad(self, rows: int) -> bool:
        """Give the wording so many rows at least; return whether that is new."""
        is_new = self._padded_to != rows
        self._padded_to = self._wording.styles.min_height = rows
        return is_new

    @property
    def wording_region(self) -> Region:
        """Where the wording is on the screen."""
        return self._wording.region

    def scroll_to_row(self, row: int) -> None:
        """Scroll the wording to a row, with the one above it, if that is out of sight."""
        height = self._scroll.size.height
        above = min(1, height - 1)
        self._scroll.scroll_to(y=row - above if row >= height else 0, animate=False, force=True)

    def on_resize(self) -> None:
        """Report that the rows are others."""
        self.post_message(self.Resized())

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Scroll to the top of the wording."""
        self.scroll_visible(top=True, animate=False)

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """Ask to choose the wording."""
        event.stop()
        self.post_message(self.Chosen(self.alternative))
