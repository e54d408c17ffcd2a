"""The prompt for which decision or note to correct, and what it should say."""

from __future__ import annotations

from textual.app import App

from mou_tui.dates import long_date
from mou_tui.reports.corrections import Remark
from mou_tui.text import capitalize_first, for_display
from mou_tui.tui.dialogs.forms import ChoiceDialog, FormDialog
from mou_tui.workspace.forms import correction_fields
from mou_tui.workspace.minutes import READERS
from mou_tui.workspace.workspace import Workspace

_LONGEST = 70
"""Characters of a remark shown at most."""


async def ask_correction(app: App[None], workspace: Workspace) -> str | None:
    """Ask for a decision or note, newest first, and for its new text; correct it.

    Returns:
        A sentence to show; None if nothing changed.
    """
    remarks = workspace.minutes.remarks
    if not remarks:
        app.notify("No decision or note has been noted yet.", markup=False)
        return None
    choices = [(str(index), _label(workspace, remark)) for index, remark in enumerate(remarks)]
    chosen = await app.push_screen_wait(ChoiceDialog("Which one is to be corrected?", choices[::-1]))
    if chosen is None:
        return None
    remark = remarks[int(chosen)]
    fields = correction_fields(remark.text)
    explanation = f"The record keeps what it said first, and marks this as a correction. {READERS}"
    values = await app.push_screen_wait(FormDialog(f"Correct the {remark.entry.kind}", fields, "Correct", explanation))
    if values is None or not workspace.minutes.correct(remark, values["text"]):
        return None
    return f"The {remark.entry.kind} is corrected, and marked so."


def _label(workspace: Workspace, remark: Remark) -> str:
    number = f"{workspace.checklist.number(remark.entry.place)} " if remark.entry.place in workspace.checklist else ""
    when = f", {long_date(remark.entry.at)}" if remark.entry.at else ""
    return f"{capitalize_first(remark.entry.kind)}{when}: {number}{for_display(remark.text, _LONGEST)}"
