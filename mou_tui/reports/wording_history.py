"""Read the history of wordings: how a clause read at a moment, and what changed between any two.

A clause without logged wordings has always read as it does now. An entry without a time is the text from before the
log began. What was typed and not logged yet is part of now.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from mou_tui.checklist.model import Checklist
from mou_tui.draft.draft import OPENING_LABEL
from mou_tui.language.dates import clock_time, long_date
from mou_tui.reports.corrections import Remarks
from mou_tui.session.history import Entry
from mou_tui.session.meeting import Meeting
from mou_tui.session.model import OPENING, Session

MomentKind = Literal["beginning", "began", "ended", "day", "milestone", "supported", "now"]


@dataclass(frozen=True)
class Moment:
    """Mark a point in time that one can go back to."""

    kind: MomentKind
    entry_count: int
    """How many entries of the history had been noted."""
    at: str = ""
    """Local time to the minute, of a day only its date; empty for the beginning and for now."""
    name: str = ""
    """What a milestone is called; or the clause that was supported."""


BEGINNING = Moment("beginning", 0)
"""Before anything was noted."""


@dataclass(frozen=True)
class Change:
    """Name a clause, or the opening, that reads differently at two moments."""

    clause_id: str
    """Question id, or `opening`."""
    number: str
    """Clause number; empty for the opening."""
    label: str
    before: str
    after: str


class WordingHistory:
    """Return the text of any clause of a session at any moment.

    Args:
        session: the session.
    """

    def __init__(self, session: Session) -> None:
        self._session = session
        self._noted: dict[str, list[tuple[int, str]]] = {}
        for number, entry in enumerate(session.history.entries, start=1):
            if entry.kind == "wording":
                self._noted.setdefault(entry.place, []).append((number if entry.at else 0, entry.text))

    @property
    def clause_ids(self) -> tuple[str, ...]:
        """Return the id of every clause that has, or ever had, a wording; in no order."""
        return tuple({OPENING: "", **self._session.answers, **self._noted})

    def at(self, clause_id: str, moment: Moment) -> str:
        """Return the text of a clause at a moment; empty for the opening while it was not rewritten."""
        return _now(self._session, clause_id) if moment.kind == "now" else self.after(moment.entry_count, clause_id)

    def after(self, noted: int, clause_id: str) -> str:
        """Return the text of a clause after so many history entries."""
        if clause_id not in self._noted:
            return _now(self._session, clause_id)
        wordings = self._noted[clause_id]
        index = bisect_right(wordings, noted, key=lambda wording: wording[0])
        return wordings[index - 1][1] if index else ""


def now(session: Session) -> Moment:
    """Return the present moment, including what was typed and not logged yet."""
    return Moment("now", len(session.history.entries))


def before_day(session: Session, day: str) -> Moment:
    """Return the moment a day (`2026-11-25`) began."""
    entries = session.history.entries
    noted = next((number for number, entry in enumerate(entries) if entry.at[:10] >= day), len(entries))
    return Moment("day", noted, day)


def moments(session: Session) -> tuple[Moment, ...]:
    """Return the moments one can go back to, oldest first: meetings, ends of days, milestones, beginning and now."""
    entries = session.history.entries
    points = [*_of_meetings(entries, session.meetings), *_milestones(entries)]
    taken = {(moment.entry_count, moment.at[:10]) for moment in points if moment.kind != "began"}
    points += [day for day in _days(entries) if (day.entry_count, day.at) not in taken]
    order: Mapping[MomentKind, int] = {"milestone": 0, "ended": 1, "day": 2, "began": 3}
    points.sort(key=lambda moment: (moment.entry_count, order[moment.kind]))
    return (BEGINNING, *points, now(session))


def moment_words(moment: Moment) -> str:
    """Return the name of a moment ("the end of the meeting of January 13, 2027, 7:34 p.m.")."""
    when = long_date(moment.at)
    if moment.kind in ("beginning", "now"):
        return {"beginning": "the beginning", "now": "now"}[moment.kind]
    if moment.kind == "milestone":
        return f"{moment.name}, {when}"
    if moment.kind == "supported":
        return f"{moment.name} as supported at {clock_time(moment.at) or 'an unknown time'}, {when}"
    prefix = "the meeting of " if moment.kind in ("began", "ended") else ""
    time = f", {clock_time(moment.at)}" if prefix else ""
    return f"the {'beginning' if moment.kind == 'began' else 'end'} of {prefix}{when}{time}"


def changes(checklist: Checklist, session: Session, since: Moment, until: Moment) -> tuple[Change, ...]:
    """Return what reads differently at two moments, in the order of the draft, unknown clauses last."""
    wordings = WordingHistory(session)
    known = [OPENING, *(question.id for question in checklist.questions())]
    clause_ids = [*known, *sorted(set(wordings.clause_ids).difference(known))]
    differences = (
        change_of(checklist, clause_id, wordings.at(clause_id, since), wordings.at(clause_id, until))
        for clause_id in clause_ids
    )
    return tuple(change for change in differences if change.before != change.after and _has_text(change))


def changed_today(checklist: Checklist, session: Session, today: str) -> tuple[Change, ...]:
    """Return what reads differently now than when the day (`2026-11-25`) began."""
    return changes(checklist, session, before_day(session, today), now(session))


def change_of(checklist: Checklist, clause_id: str, before: str, after: str) -> Change:
    """Return a change of a clause, with the number and the label the draft gives it."""
    if clause_id in checklist:
        return Change(clause_id, checklist.number(clause_id), checklist.question(clause_id).label, before, after)
    return Change(clause_id, "", OPENING_LABEL if clause_id == OPENING else clause_id, before, after)


def _has_text(change: Change) -> bool:
    """Tell whether there is text at either moment; an empty line in place of nothing is no change."""
    return bool(change.before.strip() or change.after.strip())


def _now(session: Session, clause_id: str) -> str:
    return session.opening if clause_id == OPENING else session.answer(clause_id).text


def _of_meetings(entries: tuple[Entry, ...], meetings: tuple[Meeting, ...]) -> Iterator[Moment]:
    for meeting in meetings:
        noted = [number for number, entry in enumerate(entries) if entry.meeting == meeting.id]
        first = noted[0] if noted else sum(entry.at <= meeting.began for entry in entries)
        yield Moment("began", first, meeting.began)
        if meeting.ended:
            yield Moment("ended", noted[-1] + 1 if noted else first, meeting.ended)


def _milestones(entries: tuple[Entry, ...]) -> Iterator[Moment]:
    for remark in Remarks(entries).all:
        if remark.entry.kind == "milestone":
            yield Moment("milestone", remark.number + 1, remark.entry.at, remark.text)


def _days(entries: tuple[Entry, ...]) -> Iterator[Moment]:
    """Yield the end of each day but the last, which equals now."""
    last = ""
    for noted, entry in enumerate(entries):
        day = entry.at[:10]
        if last and day > last:
            yield Moment("day", noted, last)
        last = max(day, last)
