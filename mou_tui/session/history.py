"""What happened, oldest first: wordings, positions, decisions, notes.

It is only ever added to; it forgets only what a step noted that is taken back.

What a file holds of it is kept as it was read and understood only when somebody asks: after twenty meetings it is most
of the file, and none of it is needed to go on with the next question.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import field
from functools import cached_property
from typing import Literal, get_args

from mou_tui.errors import InvalidFile
from mou_tui.frozen import NamedTuple, dataclass
from mou_tui.session import format
from mou_tui.storage.yaml_reader import PlainData

Kind = Literal[
    "wording",
    "position",
    "alternative",
    "choice",
    "set-aside",
    "later",
    "decision",
    "note",
    "action",
    "milestone",
    "attendance",
]
KINDS: frozenset[str] = frozenset(get_args(Kind))


@dataclass(frozen=True)
class Entry:
    """One thing that happened; which fields are set depends on its kind.

    A wording holds the new text, empty where it was cleared. An alternative holds the text, empty where it was
    withdrawn; a choice names the party whose wording was taken, none for the current wording. Both give in `id` that
    of the alternative where it is not under its party's, and in `who` its author. Attendance names a party or, in
    `who`, a person, and its stand is `came` or `left`.
    """

    at: str
    """Local time to the minute, `2026-11-25 10:42`; empty for what was there before anything was noted."""
    kind: Kind
    place: str = ""
    """Question id, or `opening`; empty where it belongs to none."""
    party: str = ""
    stand: str = ""
    who: str = ""
    by: str = ""
    text: str = ""
    meeting: str = ""
    """Id of the meeting it happened in; empty between meetings."""
    id: str = ""
    """8 hex digits, so that another entry can point at this one; only on decisions, notes, actions
    (that of the action) and milestones. On alternatives and choices, `alt-` and 8 hex digits or empty."""
    corrects: str = ""
    """Id of the entry of the same kind that this one puts right; the digest of its text where it has no id."""
    via: str = ""
    """How a position was given, where not present: `letter`, `telephone`, or other words."""
    speaker: str = ""
    """Who spoke for the party, by name or title."""
    wording: str = ""
    """On a position that came in with a merge: the digest of the text it was given on, where another was noted last."""
    extra: Mapping[str, PlainData] = field(default_factory=dict)

    @property
    def alternative(self) -> str:
        """The id of the alternative that it is about: its own, or that of its party; empty for the current wording."""
        return self.id or self.party


class Timestamp(NamedTuple):
    """When something happens, and in which meeting."""

    at: str
    meeting: str = ""


class Understood(NamedTuple):
    """What the text of a history says.

    Attributes:
        entries: What happened, oldest first.
        unknown: Entries of a kind that this program does not know, as they are in the file.
    """

    entries: tuple[Entry, ...] = ()
    unknown: tuple[PlainData, ...] = ()


class LazyHistory:
    """What a file holds of the history.

    Args:
        raw: the entries as they are in the file; empty where there are none.
        understand: makes entries of them; raises InvalidFile.
    """

    def __init__(self, raw: bytes = b"", understand: Callable[[], Understood] = Understood) -> None:
        self.raw = raw
        self._understand = understand

    @cached_property
    def _understood(self) -> tuple[Understood, InvalidFile | None]:
        try:
            return self._understand(), None
        except InvalidFile as error:
            return Understood(), error

    @property
    def entries(self) -> tuple[Entry, ...]:
        """The entries; none where they cannot be understood, and `problem` says why."""
        return self._understood[0].entries

    @property
    def unknown(self) -> tuple[PlainData, ...]:
        """Entries of kinds that this program does not know; they stay in the file as they are."""
        return self._understood[0].unknown

    @cached_property
    def nodes(self) -> int:
        """At most how many texts, lists and mappings it holds: a list, and two where a line begins an entry."""
        return 2 + self.raw.count(b"\n") + self.raw.count(b"\n- ") if self.raw else 0

    @cached_property
    def format(self) -> int:
        """The format that a file with these entries is in."""
        needed = format.needed_for_history(self.raw)
        if needed is None:
            is_first = not self.unknown and all(entry.kind in format.KINDS_OF_FORMAT_1 for entry in self.entries)
            needed = format.FIRST if is_first else format.NEWEST
        return needed

    @property
    def problem(self) -> InvalidFile | None:
        """What keeps the entries from being understood; they stay in the file as they are."""
        return self._understood[1]


NO_LAZY_HISTORY = LazyHistory()


@dataclass(frozen=True, eq=False)
class History:
    """Everything that happened: what the file held, and what came since."""

    past: LazyHistory = NO_LAZY_HISTORY
    added: tuple[Entry, ...] = ()

    @property
    def entries(self) -> tuple[Entry, ...]:
        """All of it, oldest first."""
        return (*self.past.entries, *self.added)

    def add(self, *entries: Entry) -> History:
        """This history with more in it."""
        return History(self.past, (*self.added, *entries)) if entries else self

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, History):
            return NotImplemented
        if self.past.raw == other.past.raw:
            return self.added == other.added
        is_understood = not (self.past.problem or other.past.problem)
        return is_understood and (self.entries, self.past.unknown) == (other.entries, other.past.unknown)
