"""The header line: title, progress, meeting and save status."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, product
from typing import TYPE_CHECKING

from textual.content import Content
from textual.widget import Widget

from mou_tui.language.dates import clock_time, time_of_day
from mou_tui.language.text import pluralize
from mou_tui.persistence.store import SaveStatus
from mou_tui.session.meeting import Meeting

if TYPE_CHECKING:
    from mou_tui.draft.progress import Progress, TopicProgress

WIDE = 100
"""Cells of width from which the title is shown instead of the strip of topics."""


SAMPLE = "Sample"
"""What is said of the sample instead of when it was saved."""
GAP = 2
"""Cells between the two, so that they do not read as one."""

_Pair = tuple[Content, Content]
"""What is on the left, and on the right."""


class Header(Widget):
    """Shows the title where it is wide, else topic and question in words; and how far the session is."""

    def __init__(self, id: str) -> None:
        super().__init__(id=id)
        self._titles: tuple[Content, ...] = ()
        self._named_places: tuple[Content, ...] = ()
        self._places: tuple[Content, ...] = (Content(""),)
        self._counts = ("", "", "")
        self._meeting: Meeting | None = None
        self._saved = ""
        self._is_sample = False

    def show(
        self,
        titles: Sequence[str],
        kind: str,
        progress: Progress,
        clause_id: str,
        saved: SaveStatus,
        meeting: Meeting | None = None,
        *,
        is_sample: bool = False,
    ) -> None:
        """Show the state of the session.

        Args:
            titles: the title of the session, from the longest form to the shortest.
            kind: what it is, other than a draft of its own; it comes first, and is left out last.
            progress: its progress.
            clause_id: the current clause.
            saved: its save status.
            meeting: the meeting under way; None if there is none.
            is_sample: whether it is the sample, whose file is of no use to anybody.
        """
        self._is_sample = is_sample
        self._titles = _with_kind(kind, titles)
        self._named_places = _with_kind(kind, _named_places(progress, clause_id))
        places = tuple(_places(progress, clause_id))
        self._places = (*_with_kind(kind, places), *([Content(kind)] if kind else []))
        self._counts = _counts(progress)
        self._meeting = meeting
        self.show_saved(saved)

    def show_saved(self, saved: SaveStatus) -> None:
        """Show whether the session is saved."""
        is_well = saved.kind in ("saved", "changed", "saving")
        self._saved = SAMPLE if self._is_sample and is_well else saved_words(saved)
        self.refresh()

    def render(self) -> Content:
        """Return the line, as wide as the widget."""
        width = self.size.width
        rights = [Content(right) for right in self._rights()]
        pairs = self._title_pairs(rights) if width >= WIDE and self._titles else self._place_pairs(rights)
        left, right = next(
            (pair for pair in pairs if pair[0].cell_length + GAP + pair[1].cell_length <= width),
            (self._places[-1], rights[-1]),
        )
        available = max(0, width - right.cell_length - 1)
        return left.truncate(available, ellipsis=True, pad=True) + Content(" ") + right

    def _title_pairs(self, rights: Sequence[Content]) -> Iterator[_Pair]:
        """Yield what may stand left and right where it is wide: both parties, by legal name if possible."""
        titled = (product(self._titles, some) for some in (rights[:2], rights[2:-1], rights[-1:]))
        return chain(*titled, self._place_pairs(rights))

    def _place_pairs(self, rights: Sequence[Content]) -> Iterator[_Pair]:
        """Yield what may stand left and right where it is narrow: the place by name, then the question, the topic."""
        most = self._places[:-1] or self._places
        for places, right_parts in (
            (self._named_places, rights[:-1]),
            (self._places[:1], rights[:-1]),
            (most, rights),
            (self._places, rights),
        ):
            for right, place in product(right_parts, places):
                yield place, right

    def _rights(self) -> Iterator[str]:
        """Yield what is shown on the right, from the longest form to the shortest."""
        began = clock_time(self._meeting.began) if self._meeting else ""
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


def _with_kind(kind: str, texts: Iterable[str]) -> tuple[Content, ...]:
    """Return texts from the longest form to the shortest, each with the kind before it, if there is one."""
    return tuple(Content(f"{kind} · {text}" if kind else text) for text in texts)


def _counts(progress: Progress) -> tuple[str, str, str]:
    """Return the counts of text and agreement, in three lengths."""
    agreed = f"Agreed {progress.agreed}"
    fewer = f"Text {progress.written} of {progress.needed} · {agreed}"
    blanks = f" · {pluralize(progress.blanks, 'blank')}" if progress.blanks else ""
    return fewer + blanks, fewer, f"Text {progress.written}/{progress.needed} · {agreed}"


def saved_words(saved: SaveStatus) -> str:
    """Return the save status in a word or two."""
    if saved.kind == "saved":
        return f"saved {time_of_day(saved.at)}" if saved.at else "saved"
    labels = {
        "changed": "saving…",
        "saving": "saving…",
        "failed": "NOT SAVED",
        "conflict": "CONFLICT",
        "read-only": "read-only",
    }
    return labels[saved.kind]


def _named_places(progress: Progress, clause_id: str) -> Iterator[str]:
    """Yield the location of a clause with the name of its topic: as its title says it, then in a word or two."""
    for topic, index in _topic_of(progress, clause_id):
        for name in (topic.title, topic.id.replace("-", " ").capitalize()):
            where = f"Topic {topic.number} of {len(progress.topics)}"
            yield f"{where} · {name} · Question {index + 1} of {len(topic.questions)}"


def _places(progress: Progress, clause_id: str) -> Iterator[str]:
    """Yield the location of a clause in numbers, from the longest form to the shortest."""
    for topic, index in _topic_of(progress, clause_id):
        yield f"Topic {topic.number} of {len(progress.topics)} · Question {index + 1} of {len(topic.questions)}"
        yield f"Topic {topic.number} of {len(progress.topics)}"
        yield f"Topic {topic.number}"
        return
    yield "Opening"


def _topic_of(progress: Progress, clause_id: str) -> Iterator[tuple[TopicProgress, int]]:
    """Yield the topic that a clause is in, and its index there; nothing for the opening."""
    for topic in progress.topics:
        ids = [question.id for question in topic.questions]
        if clause_id in ids:
            yield topic, ids.index(clause_id)
