"""The line at the top: what this is, how far it is, whether a meeting goes on, and whether all is saved."""

from __future__ import annotations

from collections.abc import Iterator

from textual.content import Content
from textual.widget import Widget

from mou_tui.draft.progress import Progress, TopicProgress
from mou_tui.persistence.store import SaveStatus
from mou_tui.session.meeting import Meeting
from mou_tui.text import pluralize

WIDE = 100
"""Cells from which there is room for the title instead of the strip of topics."""
TITLE = 40
"""Cells of the title that counts may not take."""


class Header(Widget):
    """One line: the title where it is wide, a live strip of all topics where there is room for that, else the topic."""

    def __init__(self, id: str) -> None:
        super().__init__(id=id)
        self._title = self._strip = self._where = self._briefly_where = Content("")
        self._counts = ("", "", "")
        self._meeting: Meeting | None = None
        self._saved = ""

    def show(
        self, title: str, completeness: Progress, topic_id: str, saved: SaveStatus, meeting: Meeting | None = None
    ) -> None:
        """Show how things stand.

        Args:
            title: what the session is called.
            completeness: how far it is.
            topic_id: the topic on the table; empty for the opening.
            saved: whether it is saved.
            meeting: the meeting that goes on.
        """
        self._title = Content(title)
        self._strip = Content("").join([_cell(topic, topic.id == topic_id) for topic in completeness.topics])
        number = next((topic.number for topic in completeness.topics if topic.id == topic_id), None)
        self._where = Content(f"Topic {number} of {len(completeness.topics)}" if number else "Opening")
        self._briefly_where = Content(f"Topic {number}" if number else "Opening")
        self._counts = _counts(completeness)
        self._meeting = meeting
        self.show_saved(saved)

    def show_saved(self, saved: SaveStatus) -> None:
        """Show whether the session is saved."""
        self._saved = saved_words(saved)
        self.refresh()

    def render(self) -> Content:
        """The line, as wide as the widget."""
        width = self.size.width
        rights = [Content(words) for words in self._rights()]
        # A title can be cut; the strip of topics cannot, nor may it give way to mere words.
        lefts = [self._title.truncate(TITLE)] if width >= WIDE else [self._strip, self._where, self._briefly_where]
        pairs = ((left, right) for left in lefts for right in rights)
        fitting = ((left, right) for left, right in pairs if left.cell_length + 1 + right.cell_length <= width)
        left, right = next(fitting, (lefts[-1], rights[-1]))
        left = self._title if width >= WIDE else left
        workspace = max(0, width - right.cell_length - 1)
        return left.truncate(workspace, ellipsis=True, pad=True) + Content(" ") + right

    def _rights(self) -> Iterator[str]:
        """What stands at the right, in more and more words left out."""
        began = self._meeting.began[11:] if self._meeting else ""
        since, meeting = (f"Meeting since {began}", "Meeting") if self._meeting else ("", "")
        full, fewer, short = self._counts
        saved = self._saved.partition(" ")[0] if self._saved.startswith("saved") else self._saved
        for words in (
            (since, full, self._saved),
            (since, full, saved),
            (meeting, full, saved),
            (meeting, fewer, saved),
            (meeting, short, saved),
            (short, saved),
        ):
            yield " · ".join(filter(None, words))


def _counts(completeness: Progress) -> tuple[str, str, str]:
    """Text and agreement counted, in three lengths."""
    agreed = f"Agreed {completeness.agreed}"
    fewer = f"Text {completeness.written} of {completeness.needed} · {agreed}"
    blanks = f" · {pluralize(completeness.blanks, 'blank')}" if completeness.blanks else ""
    return fewer + blanks, fewer, f"Text {completeness.written}/{completeness.needed} · {agreed}"


def saved_words(saved: SaveStatus) -> str:
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
    glyph = "■" if topic.needed and topic.written == topic.needed else "◧" if _form_drafts(topic) else "·"
    cell = Content(f"{topic.number}{'–' if topic.needed == 0 else glyph}")
    return Content("▸") + cell.stylize("bold") if here else Content(" ") + cell


def _form_drafts(topic: TopicProgress) -> bool:
    return any(question.state not in ("empty", "not-applicable") for question in topic.questions)
