"""Asking which decision or note is to be put right, and what it should say."""

from __future__ import annotations

from textual.app import App

from mou_tui.calendar_day import written
from mou_tui.desk import Desk
from mou_tui.draft.corrections import Remark
from mou_tui.room import Room
from mou_tui.room.minutes import READERS
from mou_tui.text import capital, shown
from mou_tui.tui.screens.dialogs import ChoiceDialog, Field, FormDialog

_LONGEST = 70
"""Characters of a remark that say which one it is."""


async def ask_correction(app: App[None], desk: Desk, room: Room) -> str | None:
    """Ask for a decision or a note, the newest first, and for what it should say; correct it.

    Returns:
        What to say of it; None if it stays as it was.
    """
    remarks = room.minutes.remarks
    if not remarks:
        app.notify("No decision or note has been noted yet.", markup=False)
        return None
    choices = [(str(index), _label(desk, remark)) for index, remark in enumerate(remarks)]
    chosen = await app.push_screen_wait(ChoiceDialog("Which one is to be corrected?", choices[::-1]))
    if chosen is None:
        return None
    remark = remarks[int(chosen)]
    fields = [Field("text", "What should it say?", remark.text, required=True)]
    explanation = f"The record keeps what it said first, and marks this as a correction. {READERS}"
    given = await app.push_screen_wait(FormDialog(f"Correct the {remark.entry.kind}", fields, "Correct", explanation))
    if given is None or not room.minutes.correct(remark, given["text"]):
        return None
    return f"The {remark.entry.kind} is corrected, and marked so."


def _label(desk: Desk, remark: Remark) -> str:
    number = f"{desk.checklist.number(remark.entry.place)} " if remark.entry.place in desk.checklist else ""
    when = f", {written(remark.entry.at)}" if remark.entry.at else ""
    return f"{capital(remark.entry.kind)}{when}: {number}{shown(remark.text, _LONGEST)}"
