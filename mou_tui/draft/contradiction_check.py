"""“No discipline” in one clause beside school rules to enforce in another: the contradiction real agreements hold."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

_OFFICER = r"(?:SROs?|(?:School Resource )?Officers?)"
_KEPT_OUT = re.compile(
    rf"\b{_OFFICER}\b[^.;]{{0,120}}?\bnot\b[^.;]{{0,80}}?"
    r"\b(?:disciplin|enforc\w* (?:any |the )?(?:school|board|district) (?:rule|polic))"
    r"|\bno disciplinary (?:role|authority|power)",
    re.IGNORECASE,
)
_RULES = (
    r"(?:(?:school|board|district|school board) (?:rules?|polic(?:y|ies)|regulations)|codes? of (?:student )?conduct"
    r"|student conduct|dress code|disciplin\w+)"
)
_DUTY = re.compile(
    rf"\b(?:shall|will|may|must|should)\b(?P<verb>[^.;]{{0,90}}?)\benforc(?:e|es|ing|ement)\b(?P<what>[^.;]{{0,40}}?)\b{_RULES}\b",
    re.IGNORECASE,
)
_REFUSED = re.compile(r"\b(?:not|never|no|leaves?|refers?|refrain|avoid|without|instead|rather)\b", re.IGNORECASE)
_ACTOR = re.compile(
    rf"\b(?P<officer>{_OFFICER})\b(?!’s|'s)|\b(?:principals?|superintendent|chief|department|district|employees?|staff|teachers?"
    r"|administrat\w+|supervisor|part(?:y|ies)|schools?)\b",
    re.IGNORECASE,
)
_BEFORE = re.compile(r"[.;]\s|\n\s*\n")


def find_contradictions(texts: Mapping[str, str]) -> Iterator[tuple[str, int, int, str]]:
    """Where the SRO is to enforce school rules although another clause, or the same, keeps the SRO out of discipline.

    Args:
        texts: question id to wording, in order.

    Yields:
        The place, the offsets of the words, and the place that says otherwise.
    """
    kept_out = [place for place, text in texts.items() if _KEPT_OUT.search(text)]
    for place, text in texts.items():
        # A clause that contradicts another is better told with that one.
        other = next(iter(sorted(kept_out, key=lambda one: one == place)), None)
        for start, end in _duties(text) if other else ():
            yield place, start, end, other or place


def _duties(text: str) -> Iterator[tuple[int, int]]:
    for found in _DUTY.finditer(text):
        sentence = _BEFORE.split(text[: found.start()])[-1]
        actors = list(_ACTOR.finditer(sentence))
        is_officer = bool(actors) and actors[-1]["officer"] is not None
        if is_officer and not _REFUSED.search(found["verb"] + found["what"]):
            yield found.start(), found.end()
