"""Recognize how the lines of a clause begin: labels of items, marks of notes, rows of tables."""

from __future__ import annotations

import re
from collections.abc import Sequence

from mou_tui.language.lazy_pattern import LazyPattern

TAB_COLUMNS = 4
_LONGEST_JOINED = 60
"""The most characters of a row whose cells were joined to one."""

_ROMAN = r"(?:[ivxlc]+|[IVXLC]+)"
BULLETS = "-*+•◦▪▫■□●○‣⁃∙·–—➢✓✔\uf0b7\uf0a7\uf0d8\uf0fc\uf02d\uf076\uf0a8\uf06f"
"""What begins an item of a bullet list; the last of them are the signs of Word's own fonts."""

FONT_BULLETS = "oØüvq§Þ"
"""The letters that stand for bullets of Word's own fonts where those are not at hand; a tab follows them."""

_BEHIND_LABEL = re.compile(r"[ \t\xa0]+(?=\S)|$")
_LABEL = LazyPattern(
    rf"(?P<label>\(\d{{1,3}}\)|\d{{1,3}}[.)]|\({_ROMAN}\)|{_ROMAN}[.)]"
    # One letter, or the same twice.
    r"|\((?P<enclosed>[A-Za-z])(?P=enclosed)?\)|(?P<letter>[A-Za-z])(?P=letter)?[.)]"
    rf"|\d{{1,3}}(?:\.\d{{1,3}}){{2,}}\.?|\d{{1,3}}\.\d{{1,3}}\.?(?=\t|[ \xa0]+[\"“‘(]?[A-Z])"
    rf"|o(?=\t|[ \xa0]{{2,}})|[{FONT_BULLETS}](?=\t))(?:{_BEHIND_LABEL.pattern})"
)
_DECIMAL = LazyPattern(r"(?P<label>\d{1,3}\.\d{1,3}\.?)[ \xa0]+(?=\S)")
_NOTE_SIGNS = "*†‡¹²³⁴⁵⁶⁷⁸⁹"
_NOTE = LazyPattern(r"(?P<mark>\*{1,4}|[†‡]{1,2}|[¹²³⁴-⁹]{1,2})[ \t\xa0]*(?=[^\s*†‡])")
_DELIMITER_ROW = LazyPattern(r"\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*")
_CELL_END = re.compile(r"(?<!\\)((?:\\\\)*)\|")
_GAP = re.compile(" {3,}")


def split_indent(line: str) -> tuple[int, str]:
    """Return by how many columns a line is set in, and the rest of it without the space at its end."""
    content = line.lstrip(" \t\xa0")
    indent = line[: len(line) - len(content)].replace("\xa0", " ").expandtabs(TAB_COLUMNS)
    return len(indent), content.rstrip(" \t\xa0")


def split_label(line: str) -> tuple[str, str]:
    """Return the label a line begins with, and what is behind it; an empty label if it begins with none."""
    if line and line[0] in BULLETS:
        behind = _BEHIND_LABEL.match(line, 1)
        return (line[0], line[behind.end() :]) if behind else ("", line)
    match = _LABEL.match(line) if _may_begin_with_label(line) else None
    return (match["label"], line[match.end() :]) if match else ("", line)


def _may_begin_with_label(line: str) -> bool:
    """Tell whether the first word of a line could be a label; most are longer and end with a letter."""
    first_word = "".join(line.split(maxsplit=1)[:1])
    if not first_word:
        return False
    return first_word in FONT_BULLETS or first_word[-1] in ".)" or first_word[0].isdecimal()


def split_decimal(line: str) -> tuple[str, str]:
    """Return the number such as `1.2` a line begins with, and what is behind it; it may be a mere quantity."""
    match = _DECIMAL.match(line) if line[:1].isdecimal() else None
    return (match["label"], line[match.end() :]) if match else ("", line)


def split_mark(line: str) -> tuple[str, str]:
    """Return the mark of a note a line begins with, and what is behind it; an empty mark if with none."""
    match = _NOTE.match(line) if line and line[0] in _NOTE_SIGNS else None
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


def tabbed_rows(lines: Sequence[str], start: int) -> list[list[str]]:
    """Return the rows of a table whose cells are parted by tabs; none if none begins with that line.

    Word leaves out the tabs of cells that were joined, so that rows may be of different lengths, and gives a row of one
    cell no tab at all. Lines of a form (`Name:` and a tab) and lines to sign on are no table.
    """
    rows: list[list[str]] = []
    for at in range(start, len(lines)):
        cells = tabbed_cells(lines[at])
        if not cells and rows and _is_joined_row(lines, at, len(rows[-1])):
            cells = [lines[at].strip()]
        if not cells:
            break
        rows.append(cells)
    columns = max(map(len, rows), default=0)
    is_table = (
        len(rows) > 1
        and len(rows[0]) > 1
        and all(rows[0][len(rows[0]) > 2 :])
        and sum(len(row) == columns for row in rows) * 2 >= len(rows)
        and not any("__" in cell for cell in rows[0])
        and not all(row[0].endswith(":") for row in rows if row[0])
    )
    return [[*row, *[""] * (columns - len(row))] for row in rows] if is_table else []


def _is_joined_row(lines: Sequence[str], at: int, columns: int) -> bool:
    """Tell whether a line without tabs is between two rows of as many cells, and is short as a heading is."""
    line, following = lines[at].strip(), lines[at + 1] if at + 1 < len(lines) else ""
    is_short = 0 < len(line) <= _LONGEST_JOINED and line[-1] not in ".:;,"
    return is_short and "|" not in line and not split_label(line)[0] and len(tabbed_cells(following)) == columns > 1


def keep_gaps(line: str) -> str:
    """Return a line in which wide space between words is such that no reader narrows it."""

    def widened(match: re.Match[str]) -> str:
        return "\xa0" * min(len(match[0]) - 1, 40) + " "

    return _GAP.sub(widened, line.expandtabs(TAB_COLUMNS))
