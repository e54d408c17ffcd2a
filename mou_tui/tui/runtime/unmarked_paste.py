"""Pastes that a terminal does not mark as such: what comes in one read is text, not keys.

Some terminals, and tools between them and us, send a paste as if it were typed very fast. A Tab in it would lead away
from the answer, and the rest would be obeyed as keys.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable

from textual import events
from textual._xterm_parser import XTermParser
from textual.driver import Driver
from textual.message import Message

LEAST = 8
"""Characters of a read that nobody types at once."""
_FULL_READ = 1000
"""Characters of a read after which the next one goes on with the same paste."""
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
_BEGIN, _END = "\x1b[200~", "\x1b[201~"


class UnmarkedPaste(events.Event):
    """What came in one read: text where text is written, keys anywhere else.

    Attributes:
        text: all of it.
        keys: what it is as keys.
    """

    def __init__(self, text: str, keys: list[Message]) -> None:
        super().__init__()
        self.text = text
        self.keys = keys


class _Parser(XTermParser):
    """Tells unmarked pastes from keys."""

    _is_marked = False
    _goes_on = False
    _tail = ""

    def feed(self, data: str) -> Iterable[Message]:
        """Yield the keys and texts that data encodes."""
        is_paste = not self._is_marked and self._is_paste(data)
        self._goes_on = is_paste and len(data) >= _FULL_READ
        self._notice_marks(data)
        if is_paste:
            yield UnmarkedPaste(data, list(super().feed(data)))
        else:
            yield from super().feed(data)

    def _is_paste(self, data: str) -> bool:
        has_break = any(sign in data for sign in "\t\r\n")
        return has_break and not _CONTROL.search(data) and (len(data) >= LEAST or self._goes_on)

    def _notice_marks(self, data: str) -> None:
        seen = self._tail + data
        begin, end = seen.rfind(_BEGIN), seen.rfind(_END)
        if begin != end:
            self._is_marked = begin > end
        self._tail = seen[-len(_BEGIN) + 1 :] if "\x1b" in seen[-len(_BEGIN) + 1 :] else ""


def recognize(driver: type[Driver]) -> None:
    """Have the driver for terminals tell unmarked pastes; it has no public way to say how reads are parsed (8.2.8)."""
    module = sys.modules[driver.__module__]
    if hasattr(module, "XTermParser") and hasattr(module, "termios"):
        vars(module)["XTermParser"] = _Parser
