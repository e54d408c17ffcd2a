"""Classify a paragraph by its form alone: title, recital, parties, definition, signature block."""

from __future__ import annotations

import re

from mou_tui.exchange.document import Paragraph
from mou_tui.exchange.headings import label_of

_RECITAL = re.compile(r"(?:AND,?\s+)?(?:WHEREAS\b|NOW,?\s+THEREFORE\b|WITNESSETH\b|RECITALS\b)", re.IGNORECASE)
_DEFINITION = re.compile(
    r"[“\"‘'][^”\"’']{2,40}[”\"’']\s*(?:\([^)]*\)\s*)?(?:shall\s+mean|means|is defined as|refers to)\b", re.IGNORECASE
)
_PARTIES = re.compile(
    r"\b(?:by and between|made (?:and entered into )?(?:between|by|this)|(?:is|are) (?:made |entered into )?between"
    r"|entered into|agreed between|party of the first part|parties (?:to|of) this)\b",
    re.IGNORECASE,
)
_TITLE = re.compile(r"\b(?:agreement|memorandum|understanding|mou|moa|contract|addendum)\b", re.IGNORECASE)
_LINE = re.compile(r"_{4,}|\.{8,}|\bs/\s|/s/")
_SIGNER = re.compile(
    r"\b(?:by|name|title|date|dated|attest|signature|chief|sheriff|superintendent|mayor|manager|chair(?:man|person)?|president|clerk"
    r"|secretary|attorney|counsel|commissioner|principal|administrator)\b",
    re.IGNORECASE,
)
_MODAL = re.compile(r"\b(?:shall|will|must|may)\b")
_PARTY = re.compile(
    r"\b(?:city|county|town|township|village|borough|parish|state|police|sheriff[’']?s?|marshal|department|office|bureau"
    r"|school|schools|district|division|board|commission|council|academy|university|isd|usd)\b",
    re.IGNORECASE,
)
_NEAR_START = 8
_NEAR_START_SHARE = 0.25


def structural_kind(paragraph: Paragraph, index: int, count: int) -> str:
    """Return the kind of what is outside the topics that the form of a paragraph gives away; empty for none.

    Args:
        paragraph: the paragraph.
        index: its place in the document, from 0.
        count: how many paragraphs the document has.
    """
    if paragraph.kind == "furniture":
        return "furniture"
    text = paragraph.text.strip()
    is_early = index < max(3, min(_NEAR_START, int(count * _NEAR_START_SHARE) + 1))
    if (
        index < 4
        and len(text) < 200
        and _TITLE.search(text)
        and not _MODAL.search(text)
        and not text.endswith((".", ";"))
    ):
        return "title"
    if paragraph.kind == "heading":
        return ""
    body = text[len(label_of(text)) :].lstrip()
    if _RECITAL.match(body):
        return "recitals"
    if is_early and _PARTIES.search(body) and len(body) < 900:
        return "parties"
    if _DEFINITION.search(body[:160]) and not re.match(r"by and between", body):
        return "definitions"
    if _is_signature_block(text, index, count):
        return "signatures"
    return ""


def names_a_party(heading: str) -> bool:
    """Tell whether a heading is the name of a party, as a letterhead or a cover page prints it, and no subject."""
    words = heading.split()
    names = sum(bool(_PARTY.search(word)) or word.casefold() in ("of", "the", "and", "for") for word in words)
    return bool(_PARTY.search(heading)) and 2 * names >= len(words)


def _is_signature_block(text: str, index: int, count: int) -> bool:
    if _MODAL.search(text) or index < count * 0.3:
        return False
    has_line = bool(_LINE.search(text))
    if has_line and (_SIGNER.search(text) or len(text) < 80):
        return True
    return bool(re.match(r"(?:by|attest|its|name|title|date)\s*:", text, re.IGNORECASE)) and len(text) < 120
