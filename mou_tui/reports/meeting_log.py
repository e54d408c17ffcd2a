"""Divide the history into meetings and the times between them, and report outcomes."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from mou_tui.draft.draft import proposer_name
from mou_tui.draft.statements import statement
from mou_tui.language.dates import clock_time, long_date
from mou_tui.session.history import Entry
from mou_tui.session.meeting import Action, Meeting
from mou_tui.session.model import Session
from mou_tui.session.taken_in import TakenIn


@dataclass(frozen=True)
class MeetingPeriod:
    """Hold a meeting, or the time before, between or after meetings."""

    title: str
    meeting: Meeting | None
    """None between meetings."""
    entries: tuple[tuple[int, Entry], ...]
    """The history entries, each with how many came before it."""
    actions: tuple[Action, ...]
    """The actions that were assigned."""
    taken_in: tuple[TakenIn, ...] = ()
    """The files that came back."""

    def of_kind(self, *kinds: str) -> Iterator[tuple[int, Entry]]:
        """Return the entries of some kinds, in order, without those from before the log began."""
        return ((number, entry) for number, entry in self.entries if entry.kind in kinds and entry.at)


def meeting_periods(session: Session) -> tuple[MeetingPeriod, ...]:
    """Return every meeting in order, and between them every time in which something was recorded."""
    meetings = session.meetings
    ids = {meeting.id: index for index, meeting in enumerate(meetings)}

    def period_index(meeting_id: str, at: str) -> int:
        # Meetings have odd numbers, and the times between them even ones.
        if meeting_id in ids:
            return 2 * ids[meeting_id] + 1
        return 2 * sum(meeting.began < at for meeting in meetings)

    entries: dict[int, list[tuple[int, Entry]]] = {}
    for number, entry in enumerate(session.history.entries):
        entries.setdefault(period_index(entry.meeting, entry.at), []).append((number, entry))
    actions: dict[int, list[Action]] = {}
    for action in session.actions:
        actions.setdefault(period_index(action.meeting, action.at), []).append(action)

    taken_in: dict[int, list[TakenIn]] = {}
    for document in session.taken_in:
        during = (held.id for held in meetings if held.began <= document.at and document.at <= (held.ended or "9"))
        taken_in.setdefault(period_index(next(during, ""), document.at), []).append(document)

    def period(number: int) -> MeetingPeriod:
        meeting = meetings[number // 2] if number % 2 else None
        noted, taken_on = tuple(entries.get(number, ())), tuple(actions.get(number, ()))
        return MeetingPeriod(_title(meetings, number), meeting, noted, taken_on, tuple(taken_in.get(number, ())))

    periods = [period(number) for number in range(2 * len(meetings) + 1)]
    return tuple(
        item
        for item in periods
        if item.meeting or item.actions or item.taken_in or any(entry.at for _, entry in item.entries)
    )


class Outcomes:
    """Report outcomes: how an objection was settled, which wording was chosen.

    Args:
        session: the session.
    """

    def __init__(self, session: Session) -> None:
        self._session = session
        self._noted: dict[tuple[str, ...], list[tuple[int, Entry]]] = {}
        for number, entry in enumerate(session.history.entries):
            for kind in _kinds(entry):
                self._noted.setdefault((entry.place, *kind), []).append((number, entry))

    def of_objection(self, number: int, objection: Entry) -> str:
        """Return how an objection was settled, as a sentence; or that it is open."""
        clause_id, party = objection.place, objection.party
        settled = next(self._since(number, clause_id, "settled", party), None)
        if settled:
            when, changed = long_date(settled[1].at), self._changed(number, settled[0], clause_id)
            # Only who objected can withdraw an objection; to agree to another wording is not to withdraw it.
            outcome = f"It was settled on {when}{changed}" if changed else f"It was withdrawn on {when}"
            return as_sentence(f"{outcome}: {self._statement(settled[1])}")
        _, last = self._noted[clause_id, "position", party][-1]
        answer = self._session.answer(objection.place)
        position = answer.positions.get(objection.party)
        if answer.not_applicable:
            return as_sentence(f"The clause was set aside: {answer.not_applicable}")
        if position is None:
            return "The entry was removed later; it is not recorded that the objection was withdrawn."
        if last.stand == "must-check":
            return as_sentence(f"It is not settled: on {long_date(last.at)} {self._statement(last)}")
        if position.wording != answer.wording:
            return "The wording was changed since; the objection is to be confirmed."
        return "The objection stands."

    def of_alternative(self, number: int, alternative: Entry) -> str:
        """Return whether a proposed wording was chosen, replaced or withdrawn, as a sentence."""
        clause_id, wanted = alternative.place, alternative.alternative
        following = [
            next(self._since(number, clause_id, *kind), None) for kind in (("alternative", wanted), ("choice",))
        ]
        later = min((noted for noted in following if noted), key=lambda noted: noted[0], default=None)
        if later:
            when, entry = long_date(later[1].at), later[1]
            if entry.kind == "alternative":
                return f"Replaced by another proposal on {when}." if entry.text else f"Withdrawn on {when}."
            is_chosen = entry.alternative == wanted
            return f"Chosen on {when}." if is_chosen else f"Not chosen: {self.chosen(entry)} was, on {when}."
        is_open = wanted in self._session.answer(alternative.place).alternatives
        return "Not decided yet." if is_open else "Taken back later."

    def chosen(self, choice: Entry) -> str:
        """Return which wording a choice took."""
        return f"the wording of {self.proposer(choice)}" if choice.alternative else "the wording on the table"

    def proposer(self, entry: Entry) -> str:
        """Return who proposed, withdrew or carried a wording, within a sentence."""
        return proposer_name(self._session, entry.party, entry.who)

    def name(self, party_id: str) -> str:
        """Return the name of a party within a sentence."""
        party = self._session.party(party_id)
        return " ".join((party.short or party.name or party_id).split())

    def _statement(self, position: Entry) -> str:
        return statement([self.name(position.party)], position)

    def _changed(self, since: int, until: int, clause_id: str) -> str:
        """Return how a wording changed between two entries, to follow when something was settled."""
        choices = self._noted.get((clause_id, "choice"), [])
        before = bisect_left(choices, until, key=_number)
        if before and choices[before - 1][0] > since:
            return f", after {self.chosen(choices[before - 1][1])} was chosen"
        wording = next(self._since(since, clause_id, "wording"), None)
        return ", after the wording was changed" if wording and wording[0] < until else ""

    def _since(self, number: int, *kind: str) -> Iterator[tuple[int, Entry]]:
        """Return the later entries of a kind."""
        noted = self._noted.get(kind, [])
        return islice(noted, bisect_right(noted, number, key=_number), None)


def _kinds(entry: Entry) -> Iterator[tuple[str, ...]]:
    """Yield the keys under which an entry is looked up."""
    if entry.kind in ("choice", "wording"):
        yield (entry.kind,)
    elif entry.kind == "alternative":
        yield entry.kind, entry.alternative
    elif entry.kind == "position":
        yield entry.kind, entry.party
        if entry.stand not in ("objects", "must-check"):
            yield "settled", entry.party


def _number(noted: tuple[int, Entry]) -> int:
    return noted[0]


def as_sentence(sentence: str) -> str:
    """Return a text with a period, unless it ends in a mark."""
    return sentence if sentence.rstrip().endswith((".", "!", "?", "…")) else f"{sentence.rstrip()}."


def _title(meetings: tuple[Meeting, ...], index: int) -> str:
    days = Counter(meeting.day for meeting in meetings)

    def began(meeting: Meeting) -> str:
        time = clock_time(meeting.began)
        day = long_date(meeting.began)
        return f"{day}, {time}" if time and days[meeting.day] > 1 else day

    if index % 2:
        return f"Meeting of {began(meetings[index // 2])}"
    before = meetings[index // 2 - 1] if index else None
    after = meetings[index // 2] if index // 2 < len(meetings) else None
    if before and after:
        return f"Between the meetings of {began(before)} and {began(after)}"
    if before:
        return f"After the meeting of {began(before)}"
    return "Before the first meeting" if after else "Outside meetings"
