"""The parts of the agreement that are not answers: its title, exhibits, clauses of the room's own."""

from __future__ import annotations

from mou_tui.plain.context import PlainContext
from mou_tui.plain.form import HOW, UNCHANGED, Form
from mou_tui.plain.registry import command
from mou_tui.session.model import OPENING
from mou_tui.workspace.agreement_parts import AgreementParts


@command("frame")
def set_parts(context: PlainContext, _: str) -> None:
    """Ask for the title, exhibits, terms from counsel and how each party contracts, and set them."""
    parts = AgreementParts(context.workspace)
    context.say(HOW)
    form = Form(context.console, (*parts.lines(), *parts.contracting_lines()))
    values = form.ask()
    if values is None:
        return
    context.say("The parts of the agreement are set." if parts.write(values) else UNCHANGED)
    form.resume_interrupt()


@command("clause")
def set_own_clause(context: PlainContext, _: str) -> str | None:
    """Add a clause of the room's own to the current topic; on one, give it another caption or remove it."""
    workspace, console = context.workspace, context.console
    parts = AgreementParts(workspace)
    clause_id = workspace.clause_id
    caption = parts.caption(clause_id)
    if caption:
        new = console.ask(f"Another caption for “{caption}”, or :cancel. Enter alone removes it:").strip()
        if not new:
            workspace.go(workspace.navigation.neighbor(-1) or OPENING)
        parts.caption_clause(clause_id, new)
        context.say(f"It is called “{new}” now." if new else f"“{caption}” is gone; undo brings it back.")
        return "again"
    added = parts.add_clause(parts.topic_here(), console.ask("Caption of your own clause:"))
    if not added:
        context.say(UNCHANGED)
        return None
    workspace.go(added)
    return "again"
