"""Fold text as names and words are compared, so that texts alike to a reader compare equal.

Hard spaces and line ends are spaces, soft hyphens and characters of no width are nothing, an accent is the same whether
it was typed with its letter or after it, quotes and hyphens are those of the keyboard, and capitals do not matter.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache

from mou_tui.language.lazy_pattern import LazyPattern

_UNSEEN = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
_ALIKE = str.maketrans(
    {
        **dict.fromkeys("‘’‛ʼ′`", "'"),
        **dict.fromkeys("“”„‟″«»", '"'),
        **dict.fromkeys("\u2010\u2011\u2012\u2013\u2212", "-"),
        **dict.fromkeys("\n\t\u00a0\u2007\u2009\u202f", " "),
    }
)
_ACCENTS = "\u0300-\u036f"
# What is folded as a whole: a character with the accents and unseen characters behind it.
_CLUSTER = LazyPattern(f".[{_ACCENTS}{_UNSEEN}]*", re.DOTALL)


def fold(text: str) -> str:
    """Return a text as it is compared with others, with one space between words."""
    return " ".join(_folded(text).split())


def same_letters(text: str) -> str:
    """Return a text folded but for its capitals."""
    visible = unicodedata.normalize("NFD", _visible(text))
    return " ".join(visible.translate(_ALIKE).split())


def _visible(text: str) -> str:
    for character in _UNSEEN:
        text = text.replace(character, "")
    return text


def _folded(text: str) -> str:
    visible = text if text.isascii() else unicodedata.normalize("NFD", _visible(text))
    return visible.translate(_ALIKE).casefold()


class FoldedText:
    """Fold a text and map it back to the characters it was folded from.

    Args:
        text: as it was typed.
    """

    def __init__(self, text: str) -> None:
        self.folded = _folded(text)
        self._starts: list[int] = []
        self._sources: list[tuple[int, int]] = []
        is_one_to_one = len(self.folded) == len(text) == len(_visible(text))
        if not (is_one_to_one and unicodedata.is_normalized("NFD", text)):
            self._fold_clusters(text)

    def find(self, phrase: str, *, is_whole: bool) -> Iterator[tuple[int, int]]:
        """Yield where a phrase is in the original text, in characters, however it is typed there.

        Args:
            phrase: what to look for; white space in it is any white space.
            is_whole: whether they must end where a word ends; they must always begin where one begins.
        """
        sought = r"\s+".join(map(re.escape, fold(phrase).split()))
        if sought:
            end = rf"(?![\w{_ACCENTS}])" if is_whole else f"(?![{_ACCENTS}])"
            for match in re.finditer(rf"(?<!\w){sought}{end}", self.folded):
                yield self._source(*match.span())

    def _fold_clusters(self, text: str) -> None:
        pieces, length = [], 0
        for match in _CLUSTER.finditer(text):
            piece = _folded(match[0])
            if piece:
                self._starts.append(length)
                self._sources.append(match.span())
                pieces.append(piece)
                length += len(piece)
        self.folded = "".join(pieces)

    def _source(self, start: int, end: int) -> tuple[int, int]:
        if not self._starts:
            return start, end
        first = self._sources[bisect_right(self._starts, start) - 1]
        last = self._sources[bisect_right(self._starts, end - 1) - 1]
        return first[0], last[1]


@lru_cache(maxsize=1024)
def folded(text: str) -> FoldedText:
    """Return a folded text; cached, for the same texts are searched again with every letter of the phrase."""
    return FoldedText(text)
