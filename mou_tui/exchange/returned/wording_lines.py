"""Compare wordings line by line, as they are printed: what a draft prints with what a file brings back.

What word processors change by themselves makes no difference: curly quotation marks, kinds of spaces and hyphens, how
many spaces there are, the numbers and signs before the items of a list.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TypeAlias

from mou_tui.draft.blocks import Block, Inline, Item, Note, Paragraph, Quotation, Span, Table
from mou_tui.draft.line_patterns import split_label
from mou_tui.draft.markdown import Blanks, worded

_ALIKE: dict[str, str] = {
    **dict.fromkeys("“”„‟″«»", '"'),
    **dict.fromkeys("‘’‚‛′´", "'"),
    **dict.fromkeys("\u2010\u2011\xad", "-"),
    **dict.fromkeys("\u200b\ufeff\u2060", ""),
    "…": "...",
}
_SIGN = re.compile(f"[{''.join(_ALIKE)}]")
UNDERLINE = "_" * 12
"""What a blank prints as where it is a line to write on."""
_SPACE = re.compile(r"[^\S\n]+")
_STYLE = "\ufdd1"
"""What is before the sign of another style in the text that lines are compared by; clean text has none."""
_STYLED = re.compile(rf"\s*{_STYLE}(.)\s*", re.DOTALL)
_BREAK = re.compile(r" *\n *")


@dataclass(frozen=True)
class Line:
    """Hold one paragraph or item as it is printed."""

    content: Inline
    level: int = 0
    label: str = ""
    """The label of an item, or of the first of its list; empty for a paragraph."""

    @cached_property
    def text(self) -> str:
        """Return its characters, without its label."""
        return "".join(span.text for span in self.content)

    @cached_property
    def key(self) -> tuple[object, ...]:
        """Return what is the same for lines that read the same."""
        text = normal(self.content)
        if self.label:
            return ("item", self.level, text)
        label, rest = split_label(text)
        # A label that was typed is one as well.
        return ("item", max(0, self.level - 1), rest) if label else ("paragraph", 0, text)


@dataclass(frozen=True)
class Grid:
    """Hold a table; its cells hold what is printed in them."""

    rows: tuple[tuple[tuple[Entry, ...], ...], ...]

    @cached_property
    def key(self) -> tuple[object, ...]:
        """Return what is the same for tables that read the same."""
        rows = (tuple(normal(cell_content(cell)) for cell in row) for row in self.rows)
        return ("table", *(row for row in rows if any(row)))

    @property
    def text(self) -> str:
        """Return its characters, cells parted by spaces."""
        return " ".join(entry.text for row in self.rows for cell in row for entry in cell)


Entry: TypeAlias = Line | Grid


def normal(content: Inline) -> str:
    """Return the text of a line as lines are compared: what word processors change by themselves is made the same."""
    pieces: list[str] = []
    style = 0
    for span in content:
        own = span.strong + 2 * span.emphasis
        if own != style and span.text.strip():
            pieces.append(f"{_STYLE}{own}")
            style = own
        pieces.append(span.text)
    text = _SPACE.sub(" ", _usual("".join(pieces)))
    if _STYLE in text:
        text = _STYLED.sub(lambda match: f"{' ' * (match[0].strip() != match[0])}{_STYLE}{match[1]}", text)
    return _BREAK.sub("\n", text).strip()


def normal_word(text: str) -> str:
    """Return a word or sign as words are compared."""
    return " " if text.isspace() and "\n" not in text else _usual(text)


def _usual(text: str) -> str:
    # Far quicker than `str.translate`, and nearly all text is plain.
    return text if text.isascii() else _SIGN.sub(lambda match: _ALIKE[match[0]], text)


def lines_of(blocks: Iterable[Block]) -> tuple[Entry, ...]:
    """Return blocks as they are printed, without those that have no text."""
    return tuple(entry for block in blocks if is_visible(entry := entry_of(block)))


def shown_lines(text: str, not_blanks: tuple[str, ...], blanks: Blanks) -> tuple[Entry, ...]:
    """Return what a wording prints, its blanks as they are or as lines to write on."""
    return lines_of(worded(text, not_blanks, blanks))


def entry_of(block: Block) -> Entry:
    """Return a block as it is printed."""
    if isinstance(block, Table):
        return Grid(tuple(tuple((Line(cell),) if cell else () for cell in row) for row in block.rows))
    if isinstance(block, Item):
        return Line(block.content, min(block.level, 8), block.label)
    if isinstance(block, Note):
        return Line((Span(f"{block.mark} "), *block.content))
    if isinstance(block, Quotation):
        return Line(tuple(span for entry in lines_of(block.blocks) for span in _contents(entry)))
    return Line(block.content, block.level if isinstance(block, Paragraph) else 0)


def leveled(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """Return entries in which each item is set in below another by one level at most, as a wording can say it."""
    result: list[Entry] = []
    outer: list[int] = []
    for entry in entries:
        if isinstance(entry, Line) and entry.label:
            while outer and outer[-1] > entry.level:
                outer.pop()
            outer += [entry.level] if not outer or outer[-1] < entry.level else []
            result.append(replace(entry, level=len(outer) - 1))
        else:
            outer = outer if isinstance(entry, Line) and entry.level else []
            result.append(entry)
    return tuple(result)


def is_visible(entry: Entry) -> bool:
    """Tell whether anything of an entry is printed."""
    return isinstance(entry, Grid) or bool(entry.label or entry.text.strip())


def cell_content(cell: Iterable[Entry]) -> Inline:
    """Return what a cell of a table holds as one line of text."""
    spans: list[Span] = []
    for entry in cell:
        spans += [*([Span(" ")] if spans else []), *_contents(entry)]
    return tuple(spans)


def _contents(entry: Entry) -> Iterator[Span]:
    if isinstance(entry, Line):
        yield from entry.content
    else:
        for row in entry.rows:
            for cell in row:
                yield from cell_content(cell)


def are_alike(entries: Iterable[Entry], other_entries: Iterable[Entry]) -> bool:
    """Tell whether two wordings read the same."""
    return [entry.key for entry in entries] == [entry.key for entry in other_entries]
