"""Put “the” before a legal name in a sentence, where an American reader expects it."""

from __future__ import annotations

import re
from itertools import pairwise

_COMMON = (
    *("agency", "authority", "board", "bureau", "commission", "consortium", "cooperative", "corporation", "council"),
    *("department", "district", "division", "force", "office", "service", "union"),
)
"""Nouns that take “the” at the end of a name: the Dayton Police Department."""
_BEFORE_OF = (
    *_COMMON,
    *("academy", "borough", "city", "college", "commonwealth", "county", "diocese", "parish", "school", "sheriff"),
    *("state", "town", "township", "university", "village"),
)
"""Nouns that take it before “of”: the City of Ames."""


def with_article(name: str) -> str:
    """Return a legal name as it reads within a sentence.

    `Dayton Police Department` becomes `the Dayton Police Department`; a name that has an article, or takes none
    (`Dayton Public Schools`, `Franklin County`), is returned as it is.
    """
    # What follows a comma or is in parentheses says more about the name and is no part of it.
    own, _, _ = (re.sub(r"\s*\([^()]*\)", "", name) if "(" in name else name).partition(",")
    words = re.findall(r"\w+|\S", own.lower())
    if not words or name.lower().split(maxsplit=1)[0] in ("the", "a", "an"):
        return name
    takes_article = words[-1] in _COMMON or any(noun in _BEFORE_OF and of == "of" for noun, of in pairwise(words))
    return f"the {name}" if takes_article else name
