"""How things are worded so that they can be listened to."""

from __future__ import annotations

from collections.abc import Callable

from mou_tui.draft.blanks import Blank
from mou_tui.text import pluralize

Say = Callable[[str], None]


def aloud(words: str) -> str:
    """What a screen says, as one says it: signs that part things become pauses, and no number is said twice."""
    return words.replace(" · ", ", ").replace("has blanks, ", "has ")


def unbracketed(words: str) -> str:
    """Words with the names of blanks told without their brackets, which many readers leave out anyway."""
    return words.replace("[", "").replace("]", "")


def bare(blank: Blank) -> str:
    """A blank by its name, for brackets are not heard; a mere line has none."""
    return blank.name or "a line to fill"


def number_of(how_many: int, thing: str) -> str:
    """A number with its noun, or none of it ("no blanks")."""
    return pluralize(how_many, thing) if how_many else f"no {thing}s"
