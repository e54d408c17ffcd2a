"""One of the two sessions that are merged, and whose it is as far as anybody knows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from mou_tui.frozen import NamedTuple
from mou_tui.session.meeting import Meeting, Position
from mou_tui.session.model import Answer, Session


class Side(NamedTuple):
    """A session, and the party it comes from.

    Attributes:
        session: What it holds.
        party: Id of the party; empty where nobody knows.
        copy_id: Id of the copy that it is; empty for the session itself.
    """

    session: Session
    party: str = ""
    copy_id: str = ""

    @property
    def is_reply(self) -> bool:
        """Whether it is the copy of a party, which speaks for itself alone."""
        return bool(self.party and self.copy_id)


def sides_of(ours: Session, theirs: Session, parties: tuple[str, str] = ("", "")) -> tuple[Side, Side]:
    """Return both sessions with their parties: a copy is that of whom it was sent to, the other that of its sender."""
    return _side(ours, theirs, parties[0]), _side(theirs, ours, parties[1])


def _side(session: Session, other: Session, party: str) -> Side:
    if session.copy:
        return Side(session, session.copy.to, session.copy.id)
    return Side(session, party or (other.copy.from_ if other.copy else ""))


def with_reported(positions: Mapping[str, Position], base: Answer, other: Answer, side: Side) -> dict[str, Position]:
    """Return the positions of a side; what a party's copy says for others is reported by that party."""
    if not side.is_reply:
        return dict(positions)
    return {
        party: position
        if party == side.party or position in (base.positions.get(party), other.positions.get(party))
        else replace(position, reported=position.reported or side.party)
        for party, position in positions.items()
    }


def reported_via(via: str, session: Session, reporter: str) -> str:
    """Return how a position was given that another party reported ("letter, as reported by the School District")."""
    party = session.party(reporter)
    return ", ".join(filter(None, (via, f"as reported by {party.short or party.name or reporter}")))


def with_caucuses(side: Side, base: Session, other: Session) -> tuple[Meeting, ...]:
    """Return the meetings of a side; one that only its own party held is marked as its caucus."""
    known = {meeting.id for meeting in (*base.meetings, *other.meetings)}
    return tuple(
        replace(meeting, caucus=side.party)
        if side.party and meeting.id not in known and set(meeting.parties) <= {side.party} and not meeting.caucus
        else meeting
        for meeting in side.session.meetings
    )
