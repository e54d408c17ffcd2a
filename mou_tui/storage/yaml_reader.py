"""Read plain data from YAML strictly, with the line of every value.

There is only text, lists and mappings: `no`, `012` and dates stay the text they are, and whoever reads them
gives them a meaning. What YAML can do beyond that (anchors, tags, flow collections, several documents) is
refused with its line: it turns a typing mistake into another value, or a small file into hours of work.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TypeAlias

from mou_tui.errors import InvalidFile, Problem
from mou_tui.frozen import NamedTuple
from mou_tui.storage.yaml_comments import Comments
from mou_tui.storage.yaml_writer import DEEPEST, PlainData, write

__all__ = ["MISFIT", "Document", "LimitExceeded", "Limits", "Path", "PlainData", "read", "write"]

Path: TypeAlias = "tuple[str | int, ...]"

_BYTE_ORDER_MARK = b"\xef\xbb\xbf"
_CONTROLS = bytes({*range(0x20), 0x7F} - {*b"\t\n"})
_CONTROL = re.compile(rb"[\x00-\x08\x0b-\x1f\x7f]")
# 8-bit controls, line ends that only some readers see, byte order marks that only some readers skip, noncharacters;
# three patterns, because a search for one that starts with a fixed byte takes a tenth of the time.
_UNSEEN = tuple(map(re.compile, (rb"\xc2[\x80-\x9f]", rb"\xe2\x80[\xa8\xa9]", rb"\xef(?:\xbb\xbf|\xbf[\xbe\xbf])")))
_CONFLICT_MARKS = b"<<<<<<<", b"|||||||", b"=======", b">>>>>>>"
_CONFLICT = re.compile(rb"^(?:<{7}|={7}|>{7}|\|{7})(?: .*)?$", re.MULTILINE)


class Limits(NamedTuple):
    """Limit how much a file may hold; honest files stay far below.

    Attributes:
        size: Bytes in the file.
        nodes: Texts, lists and mappings together.
        depth: Lists and mappings inside each other.
    """

    size: int = 16 * 1024 * 1024
    nodes: int = 20_000
    depth: int = DEEPEST


LIMITS = Limits()


MISFIT = "does not fit the lines above; check the indent, and quotes within quotes"
"""What is said of a line where the structure of a file is broken, and not only its text."""


class LimitExceeded(InvalidFile):
    """Reports a file that holds more than it may."""


class Document(NamedTuple):
    """Hold the content of a file, with the line of each value.

    Attributes:
        value: The text, list or mapping that the whole file is.
        lines: The line of every value by its path, counted from 1.
        key_lines: The line of a key by the path of its value, where the two differ.
        comments: The lines of the comments below those at the top.
    """

    value: PlainData
    lines: Mapping[Path, int]
    key_lines: Mapping[Path, int] = {}
    comments: tuple[int, ...] = ()

    def line(self, path: Path) -> int:
        """Return the line of the value at a path; 0 if there is none."""
        return self.lines.get(path, 0)

    def key_line(self, path: Path) -> int:
        """Return the line of the key that leads to the value at a path; 0 if there is none."""
        return self.key_lines.get(path) or self.line(path)


def read(
    data: bytes,
    name: str,
    *,
    end_marker: bool = False,
    limits: Limits = LIMITS,
    comments: Comments = "anywhere",
) -> Document:
    """Return what the bytes of a file say.

    Args:
        data: The file as it is on disk.
        name: What to call it in messages.
        end_marker: Whether it must end with `...`, as files written here do: nothing else tells a whole file
            from one that lost its end.
        limits: How much it may hold.
        comments: Where a comment may follow text that is not in quotes; elsewhere it would swallow the rest of it.

    Raises:
        InvalidFile: It is not a file of this kind; the problem says why, and on which line.
    """
    source = _checked(data, name, limits)
    if end_marker:
        _check_end(source, name)

    # Not at the top: what only writes, or only names these types, need not load the parser.
    from mou_tui.storage.yaml_parser import Parser

    return Parser(source, name, limits, comments).document()


def _fault(name: str, line: int, fault: str) -> InvalidFile:
    return InvalidFile([Problem(name, line, fault)])


def _line_at(data: bytes, position: int) -> int:
    return data.count(b"\n", 0, position) + 1


def _checked(data: bytes, name: str, limits: Limits) -> bytes:
    """Return the bytes without byte order mark and with line feeds only, if they are text at all."""
    if len(data) > limits.size:
        raise _fault(name, 0, f"is too large: {len(data):,} bytes, of at most {limits.size:,}")
    if not data.strip():
        raise _fault(name, 0, "is empty")
    if data.startswith((b"\xff\xfe", b"\xfe\xff")) or (len(data) > 1 and 0 in data[:2] and any(data[:2])):
        raise _fault(name, 0, "is saved as UTF-16; save it again as UTF-8")
    if not data.strip(b"\0"):
        raise _fault(name, 0, "holds nothing but zeros, as after a power cut; open a backup instead")
    try:
        data.decode()
    except UnicodeDecodeError as error:
        fault = "has a character here that is not UTF-8; save the file again as UTF-8"
        raise _fault(name, _line_at(data, error.start), fault) from None

    written = data.rstrip(b"\0")
    if len(written) < len(data):
        line = _line_at(data, len(written.rstrip()))
        raise _fault(name, line, f"looks cut off after line {line}: only zeros follow; open a backup instead")
    data = data.removeprefix(_BYTE_ORDER_MARK)
    if b"\r" in data:
        data = data.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    if match := _control(data):
        code = ord(match[0].decode())
        raise _fault(name, _line_at(data, match.start()), f"a character that cannot be seen (U+{code:04X}); delete it")
    if data.startswith(b"%") or b"\n%" in data:
        # The parser compares each directive with all before it, which takes hours for 16 MiB of them.
        line = _line_at(data, (b"\n" + data).find(b"\n%"))
        raise _fault(name, line, "a line starts with “%”, a directive in YAML; delete it or indent it")
    if any(mark in data for mark in _CONFLICT_MARKS) and (match := _CONFLICT.search(data)):
        line = _line_at(data, match.start())
        raise _fault(name, line, f"unresolved git conflict at line {line}; keep one side and delete the marks")
    return data


def _control(data: bytes) -> re.Match[bytes] | None:
    """Return a character that no reader, or not every reader, takes for text; the cheap test comes first."""
    if len(data.translate(None, _CONTROLS)) != len(data):
        return _CONTROL.search(data)
    return next((match for pattern in _UNSEEN if (match := pattern.search(data))), None)


def _check_end(source: bytes, name: str) -> None:
    """Refuse a file whose last line, blank lines and comments aside, is not the end marker."""
    _, marker, following = source.rpartition(b"\n...")
    if not marker or any(line.strip() and not line.lstrip().startswith(b"#") for line in following.split(b"\n")):
        line = _line_at(source, len(source.rstrip()))
        raise _fault(name, line, f"looks cut off after line {line}: the last line of a whole file is “...”")
