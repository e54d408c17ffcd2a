"""Put “the” before a legal name in a sentence, where an American reader expects it."""

from __future__ import annotations

import re

from mou_tui.lazy_pattern import LazyPattern

_COMMON = (
    r"agency|authority|board|bureau|commission|consortium|cooperative|corporation|council|department|district|"
    r"division|force|office|service|union"
)
"""Nouns that take “the” at the end of a name: the Dayton Police Department."""
_BEFORE_OF = (
    rf"{_COMMON}|academy|borough|city|college|commonwealth|county|diocese|parish|school|sheriff|state|town|township|"
    r"university|village"
)
"""Nouns that take it before “of”: the City of Ames."""
_HEAD = LazyPattern(rf"\b(?:{_COMMON})$|\b(?:{_BEFORE_OF}) of\b", re.IGNORECASE)


def with_article(name: str) -> str:
    """Return a legal name as it stands within a sentence.

    `Dayton Police Department` becomes `the Dayton Police Department`; a name that has an article, or takes none
    (`Dayton Public Schools`, `Franklin County`), is returned as it is.
    """
    # What follows a comma or stands in parentheses says more about the name and is no part of it.
    own, _, _ = re.sub(r"\s*\([^()]*\)", "", name).partition(",")
    has_article = re.match(r"(?:the|an?)\s", name, re.IGNORECASE)
    return f"the {name}" if not has_article and _HEAD.search(own.strip()) else name
