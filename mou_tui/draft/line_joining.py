"""Join lines that a PDF or a mail program broke into the paragraphs they belong to."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from mou_tui.draft.line_patterns import split_indent, split_label, split_mark

_LEAST, _MOST = 30, 110
"""Characters of the longest line where lines were broken by a machine."""
_NEARLY_FULL = 0.6
"""Of the longest line: so long is a line that goes on in the next one."""
_TO_SIGN_ON = re.compile(r"_{3,}[ \t\xa0]*$|^[ \t\xa0]*[A-Z][\w .’'-]{0,30}:[ \t\xa0]*(?:_|$)")
"""A line to write on, or one that says what is to be written there."""
# These words keep the hyphen they are broken at.
_HYPHENATED = (
    *("all", "city", "co", "community", "county", "cross", "day", "district", "eighty", "evidence", "ex", "fifty"),
    *("first", "five", "follow", "forty", "four", "full", "high", "law", "long", "low", "need", "ninety", "non"),
    *("off", "on", "one", "part", "police", "post", "pre", "real", "risk", "school", "second", "self", "seventy"),
    *("short", "sixty", "state", "student", "ten", "third", "thirty", "three", "time", "trauma", "twenty", "two"),
    *("well", "year", "zero"),
)
# Law-yer, state-ment: the rest of one word.
_ENDING = re.compile(r"(?:ments?|ings?|ed|ers?|ful|yers?|ly|ary|i[sz]ed?|ants?|less|ness|able|ity|hood)\b")


def is_broken(text: str) -> bool:
    """Tell whether a text looks as if its lines were broken by a machine: two breaks or more, all in full lines."""
    paragraphs = [lines for lines in _paragraphs(text.split("\n")) if len(lines) > 1]
    if any(len(lines) > 2 and _breaks(lines) == len(lines) - 1 for lines in paragraphs):
        return True
    return len(paragraphs) > 1 and all(_breaks(lines) == len(lines) - 1 for lines in paragraphs)


def join_lines(text: str) -> str:
    """Return a text whose lines go on to the end of their paragraphs; lists, tables and short lines stay."""
    written: list[str] = []
    for lines in _paragraphs(text.split("\n")):
        longest = max(map(len, lines))
        joined = lines[0]
        for above, line in pairwise(lines):
            if longest >= _LEAST and _is_full(above, longest):
                line = line.strip()
                joined = _join(joined, line.lstrip("> ") if joined.startswith(">") else line)
            else:
                written.append(joined)
                joined = line
        written.append(joined)
    return "\n".join(written)


def _breaks(lines: Sequence[str]) -> int:
    """Count the lines of a paragraph after which a machine may have broken it."""
    longest = max(map(len, lines))
    return sum(_is_full(line, longest) for line in lines[:-1]) if _LEAST <= longest <= _MOST else 0


def _is_full(line: str, longest: int) -> bool:
    """Tell whether a line may have been broken for want of room: it is nearly full, or ends within a word."""
    return len(line) >= _NEARLY_FULL * longest or line.endswith(("-", "\u00ad"))


def _paragraphs(lines: Sequence[str]) -> Iterator[list[str]]:
    """Yield the lines of each paragraph or item; an empty line, or one of a table, by itself."""
    paragraph: list[str] = []
    for line in lines:
        is_alone = not line.strip() or "|" in line or "\t" in line.strip() or bool(_TO_SIGN_ON.search(line))
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
        is_compound = word in _HYPHENATED and not _ENDING.match(line)
        return (above if is_compound else above[:-1]) + line
    return above + line if above.endswith(("-", "/", "—")) else f"{above} {line}"
