"""What people outside the room propose for a clause, and what became of it; nobody's name is in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import Literal

from mou_tui.frozen import dataclass
from mou_tui.storage.yaml_reader import PlainData

Voice = Literal["parent", "teacher", "student", "other"]
"""From whom a proposal is: all that is kept of a person."""

Outcome = Literal["", "taken", "in part", "not"]
"""What became of a proposal; empty before it has an answer."""


@dataclass(frozen=True)
class OutsideProposal:
    """Words that somebody outside the room wants in a clause, with the reason as far as it was let in."""

    id: str
    """8 hex digits, the same for the same words from the same kind of person on the same clause."""
    question: str
    """Question id, or `opening`."""
    text: str = ""
    """The words proposed; empty where only a reason was given."""
    reason: str = ""
    from_: Voice = "other"
    at: str = ""
    """When it was taken in, `2026-11-25 10:42`."""
    outcome: Outcome = ""
    answer: str = ""
    """Why that became of it."""
    extra: Mapping[str, PlainData] = field(default_factory=dict)

    @property
    def is_open(self) -> bool:
        """Whether it has no answer yet."""
        return not self.outcome
