"""Blocks laid out as rows of text for a given width, without a screen."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import accumulate, pairwise, takewhile, zip_longest

from rich.cells import cell_len

from mou_tui.draft.blocks import Block, Heading, Inline, Item, Note, Quotation, Table, plain_text
from mou_tui.frozen import NamedTuple
from mou_tui.tui.widgets.preview.wrapping import wrap

Roles = tuple[str, ...]
"""What a stretch of text is: any of `ROLES`; how that looks is for the widget to say."""

ROLES = ("heading-1", "heading-2", "heading-3", "strong", "emphasis", "blank", "marker")

# Where a list has fewer cells left than this, its items are no longer set in.
_NARROWEST = 12

_QUOTED = "  "
"""What sets in a quotation."""

_UNBOUNDED = 100_000


class StyledSpan(NamedTuple):
    """A stretch of text of one look."""

    text: str
    roles: Roles = ()


class TextRow(NamedTuple):
    """One line on the screen."""

    pieces: tuple[StyledSpan, ...] = ()
    separator: str = "\n"
    """What is between the row above and this one: a space or nothing where a long line was broken."""

    @property
    def text(self) -> str:
        """Its characters."""
        return "".join(piece.text for piece in self.pieces)

    @property
    def indent(self) -> int:
        """How many of its characters only set in a line that goes on."""
        markers = takewhile(lambda piece: piece.roles == ("marker",), self.pieces)
        return sum(len(piece.text) for piece in markers) if self.separator != "\n" else 0


Rows = tuple[TextRow, ...]

BLANK_ROW = TextRow()


def typeset(blocks: Sequence[Block], width: int) -> Rows:
    """Lay out blocks for a width in cells, a blank row between any two that do not belong to one list."""
    rows: list[TextRow] = []
    set_in: list[int] = []
    before: Block | None = None
    for block in blocks:
        if before is not None and not _follows_at_once(before, block):
            rows.append(BLANK_ROW)
        set_in = set_in[: getattr(block, "level", 0)]
        rows.extend(_block(block, max(1, width), sum(set_in)))
        if isinstance(block, Item):
            set_in.append(len(_marker(block)))
        before = block
    return tuple(rows)


def estimate_rows(blocks: Sequence[Block], width: int) -> int:
    """Guess how many rows blocks will take, at a hundredth of the cost of laying them out."""
    heights = (_estimate(block, max(1, width)) for block in blocks)
    gaps = sum(not _follows_at_once(above, below) for above, below in pairwise(blocks))
    return sum(heights) + gaps


def _estimate(block: Block, width: int) -> int:
    if isinstance(block, Table):
        return 1 + sum(1 + sum(len(plain_text(cell)) for cell in row) // width for row in block.rows)
    if isinstance(block, Quotation):
        return estimate_rows(block.blocks, width)
    return sum(1 + max(0, len(line) - 1) // width for line in plain_text(block.content).split("\n"))


def _follows_at_once(above: Block, below: Block) -> bool:
    return isinstance(above, Item) and isinstance(below, Item) and not below.spaced


def _block(block: Block, width: int, indent: int) -> Iterable[TextRow]:
    if isinstance(block, Table):
        return _table(block, width)
    if isinstance(block, Quotation):
        return _set_in(typeset(block.blocks, width - len(_QUOTED)), _QUOTED)
    if isinstance(block, Heading):
        return _text(block.content, width, (f"heading-{min(3, block.rank)}",))
    if isinstance(block, (Item, Note)):
        return _hanging(f"{block.mark} " if isinstance(block, Note) else _marker(block), block.content, width, indent)
    return _hanging("", block.content, width, indent) if block.level else _text(block.content, width)


def _marker(item: Item) -> str:
    return "• " if item.kind == "bullet" else f"{item.label} "


def _hanging(marker: str, content: Inline, width: int, indent: int) -> Iterator[TextRow]:
    """Yield text set in behind a marker, or below it where there is no room to."""
    if width - indent - len(marker) < _NARROWEST:
        indent = max(0, min(indent, width - _NARROWEST))
        if marker:
            yield from _set_in(_cut_to_width(marker, width - indent), " " * indent)
        yield from _set_in(_text(content, width - indent), " " * indent)
        return
    prefix = " " * indent + marker
    for row in _text(content, width - len(prefix)) or (BLANK_ROW,):
        yield TextRow((StyledSpan(prefix, ("marker",)), *row.pieces) if prefix else row.pieces, row.separator)
        prefix = " " * len(prefix)


def _set_in(rows: Iterable[TextRow], indent: str) -> Iterator[TextRow]:
    for row in rows:
        yield TextRow((StyledSpan(indent, ("marker",)), *row.pieces) if indent else row.pieces, row.separator)


def _cut_to_width(marker: str, width: int) -> Iterator[TextRow]:
    for start, end in wrap(marker.rstrip(), max(1, width)):
        yield TextRow((StyledSpan(marker[start:end], ("marker",)),))


def _table(table: Table, width: int) -> Iterator[TextRow]:
    separator = StyledSpan(" │ ", ("marker",))
    head = table.rows[0]
    room = width - len(separator.text) * (len(head) - 1)
    natural = [max(_natural_width(row[column]) for row in table.rows) for column in range(len(head))]
    widths = _shares(natural, room)
    for index, line in enumerate(table.rows):
        if index == 1:
            yield TextRow((StyledSpan("─┼─".join("─" * share for share in widths), ("marker",)),))
        roles = () if index else ("strong",)
        cells = [_text(content, share, roles) for content, share in zip(line, widths, strict=True)]
        for row in zip_longest(*cells, fillvalue=BLANK_ROW):
            pieces: list[StyledSpan] = []
            for cell, share in zip(row, widths, strict=True):
                padding = StyledSpan(" " * (share - cell_len(cell.text)))
                pieces += [*([separator] if pieces else []), *cell.pieces, padding]
            yield TextRow(tuple(piece for piece in pieces if piece.text))


def _natural_width(content: Inline) -> int:
    return max((cell_len(row.text) for row in _text(content, _UNBOUNDED)), default=0)


def _shares(natural: Sequence[int], workspace: int) -> list[int]:
    """Widths for columns: what each needs, narrow ones first; the rest in equal parts."""
    shares = [0] * len(natural)
    left = max(workspace, len(natural))
    for done, column in enumerate(sorted(range(len(natural)), key=natural.__getitem__)):
        shares[column] = max(1, min(natural[column], left // (len(natural) - done)))
        left -= shares[column]
    return shares


@lru_cache(maxsize=2048)
def _text(content: Inline, width: int, roles: Roles = ()) -> Rows:
    """Return a paragraph, wrapped; cached, so that a key pressed in one lays out only that one again."""
    words = _Words(_pieces(content, roles))
    rows: list[TextRow] = []
    separator = "\n"
    for start, end in wrap(words.text, width):
        rows.append(TextRow(words.cut(start, end), separator))
        separator = words.text[end : end + 1] if words.text[end : end + 1].isspace() else ""
    return tuple(rows)


def _pieces(content: Inline, roles: Roles) -> Iterator[StyledSpan]:
    for span in content:
        flags = (("strong", span.strong), ("emphasis", span.emphasis), ("blank", span.blank))
        own = tuple(role for role, is_so in flags if is_so and role not in roles)
        yield StyledSpan(span.text, (*roles, *own))


class _Words:
    """Pieces that can be cut at any character."""

    def __init__(self, pieces: Iterable[StyledSpan]) -> None:
        self._pieces = tuple(pieces)
        self._starts = [0, *accumulate(len(piece.text) for piece in self._pieces)]
        self.text = "".join(piece.text for piece in self._pieces)

    def cut(self, start: int, end: int) -> tuple[StyledSpan, ...]:
        """Return what is from one character to another."""
        first = max(0, bisect_right(self._starts, start) - 1)
        last = bisect_left(self._starts, end)
        parts = (
            StyledSpan(text[max(0, start - offset) : end - offset], roles)
            for offset, (text, roles) in zip(self._starts[first:last], self._pieces[first:last], strict=False)
        )
        return tuple(part for part in parts if part.text)
