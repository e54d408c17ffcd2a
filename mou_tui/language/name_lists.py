"""Lists of names in one sentence, and one a line: "A School, B School, and C School".

What is stored is the sentence, as the agreement reads. It is taken apart for whoever edits it; names that hold a comma
or an "and" are separated by semicolons.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from mou_tui.language.lazy_pattern import LazyPattern

_LINE_MARK = LazyPattern(r"^\s*(?:[-*•–]|\d{1,3}[.)])\s+")
_COMMA = LazyPattern(r",\s+(?!(?:jr|sr|ii|iii|iv)\b\.?)", re.IGNORECASE)
_AND = LazyPattern(r"\s+(?:and|&)\s+")
_LAST = LazyPattern(r"^(?:and|&)\s+")
_KIND_OF_SCHOOL = (
    r"schools?|academy|academies|elementary|intermediate|middle|high|"
    r"center|centre|campus|college|institute|charter|k-?8"
)
_ENDS_AS_SCHOOL = LazyPattern(rf"(?:{_KIND_OF_SCHOOL}|no\. ?\d+|\d+)$", re.IGNORECASE)
_HOLDS_SCHOOL = LazyPattern(rf"\b(?:{_KIND_OF_SCHOOL})\b", re.IGNORECASE)


def split_names(text: str) -> tuple[str, ...]:
    """Return the names of a list, whether it is a sentence or has one a line; marks before the lines are dropped."""
    if "\n" in text.strip():
        return _clean(_LINE_MARK.sub("", line) for line in text.split("\n"))
    if ";" in text:
        return _clean(_LAST.sub("", part.strip()) for part in text.split(";"))
    parts = [part.strip() for part in _COMMA.split(text)]
    if len(parts) > 1 and _LAST.match(parts[-1]):
        # With a comma before the last "and", any other "and" is part of a name.
        return _clean([*parts[:-1], _LAST.sub("", parts[-1])])
    return _clean([*parts[:-1], *_split_at_and(parts[-1], is_only=len(parts) == 1)])


def join_names(names: Iterable[str]) -> str:
    """Return names as a sentence lists them, so that `split_names` finds the same names again wherever it can."""
    names = _clean(names)
    sentence = _joined(names, ", ")
    return sentence if split_names(sentence) == names or len(names) < 2 else _joined(names, "; ")


def one_a_line(text: str) -> str:
    """Return a list with one name a line."""
    return "\n".join(split_names(text))


def in_a_sentence(text: str) -> str:
    """Return a list that has one name a line as a sentence; any other text as it is, on one line."""
    return join_names(split_names(text)) if "\n" in text.strip() else " ".join(text.split())


def _joined(names: tuple[str, ...], separator: str) -> str:
    if len(names) < 2:
        return "".join(names)
    if len(names) == 2 and separator == ", ":
        sentence = " and ".join(names)
        return sentence if split_names(sentence) == names else f"{names[0]}, and {names[1]}"
    return f"{separator.join(names[:-1])}{separator}and {names[-1]}"


def _clean(names: Iterable[str]) -> tuple[str, ...]:
    stripped = (" ".join(name.replace(";", ",").split()).strip(" ,") for name in names)
    return tuple(name for name in stripped if name)


def _split_at_and(text: str, *, is_only: bool) -> list[str]:
    """Return the names on both sides of the last "and", unless that is part of a name ("Lewis and Clark School")."""
    *_, last = [None, *_AND.finditer(text)]
    if last is None:
        return [text]
    before, after = text[: last.start()], text[last.end() :]
    is_list = not is_only or _ENDS_AS_SCHOOL.search(before) or not _HOLDS_SCHOOL.search(text)
    return [before, after] if is_list else [text]
