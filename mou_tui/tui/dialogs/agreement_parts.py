"""Asking for the parts of the agreement that are not answers, and for clauses of the room's own."""

from __future__ import annotations

from textual.app import App

from mou_tui.session.model import OPENING
from mou_tui.tui.dialogs.forms import FormDialog
from mou_tui.workspace.agreement_parts import AgreementParts
from mou_tui.workspace.forms import FieldSpec
from mou_tui.workspace.workspace import Workspace

FRAME = "Title, exhibits and counsel"
CONTRACTING = "How each party contracts and signs"
OWN = "A clause of your own"


async def ask_frame(app: App[None], workspace: Workspace) -> bool:
    """Ask for the title, the agreement it replaces, exhibits and counsel's terms; whether anything changed."""
    return await _ask(app, workspace, FRAME, AgreementParts(workspace).lines())


async def ask_contracting(app: App[None], workspace: Workspace) -> bool:
    """Ask by and through which office each party contracts, and for lines below its signature; whether it changed."""
    return await _ask(app, workspace, CONTRACTING, AgreementParts(workspace).contracting_lines())


async def _ask(app: App[None], workspace: Workspace, title: str, fields: tuple[FieldSpec, ...]) -> bool:
    said = await app.push_screen_wait(FormDialog(title, fields, "Set"))
    return said is not None and AgreementParts(workspace).write(said)


async def ask_clause(app: App[None], workspace: Workspace) -> bool:
    """Add a clause at the end of the topic, or caption or remove the one on the table; whether anything changed."""
    parts, place = AgreementParts(workspace), workspace.clause_id
    caption = parts.caption(place)
    topic = workspace.checklist.topics
    title = next(one.title for one in topic if one.id == parts.topic_here())
    told = f"It stands at the end of “{title}”."
    if caption:
        told = "Without a caption the clause is removed; Ctrl+Z brings it back."
    field = FieldSpec("caption", "Caption", caption, "Lunch duty", required=not caption)
    said = await app.push_screen_wait(FormDialog(OWN, (field,), "Set" if caption else "Add", told))
    if said is None:
        return False
    if not caption:
        added = parts.add_clause(parts.topic_here(), said["caption"])
        if added:
            workspace.go(added)
        return bool(added)
    if not said["caption"].strip():
        workspace.go(workspace.navigation.neighbor(-1) or OPENING)
    return parts.caption_clause(place, said["caption"])
