"""Report who was at a meeting, party by party, with who came late or left early."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from mou_tui.draft.agreement import party_name
from mou_tui.draft.blocks import Block
from mou_tui.draft.composition import bullet, one_line, paragraph, strong
from mou_tui.language.dates import clock_time
from mou_tui.language.text import join_and
from mou_tui.reports.meeting_log import MeetingPeriod
from mou_tui.session.history import Entry
from mou_tui.session.meeting import Meeting, Person
from mou_tui.session.model import Session

NOBODY = "None."


class Attendance:
    """Report who was at one meeting.

    Args:
        session: the parties and the people.
        period: the entries of the meeting.
        meeting: the meeting.
    """

    def __init__(self, session: Session, period: MeetingPeriod, meeting: Meeting) -> None:
        self._session = session
        self._meeting = meeting
        self._moves: dict[tuple[str, str], list[Entry]] = {}
        for _, entry in period.of_kind("attendance"):
            self._moves.setdefault((entry.party, entry.who), []).append(entry)
        self._spoke = {entry.party for _, entry in period.of_kind("position") if not entry.via.strip()}

    def blocks(self) -> Iterator[Block]:
        """Yield the list of who was present, and who was not."""
        meeting, session = self._meeting, self._session
        people = [person for person in session.people if person.id in meeting.people]
        present = [party for party in session.parties if party.id in meeting.parties]
        for party in present:
            names = self._names(person for person in people if person.party == party.id)
            moved = self._moved(party.id, "", party.id)
            yield bullet(strong(f"{one_line(party_name(party))}{moved}:"), names or "nobody was named")
        other_people = self._names(person for person in people if person.party not in {party.id for party in present})
        if other_people:
            yield bullet(strong("Others:"), other_people)
        if not present and not other_people:
            yield paragraph(NOBODY)
        if meeting.caucus:
            yield paragraph(f"{one_line(party_name(session.party(meeting.caucus)))} met alone.")
        missing = [party for party in session.parties if party.id not in meeting.parties]
        if absent := [party_name(party) for party in missing if party.id not in self._spoke]:
            yield paragraph(f"Not present: {', '.join(absent)}.")
        if spoke := [party_name(party) for party in missing if party.id in self._spoke]:
            yield paragraph(f"Not noted as present, though a position was recorded: {', '.join(spoke)}.")

    def _names(self, people: Iterable[Person]) -> str:
        return "; ".join(
            one_line(person.shown) + self._moved(person.party, person.name, person.id) for person in people
        )

    def _moved(self, party: str, name: str, member_id: str) -> str:
        """Return when a party or person came late and left early, in parentheses; empty if present throughout."""
        moves = [_move(entry) for entry in self._moves.get((party, name), ())]
        if not moves and member_id in self._meeting.left:
            moves = ["left early"]
        return f" ({join_and(moves)})" if moves else ""


def _move(entry: Entry) -> str:
    time = clock_time(entry.at)
    return f"{'left' if entry.stand == 'left' else 'came'}{f' at {time}' if time else ''}"
