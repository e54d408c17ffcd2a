"""A copy of the session that the district worked on for two weeks, while the session went on as well."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from mou_tui.session.codec import decode, encode
from mou_tui.session.history import Entry
from mou_tui.session.meeting import Meeting, Position
from mou_tui.session.model import Session
from mou_tui.workspace.sending import prepare_copy, write_copy
from mou_tui.workspace.workspace import Workspace

ANSWERS = {
    "purpose": "The parties share one aim: calm schools.",
    "scope": "The Police Department shall assign two SROs.",
    "duties": "The SRO has three roles.",
}
NOTED_AT = "2026-11-28 09:05"


def came_back(workspace: Workspace, path: Path, **more: str) -> Path:
    """Send a copy, reword it there and here, and return where it is: one clause by both, one by them, one said of.

    Args:
        workspace: the session.
        path: where the copy goes.
        more: what else they write, by clause.
    """
    workspace.history.log_wordings()
    write_copy(workspace, prepare_copy(workspace, "district"), path)
    copy = reworded(
        decode(path.read_bytes(), path.name).session,
        purpose="The parties share one aim: quiet schools.",
        **{"scope": "The Police Department shall assign four SROs.", **more},
    )
    position = Position("can-live-with", copy.answer("duties").wording, at=NOTED_AT, meeting="m-alone")
    positions = {"district": position, "agency": replace(position, stand="agrees")}
    copy = copy.with_answer("duties", replace(copy.answer("duties"), positions=positions))
    entries = (
        Entry(NOTED_AT, "position", "duties", "agency", "agrees", meeting="m-alone"),
        Entry(NOTED_AT, "decision", text="We ask the board in June.", meeting="m-alone"),
    )
    met = Meeting("m-alone", "2026-11-28 09:00", "2026-11-28 09:40", ("district",))
    copy = replace(copy, meetings=(*copy.meetings, met), history=copy.history.add(*entries))
    path.write_bytes(encode(copy))
    here = reworded(workspace.session, purpose="The parties share one aim: safe schools.")
    workspace.store.record(here)
    workspace.history.log_wordings()
    return path


def reworded(session: Session, **texts: str) -> Session:
    """The session with other words."""
    for clause_id, text in texts.items():
        session = session.with_answer(clause_id, session.answer(clause_id).write(text))
    return session
