"""Find comments in a YAML file, and where one swallows the rest of a text.

A `#` after a space begins a comment, so `text: The City pays item #4` says “The City pays item”. YAML's parser drops
what follows without a word, and a file that is saved again is without it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal, TypeAlias

if TYPE_CHECKING:
    from yaml import ScalarEvent

Comments: TypeAlias = Literal["anywhere", "spaced", "apart"]
"""Where a comment may be after unquoted text on the same line: anywhere; where a space follows its `#`; nowhere."""

# Each is found far more quickly than a pattern of the three.
_SIGNS = (b"\n#", b" #", b"\t#")
_COMMENT = re.compile(r"(?:^|[ \t])#")
_AFTER_TEXT = {"spaced": re.compile(r"[ \t]+#[^\s#!]"), "apart": re.compile(r"[ \t]+#")}


class CommentFinder:
    """Find the comments of a file while its events pass.

    Args:
        source: The file.
        allowed: Where a comment may be.

    Attributes:
        line: Where the last text ended that was looked at, counted from 1.
    """

    def __init__(self, source: bytes, allowed: Comments) -> None:
        self.line = 0
        self._cutting = _AFTER_TEXT.get(allowed)
        # The lines at the top belong to no value; in most files no other line has such a sign.
        header = re.match(rb"(?:[ \t]*(?:#[^\n]*)?\n)*", source)
        begins = header.end() if header else 0
        is_commented = any(source.find(sign, max(0, begins - 1)) >= 0 for sign in _SIGNS)
        self._rows: list[str] = source.decode().split("\n") if is_commented else []
        first = source.count(b"\n", 0, begins)
        commented = (number for number, row in enumerate(self._rows) if _COMMENT.search(row))
        self._lines = {number for number in commented if number >= first}

    @property
    def lines(self) -> tuple[int, ...]:
        """Return the lines of the comments below the header, counted from 1, once all events have passed."""
        return tuple(number + 1 for number in sorted(self._lines))

    def is_cut(self, event: ScalarEvent) -> bool:
        """Take notice of a text, and return whether a comment swallows what may have been meant as the rest of it."""
        if not self._lines:
            return False
        assert event.start_mark and event.end_mark
        start, end = event.start_mark.line, event.end_mark.line
        self.line = end + 1
        if event.style in ("|", ">"):
            self._lines.difference_update(range(start + 1, end))
            return False
        following = self._rows[end][event.end_mark.column :]
        self._lines.difference_update(range(start, end))
        if not re.match(r"[ \t]*:?[ \t]*(?:[|>][-+0-9]*[ \t]*)?#", following):
            # A sign within the text; on a line with a key, that of its value is looked at next.
            if event.style and '"' not in following and "'" not in following:
                self._lines.discard(end)
            return False
        return not event.style and self._cutting is not None and self._cutting.match(following) is not None
