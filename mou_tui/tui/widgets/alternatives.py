"""Wordings side by side, one of which the room chooses."""

from __future__ import annotations

from dataclasses import dataclass

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.widgets import Button, Static

from mou_tui.draft.draft import Candidate, candidates
from mou_tui.session.session import Answer, Session
from mou_tui.tui.widgets.guidance import TakeButton

WIDE = 64
"""Cells from which two wordings can be read beside each other."""


class WordingCard(Vertical):
    """One wording under a button that chooses it."""

    @dataclass
    class Chosen(Message):
        """The room takes this wording."""

        party: str
        """Id of the party that wants it; empty for the wording on the table."""

    def __init__(self, candidate: Candidate) -> None:
        super().__init__()
        self._candidate = candidate

    def compose(self) -> ComposeResult:
        """The button, which says whose it is, over the wording."""
        yield TakeButton(Content(f"Choose {self._candidate.letter}: {self._candidate.whose}"), compact=True)
        yield Static(Content(self._candidate.text), classes="example-wording")

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Show the wording from its top."""
        self.scroll_visible(top=True, animate=False)

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """Choose the wording."""
        event.stop()
        self.post_message(self.Chosen(self._candidate.party))


class Alternatives(VerticalScroll, can_focus=False):
    """Two columns of wordings where it is wide, one where it is not."""

    async def show(self, session: Session, answer: Answer) -> None:
        """Show the wordings of an answer, with the letters they have in the draft."""
        cards = [WordingCard(candidate) for candidate in candidates(session, answer)]
        await self.remove_children()
        if self.is_attached:
            await self.mount_all(Horizontal(*cards[index : index + 2]) for index in range(0, len(cards), 2))

    def on_resize(self, event: events.Resize) -> None:
        """Use the width."""
        self.set_class(event.size.width >= WIDE, "-beside")
