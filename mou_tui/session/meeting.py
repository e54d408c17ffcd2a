"""The people who take part: who they are, when they met, what they took on to do."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import field
from typing import Literal

from mou_tui.frozen import dataclass
from mou_tui.language.lazy_pattern import LazyPattern
from mou_tui.session.format import is_own_alternative
from mou_tui.storage.yaml_reader import PlainData

Stance = Literal["agrees", "can-live-with", "objects", "must-check", "no-position"]
"""What a party says of a wording; a party without any was not asked yet."""

IN_FAVOR: tuple[Stance, ...] = ("agrees", "can-live-with")
"""What counts as a yes."""


STUDENT = "Student member"
"""What a student is called, who is never named."""
_STUDENT = LazyPattern(
    r"(?:the )?students?(?: (?:board )?(?:member|representative|rep|trustee|delegate|advis[eo]r)s?)?(?: \d+)?",
    re.IGNORECASE,
)


def is_student(role: str) -> bool:
    """Return whether a title, or what stands for a name, says that somebody is a student ("student member")."""
    return _STUDENT.fullmatch(" ".join(role.split())) is not None


@dataclass(frozen=True)
class Person:
    """Someone who takes part."""

    id: str
    name: str
    title: str = ""
    party: str = ""
    """Id of the party the person speaks for; empty for whoever speaks for none."""
    extra: Mapping[str, PlainData] = field(default_factory=dict)

    @property
    def is_student(self) -> bool:
        """Whether this is a student, whose name, if a file holds one, is shown nowhere."""
        return is_student(self.title) or is_student(self.name)

    @property
    def shown(self) -> str:
        """Name and title as they are shown; of a student, that it is one."""
        if self.is_student:
            return self.name if is_student(self.name) else STUDENT
        return f"{self.name}, {self.title}" if self.title else self.name


@dataclass(frozen=True)
class Meeting:
    """One time the room came together."""

    id: str
    began: str
    """Local time to the minute, `2026-11-25 10:42`."""
    ended: str = ""
    """The same; empty while it goes on."""
    parties: tuple[str, ...] = ()
    """Ids of the parties that were present at any time."""
    people: tuple[str, ...] = ()
    """Ids of the people who were present at any time, as far as they were named."""
    left: tuple[str, ...] = ()
    """Ids of the parties and people that left and did not come back."""
    caucus: str = ""
    """Id of the party that met alone."""
    extra: Mapping[str, PlainData] = field(default_factory=dict)

    @property
    def day(self) -> str:
        """The day it began."""
        return self.began[:10]

    @property
    def present(self) -> tuple[str, ...]:
        """Ids of the parties that are there now, or were until it ended."""
        return tuple(party for party in self.parties if party not in self.left)


@dataclass(frozen=True)
class Position:
    """What a party said of a text, and of which."""

    stand: Stance
    wording: str
    """Digest (12 hex digits of SHA-256) of the text it was given on; if the answer's differs, it is to be confirmed."""
    reason: str = ""
    who: str = ""
    """With whom the party must check first."""
    by: str = ""
    """By when, in the room's own words."""
    at: str = ""
    meeting: str = ""
    """Id of the meeting it was given in."""
    via: str = ""
    """How it was given, where not present: `letter`, `telephone`, or other words."""
    speaker: str = ""
    """Who spoke for the party, by name or title."""
    on: str = ""
    """The day that the words of `by` were understood as (`2026-12-04`); empty where they name none."""
    reported: str = ""
    """Id of the party that reported it, where it was not said by the party itself."""
    extra: Mapping[str, PlainData] = field(default_factory=dict)


LEFT_OUT = "Reserved."
"""The wording of an alternative that leaves the clause out, as the draft prints a clause that does not apply."""


@dataclass(frozen=True)
class Alternative:
    """A wording that somebody wants instead of the current one.

    It is under the id of the party that wants it, or under an id of its own, and then says whose it is.
    """

    text: str
    at: str = ""
    meeting: str = ""
    party: str = ""
    """Id of the party; empty where it is under that, or where it is no party's."""
    author: str = ""
    from_: str = ""
    """Id of the document or copy it came with."""
    extra: Mapping[str, PlainData] = field(default_factory=dict)

    def proposer(self, alternative_id: str) -> str:
        """Return the id of the party that wants it, by the id it is under; empty where nobody knows."""
        return self.party if is_own_alternative(alternative_id) else alternative_id


@dataclass(frozen=True)
class Proposal:
    """What one of two copies says where both were changed, and only one text has a place."""

    place: str
    """Where it would stand: `opening`, `facts.start-date`, `parties.district.name`."""
    text: str


@dataclass(frozen=True)
class Action:
    """Something to be done: who does what by when; or, with no question it belongs to, checks what first."""

    id: str
    what: str
    kind: Literal["do", "check"] = "do"
    who: str = ""
    due: str = ""
    """A day (`2026-12-03`), or any words for it."""
    question: str = ""
    """Id of the question it belongs to; empty for none."""
    at: str = ""
    meeting: str = ""
    done: str = ""
    """When it was done; empty while it is open."""
    on: str = ""
    """The day that the words of `due` were understood as (`2026-12-04`); empty where they name none."""
    proposes: Proposal | None = None
    extra: Mapping[str, PlainData] = field(default_factory=dict)
