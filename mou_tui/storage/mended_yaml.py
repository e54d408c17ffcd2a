"""Read a file that is not quite YAML as far as it goes, so that every line with a mistake can be named at once.

The parser stops at the first mistake. So the text that holds it is taken out, and the rest is read again. Tabs and
quotation marks that are never closed come first: what the parser says of them, it says of other lines.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator

from mou_tui.errors import InvalidFile, Problem
from mou_tui.frozen import NamedTuple
from mou_tui.storage.yaml_comments import Comments
from mou_tui.storage.yaml_reader import MISFIT, Document, LimitExceeded, read

MOST_MENDED = 25
"""How many mistakes are looked behind."""

LARGEST = 512 * 1024
"""Bytes of a file whose mistakes are looked for one by one, which takes as many readings; files of people have less."""

_TOP = re.compile(rb"^(?:([\w-]+:(?=\s|$))|[^\s#-])", re.MULTILINE)
"""The beginning of a line at the top level, with its key."""

_TAB = re.compile(rb"\t[ \t]*(?:- |[\w-]+:)")
_OPEN_QUOTE = re.compile(rb"""(?P<start>[ ]*(?:- +)*)(?:(?P<key>[\w-]+:)[ ]*)?(?P<mark>["'])(?!.*(?P=mark))""")
_ENTRY = re.compile(rb"(?P<start>[ \t]*(?:- +)*)(?P<key>[\w-]+:(?=\s|$))?")


class MendedFile(NamedTuple):
    """Hold what could be read of a file.

    Attributes:
        document: What it says without the text that was taken out; None if it cannot be read at all.
        problems: The mistakes, in the order in which they were met.
        lines: The lines whose text was taken out, counted from 1.
    """

    document: Document | None
    problems: tuple[Problem, ...] = ()
    lines: frozenset[int] = frozenset()


def read_mended(data: bytes, name: str, *, comments: Comments = "anywhere") -> MendedFile:
    """Return what the bytes of a file say, with every mistake in its YAML; the arguments are those of `read`."""
    try:
        return MendedFile(read(data, name, comments=comments))
    except LimitExceeded as exceeded:
        return MendedFile(None, exceeded.problems)
    except InvalidFile as invalid:
        if len(data) > LARGEST or not _has_keys(data):
            return MendedFile(None, invalid.problems)
    data = data.removeprefix(b"\xef\xbb\xbf").replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    rows = data.split(b"\n")
    tabs, quotes = list(_tabs(rows, name)), list(_open_quotes(rows, name))
    problems = [*tabs, *quotes]
    emptied = Counter(problem.line for problem in quotes)
    while True:
        try:
            document = read(b"\n".join(rows), name, comments=comments)
            return MendedFile(document, tuple(problems), frozenset(emptied))
        except InvalidFile as invalid:
            (problem,) = invalid.problems
            is_limit = isinstance(invalid, LimitExceeded)
        is_misfit = problem.what == MISFIT
        is_named = any(named.line == problem.line for named in problems)
        if not is_named and not (is_misfit and _follows(rows, problem.line - 1, emptied)):
            problems.append(problem)
        if is_limit or not problem.line or emptied[problem.line] == 2 or len(emptied) >= MOST_MENDED:
            return MendedFile(None, tuple(problems))
        # A key that is left without its text may be wrong itself, as one that is there twice.
        _empty(rows, problem.line - 1, keep_key=not emptied[problem.line], whole_item=is_misfit)
        emptied[problem.line] += 1


def _has_keys(data: bytes) -> bool:
    """Tell whether a file looks like keys with their texts; in any other, all after the first mistake would be one."""
    keys = [match[1] is not None for match in _TOP.finditer(data)]
    return sum(keys) * 2 > len(keys)


def _tabs(rows: list[bytes], name: str) -> Iterator[Problem]:
    """Set the lines that begin with a tab in like those before them, and yield the mistakes."""
    before = b""
    for index, row in enumerate(rows):
        if _TAB.match(row):
            yield Problem(name, index + 1, "starts with a tab; set it in with spaces, as the lines around it")
            rows[index] = row = before + row.lstrip()
        if row.strip():
            before = row[: len(row) - len(row.lstrip())]


def _open_quotes(rows: list[bytes], name: str) -> Iterator[Problem]:
    """Empty the texts that begin with a quotation mark which nothing closes, and yield the mistakes."""
    next_depth = 0
    for index in range(len(rows) - 1, -1, -1):
        row = rows[index]
        match = _OPEN_QUOTE.match(row)
        is_entry = match and (match["key"] or match["start"].strip())
        if match and is_entry and next_depth <= len(match["start"]):
            yield Problem(name, index + 1, "a quotation mark is opened here and never closed")
            rows[index] = match["start"] + (match["key"] or b"") + b' ""'
        if row.strip():
            next_depth = len(row) - len(row.lstrip())


def _follows(rows: list[bytes], index: int, emptied: Collection[int]) -> bool:
    """Tell whether nothing but what was taken out is right before a line, so that it only follows from that."""
    before = next((number for number in range(index, 0, -1) if rows[number - 1].strip() or number in emptied), 0)
    return before in emptied


def _empty(rows: list[bytes], index: int, *, keep_key: bool, whole_item: bool) -> None:
    """Take out the text of a line, and the lines that belong to it; all others stay where they are."""
    match = _ENTRY.match(rows[index])
    assert match
    start, key = match["start"], match["key"] or b""
    if whole_item and start.strip():
        start, key, keep_key = start[: len(start) - len(start.lstrip())], b"", True
    for later in range(index + 1, len(rows)):
        row = rows[later]
        depth = len(row) - len(row.lstrip())
        is_inside = depth > len(start) or (key and depth == len(start) and row.lstrip().startswith(b"- "))
        if row.strip() and not is_inside:
            break
        rows[later] = b""
    if keep_key:
        rows[index] = start + key + b' ""' if key or start.strip() else b""
    else:
        rows[index] = start + b'""' if start.strip() and not key else b""
