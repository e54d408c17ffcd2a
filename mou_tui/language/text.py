"""Text that is safe to store and to show: cleaning, messages, plurals, slugs, hashes.

A terminal obeys some characters instead of showing them: escape sequences, 8-bit controls, bidirectional
overrides. Nothing on the way to the screen removes them, so they are replaced where text comes in: keys,
paste, files, imports.
"""

from __future__ import annotations

import os
import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

from mou_tui.frozen import NamedTuple
from mou_tui.language.lazy_pattern import LazyPattern

REPLACEMENT = "\ufffd"

# Vertical tab and form feed are how word processors paste a line break and a page break.
_LINE_END = LazyPattern("\r\n|[\r\v\f\x85\u2028\u2029]")

_NONCHARACTERS = "\ufdd0-\ufdef" + "".join(
    chr(plane + 0xFFFE) + chr(plane + 0xFFFF) for plane in range(0, 0x110000, 0x10000)
)
_BIDI_CONTROLS = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_FORBIDDEN = LazyPattern(f"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff{_BIDI_CONTROLS}{_NONCHARACTERS}]")

# Not printable by Python's measure, yet common in good text: joiners in emoji and names, hard spaces.
_HARMLESS = "\t\xa0\u200d\u200c\u202f"

_LONGEST_SLUG = 80
# Windows opens a device for these names, whatever ending follows them.
_DEVICE = LazyPattern(r"con|prn|aux|nul|com\d|lpt\d")


class Cleaned(NamedTuple):
    """Holds text that is safe to store and to show.

    Attributes:
        text: The text, with line feeds as its only line ends.
        replaced: How many characters were replaced by a visible stand-in; line ends do not count.
    """

    text: str
    replaced: int


def clean(text: str) -> Cleaned:
    """Return text with every control character but line ends and tabs replaced.

    Control characters become their pictures; 8-bit controls, surrogates, noncharacters and bidirectional
    controls become U+FFFD. Tabs, zero-width joiners and the composition of accents stay as they are.
    """
    # Called on every key press, and for every text in a file: this settles nearly all of them at once.
    visible = text.replace("\n", "")
    if visible.isprintable():
        return Cleaned(text, 0)
    for harmless in _HARMLESS:
        visible = visible.replace(harmless, "")
    if visible.isprintable():
        return Cleaned(text, 0)

    lines = _LINE_END.sub("\n", text)
    return Cleaned(*_FORBIDDEN.subn(_stand_in, lines))


def may_be_unclean(data: bytes) -> bool:
    """Return whether a file could hold a control character, as it is or as an escape.

    One look at the whole is far quicker than one at each of its texts.
    """
    return b"\\" in data or clean(data.decode(errors="replace")).replaced > 0


def clean_line(text: str) -> Cleaned:
    """Return text cleaned as by `clean` on one line: each run of line ends and tabs becomes one space."""
    if text.isprintable():
        return Cleaned(text, 0)
    cleaned = clean(text)
    return Cleaned(re.sub(r"[\n\t]+", " ", cleaned.text), cleaned.replaced)


def normalize_line(text: str) -> str:
    """Return text cleaned as by `clean_line`, without space around it and with single spaces in it."""
    return " ".join(clean_line(text).text.split())


def for_display(thing: str | os.PathLike[str], at_most: int | None = None) -> str:
    """Return text from outside for a message: clean, on one line, cut to a length."""
    line = clean_line(os.fspath(thing)).text
    if at_most is not None and len(line) > at_most:
        return line[: at_most - 1] + "…"
    return line


def pluralize(number: int, thing: str) -> str:
    """Return a number with its noun ("1 blank", "2 blanks")."""
    return f"{number} {thing}{'' if number == 1 else 's'}"


def join_and(items: Sequence[str]) -> str:
    """Join items for a sentence ("a, b and c")."""
    *others, last = items
    return f"{', '.join(others)} and {last}" if others else last


def capitalize_first(text: str) -> str:
    """Return the text with a capital first letter."""
    return text[:1].upper() + text[1:]


def lower_first(text: str) -> str:
    """Return the text with a small first letter, as it goes on in a sentence."""
    return text[:1].lower() + text[1:]


def slug(text: str) -> str:
    """Return a file name for the text: a-z, digits and hyphens, at most 80."""
    letters = unicodedata.normalize("NFKD", text.casefold())
    unaccented = "".join(letter for letter in letters if not unicodedata.combining(letter))
    name = re.sub(r"[^a-z0-9]+", "-", unaccented).strip("-")[:_LONGEST_SLUG].rstrip("-")
    if _DEVICE.fullmatch(name):
        return f"{name}-file"
    return name or "untitled"


@lru_cache(maxsize=512)
def short_hash(text: str) -> str:
    """Return the first 12 hex digits of the hash of the text."""
    import hashlib

    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:12]


def _stand_in(match: re.Match[str]) -> str:
    code = ord(match[0])
    if code < 0x20:
        return chr(0x2400 + code)
    return "\u2421" if code == 0x7F else REPLACEMENT
