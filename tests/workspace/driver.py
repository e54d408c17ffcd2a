"""Drives a workspace as a front end does, with a clock and ids of its own."""

from __future__ import annotations

from dataclasses import replace
from itertools import count
from pathlib import Path

from mou_tui.persistence.store import SessionStore
from mou_tui.session.history import Entry
from mou_tui.session.meeting import Person
from mou_tui.session.model import Party, Session
from mou_tui.workspace.meetings import Attendance
from mou_tui.workspace.workspace import Workspace
from tests.storage_helpers import Clock
from tests.strategies import EMPTY, SMALL

POLICE = Party("agency", "police", "Lake City Police", "the Police Department", "the Chief of Police")
SCHOOLS = Party("district", "district", "Lake City USD", "the School District", "the Superintendent")
PARENTS = Party("parents", name="Parent Council", short="the Parent Council", part="consulted")
NAMED = replace(EMPTY, parties=(POLICE, SCHOOLS, PARENTS))
PAT = Person("", "Pat Doe", "Chief", "agency")
ANN = Person("", "Ann Poe", "Mayor")


class WorkspaceDriver:
    """Drives a workspace, with a clock that is set and ids in order, of that form."""

    def __init__(self, folder: Path, session: Session = NAMED, name: str = "a.mou.yaml", id_form: str = "id{}") -> None:
        self.clock = Clock()
        ids = (id_form.format(number) for number in count(1))
        store = SessionStore.create(folder / name, session, clock=self.clock)
        self.workspace = Workspace(SMALL, store, self.clock, lambda: next(ids))

    @property
    def session(self) -> Session:
        return self.workspace.session

    @property
    def entries(self) -> list[Entry]:
        """The entries of the history."""
        return list(self.session.history.entries)

    def undo_message(self) -> str:
        """Undo the last step, and return the message."""
        undone = self.workspace.undo()
        assert undone
        return undone.message

    def begin(self, *parties: str, people: tuple[Person, ...] = ()) -> None:
        """Begin a meeting of these parties, or of all."""
        self.workspace.meetings.begin(
            Attendance(row.party, row.party in parties if parties else bool(row.party), _of(people, row.party))
            for row in self.workspace.meetings.attendance()
        )


def _of(people: tuple[Person, ...], party: str) -> tuple[Person, ...]:
    return tuple(person for person in people if person.party == party)


def states(driver: WorkspaceDriver) -> dict[str, str]:
    """Return the stance of each party on the current question."""
    return {stance.party.id: stance.description for stance in driver.workspace.positions.agreement.stances}


def state(driver: WorkspaceDriver) -> str:
    """Return the state of the agreement on it."""
    return driver.workspace.positions.agreement.state
