"""Call the officer and the parties of an earlier agreement by the words that cues use, whatever it calls them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from mou_tui.exchange.document import Document

_QUOTED = re.compile(r"[“\"]([A-Z][\w .&’'-]{1,40}?)[,.]?[”\"]")
_IN_BRACKETS = re.compile(r"(?P<before>[^()]{0,160})\((?P<inside>[^()]{0,120}[“\"][^()]{0,120})\)")
_DEFINED = re.compile(
    r"(?P<inside>(?:[“\"][A-Z][^”\"]{1,40}[”\"](?:,? or |,? and |, )?)+)[^.;:]{0,40}?\bmeans?\b(?P<after>.{0,80})"
)
_KINDS = (
    ("sro", r"officers?|deput(?:y|ies)|liaisons?|personnel|troopers?"),
    ("district", r"schools?|districts?|board of education|academy|division|isd"),
    ("department", r"police|sheriff|department|agency"),
    ("city", r"city|county|town|township|village|borough|parish|municipal(?:ity)?"),
)
_KIND = re.compile("|".join(rf"(?P<{kind}>\b(?:{words})\b)" for kind, words in _KINDS), re.IGNORECASE)
_USUAL = re.compile(
    r"\b(?:officers?|deput(?:y|ies)|sros?|police|sheriff|department|agency|city|county|town|township|village|borough"
    r"|schools?|district|board|council|superintendent|principal|chief|mou|part(?:y|ies)|agreement|contract|state)\b",
    re.IGNORECASE,
)


class Names:
    """Replace what one document calls the officer and the parties.

    Args:
        known: names that cues use, each with others that mean the same.
        document: the document, whose own names are found where it defines them.
    """

    def __init__(self, known: Mapping[str, tuple[str, ...]], document: Document) -> None:
        self._usual = {other.casefold(): name for name, spellings in known.items() for other in spellings}
        for paragraph in document.paragraphs:
            self._usual.update((other.casefold(), name) for other, name in _defined(paragraph.text))
        self._printed: dict[str, str] = {}
        longest_first = sorted(self._usual, key=len, reverse=True)
        names = "|".join(map(re.escape, longest_first))
        self._pattern = re.compile(rf"\b(?:{names})(?=s?\b)", re.IGNORECASE) if names else None

    def usual(self, text: str) -> str:
        """Return a text with the names that cues use."""
        return self._pattern.sub(self._replacement, text) if self._pattern and self._pattern.search(text) else text

    def printed(self, text: str) -> str:
        """Return words of a text, in lower case, with the names as the document prints them."""
        return " ".join(self._printed.get(word, word) for word in text.split())

    def _replacement(self, match: re.Match[str]) -> str:
        name = self._usual[match[0].casefold()]
        self._printed[name] = match[0].casefold()
        return name


def _defined(text: str) -> Iterator[tuple[str, str]]:
    """Yield the names that a paragraph defines, each with the one that cues use; those that cues use are left out."""
    if "“" not in text and '"' not in text:
        return
    for match in _IN_BRACKETS.finditer(text):
        kinds = [kind.lastgroup for kind in _KIND.finditer(match["before"])]
        yield from _names(match["inside"], kinds[-1] if kinds else None)
    for match in _DEFINED.finditer(text):
        kind = _KIND.search(match["after"])
        yield from _names(match["inside"], kind.lastgroup if kind else None)


def _names(quoted: str, kind: str | None) -> Iterator[tuple[str, str]]:
    for name in _QUOTED.findall(quoted):
        if kind and not _USUAL.search(name):
            yield name, kind
