"""The line at the top: what this is, how far it is, and whether it is saved."""

from __future__ import annotations

from textual.content import Content
from textual.widget import Widget

from mou_tui.draft.completeness import Completeness, TopicProgress
from mou_tui.session.store import SaveState

WIDE = 100
"""Cells from which there is room for the title instead of the strip of topics."""


class Head(Widget):
    """One line: the title where it is wide, a live strip of all topics where there is room for that, else the topic."""

    def __init__(self, id: str) -> None:
        super().__init__(id=id)
        self._title = self._strip = self._where = Content("")
        self._counts = self._short_counts = self._blanks = self._saved = Content("")

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
        number = next((topic.number for topic in completeness.topics if topic.id == topic_id), None)
        self._where = Content(f"Topic {number} of {len(completeness.topics)}" if number else "Opening")
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
        full, short = self._counts + self._blanks + self._saved, self._short_counts + self._saved
        choices = [(self._strip, full), (self._strip, short), (self._where, short)]
        if width >= WIDE:
            choices = [(self._title, full)]
        fitting = (pair for pair in choices if pair[0].cell_length + 1 + pair[1].cell_length <= width)
        left, right = next(fitting, choices[-1])
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
