"""The prompt for who spoke for a party, and how, in a position already recorded."""

from __future__ import annotations

from textual.app import App

from mou_tui.draft.agreement import party_in_sentence
from mou_tui.tui.dialogs.form_drafts import draft_of
from mou_tui.tui.dialogs.forms import FormDialog
from mou_tui.workspace.forms import speaker_fields
from mou_tui.workspace.workspace import Workspace


async def ask_speaker(app: App[None], workspace: Workspace, party: str) -> str | None:
    """Ask who spoke for a party, and whether by letter or telephone.

    Returns:
        A sentence to show; None if nothing changed.
    """
    position = workspace.answer.positions[party]
    name = party_in_sentence(workspace.checklist, workspace.session.party(party))
    title = f"Who spoke for {name}?"
    explanation = "Both may be left out. The record says it with the position."
    draft = draft_of(workspace, "speaks", workspace.clause_id, party)
    values = await app.push_screen_wait(FormDialog(title, speaker_fields(position), "Record", explanation, draft=draft))
    if values is None:
        return None
    is_changed = (values["speaker"], values["via"]) != (position.speaker, position.via)
    if is_changed:
        workspace.positions.attribute(party, values["speaker"], values["via"])
    draft.clear()
    return f"Who spoke for {name} is recorded." if is_changed else None
