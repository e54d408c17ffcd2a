"""Pair decisions and notes with their later corrections; the original text stays."""

from __future__ import annotations

from collections.abc import Mapping

from mou_tui.frozen import dataclass
from mou_tui.session.history import Entry
from mou_tui.session.model import Session
from mou_tui.text import short_hash

CORRECTABLE = ("decision", "note")
"""The kinds of history entries that a later entry may correct."""


@dataclass(frozen=True)
class Remark:
    """Hold a decision or a note, with its corrections, oldest first."""

    number: int
    """How many entries of the history came before it."""
    entry: Entry
    corrections: tuple[Entry, ...] = ()

    @property
    def text(self) -> str:
        """Return the current text."""
        return (self.corrections[-1] if self.corrections else self.entry).text

    @property
    def id(self) -> str:
        """Return the id that a correction of it refers to."""
        return entry_id(self.entry)


def entry_id(entry: Entry) -> str:
    """Return the id of an entry; without one, the digest of its text (12 hex digits)."""
    return entry.id or short_hash(entry.text.strip())


class Remarks:
    """Hold the decisions and notes of a session.

    A correction of a correction belongs to what was corrected first. One whose original is not in the history stands
    for itself.

    Args:
        session: the session.
    """

    def __init__(self, session: Session) -> None:
        self._firsts: dict[int, tuple[Entry, list[Entry]]] = {}
        self._original_of: dict[int, int] = {}
        """The number of a correction to the number of what it corrects."""
        known: dict[tuple[str, str], int] = {}
        for number, entry in enumerate(session.history.entries):
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
        """Return every decision and note, oldest first."""
        return tuple(self._remark(number) for number in self._firsts)

    @property
    def by_number(self) -> Mapping[int, Remark]:
        """Return every decision and note by the number of entries before it, corrections included in the originals."""
        return {remark.number: remark for remark in self.all}

    def corrected_by(self, number: int) -> Remark | None:
        """Return what the entry of a number corrects; None where it is no correction."""
        original = self._original_of.get(number)
        return None if original is None else self._remark(original)

    def _remark(self, number: int) -> Remark:
        entry, corrections = self._firsts[number]
        return Remark(number, entry, tuple(corrections))
