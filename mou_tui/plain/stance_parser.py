"""Finding the party that a person names, and its stance: short forms that are quickly said and typed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

from mou_tui.draft.state_labels import NOT_ASKED as NOT_ASKED_LABEL
from mou_tui.draft.state_labels import NOT_ASKED_BRIEF, STANCES
from mou_tui.plain.command_parser import nth
from mou_tui.session.meeting import Stance
from mou_tui.session.model import Party

NOT_ASKED: Literal["not-asked"] = "not-asked"

Spoken = Stance | Literal["not-asked"]
"""The stance of a party, or that it was not asked yet after all."""

CHOICES: dict[str, Spoken] = {
    **{labels.brief: stance for stance, labels in STANCES.items()},
    NOT_ASKED_BRIEF: NOT_ASKED,
}
"""What to offer where the person is asked what a party says."""

_ALSO: dict[str, Spoken] = {
    **dict.fromkeys(("agreed", "yes"), "agrees"),
    **dict.fromkeys(("can live with", "can", "lives with it", "live"), "can-live-with"),
    **dict.fromkeys(("against",), "objects"),
    **dict.fromkeys(("checks first", "check first", "check", "must"), "must-check"),
    **dict.fromkeys(("has no position", "abstains", "abstain", "none"), "no-position"),
    **dict.fromkeys(("was not asked", NOT_ASKED_LABEL), NOT_ASKED),
}
_FORMS: dict[str, Spoken] = {
    **{form: stance for stance, labels in STANCES.items() for form in labels[:-2]},
    **CHOICES,
    **_ALSO,
}
"""Every form in which a person may type a stance."""
_BETWEEN = " ,:;."


def parse_parties(parties: Sequence[Party], text: str) -> tuple[tuple[Party, ...], str]:
    """Return the parties that the first words may name, by number or by words of their names, and what follows.

    Where they name none, the first word is taken for a mistyped name.
    """
    spoken = text.split()
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


def parse_stance(text: str) -> tuple[Spoken | None, str]:
    """Return the stance that the first words give, None if none, and the reason that follows."""
    spoken = text.split()
    for many in range(min(4, len(spoken)), 0, -1):
        stance = _FORMS.get(" ".join(spoken[:many]).casefold().strip(_BETWEEN))
        if stance:
            reason = " ".join(spoken[many:]).lstrip(_BETWEEN)
            return stance, re.sub(r"(?i)^because\s+(?!of\b)", "", reason)
    return None, " ".join(spoken)


def parse_check(text: str) -> tuple[str, str]:
    """Return with whom a party must check, and by when (`with the town lawyer by Friday`)."""
    whom, _, when = (part.strip(_BETWEEN) for part in f" {text} ".partition(" by "))
    return re.sub(r"(?i)^with\s+", "", whom), when


def spoken_by(text: str) -> tuple[str, str]:
    """Return who spoke for a party, and how (`its Superintendent by letter`); either may be empty."""
    way = re.search(r"(?i)(?:^|\s)by (letter|mail|e-?mail|(?:tele)?phone|video|fax|text message)[\s.]*$", text)
    return (text[: way.start()].strip(_BETWEEN), way[1]) if way else (text.strip(), "")


def _is_called(party: Party, spoken: Sequence[str]) -> bool:
    """Return whether each of the words begins a word of one of the party's names, in the same order."""
    typed = [word.casefold().strip(_BETWEEN) for word in spoken]
    for name in (party.name, party.short, party.id):
        words = [word for word in re.split(r"[\s\-_]+", name.casefold()) if word]
        for start in range(len(words) - len(typed) + 1):
            if all(word.startswith(part) and part for word, part in zip(words[start:], typed, strict=False)):
                return True
    return False
