"""What it means to bring an earlier wording back: what it replaces, whose support that touches, which words differ."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from mou_tui.checklist.model import Checklist
from mou_tui.draft.agreement import agreement_of, party_in_sentence
from mou_tui.reports.wording_history import Moment, moment_words
from mou_tui.reports.wording_versions import WordingVersions, support_words
from mou_tui.session.model import OPENING, Session
from mou_tui.text import capitalize_first, for_display, join_and

_MOST_WORDS = 4000
"""Words up to which it is worked out what differs."""
_LONGEST = 60
"""Characters of a wording that say which one it is."""


def wording_now(session: Session, place: str) -> str:
    """What a clause reads now; of the opening, what the room made of it, empty while it is written from the parties."""
    return session.opening if place == OPENING else session.answer(place).text


def replaced_words(checklist: Checklist, session: Session, place: str, text: str) -> str:
    """What bringing a wording back would replace, and who would be asked again, in a sentence each.

    Args:
        checklist: knows what the parties are called.
        session: as it is now.
        place: question id, or `opening`.
        text: the wording to bring back.

    Returns:
        Empty if it reads so already.
    """
    reads_now = wording_now(session, place)
    if reads_now.strip() == text.strip():
        return ""
    if not reads_now.strip():
        return "It replaces nothing: no words stand there now."
    replaced = f"It replaces what stands there now: “{for_display(reads_now.strip(), _LONGEST)}”."
    standings = () if place == OPENING else agreement_of(session, place).stances
    supporters = [party_in_sentence(checklist, standing.party) for standing in standings if standing.is_in_favor]
    if not supporters:
        return replaced
    support = "supports" if len(supporters) == 1 else "support"
    return f"{replaced} {capitalize_first(join_and(supporters))} {support} that wording and will be asked again."


def support_of(session: Session, place: str, text: str) -> str:
    """What a wording was to the parties the last time they spoke on it ("as supported at 10:42 a.m. by ...").

    Returns:
        Empty if nobody spoke on it.
    """
    versions = [version for version in WordingVersions(session).of(place) if version.positions]
    newest = next((version for version in reversed(versions) if version.reads_as(text)), None)
    return support_words(session, newest) if newest else ""


def as_at(moment: Moment) -> str:
    """How a clause reads that reads as at a moment ("as at the end of January 13, 2027")."""
    words = moment_words(moment)
    return words.removeprefix(f"{moment.name} ") if moment.kind == "supported" else f"as at {words}"


def word_changes(before: str, after: str) -> Iterator[tuple[str, str]]:
    """Which words of one wording stand in place of which of another; either may be empty. None in very long ones."""
    one, other = re.findall(r"\S+", before), re.findall(r"\S+", after)
    if len(one) + len(other) > _MOST_WORDS:
        return
    for kind, start, end, from_, to in SequenceMatcher(None, one, other, autojunk=False).get_opcodes():
        if kind != "equal":
            yield " ".join(one[start:end]), " ".join(other[from_:to])
