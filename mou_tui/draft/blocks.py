"""Define the blocks a text is made of once it is read, and the spans of their lines.

`block_parser.parse` makes them of the text of a clause; the preview, the room view and every file format are written
from them, so that a clause reads the same wherever it is read.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, TypeAlias

from mou_tui.frozen import dataclass
from mou_tui.language.lazy_pattern import LazyPattern

LabelKind = Literal["bullet", "number", "other"]

_LETTERS_FOR_BULLETS = frozenset("oØüvqÞ")
"""What word processors write for a bullet, without the dot or bracket of a letter that counts."""

_NUMBER = LazyPattern(r"(\d{1,3})([.)])")


@dataclass(frozen=True)
class Span:
    """Hold a stretch of text of one kind; a line feed in it is a line break."""

    text: str
    strong: bool = False
    emphasis: bool = False
    blank: bool = False
    struck: bool = False
    """Whether it is struck through, as text that is gone."""


Inline = tuple[Span, ...]
"""The text of a block, without the marks that say what is emphasis."""


@dataclass(frozen=True)
class Heading:
    """Hold a heading of the document; no clause has one."""

    content: Inline
    rank: int
    """From 1, the title of the document."""


@dataclass(frozen=True)
class Paragraph:
    """Hold lines of text."""

    content: Inline
    level: int = 0
    """How far it is set in: 1 belongs to an item of level 0."""


@dataclass(frozen=True)
class Item:
    """Hold one item of a list or outline."""

    label: str
    """As it was typed: `-`, `1.`, `(a)`, `iv.`"""
    content: Inline
    level: int = 0
    """How far it is set in below others, from 0."""
    spaced: bool = False
    """Whether an empty line is before it."""

    @property
    def kind(self) -> LabelKind:
        """Return whether it is an item of a bullet list, of a numbered list, or of neither."""
        if self.label in _LETTERS_FOR_BULLETS or not any(map(str.isalnum, self.label)):
            return "bullet"
        return "number" if _NUMBER.fullmatch(self.label) else "other"

    @property
    def number(self) -> int:
        """Return its number; 0 if its label is none."""
        match = _NUMBER.fullmatch(self.label)
        return int(match[1]) if match else 0


@dataclass(frozen=True)
class Table:
    """Hold rows of cells, every row with as many as the first, which is its head."""

    rows: tuple[tuple[Inline, ...], ...]


@dataclass(frozen=True)
class Note:
    """Hold a note to a word that bears its mark."""

    mark: str
    """As it was typed: `*`, `**`, `†`."""
    content: Inline


@dataclass(frozen=True)
class Quotation:
    """Hold blocks that are quoted, such as the wording of a clause in the record."""

    blocks: tuple[Block, ...]


Block: TypeAlias = Heading | Paragraph | Item | Table | Note | Quotation


def plain_text(content: Inline) -> str:
    """Return the characters of a text as they are read."""
    return "".join(span.text for span in content)


def words_of(blocks: Iterable[Block]) -> str:
    """Return all that is read in blocks, a line for each line, labels and marks included."""
    lines: list[str] = []
    for block in blocks:
        if isinstance(block, Table):
            lines += [" ".join(map(plain_text, row)) for row in block.rows]
        elif isinstance(block, Quotation):
            lines.append(words_of(block.blocks))
        elif isinstance(block, Item):
            lines.append(f"{block.label} {plain_text(block.content)}")
        elif isinstance(block, Note):
            lines.append(f"{block.mark} {plain_text(block.content)}")
        else:
            lines.append(plain_text(block.content))
    return "\n".join(lines)
