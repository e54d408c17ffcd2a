"""Wordings to choose from, each under a button that takes it."""

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
    """Pressed as soon as the mouse is down: the focus that brings may move it from under the pointer."""

    def on_mouse_down(self) -> None:
        """Press."""
        self.press()

    def on_click(self, event: events.Click) -> None:
        """Not once more."""
        event.prevent_default()


class ExampleCard(Vertical):
    """One example, to be read before it is taken."""

    @dataclass
    class Read(Message):
        """The person is looking at this example."""

        example: Example

    @dataclass
    class Wanted(Message):
        """The person wants this example in the answer."""

        example: Example

    def __init__(self, example: Example, wording: str) -> None:
        super().__init__()
        self.example = example
        self._wording = wording

    def compose(self) -> ComposeResult:
        """The label, which takes the example, over its wording, when it fits, and the views on it."""
        yield TakeButton(Content(f"Take: {self.example.label}"), compact=True)
        views = (Content.assemble((heading, "bold"), line) for heading, line in example_lines(self.example))
        yield Static(Content(self._wording))
        yield Static(Content("\n").join(views), classes="example-views")

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Show the example from its top."""
        self.scroll_visible(top=True, animate=False)
        self.post_message(self.Read(self.example))

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """Take the example."""
        event.stop()
        self.post_message(self.Wanted(self.example))


class WordingCard(Vertical):
    """One wording under a button that chooses it."""

    @dataclass
    class Chosen(Message):
        """The room takes this wording."""

        party: str
        """Id of the party that wants it; empty for the wording on the table."""

    def __init__(self, candidate: CandidateText) -> None:
        super().__init__()
        self._candidate = candidate

    def compose(self) -> ComposeResult:
        """The button, which says whose it is, over the wording."""
        yield TakeButton(Content(f"Choose {self._candidate.letter}: {self._candidate.whose}"), compact=True)
        yield Static(Content(self._candidate.text))

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Show the wording from its top."""
        self.scroll_visible(top=True, animate=False)

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """Choose the wording."""
        event.stop()
        self.post_message(self.Chosen(self._candidate.party))
