"""Find “no discipline” in one clause and school rules to enforce in another, as real agreements have it."""

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
    """Yield duties to enforce school rules where a clause keeps the SRO out of discipline.

    Args:
        texts: question id to wording, in order.

    Yields:
        The clause id, the offsets of the passage in characters, and the id of the clause that says otherwise.
    """
    kept_out = [clause_id for clause_id, text in texts.items() if _KEPT_OUT.search(text)]
    for clause_id, text in texts.items():
        # A contradiction with another clause is reported before one within the clause itself.
        conflicting_id = next(iter(sorted(kept_out, key=lambda excluding_id: excluding_id == clause_id)), None)
        for start, end in _duties(text) if conflicting_id else ():
            yield clause_id, start, end, conflicting_id or clause_id


def _duties(text: str) -> Iterator[tuple[int, int]]:
    for match in _DUTY.finditer(text):
        sentence = _BEFORE.split(text[: match.start()])[-1]
        actors = list(_ACTOR.finditer(sentence))
        is_officer = bool(actors) and actors[-1]["officer"] is not None
        if is_officer and not _REFUSED.search(match["verb"] + match["what"]):
            yield match.start(), match.end()
