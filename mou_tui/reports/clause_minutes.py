"""Write the minutes of a clause: each wording, who took which position on it, what came after."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from mou_tui.draft.block_parser import parse
from mou_tui.draft.blocks import Block, Inline, Quotation
from mou_tui.draft.composition import paragraph
from mou_tui.draft.statements import statement
from mou_tui.language.dates import clock_time, long_date
from mou_tui.language.text import capitalize_first, join_and
from mou_tui.reports.meeting_log import MeetingPeriod, Outcomes, as_sentence
from mou_tui.reports.wording_versions import WordingVersion, WordingVersions
from mou_tui.session.history import Entry
from mou_tui.session.meeting import IN_FAVOR


def quoted(text: str) -> Quotation:
    """Return a wording as a quotation."""
    return Quotation(parse(text))


Entries = Sequence[tuple[int, Entry]]


@dataclass(frozen=True)
class Discussion:
    """Hold the discussion of one clause in a meeting, or on one day between meetings."""

    entries: Entries
    """The wordings and positions of the clause, each with how many entries of the history came before."""
    versions: tuple[WordingVersion, ...]
    """The wordings to print: those that were spoken on, and what was there first and last where it was changed."""

    @property
    def first_position(self) -> Entry:
        """Return the first position that was given."""
        return next(entry for _, entry in self.entries if entry.kind == "position")

    def is_written_in(self, version: WordingVersion) -> bool:
        """Tell whether a wording was written in the meeting, or on the day."""
        return any(number == version.number for number, _ in self.entries)

    def positions_on(self, version: WordingVersion) -> dict[str, tuple[int, Entry]]:
        """Return the last position of each party on a wording in this discussion, by party id."""
        numbers = {number for number, _ in self.entries}
        return {entry.party: (number, entry) for number, entry in version.positions if number in numbers}


def discussions(period: MeetingPeriod, versions: WordingVersions) -> tuple[Discussion, ...]:
    """Return the discussion of each clause, in the order first spoken on; between meetings day by day."""
    by_clause: dict[tuple[str, str], list[tuple[int, Entry]]] = {}
    spoken: dict[tuple[str, str], None] = {}
    for number, entry in period.of_kind("wording", "position"):
        key = entry.place, "" if period.meeting else entry.at[:10]
        by_clause.setdefault(key, []).append((number, entry))
        if entry.kind == "position":
            spoken[key] = None
    return tuple(Discussion(by_clause[key], _printed(by_clause[key], versions.of(key[0]))) for key in spoken)


def _printed(entries: Entries, versions: tuple[WordingVersion, ...]) -> tuple[WordingVersion, ...]:
    numbers = {number for number, _ in entries}
    spoken_on = {
        index for index, version in enumerate(versions) if any(number in numbers for number, _ in version.positions)
    }
    wanted = set(spoken_on)
    written_indexes = [index for index, version in enumerate(versions) if version.number in numbers]
    if written_indexes:
        before, first = written_indexes[0] - 1, written_indexes[0]
        has_before = before >= 0 and bool(versions[before].text.strip())
        wanted |= {before if has_before else first, written_indexes[-1]}
    printed = sorted(wanted)
    # Words that were changed and put back without anybody having spoken on them are one wording, not two.
    repeated = {
        first
        for first, second in pairwise(printed)
        if first not in spoken_on and versions[first].text == versions[second].text
    }
    return tuple(versions[index] for index in printed if index not in repeated)


class ClauseMinutes:
    """Write the minutes of discussions of clauses.

    Args:
        versions: of every clause.
        course: what the parties are called.
    """

    def __init__(self, versions: WordingVersions, course: Outcomes) -> None:
        self._versions = versions
        self._course = course

    def blocks(self, discussion: Discussion, caption: Inline, *, with_times: bool) -> Iterator[Block]:
        """Yield a discussion: a paragraph and a quotation for each wording, then what came after.

        Args:
            discussion: of one clause.
            caption: what the first paragraph begins with.
            with_times: whether to say at what time a wording was written.
        """
        start, is_first = caption, True
        for version in discussion.versions:
            sentences = [
                *self._written(discussion, version, is_first=is_first, with_times=with_times),
                *self._statements(discussion, version),
            ]
            has_text = bool(version.text.strip())
            introduced = [as_sentence(capitalize_first(sentence)) for sentence in sentences]
            yield paragraph(start, *introduced, "It read:" if has_text else "")
            if has_text:
                yield quoted(version.text)
            start, is_first = (), False
        if after := [as_sentence(capitalize_first(sentence)) for sentence in self._after(discussion)]:
            yield paragraph(*after)

    def _written(
        self, discussion: Discussion, version: WordingVersion, *, is_first: bool, with_times: bool
    ) -> Iterator[str]:
        """Yield how a wording came about, and that nobody spoke on it where nobody did."""
        time = f" at {clock_time(version.at)}" if with_times and clock_time(version.at) else ""
        is_spoken_on = bool(discussion.positions_on(version))
        if not discussion.is_written_in(version):
            if not is_spoken_on:
                yield "This is how it stood before"
            return
        if not version.text.strip():
            yield f"it was cleared{time}"
        else:
            yield f"it was {'written' if is_first else 'changed'}{time}"
            if not is_spoken_on:
                yield "no party spoke on this wording"

    def _statements(self, discussion: Discussion, version: WordingVersion) -> Iterator[str]:
        """Yield the statements of the parties on a wording; equal ones in one sentence."""
        alike: dict[tuple[str, ...], tuple[Entry, list[str]]] = {}
        for party, (_, entry) in discussion.positions_on(version).items():
            # The reason of an objection is printed with the objection and its outcome.
            entry = replace(entry, text="") if entry.stand == "objects" else entry
            speaking_party = party if entry.speaker else ""
            key = (speaking_party, entry.stand, entry.who, entry.by, entry.text, entry.via, entry.speaker)
            alike.setdefault(key, (entry, []))[1].append(self._course.name(party))
        yield from (statement(names, entry) for entry, names in alike.values())

    def _after(self, discussion: Discussion) -> Iterator[str]:
        """Yield that the wording was changed after parties had supported it, and who has confirmed it since."""
        clause_id = discussion.first_position.place
        newest = self._versions.of(clause_id)[-1]
        changed_on = {
            party: number
            for party, (version, number) in self._supported(discussion).items()
            if not version.reads_as(newest.text)
        }
        if not changed_on:
            return
        last_version = discussion.versions[-1]
        later = next(
            (version for version in self._versions.of(clause_id) if version.number > last_version.number), None
        )
        if later:
            yield f"the wording was {'changed' if later.text.strip() else 'cleared'} on {long_date(later.at)}"
        silent = []
        for party, number in changed_on.items():
            again = self._next(party, clause_id, number)
            if again:
                yield f"on {long_date(again.at)}, {statement([self._course.name(party)], again, reason=False)}"
            else:
                silent.append(self._course.name(party))
        if silent and newest.text.strip():
            have = "has" if len(silent) == 1 else "have"
            yield f"{join_and(silent)} {have} not confirmed the wording as it was changed"

    def _supported(self, discussion: Discussion) -> dict[str, tuple[WordingVersion, int]]:
        """Return the wording each party supported last, with the number of that position, by party id.

        A position on the last wording supersedes those on earlier ones.
        """
        supported: dict[str, tuple[WordingVersion, int]] = {}
        for version in discussion.versions:
            for party, (number, entry) in discussion.positions_on(version).items():
                supported.pop(party, None)
                if entry.stand in IN_FAVOR:
                    supported[party] = version, number
        return supported

    def _next(self, party: str, clause_id: str, after: int) -> Entry | None:
        """Return the next position of a party on the clause; None if there is none."""
        positions = (position for version in self._versions.of(clause_id) for position in version.positions)
        return next((entry for number, entry in positions if entry.party == party and number > after), None)
