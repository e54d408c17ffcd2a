"""Write plain data as YAML that a person can read and git can follow.

Block style only, in the order of the data. Text of several lines is in a literal block, trailing spaces
and all, so that changing one word changes one line; the usual writers make one escaped string of it all.
"""

from __future__ import annotations

import re
from typing import TypeAlias

from mou_tui.language.lazy_pattern import LazyPattern
from mou_tui.language.text import clean_line

PlainData: TypeAlias = "str | list[PlainData] | dict[str, PlainData]"

DEEPEST = 12
LONGEST_KEY = 200
END_MARKER = "..."

# Longer lines are wording, which grows: in a block already, the next line changes nothing before it.
_LONGEST_INLINE = 80
# What some reader, of YAML 1.1 or 1.2, takes for something other than text although it starts with a letter.
_NOT_TEXT = frozenset(["y", "n", "yes", "no", "on", "off", "true", "false", "null"])
# What no file holds as it is: line ends that only some readers see, the byte order mark, what readers refuse.
_UNSEEN = "\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff"
_NEVER_RAW = LazyPattern(f"[{_UNSEEN}]")
_ESCAPED = LazyPattern(f'[\\\\"\t\n{_UNSEEN}]')
_SHORT_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r", "\0": "\\0"}


def write(value: PlainData, *, header: str = "", end_marker: bool = True) -> str:
    """Return the data as the text of a YAML file.

    Args:
        value: What to write. Cleaned text is always read back exactly.
        header: Lines of comment to be before it.
        end_marker: Whether to close with `...`, which tells a whole file from one that lost its end.

    Raises:
        ValueError: The data has a key or a depth that the reader would refuse, or text that is not Unicode.
    """
    lines = [f"# {line}".rstrip() for line in header.split("\n")] if header else []
    if isinstance(value, str):
        lines.append(_quoted(value))
    elif not value:
        lines.append("[]" if isinstance(value, list) else "{}")
    else:
        _collection(value, "", "", 1, lines)
    if end_marker:
        lines.append(END_MARKER)
    return "\n".join(lines) + "\n"


def write_entry(entry: list[PlainData] | dict[str, PlainData]) -> str:
    """Return the one entry of a list or mapping as it is below a key of the file; raises as `write` does."""
    lines: list[str] = []
    indent = "" if isinstance(entry, list) else "  "
    _collection(entry, indent, indent, 2, lines)
    return "\n".join(lines) + "\n"


def key_fault(key: str) -> str:
    """Return what keeps a text from being a key, as the end of a sentence; nothing if it may be one."""
    if not key:
        return "a key is empty"
    if len(key) > LONGEST_KEY:
        return f"a key is longer than {LONGEST_KEY} characters"
    if not key.isprintable() and (clean_line(key).text != key or _NEVER_RAW.search(key)):
        return "a key has a character in it that cannot be seen"
    return ""


def _collection(
    value: list[PlainData] | dict[str, PlainData], first: str, indent: str, depth: int, lines: list[str]
) -> None:
    """Add the lines of a list or mapping that is not empty; `first` replaces the indent of its first line."""
    if depth > DEEPEST:
        raise ValueError(f"lists and mappings stand more than {DEEPEST} deep")
    if isinstance(value, dict):
        for key, entry in value.items():
            if fault := key_fault(key):
                raise ValueError(fault)
            lead = f"{first}{_inline(key)}:"
            if isinstance(entry, str):
                _text(f"{lead} ", entry, indent, lines)
            elif not entry:
                lines.append(f"{lead} []" if isinstance(entry, list) else f"{lead} {{}}")
            else:
                # A list is under its key without further indent, as most people type it.
                deeper = indent if isinstance(entry, list) else f"{indent}  "
                lines.append(lead)
                _collection(entry, deeper, deeper, depth + 1, lines)
            first = indent
    else:
        for entry in value:
            lead = f"{first}- "
            if isinstance(entry, str):
                _text(lead, entry, indent, lines)
            elif not entry:
                lines.append(f"{lead}[]" if isinstance(entry, list) else f"{lead}{{}}")
            else:
                _collection(entry, lead, f"{indent}  ", depth + 1, lines)
            first = indent


def _text(lead: str, text: str, indent: str, lines: list[str]) -> None:
    """Add the lines of one text, in a literal block where it is long and one can hold it."""
    is_short = len(text) <= _LONGEST_INLINE and "\n" not in text
    if is_short or not text.strip("\n") or (not _is_visible(text) and _NEVER_RAW.search(text)):
        lines.append(lead + _inline(text))
        return

    # Without the 2, a reader would take the spaces that the text starts with for indent.
    marker = "|2" if text[0] in " \t\n" else "|"
    if not text.endswith("\n"):
        body, chomping = text, "-"
    elif text.endswith("\n\n"):
        body, chomping = text[:-1], "+"
    else:
        body, chomping = text[:-1], ""
    lines.append(f"{lead}{marker}{chomping}")
    lines.extend(f"{indent}  {line}" if line else "" for line in body.split("\n"))


def _inline(text: str) -> str:
    """Return a text on one line: as it is if every reader takes it for text, else in double quotes."""
    is_word = text[:1].isalpha() and text.isprintable() and text.lower() not in _NOT_TEXT
    if is_word and ": " not in text and " #" not in text and text[-1] not in ": ":
        return text
    return _quoted(text)


def _quoted(text: str) -> str:
    return f'"{_ESCAPED.sub(_escape, text)}"'


def _escape(match: re.Match[str]) -> str:
    character = match[0]
    if character in _SHORT_ESCAPES:
        return _SHORT_ESCAPES[character]
    code = ord(character)
    if 0xD800 <= code <= 0xDFFF:
        raise ValueError("half a character (a lone surrogate) cannot be written to a file")
    return f"\\x{code:02x}" if code <= 0xFF else f"\\u{code:04x}"


def _is_visible(text: str) -> bool:
    return text.replace("\n", "").isprintable()
