"""Locked clauses: wording that parties agreed to is not changed before somebody says unlock."""

from __future__ import annotations

from mou_tui.draft.clause_lock import locked_sentence, will_be_asked
from mou_tui.language.text import capitalize_first
from mou_tui.plain.context import PlainContext
from mou_tui.plain.registry import command


def refuse_if_locked(context: PlainContext) -> bool:
    """Return whether the current clause is locked; if so, say by whom and what one can do."""
    workspace = context.workspace
    holders = workspace.locks.holders(workspace.clause_id)
    if not holders:
        return False
    pronoun = "it" if len(holders) == 1 else "they"
    context.say(locked_sentence(workspace.checklist, workspace.clause_name(), holders))
    context.say(f"Say propose to put another wording beside it, or unlock to change it: {pronoun} will be asked again.")
    return True


@command("unlock")
def unlock(context: PlainContext, _: str) -> None:
    """Unlock the current clause, and say who will be asked again."""
    workspace = context.workspace
    holders = workspace.locks.holders(workspace.clause_id)
    if not holders:
        context.say(f"{capitalize_first(workspace.clause_name())} is not locked; it can be changed as it is.")
        return
    workspace.locks.unlock(workspace.clause_id)
    again = will_be_asked(workspace.checklist, holders)
    context.say(f"{workspace.clause_name()} is unlocked. {again} if you change it.")
