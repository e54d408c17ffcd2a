r"""Change the words of one paragraph, item or table, and leave its other characters as they were typed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from mou_tui.draft.blanks import find_blanks
from mou_tui.draft.blocks import Span
from mou_tui.draft.line_patterns import begins_table, split_indent, split_label
from mou_tui.draft.markdown import Blanks
from mou_tui.exchange.line_pairs import paired
from mou_tui.exchange.returned.wording_lines import (
    UNDERLINE,
    Entry,
    Grid,
    Line,
    cell_content,
    normal,
    normal_word,
    shown_lines,
)
from mou_tui.exchange.returned.wording_markup import table_cell
from mou_tui.frozen import NamedTuple

MOST_WORDS = 4_000
"""The most words of two lines together in which changes are looked for word by word."""
_WORD = re.compile(r"_+|[^\W_]+|\n|[^\S\n]+|.")
_SPACE = re.compile(r"[^\S\n]+")
_BREAK = re.compile(r"[^\S\n]*\\?\n[^\S\n]*")


class _Word(NamedTuple):
    text: str
    start: int
    """Offset in the typed text of the paragraph."""
    end: int


def patched_lines(
    lines: Sequence[str], before: Entry, after: Entry, blanks: Blanks = "show", not_blanks: tuple[str, ...] = ()
) -> list[str] | None:
    """Return the typed lines of an entry changed so that they read otherwise; None where that cannot be done.

    Args:
        lines: as they were typed.
        before: what they read.
        after: what they are to read.
        blanks: how the blanks in them were printed.
        not_blanks: what looks like a blank in them and is none.
    """
    if isinstance(before, Grid) or isinstance(after, Grid):
        if isinstance(before, Grid) and isinstance(after, Grid):
            return _patched_table(lines, before, after)
        return None
    if bool(before.label) != bool(after.label) or before.level != after.level:
        return None
    text = "\n".join(lines)
    words = list(_located(text, before, blanks))
    changed = _changed(text, words, [match[0] for match in _WORD.finditer(after.text.strip())])
    if changed is None:
        return None
    entries = shown_lines(changed, not_blanks, blanks)
    if len(entries) != 1 or not isinstance(entries[0], Line) or normal(entries[0].content) != normal(after.content):
        return None
    return changed.split("\n")


def _located(text: str, line: Line, blanks: Blanks) -> Iterator[_Word]:
    """Yield the words of a line with where they stand in the typed text; one that cannot be located ends them."""
    at = 0
    if line.label:
        _, content = split_indent(text)
        label, rest = split_label(content)
        at = len(text) - len(rest if label else content.removeprefix(line.label))
    for span in line.content:
        for shown, piece in _pieces(span, blanks):
            start, end = _locate(text, at, piece)
            if end < 0:
                return
            yield _Word(shown, start, end)
            at = end


def _pieces(span: Span, blanks: Blanks) -> Iterator[tuple[str, str]]:
    """Yield each word of a span: as it is printed, and as it was typed."""
    at = 0
    for blank in find_blanks(span.text) if span.blank and blanks == "underline" else ():
        # A blank is one word, but for the sign before it and the unit behind it.
        start, end = blank.typed_over
        yield from ((word, word) for word in _WORD.findall(span.text[at:start]))
        yield UNDERLINE, span.text[start:end]
        at = end
    yield from ((word, word) for word in _WORD.findall(span.text[at:]))


def _locate(text: str, at: int, piece: str) -> tuple[int, int]:
    """Return where the characters of a piece stand at or after a place; (-1, -1) if nowhere."""
    if piece.isspace() and "\n" not in piece:
        match = _SPACE.match(text, at)
        return match.span() if match else (at, at)
    if piece == "\n":
        match = _BREAK.search(text, at)
        return match.span() if match else (-1, -1)
    start = -1
    for character in piece:
        index = text.find(character, at)
        if index < 0:
            return -1, -1
        start = index if start < 0 else start
        at = index + 1
    return start, at


def _changed(text: str, words: Sequence[_Word], wanted: Sequence[str]) -> str | None:
    if len(words) + len(wanted) > MOST_WORDS or not words:
        return None
    keys, new_keys = [normal_word(word.text) for word in words], [normal_word(word) for word in wanted]
    pieces = [text[: words[0].start]]
    at = words[0].start
    for kind, start, end, new_start, new_end in SequenceMatcher(None, keys, new_keys, autojunk=False).get_opcodes():
        if kind == "equal":
            pieces.append(text[at : words[end - 1].end])
            at = words[end - 1].end
            continue
        for word in words[start:end]:
            pieces.append(text[at : word.start].replace("\\", ""))
            at = word.end
        pieces += wanted[new_start:new_end]
    return "".join([*pieces, text[at:]])


def _patched_table(lines: Sequence[str], before: Grid, after: Grid) -> list[str] | None:
    """Return the rows of a table, those that did not change as they were typed."""
    if len(lines) != len(before.rows) + 1 or not begins_table(lines[0], lines[1]):
        return None
    if {len(row) for row in (*before.rows, *after.rows)} != {len(before.rows[0])}:
        return None
    typed = [lines[0], *lines[2:]]
    old, new = ([tuple(normal(cell_content(cell)) for cell in row) for row in grid.rows] for grid in (before, after))
    patched = []
    for old_index, new_index in paired(["|".join(row) for row in old], ["|".join(row) for row in new], old, new):
        if new_index is None:
            continue
        if old_index is not None and old[old_index] == new[new_index]:
            patched.append(typed[old_index])
        else:
            patched.append(f"| {' | '.join(table_cell(cell_content(cell)) for cell in after.rows[new_index])} |")
    return [patched[0], lines[1], *patched[1:]]
