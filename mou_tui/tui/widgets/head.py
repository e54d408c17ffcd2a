"""The line at the top: what this is, how far it is, and whether it is saved."""

from __future__ import annotations

from textual.content import Content
from textual.widget import Widget

from mou_tui.draft.completeness import Completeness, TopicProgress
from mou_tui.session.store import SaveState

WIDE = 100
"""Cells from which there is room for the title instead of the strip of topics."""


class Head(Widget):
    """One line: a live strip of all topics where the screen is narrow, the title where it is wide."""

    def __init__(self, id: str) -> None:
        super().__init__(id=id)
        self._title = self._strip = self._counts = self._short_counts = self._blanks = self._saved = Content("")

    def show(self, title: str, completeness: Completeness, topic_id: str, saved: SaveState) -> None:
        """Show how things stand.

        Args:
            title: what the session is called.
            completeness: how far it is.
            topic_id: the topic on the table; empty for the opening.
            saved: whether it is saved.
        """
        self._title = Content(title)
        self._strip = Content("").join([_cell(topic, topic.id == topic_id) for topic in completeness.topics])
        self._counts = Content(f"Text {completeness.written} of {completeness.needed}")
        self._short_counts = Content(f"Text {completeness.written}/{completeness.needed}")
        if completeness.blanks:
            self._blanks = Content(f" · {completeness.blanks} blank{'s' if completeness.blanks > 1 else ''}")
        else:
            self._blanks = Content("")
        self.show_saved(saved)

    def show_saved(self, saved: SaveState) -> None:
        """Show whether the session is saved."""
        self._saved = Content(f" · {saved_words(saved)}")
        self.refresh()

    def render(self) -> Content:
        """The line, as wide as the widget."""
        width = self.size.width
        wide = width >= WIDE
        left = self._title if wide else self._strip
        right = self._counts + self._blanks + self._saved
        if not wide and left.cell_length + right.cell_length + 1 > width:
            right = self._short_counts + self._saved
        if not wide and left.cell_length + right.cell_length + 1 > width:
            right = self._short_counts
        room = max(0, width - right.cell_length - 1)
        return left.truncate(room, ellipsis=True, pad=True) + Content(" ") + right


def saved_words(saved: SaveState) -> str:
    """Whether the session is saved, in a word or two."""
    if saved.kind == "saved":
        return f"saved {saved.at:%H:%M}" if saved.at else "saved"
    words = {
        "changed": "saving…",
        "saving": "saving…",
        "failed": "NOT SAVED",
        "conflict": "CONFLICT",
        "read-only": "read-only",
    }
    return words[saved.kind]


def _cell(topic: TopicProgress, here: bool) -> Content:
    glyph = "■" if topic.needed and topic.written == topic.needed else "◧" if _begun(topic) else "·"
    cell = Content(f"{topic.number}{'–' if topic.needed == 0 else glyph}")
    return Content("▸") + cell.stylize("bold") if here else Content(" ") + cell


def _begun(topic: TopicProgress) -> bool:
    return any(question.state not in ("empty", "not-applicable") for question in topic.questions)
