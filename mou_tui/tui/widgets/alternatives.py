"""The alternative wordings of an answer, to choose one."""

from __future__ import annotations

from textual import events, on
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content

from mou_tui.draft.draft import CandidateText, candidate_texts, letter_on_table
from mou_tui.draft.wording_differences import Range, differing_text
from mou_tui.reports.room_view import party_lines
from mou_tui.tui.widgets.cards import WordingCard
from mou_tui.workspace.workspace import Workspace

WIDE = 56
"""Cells of width from which two wordings are shown side by side."""
DIFFERENCE = "bold underline"
"""How words look in which wordings differ; seen in every theme, and without colors."""


class Alternatives(VerticalScroll, can_focus=False):
    """Shows wordings in two columns where it is wide, in one where it is not.

    The words that differ are marked, and the first of them is in sight. Two wordings in two columns are each scrolled
    below their own button, which stays.
    """

    def __init__(self, id: str) -> None:
        super().__init__(id=id)
        self._clause_id = ""
        self._shown: tuple[object, ...] = ()

    async def show(self, workspace: Workspace) -> None:
        """Show the wordings of the current answer, with their letters in the draft."""
        candidates = candidate_texts(workspace.session, workspace.answer)
        self._clause_id, self._shown = workspace.clause_id, ()
        cards = [WordingCard(candidate) for candidate in candidates]
        self._fill(cards, candidates, _voices(workspace))
        await self.remove_children()
        if self.is_attached:
            await self.mount_all(Horizontal(*cards[index : index + 2]) for index in range(0, len(cards), 2))
            self._arrange()

    def follow(self, workspace: Workspace) -> None:
        """Show what has changed in the wordings of the same answer, and in what the parties say of them."""
        candidates, cards = candidate_texts(workspace.session, workspace.answer), list(self.query(WordingCard))
        is_same_choice = [card.alternative for card in cards] == [candidate.id for candidate in candidates]
        if is_same_choice and workspace.clause_id == self._clause_id:
            self._fill(cards, candidates, _voices(workspace))

    def _fill(self, cards: list[WordingCard], candidates: tuple[CandidateText, ...], voices: Content) -> None:
        if (candidates, voices) == self._shown:
            return
        self._shown = (candidates, voices)
        differing = differing_text([candidate.text for candidate in candidates])
        for index, (card, candidate, ranges) in enumerate(zip(cards, candidates, differing, strict=True)):
            card.show(candidate, _marked(candidate.text, ranges), voices, on_this=index == 0)

    def on_resize(self, event: events.Resize) -> None:
        """Choose one column or two for the new width."""
        self.set_class(event.size.width >= WIDE, "-beside")
        self._arrange()

    @on(WordingCard.Resized)
    def _reveal(self) -> None:
        self.call_after_refresh(self._show_first_difference)

    def _arrange(self) -> None:
        self.set_class(self.has_class("-beside") and len(self.query(WordingCard)) == 2, "-pair")
        self.call_after_refresh(self._show_first_difference)

    def _show_first_difference(self) -> None:
        """Scroll to the first words that differ, if they are out of sight."""
        if not self.is_attached:
            return
        cards = list(self.query(WordingCard))
        rows = [card.rows for card in cards]
        is_pair = self.has_class("-pair")
        # Side by side both have as many rows, so that both are scrolled as far.
        if any([card.pad(max(map(len, rows)) if is_pair else 0) for card in cards]):
            self._reveal()
            return
        differences = [
            (y, card) for card, lines in zip(cards, rows, strict=True) for y, line in enumerate(lines) if line.spans
        ]
        if is_pair:
            first = min((y for y, _ in differences), default=0)
            for card in cards:
                card.scroll_to_row(first)
        elif not self.has_focus_within:
            y = 0
            for row, card in differences[:1]:
                y = card.wording_region.y - self.region.y + self.scroll_offset.y + row
            self.scroll_to(y=y - 1 if y >= self.size.height else 0, animate=False, force=True)


def _voices(workspace: Workspace) -> Content:
    """Return what the parties say of the wording on the table, for those that said something."""
    letter = letter_on_table(workspace.answer)
    lines = party_lines(workspace.session, workspace.clause_id) if letter else ()
    stances = [f"{line.glyph} {line.stance} {line.party}" for line in lines if line.is_asked]
    return Content.assemble((f"On {letter}: ", "bold"), " · ".join(stances)) if stances else Content("")


def _marked(text: str, ranges: tuple[Range, ...]) -> Content:
    content = Content(text)
    for start, end in ranges:
        content = content.stylize(DIFFERENCE, start, end)
    return content
