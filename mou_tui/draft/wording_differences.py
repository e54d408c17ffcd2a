"""Find the words in which wordings that stand side by side differ."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from functools import lru_cache

MOST_WORDS = 4000
"""Words of two wordings, less what they begin and end with alike, up to which differences are looked for."""

Words = tuple[str, ...]
Range = tuple[int, int]
"""The first of some items and the one after the last."""

_WORD = re.compile(r"\S+")


def word_ranges(text: str) -> list[Range]:
    """Return the first character of each word of a text and the one after its last."""
    return [match.span() for match in _WORD.finditer(text)]


def differing_text(texts: Sequence[str]) -> tuple[tuple[Range, ...], ...]:
    """Return the stretches of each text, from character to character, in which it differs; see `differing_words`."""
    ranges = [word_ranges(text) for text in texts]
    words = tuple(tuple(text[start:end] for start, end in spans) for text, spans in zip(texts, ranges, strict=True))
    return tuple(
        tuple((spans[first][0], spans[after - 1][1]) for first, after in differing)
        for spans, differing in zip(ranges, differing_words(words), strict=True)
    )


@lru_cache(maxsize=16)
def differing_words(wordings: tuple[Words, ...]) -> tuple[tuple[Range, ...], ...]:
    """Return the runs of words in which wordings differ from the first.

    Args:
        wordings: the words of each.

    Returns:
        Of each wording the runs that the first has not; of the first, those that not every other has.
    """
    if not wordings:
        return ()
    first, further = wordings[0], wordings[1:]
    pairs = [_compare(first, other) for other in further]
    own = {index for ranges, _ in pairs for start, end in ranges for index in range(start, end)}
    return (tuple(_runs(sorted(own))), *(theirs for _, theirs in pairs))


def _compare(first: Words, second: Words) -> tuple[tuple[Range, ...], tuple[Range, ...]]:
    start, shortest = 0, min(len(first), len(second))
    while start < shortest and first[start] == second[start]:
        start += 1
    same = 0
    while same < shortest - start and first[-1 - same] == second[-1 - same]:
        same += 1
    ours, theirs = first[start : len(first) - same], second[start : len(second) - same]
    if len(ours) + len(theirs) > MOST_WORDS:
        return _shifted([(0, len(ours))], start), _shifted([(0, len(theirs))], start)
    changes = [code for code in SequenceMatcher(None, ours, theirs).get_opcodes() if code[0] != "equal"]
    return (
        _shifted(((begin, end) for _, begin, end, _, _ in changes), start),
        _shifted(((begin, end) for _, _, _, begin, end in changes), start),
    )


def _shifted(ranges: Iterable[Range], distance: int) -> tuple[Range, ...]:
    return tuple((start + distance, end + distance) for start, end in ranges if start < end)


def _runs(indexes: Sequence[int]) -> Iterator[Range]:
    start = 0
    for at in range(1, len(indexes) + 1):
        if at == len(indexes) or indexes[at] != indexes[at - 1] + 1:
            yield indexes[start], indexes[at - 1] + 1
            start = at
