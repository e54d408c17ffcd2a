"""Which party somebody names, and what it says of a wording: short forms that are quickly said and typed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

from mou_tui.plain.command_parser import nth
from mou_tui.session.meeting import Stance
from mou_tui.session.model import Party

NOT_ASKED: Literal["not-asked"] = "not-asked"

Spoken = Stance | Literal["not-asked"]
"""What a party says, or that it was not asked yet after all."""

CHOICES: dict[str, Spoken] = {
    "agrees": "agrees",
    "can live with it": "can-live-with",
    "objects": "objects",
    "must check": "must-check",
    "no position": "no-position",
    "not asked": NOT_ASKED,
}
"""What to offer where one is asked what a party says."""

_FORMS: dict[str, Spoken] = {
    **CHOICES,
    **dict.fromkeys(("agree", "agreed", "yes"), "agrees"),
    **dict.fromkeys(("can live with", "can live", "can", "lives with it", "live"), "can-live-with"),
    **dict.fromkeys(("object", "against"), "objects"),
    **dict.fromkeys(("must check first", "checks first", "check first", "checks", "check", "must"), "must-check"),
    **dict.fromkeys(("has no position", "abstains", "abstain", "none"), "no-position"),
    **dict.fromkeys(("was not asked", "not asked yet"), NOT_ASKED),
}
_BETWEEN = " ,:;."


def parse_parties(parties: Sequence[Party], words: str) -> tuple[tuple[Party, ...], str]:
    """The parties that the first words may name, by number or by words of their names, and what follows those words.

    Where they name none, the first word is taken for a mistyped name.
    """
    spoken = words.split()
    while spoken and spoken[0].casefold() == "the":
        del spoken[0]
    chosen = nth(parties, spoken[0].strip(_BETWEEN)) if spoken else None
    if chosen:
        return (chosen,), " ".join(spoken[1:])
    for many in range(len(spoken), 0, -1):
        named = tuple(party for party in parties if _is_called(party, spoken[:many]))
        if named:
            return named, " ".join(spoken[many:])
    return (), " ".join(spoken[1:])


def parse_stance(words: str) -> tuple[Spoken | None, str]:
    """What a party says by the first words, and the reason that follows; None where no stand is among them."""
    spoken = words.split()
    for many in range(min(4, len(spoken)), 0, -1):
        stand = _FORMS.get(" ".join(spoken[:many]).casefold().strip(_BETWEEN))
        if stand:
            reason = " ".join(spoken[many:]).lstrip(_BETWEEN)
            return stand, re.sub(r"(?i)^because\s+(?!of\b)", "", reason)
    return None, " ".join(spoken)


def parse_check(words: str) -> tuple[str, str]:
    """With whom a party must check, and by when (`with the town lawyer by Friday`)."""
    whom, _, when = (part.strip(_BETWEEN) for part in f" {words} ".partition(" by "))
    return re.sub(r"(?i)^with\s+", "", whom), when


def spoken_by(words: str) -> tuple[str, str]:
    """Who spoke for a party, and how (`its Superintendent by letter`); either may be empty."""
    way = re.search(r"(?i)(?:^|\s)by (letter|mail|e-?mail|(?:tele)?phone|video|fax|text message)[\s.]*$", words)
    return (words[: way.start()].strip(_BETWEEN), way[1]) if way else (words.strip(), "")


def _is_called(party: Party, spoken: Sequence[str]) -> bool:
    """Whether each of the words begins one of a name, in the order they have there."""
    said = [word.casefold().strip(_BETWEEN) for word in spoken]
    for name in (party.name, party.short, party.id):
        words = [word for word in re.split(r"[\s\-_]+", name.casefold()) if word]
        for start in range(len(words) - len(said) + 1):
            if all(word.startswith(part) and part for word, part in zip(words[start:], said, strict=False)):
                return True
    return False
