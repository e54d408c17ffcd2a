"""Hold a document as every writer of pages takes it: its parts, and what is said of it as a whole."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from itertools import groupby

from mou_tui.draft.blocks import Heading, Item, Paragraph, plain_text
from mou_tui.draft.structure import Part
from mou_tui.frozen import dataclass

LANGUAGE = "en-US"
BOXES = "☐☑☒□"
"""Bullets that are to be ticked, and so stay what they are."""
FOR_DISCUSSION = "Draft for discussion"


@dataclass(frozen=True)
class ClauseNote:
    """Hold what is to be said next to a clause, to those who read the document before the parties do."""

    question_id: str
    text: str


@dataclass(frozen=True)
class Paper:
    """Hold a document."""

    title: str
    subject: str
    """Whose it is: the names of the parties."""
    standing: str
    """What is on every page of it; empty for nothing."""
    made: datetime
    parts: tuple[Part, ...]
    """The first is its title."""
    notes: tuple[ClauseNote, ...] = ()
    is_card: bool = False
    """Whether it is to fit one page, in smaller type between narrower margins."""

    @property
    def day(self) -> str:
        """Return the day it was made, as in a letter."""
        return f"{self.made:%B} {self.made.day}, {self.made.year}"


@dataclass(frozen=True)
class Entry:
    """Hold an item, or a paragraph that belongs to one, and what is set in below it."""

    block: Item | Paragraph
    below: tuple[Entry, ...] = ()


Outline = tuple[Entry, ...]


def is_bullet(item: Item) -> bool:
    """Tell whether an item has a bullet, for which each kind of file has its own sign."""
    return item.kind == "bullet" and item.label not in BOXES


def with_boxes(parts: Iterable[Part]) -> Iterator[Part]:
    """Yield parts in which a box that a list of ours begins its items with is their label."""
    for part in parts:
        first = part.content[0] if isinstance(part, Item) and part.content else None
        if isinstance(part, Item) and first and first.text in BOXES and len(part.content) > 1 and is_bullet(part):
            _, space, *rest = part.content
            yield replace(part, label=first.text, content=tuple(rest)) if space.text == " " else part
        else:
            yield part


def title_of(parts: Sequence[Part]) -> str:
    """Return the words of the title that a document begins with."""
    first = parts[0]
    return plain_text(first.content) if isinstance(first, Heading) else ""


def outlined(parts: Iterable[Part]) -> Iterator[Part | Outline]:
    """Yield parts in order, each stretch of items and what is set in among them as one outline."""
    for is_outline, group in groupby(parts, _is_in_outline):
        if is_outline:
            yield _nested([part for part in group if isinstance(part, Item | Paragraph)])
        else:
            yield from group


def _is_in_outline(part: Part) -> bool:
    return isinstance(part, Item) or (isinstance(part, Paragraph) and part.level > 0)


def _nested(blocks: Sequence[Item | Paragraph]) -> Outline:
    entries: list[Entry] = []
    at = 0
    while at < len(blocks):
        block = blocks[at]
        end = next((index for index in range(at + 1, len(blocks)) if blocks[index].level <= block.level), len(blocks))
        entries.append(Entry(block, _nested(blocks[at + 1 : end])))
        at = end
    return tuple(entries)
