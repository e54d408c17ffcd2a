"""Text as names and words are compared: alike to a reader is alike here, however it was typed.

Hard spaces and line ends are spaces, soft hyphens and characters of no width are nothing, an accent is the same whether
it was typed with its letter or after it, quotes and hyphens are those of the keyboard, and capitals do not matter.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from functools import lru_cache

_UNSEEN = re.compile("[\u00ad\u200b-\u200d\u2060\ufeff]")
_ALIKE = str.maketrans(
    {
        **dict.fromkeys("‘’‛ʼ′`", "'"),
        **dict.fromkeys("“”„‟″«»", '"'),
        **dict.fromkeys("\u2010\u2011\u2012\u2013\u2212", "-"),
    }
)
# What is looked at as a whole: white space, or a character with the accents and unseen characters behind it.
_CLUSTER = re.compile("\\s+|[^\\s][\u0300-\u036f\u00ad\u200b-\u200d\u2060\ufeff]*")


def fold(text: str) -> str:
    """Return a text as it is compared with others."""
    if text.isascii():
        return re.sub(r"\s+", " ", text.replace("`", "'")).casefold()
    seen = unicodedata.normalize("NFD", _UNSEEN.sub("", text)).translate(_ALIKE)
    return re.sub(r"\s+", " ", seen).casefold()


class FoldedText:
    """A text folded, with the way back to the characters it was folded from.

    Args:
        text: as it was typed.
    """

    def __init__(self, text: str) -> None:
        pieces, starts, sources, length = [], [], [], 0
        for match in _CLUSTER.finditer(text):
            piece = fold(match[0])
            if piece:
                starts.append(length)
                sources.append(match.span())
                pieces.append(piece)
                length += len(piece)
        self.folded = "".join(pieces)
        self._starts = starts
        self._sources = sources

    def source(self, start: int, end: int) -> tuple[int, int]:
        """Return where a stretch of the folded text, not empty, stands in the text itself, in characters."""
        first = self._sources[bisect_right(self._starts, start) - 1]
        last = self._sources[bisect_right(self._starts, end - 1) - 1]
        return first[0], last[1]


@lru_cache(maxsize=256)
def folded(text: str) -> FoldedText:
    """Return a text folded; kept, for the same texts are searched again at every word that is looked for."""
    return FoldedText(text)
