"""Markdown laid out as rows of text for a given width, without a screen.

Only what a draft holds is understood: headings, paragraphs, lists, tables, emphasis, hard line breaks and escapes.
All else (HTML, entities, links, code) is shown as it was typed.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import accumulate, takewhile, zip_longest
from typing import TYPE_CHECKING, NamedTuple

from rich.cells import cell_len

from mou_tui.draft.blanks import find
from mou_tui.tui.widgets.wrapping import wrap

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

Roles = tuple[str, ...]
"""What a stretch of text is: any of `ROLES`; how that looks is for the widget to say."""

ROLES = ("heading-1", "heading-2", "heading-3", "strong", "emphasis", "blank", "marker")

# Where a list has fewer cells left than this, its items are no longer set in.
_NARROWEST = 12

_UNBOUNDED = 100_000

# Stands for a line break that is read as a space; clean text never holds one.
_SOFT_BREAK = "\v"

_UNDERSTOOD = ["heading", "list", "table", "emphasis", "escape", "newline"]

_BREAKS = {"softbreak": _SOFT_BREAK, "hardbreak": "\n"}


class Piece(NamedTuple):
    """A stretch of text of one look."""

    text: str
    roles: Roles = ()


class Row(NamedTuple):
    """One line on the screen."""

    pieces: tuple[Piece, ...] = ()
    separator: str = "\n"
    """What stands between the row above and this one: a space or nothing where a long line was broken."""

    @property
    def text(self) -> str:
        """Its characters."""
        return "".join(piece.text for piece in self.pieces)

    @property
    def indent(self) -> int:
        """How many of its characters only set in a line that goes on."""
        markers = takewhile(lambda piece: piece.roles == ("marker",), self.pieces)
        return sum(len(piece.text) for piece in markers) if self.separator != "\n" else 0


Rows = tuple[Row, ...]

BLANK_ROW = Row()


def typeset(markdown: str, width: int, not_blanks: tuple[str, ...] = ()) -> Rows:
    """Lay out Markdown for a width in cells; what looks like a blank and is named as none is mere text."""
    parser = _parser()
    tokens: list[Token] = []
    parser.block.parse(markdown.expandtabs(4), parser, {}, tokens)
    return tuple(_flow(tokens, max(1, width), not_blanks))


def estimate(markdown: str, width: int) -> int:
    """Guess how many rows Markdown will take, at a hundredth of the cost of laying it out."""
    return sum(1 + len(line) // max(1, width) for line in markdown.splitlines())


@lru_cache(maxsize=1)
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt

    return MarkdownIt("zero", {"maxNesting": 200}).enable(_UNDERSTOOD)


def _blocks(tokens: Iterable[Token]) -> Iterator[list[Token]]:
    """The outermost blocks of a run of tokens, each with its opening and closing token."""
    block: list[Token] = []
    depth = 0
    for token in tokens:
        block.append(token)
        depth += token.nesting
        if depth == 0:
            yield block
            block = []


def _flow(tokens: Iterable[Token], width: int, not_blanks: tuple[str, ...]) -> list[Row]:
    """Blocks one below the other, a blank row between any two unless they are in a tight list."""
    rows: list[Row] = []
    is_after_tight = False
    for block in _blocks(tokens):
        is_tight = block[0].hidden
        if rows and not (is_tight or is_after_tight):
            rows.append(BLANK_ROW)
        rows.extend(_block(block, width, not_blanks))
        is_after_tight = is_tight
    return rows


def _block(block: Sequence[Token], width: int, not_blanks: tuple[str, ...]) -> Iterable[Row]:
    opening = block[0]
    if opening.type == "paragraph_open":
        return _text(block[1].content, width, (), not_blanks)
    if opening.type == "heading_open":
        return _text(block[1].content, width, (f"heading-{min(3, int(opening.tag[1:]))}",), not_blanks)
    if opening.type in ("bullet_list_open", "ordered_list_open"):
        return _list(block, width, not_blanks)
    return _table(block, width, not_blanks)


def _list(block: Sequence[Token], width: int, not_blanks: tuple[str, ...]) -> Iterator[Row]:
    is_loose = any(token.type == "paragraph_open" and not token.hidden for token in block)
    for index, item in enumerate(_blocks(block[1:-1])):
        if index and is_loose:
            yield BLANK_ROW
        yield from _item(item, width, not_blanks)


def _item(item: Sequence[Token], width: int, not_blanks: tuple[str, ...]) -> Iterator[Row]:
    """An item set in behind its marker, or below it where there is no room to."""
    prefix = f"{item[0].info}{item[0].markup} " if item[0].info else "• "
    narrower = width - len(prefix)
    if narrower < _NARROWEST:
        yield Row((Piece(prefix, ("marker",)),))
        yield from _flow(item[1:-1], width, not_blanks)
        return

    for row in _flow(item[1:-1], narrower, not_blanks) or (BLANK_ROW,):
        yield Row((Piece(prefix, ("marker",)), *row.pieces), row.separator)
        prefix = " " * len(prefix)


def _table(block: Sequence[Token], width: int, not_blanks: tuple[str, ...]) -> Iterator[Row]:
    lines: list[list[tuple[str, Roles]]] = []
    for index, token in enumerate(block):
        if token.type == "tr_open":
            lines.append([])
        elif token.type in ("th_open", "td_open"):
            lines[-1].append((block[index + 1].content, ("strong",) if token.type == "th_open" else ()))

    separator = Piece(" │ ", ("marker",))
    columns = len(lines[0])
    room = width - len(separator.text) * (columns - 1)
    natural = [max(_natural_width(*line[column]) for line in lines) for column in range(columns)]
    widths = _shares(natural, room)
    for index, line in enumerate(lines):
        if index == 1:
            yield Row((Piece("─┼─".join("─" * share for share in widths), ("marker",)),))
        cells = [_text(source, share, roles, not_blanks) for (source, roles), share in zip(line, widths, strict=True)]
        for row in zip_longest(*cells, fillvalue=BLANK_ROW):
            pieces: list[Piece] = []
            for cell, share in zip(row, widths, strict=True):
                padding = Piece(" " * (share - cell_len(cell.text)))
                pieces += [*([separator] if pieces else []), *cell.pieces, padding]
            yield Row(tuple(piece for piece in pieces if piece.text))


def _natural_width(source: str, roles: Roles) -> int:
    return max((cell_len(row.text) for row in _text(source, _UNBOUNDED, roles)), default=0)


def _shares(natural: Sequence[int], room: int) -> list[int]:
    """Widths for columns: what each needs, narrow ones first; the rest in equal parts."""
    shares = [0] * len(natural)
    left = max(room, len(natural))
    for done, column in enumerate(sorted(range(len(natural)), key=natural.__getitem__)):
        shares[column] = max(1, min(natural[column], left // (len(natural) - done)))
        left -= shares[column]
    return shares


@lru_cache(maxsize=2048)
def _text(source: str, width: int, roles: Roles = (), not_blanks: tuple[str, ...] = ()) -> Rows:
    """A paragraph, wrapped; cached, so that a key pressed in one lays out only that one again."""
    words = _Words(_with_blanks(_Words(_inline(source, roles)), not_blanks))
    rows: list[Row] = []
    separator = "\n"
    for start, end in wrap(words.text, width):
        rows.append(Row(words.cut(start, end), separator))
        separator = words.text[end : end + 1] if words.text[end : end + 1].isspace() else ""
    return tuple(rows)


def _inline(source: str, roles: Roles) -> Iterator[Piece]:
    """The visible text of a paragraph."""
    parser = _parser()
    tokens: list[Token] = []
    parser.inline.parse(source, parser, {}, tokens)
    for token in tokens:
        if token.type in ("strong_open", "em_open"):
            roles = (*roles, "strong" if token.type == "strong_open" else "emphasis")
        elif token.type in ("strong_close", "em_close"):
            roles = roles[:-1]
        else:
            yield Piece(_BREAKS.get(token.type, token.content), roles)


def _with_blanks(words: _Words, not_blanks: tuple[str, ...]) -> Iterator[Piece]:
    """The same text with its blanks marked."""
    done = 0
    blanks = find(words.text.replace(_SOFT_BREAK, "\n"))
    for blank in (blank for blank in blanks if blank.text not in not_blanks):
        yield from words.cut(done, blank.start)
        done = blank.end
        for text, roles in words.cut(blank.start, done):
            yield Piece(text, (*roles, "blank"))
    yield from words.cut(done, len(words.text))


class _Words:
    """Pieces that can be cut at any character."""

    def __init__(self, pieces: Iterable[Piece]) -> None:
        self._pieces = tuple(pieces)
        self._starts = [0, *accumulate(len(piece.text) for piece in self._pieces)]
        self.text = "".join(piece.text for piece in self._pieces)

    def cut(self, start: int, end: int) -> tuple[Piece, ...]:
        """What stands from one character to another."""
        first = max(0, bisect_right(self._starts, start) - 1)
        last = bisect_left(self._starts, end)
        parts = (
            Piece(text[max(0, start - offset) : end - offset].replace(_SOFT_BREAK, " "), roles)
            for offset, (text, roles) in zip(self._starts[first:last], self._pieces[first:last], strict=False)
        )
        return tuple(part for part in parts if part.text)
