"""Declare the labels and glyphs of states and stances, for screens, documents and reports."""

from __future__ import annotations

from typing import Literal

from mou_tui.frozen import NamedTuple
from mou_tui.session.meeting import Stance

TextState = Literal["empty", "example", "earlier", "blanks", "written", "not-applicable"]
"""The state of an answer's text, which is computed."""

AgreementState = Literal["not-asked", "partly", "to-confirm", "must-check", "objection", "agreed", "not-applicable"]
"""The state of the agreement on a question, which the parties declare."""


class StanceLabels(NamedTuple):
    """Hold the labels of one stance."""

    label: str
    """In a list, after the name of a party."""
    brief: str
    """The same where space is short, and as a choice to pick."""
    shortest: str
    """The same in the least room, or as one types it."""
    says: str
    """The verb of one party, in a sentence."""
    say: str
    """The verb of several parties."""
    past: str
    """The verb as minutes report it."""
    glyph: str
    """One cell, next to words that say the rest."""


STATE_LABELS: dict[TextState, str] = {
    "empty": "empty",
    "example": "example, not yet yours",
    "earlier": "from the earlier agreement, not yet looked at",
    "blanks": "has blanks",
    "written": "written",
    "not-applicable": "does not apply",
}

BRIEF_STATE_LABELS: dict[TextState, str] = {**STATE_LABELS, "example": "example", "earlier": "earlier agreement"}
"""The same where space is short."""

STATE_GLYPHS: dict[TextState, str] = {
    "empty": "·",
    "example": "≈",
    "earlier": "◇",
    "blanks": "□",
    "written": "■",
    "not-applicable": "–",
}
"""One cell for each state of a text; tick marks belong to agreement."""

_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")

TO_CONFIRM = "to confirm"
"""Of a position or a state: it was given on an earlier wording."""

NOT_ASKED = "not asked yet"
"""Of a party without a position."""

NOT_ASKED_BRIEF = "not asked"
"""The same where space is short, and as a choice to pick."""

AGREEMENT_LABELS: dict[AgreementState, str] = {
    "not-asked": NOT_ASKED,
    "partly": "not all asked yet",
    "to-confirm": TO_CONFIRM,
    "must-check": "must check first",
    "objection": "objection",
    "agreed": "agreed",
    "not-applicable": STATE_LABELS["not-applicable"],
}

AGREEMENT_GLYPHS: dict[AgreementState, str] = {
    "not-asked": "·",
    "partly": "◌",
    "to-confirm": "↻",
    "must-check": "…",
    "objection": "⚑",
    "agreed": "✓",
    "not-applicable": STATE_GLYPHS["not-applicable"],
}
"""One cell for each state of an agreement."""

STANCES: dict[Stance, StanceLabels] = {
    "agrees": StanceLabels("agrees", "agrees", "agrees", "agrees", "agree", "agreed", AGREEMENT_GLYPHS["agreed"]),
    "can-live-with": StanceLabels(
        "can live with it",
        "can live with it",
        "can live",
        "can live with it",
        "can live with it",
        "could live with it",
        AGREEMENT_GLYPHS["agreed"],
    ),
    "objects": StanceLabels(
        "objects", "objects", "objects", "objects", "object", "objected", AGREEMENT_GLYPHS["objection"]
    ),
    "must-check": StanceLabels(
        "must check first",
        "must check",
        "checks",
        "must check first",
        "must check first",
        "had to check first",
        AGREEMENT_GLYPHS["must-check"],
    ),
    "no-position": StanceLabels(
        "no position",
        "no position",
        "no position",
        "takes no position",
        "take no position",
        "took no position",
        AGREEMENT_GLYPHS["not-applicable"],
    ),
}


def undecided_label(wordings: int) -> str:
    """Return the state of a text with so many wordings side by side, none of them chosen; it counts as having blanks.

    ("two wordings, choose A or B"; "three wordings, choose one")
    """
    if wordings == 1:
        return "one wording proposed, not yet chosen"
    return f"{brief_undecided_label(wordings)}, {'choose A or B' if wordings == 2 else 'choose one'}"


def brief_undecided_label(wordings: int) -> str:
    """Return the same where space is short ("two wordings")."""
    number = _NUMBERS[wordings] if wordings < len(_NUMBERS) else str(wordings)
    return f"{number} wording{'' if wordings == 1 else 's'}"
