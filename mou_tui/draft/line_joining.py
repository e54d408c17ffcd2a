"""Join lines that a PDF or a mail program broke into the paragraphs they belong to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from mou_tui.draft.line_patterns import split_indent, split_label, split_mark

_LEAST, _MOST = 30, 110
"""Characters of the longest line where lines were broken by a machine."""
_NEARLY_FULL = 0.6
"""Of the longest line: so long is a line that goes on in the next one."""
# These words keep the hyphen they are broken at.
_HYPHENATED = (
    *("all", "co", "cross", "ex", "full", "high", "long", "non", "off", "on", "part", "post", "pre", "school", "self"),
    *("short", "well", "year"),
)


def is_broken(text: str) -> bool:
    """Tell whether a text looks as if its lines were broken by a machine: three or more, nearly full."""
    return any(len(lines) > 2 and _breaks(lines) >= len(lines) - 1 for lines in _paragraphs(text.split("\n")))


def join_lines(text: str) -> str:
    """Return a text whose lines go on to the end of their paragraphs; lists, tables and short lines stay."""
    written: list[str] = []
    for lines in _paragraphs(text.split("\n")):
        longest = max(map(len, lines))
        joined = lines[0]
        for above, line in pairwise(lines):
            if longest >= _LEAST and (len(above) >= _NEARLY_FULL * longest or above.endswith(("-", "\u00ad"))):
                joined = _join(joined, line.strip())
            else:
                written.append(joined)
                joined = line
        written.append(joined)
    return "\n".join(written)


def _breaks(lines: Sequence[str]) -> int:
    """Count the lines of a paragraph after which a machine may have broken it."""
    longest = max(map(len, lines))
    return sum(len(line) >= _NEARLY_FULL * longest for line in lines[:-1]) if _LEAST <= longest <= _MOST else 0


def _paragraphs(lines: Sequence[str]) -> Iterator[list[str]]:
    """Yield the lines of each paragraph or item; an empty line, or one of a table, by itself."""
    paragraph: list[str] = []
    for line in lines:
        is_alone = not line.strip() or "|" in line or "\t" in line.strip()
        if paragraph and (is_alone or _begins(line)):
            yield paragraph
            paragraph = []
        if is_alone:
            yield [line]
        else:
            paragraph.append(line.rstrip())
    if paragraph:
        yield paragraph


def _begins(line: str) -> bool:
    _, content = split_indent(line)
    return bool(split_label(content)[0] or split_mark(content)[0])


def _join(above: str, line: str) -> str:
    if above.endswith("\u00ad"):
        return above[:-1] + line
    word = above.removesuffix("-").rpartition(" ")[2].strip("(“\"'").lower()
    if above.endswith("-") and word.isalpha() and line[:1].islower():
        return (above if word in _HYPHENATED else above[:-1]) + line
    return above + line if above.endswith(("-", "/", "—")) else f"{above} {line}"
