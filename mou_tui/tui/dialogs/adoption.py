"""The form for when the agreement was adopted and signed, and where it is kept, posted and filed."""

from __future__ import annotations

import asyncio
from pathlib import Path

from textual.app import App

from mou_tui import paths
from mou_tui.errors import MouError
from mou_tui.tui.dialogs.form_drafts import draft_of
from mou_tui.tui.dialogs.forms import ChoiceDialog, FormDialog, MessageDialog
from mou_tui.workspace.adoption import EXPLANATION, RECORD_ANYWAY, RECORDED
from mou_tui.workspace.forms import SIGNED_FILE, in_force_fields
from mou_tui.workspace.workspace import Workspace

LEAVE = "Leave it: nothing is recorded"


async def record_adoption(app: App[None], workspace: Workspace) -> str | None:
    """Ask what is to be recorded of the adoption, and record it.

    Returns:
        A sentence to show; None if nothing changed.

    Raises:
        Refused: A meeting is going on, or a clause has wordings to choose among.
    """
    adoption = workspace.adoption
    adoption.require_ready()
    if adoption.left_open and not await _record_anyway(app, "Record the adoption all the same?", adoption.left_open):
        return None
    draft, is_first = draft_of(workspace, "in_force"), not adoption.is_recorded
    fields = (*in_force_fields(adoption.recorded), *([SIGNED_FILE] if is_first else []))
    explanation = EXPLANATION if is_first else ""
    title, today = "In force: adopted and signed", workspace.history.today
    form = FormDialog(title, fields, "Record", explanation, draft=draft, today=today)
    values = await app.push_screen_wait(form)
    if values is None:
        return None
    signed_file = values.pop(SIGNED_FILE.id, "").strip()
    if signed_file and not await _confirms(app, workspace, paths.typed(signed_file)):
        return None
    is_changed = adoption.record(**values)
    draft.clear()
    return RECORDED if is_changed else None


async def _confirms(app: App[None], workspace: Workspace, path: Path) -> bool:
    """Show what differs in the signed file, and ask whether the adoption is recorded all the same."""
    app.notify("Reading …", markup=False)
    try:
        signed = await asyncio.to_thread(workspace.adoption.compare_signed, path)
    except MouError as error:
        # A scan, for instance, holds no words to compare.
        return await _record_anyway(app, "The signed file cannot be read", error.message)
    if not signed.differences:
        app.notify(signed.summary, markup=False)
        return True
    await app.push_screen_wait(MessageDialog("What differs in the signed file", signed.text))
    return await _record_anyway(app, signed.summary)


async def _record_anyway(app: App[None], title: str, reason: str = "") -> bool:
    choices = [("leave", LEAVE), ("record", RECORD_ANYWAY)]
    return await app.push_screen_wait(ChoiceDialog(title, choices, reason)) == "record"
