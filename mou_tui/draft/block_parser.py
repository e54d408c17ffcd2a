"""Read the text of a clause into blocks, line by line, as a person reads it.

A line ends where it was ended. A label at its beginning (`-`, `•`, `1.`, `(a)`, `iv.`) makes it an item, set in below
the items before it if it is typed further to the right; a line typed under the words of an item goes on with it. Rows
parted by `|` under the first of which is a row of dashes are a table, and so are rows parted by tabs. `* words` is
a note where a word above bears the star. Anything else is a paragraph: nothing typed makes a heading or code.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from mou_tui.draft.blocks import Block, Inline, Item, Note, Paragraph, Table, words_of
from mou_tui.draft.inline_parser import parse_inline
from mou_tui.draft.line_patterns import (
    bears_mark,
    begins_table,
    keep_gaps,
    split_cells,
    split_decimal,
    split_indent,
    split_label,
    split_mark,
    tabbed_rows,
)
from mou_tui.draft.list_labels import next_label
from mou_tui.frozen import NamedTuple

_FARTHEST = 12
"""How many items or lines away the neighbor of a label is looked for."""
_SAME_LEVEL = 1
"""Columns by which labels of one level may be apart."""


@lru_cache(maxsize=1024)
def parse(text: str, not_blanks: tuple[str, ...] = ()) -> tuple[Block, ...]:
    """Read the text of a clause.

    Args:
        text: clean text as it was typed, of any number of lines.
        not_blanks: what looks like a blank in it and is none.
    """
    return _Reader(text.split("\n"), not_blanks).read()


class LocatedBlock(NamedTuple):
    """Hold a block with the lines it was read from."""

    block: Block
    first: int
    """Index of its first line in the text, from 0."""
    end: int
    """Index of the line behind its last."""


def parse_located(text: str, not_blanks: tuple[str, ...] = ()) -> tuple[LocatedBlock, ...]:
    """Read the text of a clause as `parse` does, and say of each block where it is."""
    reader = _Reader(text.split("\n"), not_blanks)
    blocks = reader.read()
    return tuple(LocatedBlock(block, *lines) for block, lines in zip(blocks, reader.extents, strict=True))


class _Reader:
    """Read lines into blocks; the block being read is the last one and ends with an empty line."""

    def __init__(self, lines: Sequence[str], not_blanks: tuple[str, ...]) -> None:
        self._lines = lines
        self._not_blanks = not_blanks
        self._blocks: list[Block] = []
        self._opened: Item | Paragraph | Note | None = None
        self._content: list[str] = []
        self._indents: list[int] = []
        """By how many columns the labels of each level are set in, down to that of the last item."""
        self._is_after_gap = True
        self._opened_at = 0
        self._read_to = 0
        self.extents: list[tuple[int, int]] = []
        """Where each block begins and ends, in lines."""

    def read(self) -> tuple[Block, ...]:
        """Read all lines."""
        at = 0
        while at < len(self._lines):
            rows = self._table_at(at)
            if rows:
                self._close()
                self._blocks.append(self._read_table(rows))
                self._indents = []
                first = at
                at += len(rows) + (1 if "|" in self._lines[at] and "\t" not in self._lines[at] else 0)
                self.extents.append((first, at))
                self._is_after_gap = False
            else:
                self._read_line(at)
                at += 1
        self._close()
        return tuple(self._blocks)

    def _read_line(self, at: int) -> None:
        indent, content = split_indent(self._lines[at])
        if not content:
            self._close()
            self._is_after_gap = True
            return
        mark, note = self._note_at(at, content)
        label, item_content = ("", content) if mark else self._label_at(at, indent, content)
        if mark:
            self._open(Note(mark, ()), note, at)
        elif label:
            self._open(
                Item(label, (), self._level_of(indent), self._is_after_gap and bool(self._blocks)), item_content, at
            )
        elif self._opened and (not isinstance(self._opened, Item | Note) or indent > self._own_indent):
            self._content = [*filter(None, self._content), content]
        else:
            self._open(Paragraph((), self._level_below(indent)), content, at)
        self._read_to = at + 1
        self._is_after_gap = False

    def _label_at(self, at: int, indent: int, content: str) -> tuple[str, str]:
        """Return the label a line begins with, and what is behind it, as the lines around it tell."""
        label, item_content = split_label(content)
        if label:
            return label, item_content
        number, item_content = split_decimal(content)
        if number and (self._follows_in_list(number) or self._is_followed_by(at, next_label(number))):
            return number, item_content
        is_below_bullet = isinstance(self._opened, Item) and self._opened.kind == "bullet" and indent > 0
        if is_below_bullet and content.startswith("o ") and (indent > self._own_indent or self._last_label == "o"):
            return "o", content[2:]
        return "", content

    @property
    def _last_label(self) -> str:
        return self._opened.label if isinstance(self._opened, Item) else ""

    def _follows_in_list(self, label: str) -> bool:
        """Tell whether an item before this one, with no paragraph in between, has the label before."""
        if label == next_label(self._last_label):
            return True
        for block in reversed(self._blocks[-_FARTHEST:]):
            if not isinstance(block, Item):
                return False
            if label == next_label(block.label):
                return True
        return False

    def _is_followed_by(self, at: int, label: str) -> bool:
        following = (split_indent(line)[1] for line in self._lines[at + 1 : at + _FARTHEST])
        return next((line.startswith((f"{label} ", f"{label}\xa0")) for line in following if line), False)

    @property
    def _own_indent(self) -> int:
        return self._indents[-1] if isinstance(self._opened, Item) else 0

    def _open(self, block: Item | Paragraph | Note, content: str, at: int) -> None:
        self._close()
        self._opened, self._content, self._opened_at = block, [content], at
        if not isinstance(block, Item) and not (isinstance(block, Paragraph) and block.level):
            self._indents = []

    def _close(self) -> None:
        if self._opened is None:
            return
        lines = (*map(_without_break, self._content[:-1]), self._content[-1])
        content = parse_inline("\n".join(keep_gaps(line) for line in lines if line), self._not_blanks)
        opened = self._opened
        if isinstance(opened, Item):
            self._blocks.append(Item(opened.label, content, opened.level, opened.spaced))
        elif isinstance(opened, Note):
            self._blocks.append(Note(opened.mark, content))
        else:
            self._blocks.append(Paragraph(content, opened.level))
        self.extents.append((self._opened_at, self._read_to))
        self._opened = None

    def _level_of(self, indent: int) -> int:
        """Return the level of an item indented by so many columns."""
        while len(self._indents) > 1 and self._indents[-1] > indent + _SAME_LEVEL:
            self._indents.pop()
        if not self._indents:
            self._indents = [indent]
        elif indent > self._indents[-1] + _SAME_LEVEL:
            self._indents.append(indent)
        elif len(self._indents) == 1:
            self._indents[0] = min(self._indents[0], indent)
        return len(self._indents) - 1

    def _level_below(self, indent: int) -> int:
        """Return the level of an indented paragraph: it belongs to the item whose label it is behind."""
        return sum(indent > label + _SAME_LEVEL for label in self._indents) if self._is_after_gap else 0

    def _note_at(self, at: int, content: str) -> tuple[str, str]:
        mark, note = split_mark(content)
        if not mark or mark[0] in "†‡":
            return mark, note
        if split_label(content)[0] and self._has_like_neighbor(at):
            return "", content
        is_emphasis = not content[len(mark) :][:1].isspace() and mark in content[len(mark) :]
        above = "\n".join(self._lines[:at])
        return (mark, note) if not is_emphasis and bears_mark(above, mark) else ("", content)

    def _has_like_neighbor(self, at: int) -> bool:
        """Tell whether the line above or below is an item with a star too: then neither is a note."""
        neighbors = (self._lines[index] for index in (at - 1, at + 1) if 0 <= index < len(self._lines))
        return any(line.lstrip(" \t\xa0").startswith("* ") for line in neighbors)

    def _table_at(self, at: int) -> list[list[str]]:
        """Return the rows of the table that begins with a line; empty if none does."""
        following = self._lines[at + 1] if at + 1 < len(self._lines) else ""
        if begins_table(self._lines[at], following):
            rows = [split_cells(self._lines[at])]
            for line in self._lines[at + 2 :]:
                if "|" not in line:
                    break
                rows.append(split_cells(line))
            return rows
        return tabbed_rows(self._lines, at) if "\t" in self._lines[at] and following.strip() else []

    def _read_table(self, rows: list[list[str]]) -> Table:
        columns = max(map(len, rows))
        cells = ((*row, *[""] * (columns - len(row))) for row in rows)
        return Table(tuple(tuple(self._cell(cell) for cell in row) for row in cells))

    def _cell(self, text: str) -> Inline:
        return parse_inline(keep_gaps(text), self._not_blanks)


def _without_break(line: str) -> str:
    r"""Return a line without the `\` by which Markdown says that it ends there."""
    backslashes = len(line) - len(line.rstrip("\\"))
    return line[:-1].rstrip(" ") if backslashes % 2 else line


def words(text: str) -> str:
    """Return the text that is read, a line for each of its lines."""
    return words_of(parse(text))
