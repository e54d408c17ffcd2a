"""Pair what was recorded for the minutes with its later corrections; the original text stays."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from mou_tui.frozen import dataclass
from mou_tui.language.text import short_hash
from mou_tui.reports.tasks import action_words
from mou_tui.session.history import Entry
from mou_tui.session.meeting import Action

CORRECTABLE = ("decision", "note", "action", "milestone")
"""The kinds of history entries that a later entry may correct."""


@dataclass(frozen=True)
class Remark:
    """Hold a decision, a note, an action or a milestone, with its corrections, oldest first."""

    number: int
    """How many entries of the history came before it."""
    entry: Entry
    corrections: tuple[Entry, ...] = ()

    @property
    def latest(self) -> Entry:
        """Return the last correction; the entry itself where there is none."""
        return self.corrections[-1] if self.corrections else self.entry

    @property
    def text(self) -> str:
        """Return the current text."""
        return self.latest.text

    def is_about(self, action: Action) -> bool:
        """Tell whether this is how an action was recorded."""
        if self.entry.kind != "action":
            return False
        latest = self.latest
        is_same = (latest.text, latest.who, latest.by) == (action.what, action.who, action.due)
        return self.entry.id == action.id if self.entry.id else is_same and self.entry.at == action.at

    @property
    def id(self) -> str:
        """Return the id that a correction of it refers to."""
        return entry_id(self.entry)


def entry_id(entry: Entry) -> str:
    """Return the id of an entry; without one, the digest of its text (12 hex digits)."""
    return entry.id or short_hash(entry.text.strip())


def remark_words(entry: Entry) -> str:
    """Return what an entry says; of an action, who does what by when."""
    if entry.kind != "action":
        return entry.text
    return action_words(Action("", entry.text, who=entry.who, due=entry.by))


class Remarks:
    """Hold the decisions, notes, actions and milestones of a session.

    A correction of a correction belongs to what was corrected first. One whose original is not in the history is
    listed as it is.

    Args:
        entries: the whole history.
    """

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._firsts: dict[int, tuple[Entry, list[Entry]]] = {}
        self._original_of: dict[int, int] = {}
        """The number of a correction to the number of what it corrects."""
        known: dict[tuple[str, str], int] = {}
        for number, entry in enumerate(entries):
            if entry.kind not in CORRECTABLE:
                continue
            original = known.get((entry.kind, entry.corrects)) if entry.corrects else None
            if original is None:
                original = number
                self._firsts[number] = entry, []
            else:
                self._firsts[original][1].append(entry)
                self._original_of[number] = original
            known[entry.kind, entry_id(entry)] = original

    @property
    def all(self) -> tuple[Remark, ...]:
        """Return everything that can be corrected, oldest first."""
        return tuple(self._remark(number) for number in self._firsts)

    @property
    def by_number(self) -> Mapping[int, Remark]:
        """Return them by the number of entries before each, corrections included in the originals."""
        return {remark.number: remark for remark in self.all}

    def of_action(self, action: Action) -> Remark | None:
        """Return how an action was recorded; None where the history does not say."""
        return next((remark for remark in self.all if remark.is_about(action)), None)

    def corrected_by(self, number: int) -> Remark | None:
        """Return what the entry of a number corrects; None where it is no correction."""
        original = self._original_of.get(number)
        return None if original is None else self._remark(original)

    def _remark(self, number: int) -> Remark:
        entry, corrections = self._firsts[number]
        return Remark(number, entry, tuple(corrections))
