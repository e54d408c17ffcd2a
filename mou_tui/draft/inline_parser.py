r"""Parse the text of a block into spans: plain text, emphasis, blanks.

Emphasis is `*words*`, `**words**` and `***words***` where the stars are like quotation marks, with nothing between
them and the words. Any other star is a star, and underscores are always lines to write on. A backslash before a mark
makes it a mark and nothing else; two of them are two backslashes.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterator
from functools import lru_cache
from itertools import groupby

from mou_tui.draft.blanks import find_blanks
from mou_tui.draft.blocks import Inline, Span
from mou_tui.frozen import NamedTuple
from mou_tui.language.lazy_pattern import LazyPattern

_ESCAPE = LazyPattern(r"(?<!\\)\\(?=[!-/:-@\[\]-`{-~])")
_STARS = re.compile(r"\*+")
_MARK, _STRONG, _EMPHASIS, _BLANK = 1, 2, 4, 8


class _Stars(NamedTuple):
    """Locate stars that begin or end emphasis."""

    start: int
    end: int
    width: int


@lru_cache(maxsize=4096)
def parse_inline(text: str, not_blanks: Collection[str] = ()) -> Inline:
    """Read the text of one block.

    Args:
        text: its lines, as they were typed.
        not_blanks: what looks like a blank in it and is none.
    """
    blanks = [blank for blank in find_blanks(text) if blank.text not in not_blanks]
    escapes = {match.start() for match in _ESCAPE.finditer(text)} if "\\" in text else set()
    pairs = list(_pairs(text, escapes))
    if not (blanks or escapes or pairs):
        return (Span(text),) if text else ()
    styles = bytearray(len(text))
    for blank in blanks:
        _add(styles, blank.start, blank.end, _BLANK)
    for opening, closing in pairs:
        style = (_STRONG if opening.width >= 2 else 0) | (_EMPHASIS if opening.width != 2 else 0)
        _add(styles, opening.end, closing.start, style)
        _add(styles, opening.start, opening.end, _MARK)
        _add(styles, closing.start, closing.end, _MARK)
    for index in escapes:
        styles[index] |= _MARK
    return tuple(_spans(text, styles))


def mark_blanks(text: str, strong: bool = False) -> Inline:
    """Return text that holds no marks, such as a line of ours or a name, with its blanks marked."""
    spans, end = [], 0
    for blank in find_blanks(text):
        spans += [Span(text[end : blank.start], strong), Span(blank.text, strong, blank=True)]
        end = blank.end
    return tuple(span for span in (*spans, Span(text[end:], strong)) if span.text)


def _add(styles: bytearray, start: int, end: int, style: int) -> None:
    """Add a style to that of each character of a part."""
    for index in range(start, end):
        styles[index] |= style


def _spans(text: str, styles: bytearray) -> Iterator[Span]:
    """Yield the text without its marks, in spans of one style."""
    parts: list[str] = []
    current = end = 0
    for style, run in groupby(styles):
        start, end = end, end + len(list(run))
        if style & _MARK:
            continue
        if style != current and parts:
            yield _span(parts, current)
            parts = []
        current = style
        parts.append(text[start:end])
    if parts:
        yield _span(parts, current)


def _span(parts: list[str], style: int) -> Span:
    return Span("".join(parts), bool(style & _STRONG), bool(style & _EMPHASIS), bool(style & _BLANK))


def _pairs(text: str, escapes: Collection[int]) -> Iterator[tuple[_Stars, _Stars]]:
    """Yield the stars that belong together, in the order in which they end."""
    opened: list[_Stars] = []
    for match in _STARS.finditer(text):
        start, end = match.span()
        if start - 1 in escapes:
            start += 1
        width = end - start
        if not 1 <= width <= 3:
            continue
        before, after = _sort_of(text[start - 1 : start]), _sort_of(text[end : end + 1])
        if "sign" in (before, after):
            continue
        ends = before != "space" and after != "word"
        begins = after != "space" and before != "word"
        stars = _Stars(start, end, width)
        if ends and opened and opened[-1].width == width:
            yield opened.pop(), stars
        elif begins and (not opened or (not ends and {opened[-1].width, width} == {1, 2} and len(opened) == 1)):
            # Emphasis within emphasis must be of the other kind.
            opened.append(stars)


def _sort_of(character: str) -> str:
    """Return the class of a neighbor of stars: space (or nothing), word, mark, or a sign readers differ on."""
    if not character or character.isspace():
        return "space"
    if character in "_~":
        return "sign"
    if character.isascii():
        return "word" if character.isalnum() else "mark"
    category = unicodedata.category(character)
    return "mark" if category.startswith("P") else "sign" if category.startswith(("S", "C", "M")) else "word"
