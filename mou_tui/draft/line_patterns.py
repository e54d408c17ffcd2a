"""Recognize how the lines of a clause begin: labels of items, marks of notes, rows of tables."""

from __future__ import annotations

import re
from string import ascii_letters

TAB_COLUMNS = 4

_ROMAN = r"(?:[ivxlc]+|[IVXLC]+)"
_LETTER = f"(?:[A-Za-z]|{'|'.join(letter * 2 for letter in ascii_letters)})"
BULLETS = "-*+•◦▪▫■□●○‣⁃∙·–—➢✓✔\uf0b7\uf0a7\uf0d8\uf0fc\uf02d\uf076\uf0a8\uf06f"
"""What begins an item of a bullet list; the last of them are the signs of Word's own fonts."""

_LABEL = re.compile(
    rf"(?P<label>[{BULLETS}]|\(\d{{1,3}}\)|\d{{1,3}}[.)]|\({_ROMAN}\)|{_ROMAN}[.)]|\({_LETTER}\)|{_LETTER}[.)]"
    rf"|\d{{1,3}}(?:\.\d{{1,3}})+\.?(?=[ \t\xa0]+[\"“‘(]?[A-Z])|o(?=\t))"
    r"(?:[ \t\xa0]+(?=\S)|$)"
)
_NOTE = re.compile(r"(?P<mark>\*{1,4}|[†‡]{1,2})[ \t\xa0]*(?=[^\s*†‡])")
_DELIMITER_ROW = re.compile(r"\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*")
_CELL_END = re.compile(r"(?<!\\)((?:\\\\)*)\|")
_GAP = re.compile(" {3,}")


def split_indent(line: str) -> tuple[int, str]:
    """Return by how many columns a line is set in, and the rest of it without the space at its end."""
    content = line.lstrip(" \t\xa0")
    indent = line[: len(line) - len(content)].replace("\xa0", " ").expandtabs(TAB_COLUMNS)
    return len(indent), content.rstrip(" \t\xa0")


def split_label(line: str) -> tuple[str, str]:
    """Return the label a line begins with, and what stands behind it; an empty label if it begins with none."""
    match = _LABEL.match(line)
    return (match["label"], line[match.end() :]) if match else ("", line)


def split_mark(line: str) -> tuple[str, str]:
    """Return the mark of a note a line begins with, and what stands behind it; an empty mark if with none."""
    match = _NOTE.match(line)
    return (match["mark"], line[match.end() :]) if match else ("", line)


def bears_mark(text: str, mark: str) -> bool:
    """Tell whether a word of a text bears the mark of a note."""
    sign = re.escape(mark[0])
    return bool(re.search(rf"[^\s{sign}]{re.escape(mark)}(?![\w{sign}])", text))


def split_cells(line: str) -> list[str]:
    r"""Return the cells of a row whose cells are parted by `|`; `\|` is a mark within a cell."""
    marked = _CELL_END.sub("\\1\ufdd1", line.strip())
    return [cell.strip() for cell in marked.removeprefix("\ufdd1").removesuffix("\ufdd1").split("\ufdd1")]


def begins_table(line: str, following: str) -> bool:
    """Tell whether a line is the head of a table, as the line that follows it says."""
    return (
        "|" in line
        and "|" in following
        and bool(_DELIMITER_ROW.fullmatch(following))
        and len(split_cells(line)) == len(split_cells(following))
    )


def tabbed_cells(line: str) -> list[str]:
    """Return the cells of a row as word processors copy it, parted by tabs; none if it is no such row."""
    if "\t" not in line.strip(" ") or split_label(line.strip())[0]:
        return []
    return [cell.strip() for cell in line.strip(" ").split("\t")]


def keep_gaps(line: str) -> str:
    """Return a line in which wide space between words is such that no reader narrows it."""

    def widened(match: re.Match[str]) -> str:
        return "\xa0" * min(len(match[0]) - 1, 40) + " "

    return _GAP.sub(widened, line.expandtabs(TAB_COLUMNS))
