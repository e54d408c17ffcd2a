"""Asking who spoke for a party, and how, of a position that is recorded already."""

from __future__ import annotations

from textual.app import App

from mou_tui.desk import Desk
from mou_tui.draft.agreement import called
from mou_tui.room import Room
from mou_tui.tui.screens.dialogs import Field, FormDialog


async def ask_speaker(app: App[None], desk: Desk, room: Room, party: str) -> str | None:
    """Ask who spoke for a party, and whether by letter or telephone.

    Returns:
        What to say of it; None if it stays as it was.
    """
    position = desk.answer.positions[party]
    name = called(desk.checklist, desk.session.party(party))
    fields = [
        Field("speaker", "Who spoke for it?", position.speaker, "its Superintendent"),
        Field("via", "How, if not at the table?", position.via, "letter, or telephone"),
    ]
    explanation = "Both may be left out. The record says it with the position."
    given = await app.push_screen_wait(FormDialog(f"Who spoke for {name}?", fields, "Record", explanation))
    if given is None or (given["speaker"], given["via"]) == (position.speaker, position.via):
        return None
    room.positions.attribute(party, given["speaker"], given["via"])
    return f"Who spoke for {name} is recorded."
