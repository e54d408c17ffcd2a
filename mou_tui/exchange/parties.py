"""Propose the parties of an earlier agreement and the facts it gives, for people to confirm."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from mou_tui.checklist.model import Checklist
from mou_tui.exchange.document import Document
from mou_tui.exchange.matching import Match
from mou_tui.language.text import clean_line

_WORD = r"(?:[A-Z][\w.’'&-]*|of|No\.|#?\d+)"
# The best first: a police department rather than its city, and a city rather than a county.
_AGENCY = tuple(
    re.compile(pattern)
    for pattern in (
        rf"\b[A-Z][\w.’'-]+ (?:{_WORD} ){{0,4}}?(?:Police Department|Department of Public Safety"
        r"|Sheriff[’']s (?:Office|Department))",
        r"\bSheriff of (?:[A-Z][\w.’'-]+ ){0,3}(?:County|Parish)",
        r"\b(?:[A-Z][\w.’'-]+ ){1,3}Police\b",
        r"\b(?:City|Town|Village|Borough|Township) of [A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){0,2}",
        r"\b(?:[A-Z][\w.’'-]+ ){1,2}County\b(?! [A-Z])",
    )
)
_DISTRICT = (
    re.compile(
        rf"\bSchool Board of (?:[A-Z][\w.’'-]+ ?){{1,3}}"
        rf"|\b[A-Z][\w.’'-]+ (?:{_WORD} ){{0,5}}?(?:School District|Board of Education|School Board|Schools|Academy)\b"
        rf"(?: (?:No\. ?)?\d+)?"
    ),
)
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_DATE = rf"(?:{_MONTHS}) \d{{1,2}}(?:st|nd|rd|th)?, \d{{4}}"
_BEGINS = re.compile(
    rf"(?:effective|commenc\w+|begin\w*|runs? from|from)(?: on| as of)?:? (?:the )?({_DATE})", re.IGNORECASE
)
_ENDS = re.compile(rf"(?:ends?|through|until|expir\w+|to|terminat\w+)(?: on)? ({_DATE})", re.IGNORECASE)
_OF_STATE = re.compile(r"\b(?:State|Commonwealth) of ([A-Z][a-z]+(?: [A-Z][a-z]+)?)")
_LONGEST = 120
_SHOUTED = re.compile(r"\b(?!ISD|USD|SRO|MOU)(?:[A-Z]{3,}|OF|BY|NO)\b")
_SMALL_WORDS = {word.upper(): word for word in ("of", "and", "the", "for", "by")} | {"NO": "No"}


@dataclass(frozen=True)
class Proposal:
    """Hold what an earlier agreement seems to say of parties and facts."""

    parties: dict[str, str] = field(default_factory=dict)
    """Id of the role to a legal name."""
    facts: dict[str, str] = field(default_factory=dict)
    """Id of the fact to its wording."""


def proposed(checklist: Checklist, document: Document, matches: Sequence[Match]) -> Proposal:
    """Return what a document seems to say of parties and facts; what is not there is left out."""
    opening = _SHOUTED.sub(
        lambda word: _SMALL_WORDS.get(word[0], word[0].capitalize()), " | ".join(_opening(document, matches))
    )
    whole = " ".join(paragraph.text for paragraph in document.paragraphs)
    names = {"agency": _first(_AGENCY, opening), "district": _first(_DISTRICT, opening)}
    facts = {}
    if begins := _BEGINS.search(whole):
        facts["start-date"] = begins[1]
        if ends := _ENDS.search(whole, begins.end()):
            facts["end-date"] = ends[1]
    state = checklist.fact("state")
    for match in _OF_STATE.finditer(whole):
        if state and match[1] in state.short_forms.values():
            facts["state"] = match[1]
            break
    known = {role.id for role in checklist.parties}, {fact.id for fact in checklist.facts}
    return Proposal(
        {role: name for role, name in names.items() if name and role in known[0]},
        {fact: clean_line(wording).text for fact, wording in facts.items() if fact in known[1]},
    )


def _opening(document: Document, matches: Sequence[Match]) -> Iterator[str]:
    """Yield the paragraphs that name the parties; else the first ones."""
    named = [
        paragraph.text
        for paragraph, match in zip(document.paragraphs, matches, strict=True)
        if match.outside in ("parties", "title")
    ]
    yield from named or [paragraph.text for paragraph in document.paragraphs[:6]]


def _calmed(text: str) -> str:
    """Return a text with its words in capitals written as names are."""
    return _SHOUTED.sub(lambda word: _SMALL_WORDS.get(word[0], word[0].capitalize()), text)


def _first(patterns: Sequence[re.Pattern[str]], text: str) -> str:
    matches = (match for pattern in patterns for match in pattern.finditer(text))
    names = (" ".join(match[0].split()).strip(" ,.;") for match in matches)
    names = (re.sub(r"^(?:The|Between|And) (?:the )?", "", name) for name in names)
    return next((name for name in names if len(name) <= _LONGEST), "")
