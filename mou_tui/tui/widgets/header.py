"""The header line: title, progress, meeting and save status."""

from __future__ import annotations

from collections.abc import Iterator

from textual.content import Content
from textual.widget import Widget

from mou_tui.draft.progress import Progress
from mou_tui.persistence.store import SaveStatus
from mou_tui.session.meeting import Meeting
from mou_tui.text import pluralize

WIDE = 100
"""Cells of width from which the title is shown instead of the strip of topics."""
TITLE = 40
"""Cells kept for the title before the counts are shortened."""


class Header(Widget):
    """Shows the title where it is wide, else topic and question in words; and how far the session is."""

    def __init__(self, id: str) -> None:
        super().__init__(id=id)
        self._title = Content("")
        self._wheres: tuple[Content, ...] = ()
        self._counts = ("", "", "")
        self._meeting: Meeting | None = None
        self._saved = ""

    def show(
        self, title: str, progress: Progress, clause_id: str, saved: SaveStatus, meeting: Meeting | None = None
    ) -> None:
        """Show the state of the session.

        Args:
            title: the title of the session.
            progress: its progress.
            clause_id: the current clause.
            saved: its save status.
            meeting: the meeting under way; None if there is none.
        """
        self._title = Content(title)
        self._wheres = tuple(map(Content, _where(progress, clause_id)))
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
        # A title can be cut; where one is cannot.
        lefts = [self._title.truncate(TITLE)] if width >= WIDE or not self._wheres else self._wheres
        # The question before the time it was saved at, and the topic before anything else on the right.
        most = lefts[:-1] or lefts
        tries = ((lefts[:1], rights[:2]), (most, rights), (lefts, rights))
        pairs = ((left, right) for some, others in tries for right in others for left in some)
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


def _where(progress: Progress, clause_id: str) -> Iterator[str]:
    """Yield the location of a clause, from the longest form to the shortest."""
    for topic in progress.topics:
        ids = [question.id for question in topic.questions]
        if clause_id in ids:
            yield (
                f"Topic {topic.number} of {len(progress.topics)} · Question {ids.index(clause_id) + 1} of {len(ids)}"
            )
            yield f"Topic {topic.number} of {len(progress.topics)}"
            yield f"Topic {topic.number}"
            return
    yield "Opening"
