"""What a party said of a wording, as minutes report it: who spoke for it, and how, where that was given."""

from __future__ import annotations

from collections.abc import Sequence

from mou_tui.session.history import Entry
from mou_tui.session.meeting import Position
from mou_tui.text import join_and

STOOD = {
    "agrees": "agreed",
    "can-live-with": "could live with it",
    "objects": "objected",
    "must-check": "had to check first",
    "no-position": "took no position",
}
"""What minutes say of a stance."""

_SAYS = {
    "agrees": "agrees",
    "can-live-with": "can live with it",
    "objects": "objects",
    "must-check": "must check first",
    "no-position": "takes no position",
}
_SAY = {**_SAYS, "agrees": "agree", "objects": "object", "no-position": "take no position"}
"""The same of several parties."""


def statement(names: Sequence[str], position: Entry, *, reason: bool = True) -> str:
    """What parties said, as a sentence without a full stop ("the School District could live with it: no fee").

    Args:
        names: what a sentence calls the parties that said so; one where it is known who spoke.
        position: the history entry.
        reason: whether to give the reason.
    """
    said = STOOD.get(position.stand, position.stand)
    text = position.text if reason else ""
    return _sentence(names, said, position, text)


def stance_now(names: Sequence[str], position: Position) -> str:
    """Where parties stand, as a sentence without a full stop ("the School District can live with it").

    Args:
        names: what a sentence calls the parties that say so; one where it is known who spoke.
        position: what they say.
    """
    says = (_SAYS if len(names) == 1 else _SAY)[position.stand]
    return _sentence(names, says, position, position.reason)


def how_given(via: str) -> str:
    """How a position was given, to follow what was said ("by letter"); empty if it was said at the table."""
    way = " ".join(via.split())
    if not way or way.split()[0].casefold() in ("at", "by", "from", "in", "on", "over", "through", "via"):
        return way
    return f"by {way}"


def attributed(position: Position) -> str:
    """Who spoke and how, to follow a stance ("said by the Clerk, by letter"); empty if neither was given."""
    spoke = f"said by {position.speaker}" if position.speaker.strip() else ""
    return ", ".join(filter(None, (spoke, how_given(position.via))))


def _sentence(names: Sequence[str], stance: str, position: Entry | Position, reason: str) -> str:
    speaker, way = " ".join(position.speaker.split()), how_given(position.via)
    check = _check(position)
    if speaker:
        # "Pat Doe, Chief of Police" is a name with its title, which a comma closes.
        spoke = " ".join(filter(None, (f"{speaker}," if "," in speaker else speaker, "said", way)))
        says = " ".join(filter(None, (_SAYS.get(position.stand, position.stand), check)))
        sentence = f"for {join_and(names)}, {spoke} that it {says}"
    else:
        sentence = " ".join(filter(None, (join_and(names), stance, check, way)))
    return f"{sentence}: {reason}" if reason.strip() else sentence


def _check(position: Entry | Position) -> str:
    whom = f"with {position.who}" if position.who else ""
    return " ".join(filter(None, (whom, f"by {position.by}" if position.by else "")))
