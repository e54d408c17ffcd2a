"""How things are worded so that they can be listened to."""

from __future__ import annotations

from collections.abc import Callable

from mou_tui.draft.blanks import Blank
from mou_tui.language.text import pluralize

Say = Callable[[str], None]


def aloud(text: str) -> str:
    """Return text of a screen as one says it: separators become pauses, and no number is said twice."""
    return text.replace(" · ", ", ").replace("has blanks, ", "has ")


def unbracketed(text: str) -> str:
    """Return a text with the names of blanks without their brackets, which many screen readers leave out."""
    return text.replace("[", "").replace("]", "")


def bare(blank: Blank) -> str:
    """Return the name of a blank, or what to call a line to fill, which has none."""
    return blank.name or "a line to fill"


def number_of(how_many: int, thing: str) -> str:
    """Return a number with its noun, or "no" with its plural ("no blanks")."""
    return pluralize(how_many, thing) if how_many else f"no {thing}s"
