"""Cards of wordings, each under a button that chooses it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
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
    class Focused(Message):
        """Reports that an example has the focus."""

        example: Example

    @dataclass
    class InsertRequested(Message):
        """Asks to insert an example into the answer."""

        example: Example

    def __init__(self, example: Example, wording: str, which: str) -> None:
        """Show an example.

        Args:
            example: the example.
            wording: its text, filled in.
            which: which one it is of how many.
        """
        super().__init__()
        self._which = which
        self.example = example
        self._wording = wording

    def compose(self) -> ComposeResult:
        """Compose the button, the wording, and the notes on the example."""
        yield TakeButton(Content(f"Take: {self.example.label} · {self._which}"), compact=True)
        views = (Content.assemble((heading, "bold"), line) for heading, line in example_lines(self.example))
        yield Static(Content(self._wording))
        yield Static(Content("\n").join(views), classes="example-views")

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Scroll to the top of the example, and report that it has the focus."""
        self.scroll_visible(top=True, animate=False)
        self.post_message(self.Focused(self.example))

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

    def __init__(self, candidate: CandidateText) -> None:
        super().__init__()
        self._candidate = candidate

    def compose(self) -> ComposeResult:
        """Compose the button, which names the party, above the wording."""
        yield TakeButton(Content(f"Choose {self._candidate.letter}: {self._candidate.whose}"), compact=True)
        yield Static(Content(self._candidate.text))

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Scroll to the top of the wording."""
        self.scroll_visible(top=True, animate=False)

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """Ask to choose the wording."""
        event.stop()
        self.post_message(self.Chosen(self._candidate.id))
