"""The clock of the story of two meetings, its ids, and who attends."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from itertools import count
from pathlib import Path

from mou_tui.exchange.export import TextDocument
from mou_tui.session.model import Party
from mou_tui.workspace.meetings import Attendance, read_people

DATA = Path(__file__).parent / "data"
DOCUMENTS: tuple[TextDocument, ...] = ("record", "draft", "signing")

AGENCY, DISTRICT, PARENTS = "agency", "district", "harlow-bend-parent-council"

COUNCIL = Party(
    PARENTS, name="Harlow Bend Parent Council", short="the Parent Council", head="the Chair", part="consulted"
)


class SetClock:
    """A clock that shows what it was set to."""

    def __init__(self) -> None:
        self.now = datetime(2027, 1, 4, 9, 0)

    def __call__(self) -> datetime:
        return self.now

    def set(self, at: str) -> None:
        """Set it (`2027-01-13 18:00`)."""
        self.now = datetime.strptime(at, "%Y-%m-%d %H:%M")


def ids_in_order() -> Iterator[str]:
    return (f"s{number:03d}" for number in count(1))


def attendance(rows: tuple[Attendance, ...], people: dict[str, str]) -> Iterator[Attendance]:
    known = [person for row in rows for person in row.people]
    for row in rows:
        yield Attendance(row.party, row.party in people, read_people(people.get(row.party, ""), row.party, known))
