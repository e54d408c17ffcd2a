"""What each party says of the current wording, and the row that shows it."""

from __future__ import annotations

from mou_tui.draft.agreement import agreement_of
from mou_tui.session.model import Party
from tests.tui.interview_app import Person

CONSULTED = Party("parents", name="Lake City Parents’ Council", short="the Parents’ Council", part="consulted")


def stances(person: Person) -> dict[str, str]:
    """What each party says of the current wording."""
    agreement = agreement_of(person.workspace.session, person.workspace.clause_id)
    return {stance.party.id: stance.description for stance in agreement.stances}


def row(person: Person) -> str:
    """The row of the parties."""
    region = person.interview.query_one("#agreement").region
    rows = person.lines[region.y : region.bottom]
    return " · ".join(filter(None, (line[region.x : region.right].strip() for line in rows)))
