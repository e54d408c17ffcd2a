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
from typing import NamedTuple

from mou_tui.draft.blanks import find_blanks
from mou_tui.draft.blocks import Inline, Span

_ESCAPE = re.compile(r"(?<!\\)\\(?=[!-/:-@\[\]-`{-~])")
_STARS = re.compile(r"\*+")


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
    blank_at = {
        index for blank in find_blanks(text) if blank.text not in not_blanks for index in range(blank.start, blank.end)
    }
    escapes = {match.start() for match in _ESCAPE.finditer(text)}
    strong_at: set[int] = set()
    emphasis_at: set[int] = set()
    marks = set(escapes)
    for opening, closing in _pairs(text, escapes):
        marks.update(range(opening.start, opening.end), range(closing.start, closing.end))
        inside = range(opening.end, closing.start)
        if opening.width >= 2:
            strong_at.update(inside)
        if opening.width != 2:
            emphasis_at.update(inside)
    if not (marks or blank_at):
        return (Span(text),) if text else ()
    return tuple(_spans(text, marks, strong_at, emphasis_at, blank_at))


def mark_blanks(text: str, strong: bool = False) -> Inline:
    """Return text that holds no marks, such as a line of ours or a name, with its blanks marked."""
    spans, end = [], 0
    for blank in find_blanks(text):
        spans += [Span(text[end : blank.start], strong), Span(blank.text, strong, blank=True)]
        end = blank.end
    return tuple(span for span in (*spans, Span(text[end:], strong)) if span.text)


def _spans(
    text: str, marks: set[int], strong_at: set[int], emphasis_at: set[int], blank_at: set[int]
) -> Iterator[Span]:
    characters: list[str] = []
    current = (False, False, False)
    for index, character in enumerate(text):
        if index in marks:
            continue
        style = (index in strong_at, index in emphasis_at, index in blank_at)
        if style != current and characters:
            yield Span("".join(characters), *current)
            characters = []
        current = style
        characters.append(character)
    if characters:
        yield Span("".join(characters), *current)


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
