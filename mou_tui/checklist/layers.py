"""Define layers over a checklist: what a state or a funder asks of the agreement, line by line, with its source.

A layer adds guidance and never changes a question or an example. Each is one file in `layers/`, next to the folder of
the checklist that it is for.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import Literal

from mou_tui.frozen import dataclass
from mou_tui.language.dates import is_date, long_date

LayerLevel = Literal["law", "grant"]
"""Whether a layer tells of the law or of the conditions of a grant."""

Asks = Literal["duty", "encouragement", "context"]
"""Whether a line asks for something, only encourages it, or says what else the law has to do with a question."""

Bound = Literal["agreement", "agency", "district", "school", "officer", "state"]
"""Whom a line binds; `agreement` where it says what the agreement has to hold."""

Certainty = Literal["whole", "part", "summary", "earlier"]
"""How the text was read: whole; the part cited; as an official page or another summed it up; in an earlier version."""

DueEvent = Literal["", "adoption", "start", "award", "assignment"]
"""What a time is counted from: the agreement is adopted or begins, a grant is awarded, an officer assigned."""

MONTHS_FRESH = 18
"""A line read longer ago than this should be read again."""


@dataclass(frozen=True)
class LawSource:
    """Name a text that lines of a layer rest on."""

    title: str
    official: str
    """Where the official text is kept, for whoever will cite it."""
    copy: str
    """Where it was read."""

    @property
    def citation(self) -> str:
        """Return one line that names the text, its official location and the copy that was read."""
        return f"{self.title} ({self.official}; read in a copy at {self.copy})"


@dataclass(frozen=True)
class LineDue:
    """Say by when, or how often, something has to be done, where the text that was read sets a time."""

    within: str = ""
    """How long after an event it is due (`90 days`, `3 months`)."""
    after: DueEvent = ""
    """The event from which `within`, or the first round of `every`, is counted."""
    before: DueEvent = ""
    """The event before which it has to be done."""
    by: str = ""
    """The day by which (`2027-06-01`), or that of each year (`09-01`)."""
    every: str = ""
    """How often again (`1 year`, `2 years`)."""

    @property
    def again(self) -> str:
        """Return how often again; a day without its year is that of each year."""
        return self.every or ("1 year" if self.by and not is_date(self.by) else "")

    @property
    def words(self) -> str:
        """Return it in words: `within 3 months after adoption`, `by September 1 every year`."""
        day = long_date(self.by) if is_date(self.by) else long_date(f"{_ANY_YEAR}-{self.by}").partition(",")[0]
        parts = (
            f"within {self.within}" if self.within else "",
            f"by {day}" if self.by else "",
            f"every {self.again.removeprefix('1 ')}" if self.again else "",
            f"after {_EVENTS[self.after]}" if self.after else "",
            f"before {_EVENTS[self.before]}" if self.before else "",
        )
        return " ".join(filter(None, parts))


_ANY_YEAR = 2000
"""A year that has every day, so that a day without its year can be named."""
_EVENTS: dict[DueEvent, str] = {
    "adoption": "adoption",
    "start": "the start",
    "award": "the award",
    "assignment": "assignment",
}


@dataclass(frozen=True)
class LayerLine:
    """Hold one thing that a state or a funder asks for, in our own wording."""

    id: str
    questions: tuple[str, ...]
    """Ids of the questions it bears on."""
    text: str
    """At most 160; whoever asks for it is named in it."""
    asks: Asks
    binds: tuple[Bound, ...]
    section: str
    """Section of the statute, rule or award."""
    read: str
    """Day by which its text had been read, for example `2026-11-30`."""
    certainty: Certainty
    source: str
    """Id of a source of the layer."""
    points: tuple[str, ...] = ()
    """The points of its questions that it bears on, as `question/point`."""
    condition: str = ""
    """At most 160; where it holds, if not everywhere. Whether it does is for counsel to say."""
    since: str = ""
    """Since when, as precise as is known (`2024`, `2024-05-15`); empty where it is not known."""
    until: str = ""
    """Until when; empty while it is in force."""
    due: LineDue | None = None
    """By when, or how often, it has to be done; None where the text sets no time, or several."""

    @property
    def reference(self) -> str:
        """Return section and day, as they follow the text."""
        return f"{self.section}; read {self.read}"


@dataclass(frozen=True)
class LayerChange:
    """Describe what a version of a layer brought, for sessions that were made with an earlier one."""

    version: str
    text: str
    """What is new, without its period."""
    lines: tuple[str, ...] = ()
    """Ids of the lines that are new or say something else."""


@dataclass(frozen=True)
class Layer:
    """Hold all that one state or funder asks for."""

    id: str
    title: str
    checklist: str
    """Id of the checklist it is for."""
    version: str
    level: LayerLevel
    lines: tuple[LayerLine, ...]
    state: str = ""
    """The state whose law it is, as its postal code; empty where it holds in every state."""
    sources: Mapping[str, LawSource] = field(default_factory=dict)
    changes: tuple[LayerChange, ...] = ()
    """Its published versions, the oldest first."""
    heading: str = ""
    """At most 40; what is above its lines where it is neither `Ohio law`, `Federal law` nor `Federal grant`."""
