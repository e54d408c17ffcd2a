"""The alternative wordings of an answer, to choose one."""

from __future__ import annotations

from textual import events
from textual.containers import Horizontal, VerticalScroll

from mou_tui.draft.draft import candidate_texts
from mou_tui.session.model import Answer, Session
from mou_tui.tui.widgets.cards import WordingCard

WIDE = 64
"""Cells of width from which two wordings are shown side by side."""


class Alternatives(VerticalScroll, can_focus=False):
    """Shows wordings in two columns where it is wide, in one where it is not."""

    async def show(self, session: Session, answer: Answer) -> None:
        """Show the wordings of an answer, with their letters in the draft."""
        cards = [WordingCard(candidate) for candidate in candidate_texts(session, answer)]
        await self.remove_children()
        if self.is_attached:
            await self.mount_all(Horizontal(*cards[index : index + 2]) for index in range(0, len(cards), 2))

    def on_resize(self, event: events.Resize) -> None:
        """Choose one column or two for the new width."""
        self.set_class(event.size.width >= WIDE, "-beside")
