"""Report what a party said of a wording: its stance, its speaker, and how it was given."""

from __future__ import annotations

from collections.abc import Sequence

from mou_tui.draft.state_labels import STANCES
from mou_tui.language.due_dates import by_words
from mou_tui.language.text import join_and
from mou_tui.session.history import Entry
from mou_tui.session.meeting import Position


def statement(names: Sequence[str], position: Entry, *, reason: bool = True) -> str:
    """Return a past stance as a sentence without a period ("the School District could live with it: no fee").

    Args:
        names: what a sentence calls the parties; only one where it is known who spoke.
        position: the history entry.
        reason: whether to give the reason.
    """
    past = _labels(position)[1]
    text = position.text if reason else ""
    return _sentence(names, past, position, text)


def stance_now(names: Sequence[str], position: Position) -> str:
    """Return a current stance as a sentence without a period ("the School District can live with it").

    Args:
        names: what a sentence calls the parties; only one where it is known who spoke.
        position: the current position.
    """
    labels = STANCES[position.stand]
    says = labels.says if len(names) == 1 else labels.say
    return _sentence(names, says, position, position.reason)


def how_given(via: str) -> str:
    """Return how a position was given ("by letter"); empty if it was given in the meeting."""
    way = " ".join(via.split())
    if not way or way.split()[0].casefold() in ("as", "at", "by", "from", "in", "on", "over", "through", "via"):
        return way
    return f"by {way}"


def attributed(position: Position) -> str:
    """Return who spoke and how ("said by the Clerk, by letter"); empty if neither was given."""
    spoke = f"said by {position.speaker}" if position.speaker.strip() else ""
    return ", ".join(filter(None, (spoke, how_given(position.via))))


def _sentence(names: Sequence[str], stance: str, position: Entry | Position, reason: str) -> str:
    speaker, way = " ".join(position.speaker.split()), how_given(position.via)
    check = _check(position)
    if speaker:
        # "Pat Doe, Chief of Police" is a name with its title, which a comma closes.
        spoke = " ".join(filter(None, (f"{speaker}," if "," in speaker else speaker, "said", way)))
        says = " ".join(filter(None, (_labels(position)[0], check)))
        sentence = f"for {join_and(names)}, {spoke} that it {says}"
    else:
        sentence = " ".join(filter(None, (join_and(names), stance, check)))
        if way:
            # "by letter" goes on; "as reported by the School District" stands apart.
            sentence += f"{', ' if way.startswith('as ') else ' '}{way}"
    return f"{sentence}: {reason}" if reason.strip() else sentence


def _check(position: Entry | Position) -> str:
    whom = f"with {position.who}" if position.who else ""
    return " ".join(filter(None, (whom, by_words(position.by))))


def _labels(position: Entry | Position) -> tuple[str, str]:
    """Return the singular verb of a stance and its past tense; an unknown stance stands for both."""
    labels = next((labels for stance, labels in STANCES.items() if stance == position.stand), None)
    return (labels.says, labels.past) if labels else (position.stand, position.stand)
