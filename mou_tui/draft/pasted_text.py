"""Clean text pasted from a word processor into what one would have typed: tables, lists and outlines.

Word gives rows of a table with tabs between cells, bullets in a font of its own, and the numbers of an outline with a
tab and no space before them. Nothing here takes a word away.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from mou_tui.draft.line_patterns import FONT_BULLETS, split_indent, split_label, tabbed_rows
from mou_tui.draft.list_labels import next_label
from mou_tui.frozen import NamedTuple
from mou_tui.language.text import join_and, pluralize

_STEP = 3
"""Columns by which each level of an outline is set in."""
_BULLET = re.compile(
    f"[•◦▪▫■□●○‣⁃∙·\uf0b7\uf0a7\uf0d8\uf0fc\uf02d\uf076\uf0a8\uf06f]|o(?= {{2,}}|\xa0)|[{FONT_BULLETS}–—](?=\t)"
)


_SPACED_BULLET = re.compile(r"^([ \t\xa0]+)o[ \xa0](?=\S)")
"""A bullet of the second level as some programs paste it: below another bullet it is no word."""


class PastedText(NamedTuple):
    """Hold the cleaned text and a note of what was recognized in it."""

    text: str
    done: str
    """In words ("1 table and 4 list items were recognized"); empty if nothing was done."""


def clean_paste(text: str, *, starts_line: bool = True) -> PastedText:
    """Return pasted text as one would have typed it.

    Args:
        text: clean text of any number of lines.
        starts_line: whether it is pasted where a line begins; what must begin one gets a line end before it.
    """
    lines = text.split("\n")
    rows, tables = _with_tables(lines)
    if any(map(_begins_with_bullet, rows)):
        rows = [_SPACED_BULLET.sub(r"\1o\t", row) for row in rows]
    items = [line for line in rows if _is_from_word(line)]
    levels = _Levels([line for line in rows if split_label(split_indent(line)[1])[0]]) if items else None
    following = _following_labels(rows)
    written = [
        levels.written(line, label) if levels and _is_from_word(line) else line
        for line, label in zip(rows, following, strict=True)
    ]
    result = "\n".join(line.rstrip(" \t") for line in written)
    if not starts_line and written[0] != lines[0]:
        result = f"\n{result}" if items and _is_from_word(rows[0]) else f"\n\n{result}"
    recognized = [pluralize(number, noun) for number, noun in ((tables, "table"), (len(items), "list item")) if number]
    is_changed = bool(recognized) and result != text
    verb = "was" if tables + len(items) == 1 else "were"
    return PastedText(result, f"{join_and(recognized)} {verb} recognized" if is_changed else "")


def _with_tables(lines: Sequence[str]) -> tuple[list[str], int]:
    """Return the lines, tabbed rows written as rows of a table, and the number of tables."""
    written: list[str] = []
    tables = at = 0
    while at < len(lines):
        rows = tabbed_rows(lines, at)
        if rows:
            written += [""] if written and written[-1].strip() else []
            written += [_row(rows[0]), f"|{'---|' * len(rows[0])}", *map(_row, rows[1:])]
            at += len(rows)
            written += [""] if at < len(lines) and lines[at].strip() else []
            tables += 1
        else:
            written.append(lines[at])
            at += 1
    return written, tables


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in cells)} |"


def _following_labels(lines: Sequence[str]) -> list[str]:
    """Return for each line the label of the next item after it; empty where there is none."""
    labels: list[str] = []
    following = ""
    for line in reversed(lines):
        labels.append(following)
        following = split_label(split_indent(line)[1])[0] or following
    return labels[::-1]


def _begins_with_bullet(line: str) -> bool:
    return bool(_BULLET.match(split_indent(line)[1]))


def _is_from_word(line: str) -> bool:
    """Tell whether a line is an item as Word copies it: a bullet of its own, or a label with a tab after it."""
    _, content = split_indent(line)
    label, _ = split_label(content)
    has_tab = content[len(label) :].startswith("\t") or line.startswith("\t")
    return bool(label) and (has_tab or bool(_BULLET.match(content)))


class _Levels:
    """Indent the items of an outline as they were, or, where none was, by the kinds of their labels.

    Args:
        lines: all that begin an item.
    """

    def __init__(self, lines: Sequence[str]) -> None:
        self._indents = sorted({split_indent(line)[0] for line in lines})
        self._is_flat = len(self._indents) == 1
        self._last: list[tuple[str, str]] = []
        """The last label of each level that is open, behind the one before it."""

    def written(self, line: str, following: str) -> str:
        """Return an item as one would have typed it.

        Args:
            line: the item as it was pasted.
            following: label of the item after it; empty if it is the last.
        """
        indent, content = split_indent(line)
        label, text = split_label(content)
        level = self._level_by_label(label, following) if self._is_flat else self._indents.index(indent)
        return f"{' ' * (_STEP * level)}{'-' if _BULLET.match(content) else label} {text}"

    def _level_by_label(self, label: str, following: str) -> int:
        for level in reversed(range(len(self._last))):
            before, last = self._last[level]
            if _follows(label, before, last) and not _begins_roman(label, last, following):
                self._last = [*self._last[:level], (last, label)]
                return level
        self._last.append(("", label))
        return len(self._last) - 1


def _follows(label: str, before: str, last: str) -> bool:
    """Tell whether a label may be that of the next item on the level of two others."""
    if label == last:
        # (i) after (h) is a letter; another (i) begins a list of its own.
        return next_label(last, before) == next_label(last)
    return label == next_label(last, before) or _sort_of(label) == _sort_of(last) != "letter"


def _begins_roman(label: str, last: str, following: str) -> bool:
    """Tell whether a letter that could go on after the last label begins a list of Roman numbers below it."""
    is_letter = next_label(label, last) != next_label(label)
    return is_letter and following == next_label(label)


def _sort_of(label: str) -> str:
    """Return what labels of one level have in common; `letter` where only the next label tells."""
    if label == "o" or not any(map(str.isalnum, label)):
        return label
    return re.sub(r"\d+", "1", label) if any(map(str.isdigit, label)) else "letter"
