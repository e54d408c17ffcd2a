"""The header line: title, progress, meeting and save status."""

from __future__ import annotations

from collections.abc import Iterator

from textual.content import Content
from textual.widget import Widget

from mou_tui.draft.progress import Progress, TopicProgress
from mou_tui.persistence.store import SaveStatus
from mou_tui.session.meeting import Meeting
from mou_tui.text import pluralize

WIDE = 100
"""Cells of width from which the title is shown instead of the strip of topics."""
TITLE = 40
"""Cells kept for the title before the counts are shortened."""


class Header(Widget):
    """Shows the title where it is wide, else the progress of all topics, else only the current topic."""

    def __init__(self, id: str) -> None:
        super().__init__(id=id)
        self._title = self._strip = self._where = self._briefly_where = Content("")
        self._counts = ("", "", "")
        self._meeting: Meeting | None = None
        self._saved = ""

    def show(
        self, title: str, progress: Progress, topic_id: str, saved: SaveStatus, meeting: Meeting | None = None
    ) -> None:
        """Show the state of the session.

        Args:
            title: the title of the session.
            progress: its progress.
            topic_id: the current topic; empty for the opening.
            saved: its save status.
            meeting: the meeting under way; None if there is none.
        """
        self._title = Content(title)
        self._strip = Content("").join([_cell(topic, topic.id == topic_id) for topic in progress.topics])
        number = next((topic.number for topic in progress.topics if topic.id == topic_id), None)
        self._where = Content(f"Topic {number} of {len(progress.topics)}" if number else "Opening")
        self._briefly_where = Content(f"Topic {number}" if number else "Opening")
        self._counts = _counts(progress)
        self._meeting = meeting
        self.show_saved(saved)

    def show_saved(self, saved: SaveStatus) -> None:
        """Show whether the session is saved."""
        self._saved = saved_words(saved)
        self.refresh()

    def render(self) -> Content:
        """Return the line, as wide as the widget."""
        width = self.size.width
        rights = [Content(right) for right in self._rights()]
        # A title can be cut; the strip of topics cannot, nor may it give way to mere words.
        lefts = [self._title.truncate(TITLE)] if width >= WIDE else [self._strip, self._where, self._briefly_where]
        pairs = ((left, right) for left in lefts for right in rights)
        fitting = ((left, right) for left, right in pairs if left.cell_length + 1 + right.cell_length <= width)
        left, right = next(fitting, (lefts[-1], rights[-1]))
        left = self._title if width >= WIDE else left
        available = max(0, width - right.cell_length - 1)
        return left.truncate(available, ellipsis=True, pad=True) + Content(" ") + right

    def _rights(self) -> Iterator[str]:
        """Yield what is shown on the right, from the longest form to the shortest."""
        began = self._meeting.began[11:] if self._meeting else ""
        since, meeting = (f"Meeting since {began}", "Meeting") if self._meeting else ("", "")
        full, fewer, short = self._counts
        saved = self._saved.partition(" ")[0] if self._saved.startswith("saved") else self._saved
        for parts in (
            (since, full, self._saved),
            (since, full, saved),
            (meeting, full, saved),
            (meeting, fewer, saved),
            (meeting, short, saved),
            (short, saved),
        ):
            yield " · ".join(filter(None, parts))


def _counts(progress: Progress) -> tuple[str, str, str]:
    """Return the counts of text and agreement, in three lengths."""
    agreed = f"Agreed {progress.agreed}"
    fewer = f"Text {progress.written} of {progress.needed} · {agreed}"
    blanks = f" · {pluralize(progress.blanks, 'blank')}" if progress.blanks else ""
    return fewer + blanks, fewer, f"Text {progress.written}/{progress.needed} · {agreed}"


def saved_words(saved: SaveStatus) -> str:
    """Return the save status in a word or two."""
    if saved.kind == "saved":
        return f"saved {saved.at:%H:%M}" if saved.at else "saved"
    labels = {
        "changed": "saving…",
        "saving": "saving…",
        "failed": "NOT SAVED",
        "conflict": "CONFLICT",
        "read-only": "read-only",
    }
    return labels[saved.kind]


def _cell(topic: TopicProgress, here: bool) -> Content:
    glyph = "■" if topic.needed and topic.written == topic.needed else "◧" if _is_started(topic) else "·"
    cell = Content(f"{topic.number}{'–' if topic.needed == 0 else glyph}")
    return Content("▸") + cell.stylize("bold") if here else Content(" ") + cell


def _is_started(topic: TopicProgress) -> bool:
    return any(question.state not in ("empty", "not-applicable") for question in topic.questions)
