"""The one step by which a session takes in what came back: wordings next to its own, notes, checks, the file's name."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING, Literal

from mou_tui.frozen import dataclass
from mou_tui.session.history import Entry
from mou_tui.session.meeting import Action, Alternative
from mou_tui.session.model import OPENING, Session
from mou_tui.session.taken_in import TakenIn
from mou_tui.workspace.alternatives import alternative_entry

if TYPE_CHECKING:
    from mou_tui.workspace.context import WorkspaceContext

NOTHING_TAKEN_IN = "Nothing was taken in."


@dataclass(frozen=True)
class Arrival:
    """A wording to put next to that of a clause."""

    clause_id: str
    text: str
    party: str
    """Id of the party that proposes it; empty where nobody knows."""
    author: str = ""
    came_with: str = ""
    """Id of the proposal from outside whose words it is; empty where it came with a file."""


@dataclass(frozen=True)
class Remark:
    """A comment that is to be noted, or checked."""

    kind: Literal["note", "check", "leave"]
    clause_id: str
    """Empty for none."""
    text: str


def with_arrivals(
    workspace: WorkspaceContext, arrivals: Iterable[Arrival], remarks: Iterable[Remark], taken_in: TakenIn | None
) -> Session:
    """Return the session with what came back.

    Args:
        workspace: has the session, the time, and ids.
        arrivals: the wordings.
        remarks: the comments that are not left out.
        taken_in: the file, new or known; None where nothing of it may be kept, so that a wording is the party's own.
    """
    session = workspace.session
    for arrival in arrivals:
        session = _with_arrival(workspace, session, arrival, taken_in)
    for remark in remarks:
        session = _with_remark(workspace, session, remark)
    is_known = taken_in is None or taken_in in session.taken_in
    return session if is_known or taken_in is None else replace(session, taken_in=(*session.taken_in, taken_in))


def _with_arrival(workspace: WorkspaceContext, session: Session, arrival: Arrival, taken_in: TakenIn | None) -> Session:
    stamp, answer = workspace.history.timestamp, session.answer(arrival.clause_id)
    is_own = taken_in is None and arrival.party and arrival.party not in answer.alternatives
    alternative_id = arrival.party if is_own else f"alt-{workspace.new_id()}"
    alternative = Alternative(
        arrival.text,
        stamp.at,
        stamp.meeting,
        "" if is_own else arrival.party,
        arrival.author,
        taken_in.id if taken_in else arrival.came_with,
    )
    answer = replace(answer, alternatives={**answer.alternatives, alternative_id: alternative})
    text = arrival.text.strip()
    entry = alternative_entry("alternative", arrival.clause_id, answer, alternative_id, stamp, text)
    session = session.with_answer(arrival.clause_id, answer)
    return replace(session, history=session.history.add(entry))


def _with_remark(workspace: WorkspaceContext, session: Session, remark: Remark) -> Session:
    stamp, new_id = workspace.history.timestamp, workspace.new_id()
    place = remark.clause_id
    if remark.kind == "note":
        note = Entry(stamp.at, "note", place, text=remark.text, meeting=stamp.meeting, id=new_id)
        return replace(session, history=session.history.add(note))
    question = "" if place == OPENING else place
    action = Action(new_id, remark.text, "check", question=question, at=stamp.at, meeting=stamp.meeting)
    entry = Entry(stamp.at, "action", question, text=remark.text, meeting=stamp.meeting, id=new_id)
    return replace(session, actions=(*session.actions, action), history=session.history.add(entry))
