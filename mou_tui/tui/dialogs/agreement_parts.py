"""Prompts for the parts of the agreement that are not answers, and for clauses the room adds."""

from __future__ import annotations

from textual.app import App

from mou_tui.session.model import OPENING
from mou_tui.tui.dialogs.form_drafts import draft_of
from mou_tui.tui.dialogs.forms import FormDialog
from mou_tui.workspace.agreement_parts import AgreementParts
from mou_tui.workspace.forms import FieldSpec
from mou_tui.workspace.workspace import Workspace

FRAME = "Title, exhibits and counsel"
CONTRACTING = "How each party contracts and signs"
OWN = "A clause of your own"


async def ask_frame(app: App[None], workspace: Workspace) -> bool:
    """Ask for the title, the agreement it replaces, exhibits and counsel's terms; return whether any changed."""
    return await _ask(app, workspace, "frame", FRAME, AgreementParts(workspace).lines())


async def ask_contracting(app: App[None], workspace: Workspace) -> bool:
    """Ask through which office each party contracts, and for lines below its signature; return whether any changed."""
    return await _ask(app, workspace, "contracting", CONTRACTING, AgreementParts(workspace).contracting_lines())


async def _ask(app: App[None], workspace: Workspace, what: str, title: str, fields: tuple[FieldSpec, ...]) -> bool:
    draft = draft_of(workspace, what)
    values = await app.push_screen_wait(FormDialog(title, fields, "Set", draft=draft))
    if values is None:
        return False
    is_changed = AgreementParts(workspace).write(values)
    draft.clear()
    return is_changed


async def ask_clause(app: App[None], workspace: Workspace) -> bool:
    """Add a clause to the end of the topic, or rename or remove the current one; return whether anything changed."""
    parts, clause_id = AgreementParts(workspace), workspace.clause_id
    caption = parts.caption(clause_id)
    title = next(topic.title for topic in workspace.checklist.topics if topic.id == parts.topic_here())
    explanation = f"It stands at the end of “{title}”."
    if caption:
        explanation = (
            "Without a caption the clause is removed; Ctrl+Z brings it back. Where others follow it, its number stays "
            "in the draft as “Reserved”, so that theirs do not change."
        )
    field = FieldSpec("caption", "Caption", caption, "Lunch duty", required=not caption)
    draft = draft_of(workspace, "own_clause", clause_id if caption else parts.topic_here())
    values = await app.push_screen_wait(
        FormDialog(OWN, (field,), "Set" if caption else "Add", explanation, draft=draft)
    )
    if values is None:
        return False
    if not caption:
        added = parts.add_clause(parts.topic_here(), values["caption"])
        draft.clear()
        if added:
            workspace.go(added)
        return bool(added)
    draft.clear()
    if not values["caption"].strip():
        workspace.go(workspace.navigation.neighbor(-1) or OPENING)
    return parts.caption_clause(clause_id, values["caption"])
