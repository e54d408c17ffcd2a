"""Define the body of a document with its tracked changes and comments, as the readers of files return it.

Nothing is accepted or rejected here: each stretch of text and each end of a paragraph says who inserted or deleted it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import TypeAlias

from mou_tui.frozen import NamedTuple
from mou_tui.language.text import clean_line

MOST_COMMENTS = 50
"""How many comments may be on the same words."""
_LONGEST_NAME = 120
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


class Change(NamedTuple):
    """Say who changed something, and when."""

    author: str
    date: str = ""
    """A day, `2026-12-04`; empty where the file does not tell."""


def change_by(author: str, date: str) -> Change:
    """Return a change from what a file says of it: names are cleaned, and what is no day is left out."""
    name = " ".join(clean_line(author).text.split())
    return Change(name[:_LONGEST_NAME] or "unknown", date[:10] if _DAY.fullmatch(date[:10]) else "")


class Look(NamedTuple):
    """Hold what our Markdown knows of the look of a run."""

    strong: bool = False
    emphasis: bool = False
    struck: bool = False


class Place(NamedTuple):
    """Say where a paragraph is in a list or an outline."""

    label: str = ""
    """The label of the first item of its list, or `•`; empty for a paragraph that is no item."""
    level: int = 0


PLAIN = Look()
NO_PLACE = Place()


@dataclass(frozen=True)
class Run:
    """Hold a stretch of text that was changed, and looks, the same."""

    text: str
    look: Look = PLAIN
    inserted: Change | None = None
    deleted: Change | None = None
    restyled: tuple[Change, Look] | None = None
    """Who changed its look, and what it was."""
    comments: frozenset[str] = frozenset()
    """Ids of the comments that are on it."""


@dataclass(frozen=True)
class TrackedParagraph:
    """Hold a paragraph; its changes and comments are those of its end."""

    runs: tuple[Run, ...]
    place: Place = NO_PLACE
    moved: tuple[Change, Place] | None = None
    """Who changed its place in the list, and what it was."""
    heading: int = 0
    """Rank of a heading from 1; 0 for none. A title has none."""
    is_title: bool = False
    bookmarks: tuple[str, ...] = ()
    """Names of the bookmarks that begin in it or before it."""
    comments: tuple[str, ...] = ()
    """Ids of the comments that begin in it."""
    inserted: Change | None = None
    deleted: Change | None = None

    @property
    def text(self) -> str:
        """Return all its text, whatever became of it."""
        return "".join(run.text for run in self.runs)

    @property
    def text_sent(self) -> str:
        """Return the text it had before anybody inserted or deleted any."""
        return "".join(run.text for run in self.runs if not run.inserted)


@dataclass(frozen=True)
class TrackedRow:
    """Hold a row of a table."""

    cells: tuple[tuple[Entry, ...], ...]
    inserted: Change | None = None
    deleted: Change | None = None


@dataclass(frozen=True)
class TrackedTable:
    """Hold a table."""

    rows: tuple[TrackedRow, ...]


Entry: TypeAlias = TrackedParagraph | TrackedTable


@dataclass(frozen=True)
class FileComment:
    """Hold a comment, or a reply to one, as the file has it."""

    id: str
    text: str
    author: str
    date: str = ""
    parent: str = ""
    """Id of the comment it replies to; empty for none."""


@dataclass(frozen=True)
class TrackedBody:
    """Hold what was read from a file."""

    entries: tuple[Entry, ...]
    comments: tuple[FileComment, ...] = ()
    aside: tuple[tuple[str, Change | None], ...] = ()
    """Texts that are next to the body, such as footnotes, each with who added it."""
    remarks: tuple[str, ...] = field(default=())


def paragraphs_of(entries: Iterable[Entry]) -> Iterator[TrackedParagraph]:
    """Yield all paragraphs, those of tables too, in reading order."""
    for entry in entries:
        if isinstance(entry, TrackedParagraph):
            yield entry
        else:
            for row in entry.rows:
                for cell in row.cells:
                    yield from paragraphs_of(cell)


def changes_of(entries: Iterable[Entry]) -> Iterator[Change]:
    """Yield every change in entries, in reading order."""
    for entry in entries:
        if isinstance(entry, TrackedParagraph):
            for run in entry.runs:
                yield from filter(None, (run.inserted, run.deleted, run.restyled and run.restyled[0]))
            yield from filter(None, (entry.moved and entry.moved[0], entry.inserted, entry.deleted))
        else:
            for row in entry.rows:
                yield from filter(None, (row.inserted, row.deleted))
                for cell in row.cells:
                    yield from changes_of(cell)
