"""Regular expressions that are compiled when a text first needs them.

Compiling all that the program has takes as long as a status; most starts need a few.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cached_property


class LazyPattern:
    """Search as `re.Pattern` does.

    Args:
        expression: the regular expression.
        flags: those of `re.compile`.
    """

    def __init__(self, expression: str, flags: int = 0) -> None:
        self._expression = expression
        self._flags = flags

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        """The pattern."""
        return re.compile(self._expression, self._flags)

    def search(self, text: str, start: int = 0) -> re.Match[str] | None:
        """Return the first match at or after an offset in characters."""
        return self.compiled.search(text, start)

    def match(self, text: str) -> re.Match[str] | None:
        """Return the match at the beginning of a text."""
        return self.compiled.match(text)

    def fullmatch(self, text: str) -> re.Match[str] | None:
        """Return the match of a whole text."""
        return self.compiled.fullmatch(text)

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """Yield the matches, in order."""
        return self.compiled.finditer(text)

    def split(self, text: str) -> list[str]:
        """Return what is between the matches; the pattern has no groups."""
        parts: list[str] = self.compiled.split(text)
        return parts

    def sub(self, replacement: str | Callable[[re.Match[str]], str], text: str, count: int = 0) -> str:
        """Return a text with its matches replaced."""
        return self.compiled.sub(replacement, text, count)

    def subn(self, replacement: str | Callable[[re.Match[str]], str], text: str) -> tuple[str, int]:
        """Return a text with its matches replaced, and how many there were."""
        return self.compiled.subn(replacement, text)
