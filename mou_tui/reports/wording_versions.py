"""List every wording of a clause in order, each with the positions that were given on it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from mou_tui.checklist.model import Checklist
from mou_tui.language.dates import clock_time, long_date
from mou_tui.language.text import join_and, short_hash
from mou_tui.reports.wording_history import Moment, WordingHistory, change_of, moments
from mou_tui.session.history import Entry
from mou_tui.session.meeting import IN_FAVOR
from mou_tui.session.model import Session


@dataclass(frozen=True)
class WordingVersion:
    """Hold a wording of a clause, from when it was logged until the next one was."""

    clause_id: str
    """Question id."""
    text: str
    """Empty where it was cleared, or is not known."""
    number: int
    """How many entries of the history came before it; -1 for what was there before anything was logged."""
    at: str = ""
    """When it was logged, local time to the minute; empty where it was there before."""
    positions: tuple[tuple[int, Entry], ...] = ()
    """The positions on it, each with how many entries of the history came before."""

    @cached_property
    def last_positions(self) -> Mapping[str, tuple[int, Entry]]:
        """Return the last position of each party on this wording, by party id."""
        return {entry.party: (number, entry) for number, entry in self.positions}

    @property
    def supporters(self) -> tuple[str, ...]:
        """Return the ids of the parties that supported it when they last spoke on it."""
        return tuple(party for party, (_, entry) in self.last_positions.items() if entry.stand in IN_FAVOR)

    def reads_as(self, text: str) -> bool:
        """Tell whether it equals a text, regardless of space around it."""
        return self.text.strip() == text.strip()


class WordingVersions:
    """Hold the versions of every clause of a session.

    Args:
        session: the session.
    """

    def __init__(self, session: Session) -> None:
        self._session = session
        self._wordings = WordingHistory(session)
        self._logged: dict[str, list[tuple[int, Entry]]] = {}
        self._positions: dict[str, list[tuple[int, Entry]]] = {}
        for number, entry in enumerate(session.history.entries):
            if entry.kind == "wording":
                self._logged.setdefault(entry.place, []).append((number if entry.at else -1, entry))
            elif entry.kind == "position":
                self._positions.setdefault(entry.place, []).append((number, entry))
        self._versions: dict[str, tuple[WordingVersion, ...]] = {}

    def of(self, clause_id: str) -> tuple[WordingVersion, ...]:
        """Return the versions of a clause, oldest first; a change of surrounding space makes none."""
        if clause_id not in self._versions:
            self._versions[clause_id] = tuple(self._build(clause_id))
        return self._versions[clause_id]

    @property
    def spoken_on(self) -> Iterator[WordingVersion]:
        """Yield every version that a position was given on, clause by clause."""
        return (version for clause_id in self._positions for version in self.of(clause_id) if version.positions)

    def _build(self, clause_id: str) -> Iterator[WordingVersion]:
        starts = self._starts(clause_id)
        bounds = [number for number, _, _ in starts]
        positions: dict[int, list[tuple[int, Entry]]] = {}
        for number, entry in self._positions.get(clause_id, ()):
            last = bisect_right(bounds, number) - 1
            positions.setdefault(_spoken_on(starts, last, entry.wording), []).append((number, entry))
        for index, (number, text, at) in enumerate(starts):
            yield WordingVersion(clause_id, text, number, at, tuple(positions.get(index, ())))

    def _starts(self, clause_id: str) -> list[tuple[int, str, str]]:
        """Return where each version begins: its number, its text, and when it was logged."""
        logged = sorted(self._logged.get(clause_id, ()), key=lambda noted: noted[0])
        if not logged:
            return [(-1, self._unlogged(clause_id), "")]
        starts = [] if logged[0][0] < 0 else [(-1, "", "")]
        for number, entry in logged:
            if not starts or starts[-1][1].strip() != entry.text.strip():
                starts.append((number, entry.text, entry.at))
        return starts

    def _unlogged(self, clause_id: str) -> str:
        """Return the wording of a clause without a log, if a digest shows that positions were given on it."""
        answer = self._session.answer(clause_id)
        digests = {position.wording for position in answer.positions.values()}
        return answer.text if answer.wording in digests else ""


def _spoken_on(starts: list[tuple[int, str, str]], last: int, digest: str) -> int:
    """Return the index of the version that a position was given on: the last one, unless it names another."""
    named = [index for index, (_, text, _) in enumerate(starts) if digest and short_hash(text.strip()) == digest]
    return max((index for index in named if index <= last), default=min(named, default=last))


def support_words(session: Session, version: WordingVersion, *, with_day: bool = True) -> str:
    """Identify a version by who supported it ("as supported at 10:42 a.m. by the School District").

    Args:
        session: knows what the parties are called.
        version: has at least one position.
        with_day: whether to say of which day it is.
    """
    parties = version.supporters or tuple(version.last_positions)
    names = join_and([_called(session, party) for party in parties])
    at = max((version.last_positions[party][1].at for party in parties), default=version.at)
    when = f"at {clock_time(at)}" if clock_time(at) else "earlier"
    when += f", {long_date(at)}," if with_day and at else ""
    if version.supporters:
        return f"as supported {when} by {names}"
    return f"as it read {when} when {names} spoke on it"


def earlier_versions(session: Session, since: Moment, until: Moment) -> Mapping[str, tuple[WordingVersion, ...]]:
    """Return the wordings between two moments that were spoken on, oldest first, by question id.

    Those that the clause reads as at the second moment are left out, and so is what it read at the first.
    """
    wordings = WordingHistory(session)
    by_clause: dict[str, dict[str, WordingVersion]] = {}
    for version in WordingVersions(session).spoken_on:
        spoken = [number for number, _ in version.positions if since.entry_count <= number < until.entry_count]
        ends = (wordings.at(version.clause_id, moment) for moment in (since, until))
        if spoken and version.text.strip() and not any(version.reads_as(text) for text in ends):
            # If a wording came back, the newer version has its last supporters.
            by_text = by_clause.setdefault(version.clause_id, {})
            by_text.pop(version.text.strip(), None)
            by_text[version.text.strip()] = version
    return {clause_id: tuple(versions.values()) for clause_id, versions in by_clause.items()}


def moments_with_support(checklist: Checklist, session: Session) -> tuple[Moment, ...]:
    """Return the moments one can go back to, including those when a since changed wording was supported."""
    supported = [
        Moment("supported", number + 1, entry.at, _label(checklist, version.clause_id))
        for version in WordingVersions(session).spoken_on
        if version.supporters and version.text.strip() and not version.reads_as(session.answer(version.clause_id).text)
        for number, entry in [max(version.last_positions[party] for party in version.supporters)]
    ]
    beginning, *middle, now = moments(session)
    return (beginning, *sorted([*middle, *supported], key=lambda moment: moment.entry_count), now)


def _label(checklist: Checklist, clause_id: str) -> str:
    change = change_of(checklist, clause_id, "", "")
    return f"{change.number} {change.label}".strip()


def _called(session: Session, party_id: str) -> str:
    party = session.party(party_id)
    return " ".join((party.short or party.name or party_id).split())
