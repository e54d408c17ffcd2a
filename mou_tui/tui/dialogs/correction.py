"""The prompt for what to correct of what was recorded, and what it should say."""

from __future__ import annotations

from textual.app import App

from mou_tui.language.dates import long_date
from mou_tui.language.text import capitalize_first, for_display
from mou_tui.reports.corrections import Remark, remark_words
from mou_tui.tui.dialogs.form_drafts import draft_of
from mou_tui.tui.dialogs.forms import ChoiceDialog, FormDialog
from mou_tui.workspace.forms import correction_fields
from mou_tui.workspace.minutes import READERS
from mou_tui.workspace.workspace import Workspace

_LONGEST = 70
"""Characters of a remark shown at most."""


async def ask_correction(app: App[None], workspace: Workspace) -> str | None:
    """Ask for a decision, note, action or milestone, newest first, and for its new text; correct it.

    Returns:
        A sentence to show; None if nothing changed.
    """
    remarks = workspace.minutes.remarks
    if not remarks:
        app.notify("Nothing has been recorded yet that could be corrected.", markup=False)
        return None
    choices = [(str(index), _label(workspace, remark)) for index, remark in enumerate(remarks)]
    chosen = await app.push_screen_wait(ChoiceDialog("Which one is to be corrected?", choices[::-1]))
    if chosen is None:
        return None
    remark = remarks[int(chosen)]
    draft = draft_of(workspace, "correct", party=f"{remark.number}")
    explanation = f"The record keeps what it said first, and marks this as a correction. {READERS}"
    title = f"Correct the {remark.entry.kind}"
    form = FormDialog(
        title, correction_fields(remark), "Correct", explanation, draft=draft, today=workspace.history.today
    )
    values = await app.push_screen_wait(form)
    if values is None:
        return None
    is_changed = workspace.minutes.correct(remark, values["text"], values.get("who", ""), values.get("due", ""))
    draft.clear()
    return f"The {remark.entry.kind} is corrected, and marked so." if is_changed else None


def _label(workspace: Workspace, remark: Remark) -> str:
    number = f"{workspace.checklist.number(remark.entry.place)} " if remark.entry.place in workspace.checklist else ""
    when = f", {long_date(remark.entry.at)}" if remark.entry.at else ""
    return f"{capitalize_first(remark.entry.kind)}{when}: {number}{for_display(remark_words(remark.latest), _LONGEST)}"
