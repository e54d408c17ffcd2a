"""Wordings side by side, one of which the room chooses."""

from __future__ import annotations

from textual import events
from textual.containers import Horizontal, VerticalScroll

from mou_tui.draft.draft import candidate_texts
from mou_tui.session.model import Answer, Session
from mou_tui.tui.widgets.cards import WordingCard

WIDE = 64
"""Cells from which two wordings can be read beside each other."""


class Alternatives(VerticalScroll, can_focus=False):
    """Two columns of wordings where it is wide, one where it is not."""

    async def show(self, session: Session, answer: Answer) -> None:
        """Show the wordings of an answer, with the letters they have in the draft."""
        cards = [WordingCard(candidate) for candidate in candidate_texts(session, answer)]
        await self.remove_children()
        if self.is_attached:
            await self.mount_all(Horizontal(*cards[index : index + 2]) for index in range(0, len(cards), 2))

    def on_resize(self, event: events.Resize) -> None:
        """Use the width."""
        self.set_class(event.size.width >= WIDE, "-beside")
