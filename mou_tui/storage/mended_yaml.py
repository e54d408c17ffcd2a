"""Read a file that is not quite YAML as far as it goes, so that every line with a mistake can be named at once.

The parser stops at the first mistake. So the text that holds it is taken out, and the rest is read again.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import NamedTuple

from mou_tui.errors import InvalidFile, Problem
from mou_tui.storage.yaml_comments import Comments
from mou_tui.storage.yaml_reader import Document, LimitExceeded, read

MOST_MENDED = 25
"""How many mistakes are looked behind."""

_TOP = re.compile(rb"^(?:([\w-]+:(?=\s|$))|[^\s#-])", re.MULTILINE)
"""The beginning of a line at the top level, with its key."""

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
    problems: tuple[Problem, ...] = ()
    tried = Counter[int]()
    most = MOST_MENDED if _has_keys(data) else 0
    while True:
        try:
            return MendedFile(read(data, name, comments=comments), problems, frozenset(tried))
        except LimitExceeded as exceeded:
            return MendedFile(None, (*problems, *exceeded.problems))
        except InvalidFile as invalid:
            (problem,) = invalid.problems
        problems += () if tried[problem.line] else (problem,)
        if not problem.line or tried[problem.line] == 2 or len(tried) >= most:
            return MendedFile(None, problems)
        # A key that is left without its text may be wrong itself, as one that stands there twice.
        data = _without(data, problem.line, keep_key=not tried[problem.line])
        tried[problem.line] += 1


def _has_keys(data: bytes) -> bool:
    """Tell whether a file looks like keys with their texts; in any other, all after the first mistake would be one."""
    keys = [match[1] is not None for match in _TOP.finditer(data)]
    return sum(keys) * 2 > len(keys)


def _without(data: bytes, line: int, *, keep_key: bool) -> bytes:
    """Return a file without the text of a line and of those that belong to it; all lines stay where they are."""
    rows = data.replace(b"\r\n", b"\n").replace(b"\r", b"\n").split(b"\n")
    match = _ENTRY.match(rows[line - 1])
    assert match
    start, key = match["start"], match["key"] or b""
    for number in range(line, len(rows)):
        row = rows[number]
        depth = len(row) - len(row.lstrip())
        is_inside = depth > len(start) or (key and depth == len(start) and row.lstrip().startswith(b"- "))
        if row.strip() and not is_inside:
            break
        rows[number] = b""
    if keep_key:
        rows[line - 1] = start + key + b' ""' if key or start.strip() else b""
    else:
        rows[line - 1] = start + b'""' if start.strip() and not key else b""
    return b"\n".join(rows)
