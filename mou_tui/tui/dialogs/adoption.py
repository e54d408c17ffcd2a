"""The form for when the agreement was adopted and signed, and where it is kept, posted and filed."""

from __future__ import annotations

from textual.app import App

from mou_tui.tui.dialogs.form_drafts import draft_of
from mou_tui.tui.dialogs.forms import FormDialog
from mou_tui.workspace.adoption import EXPLANATION, RECORDED
from mou_tui.workspace.forms import in_force_fields
from mou_tui.workspace.workspace import Workspace


async def record_adoption(app: App[None], workspace: Workspace) -> str | None:
    """Ask what is to be recorded of the adoption, and record it.

    Returns:
        A sentence to show; None if nothing changed.

    Raises:
        Refused: A meeting is going on.
    """
    adoption = workspace.adoption
    adoption.require_ready()
    draft, fields = draft_of(workspace, "in_force"), in_force_fields(adoption.recorded)
    explanation = "" if adoption.is_recorded else EXPLANATION
    title, today = "In force: adopted and signed", workspace.history.today
    form = FormDialog(title, fields, "Record", explanation, draft=draft, today=today)
    values = await app.push_screen_wait(form)
    if values is None:
        return None
    is_changed = adoption.record(**values)
    draft.clear()
    return RECORDED if is_changed else None
