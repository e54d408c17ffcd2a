"""Our side's notes, which are in a file of their own."""

from __future__ import annotations

from mou_tui.plain.context import PlainContext
from mou_tui.plain.registry import command
from mou_tui.workspace.our_notes import BEFORE_SHOWING, EXPLANATION, keep_note, note_on, note_title

NOTHING = "There is no note yet."


@command("ours")
def our_notes(context: PlainContext, line: str) -> None:
    """Hear, add to or clear the note on this clause.

    Args:
        context: the open session and where to ask.
        line: `general` for the note that is on no clause.
    """
    from mou_tui.persistence.our_notes import GENERAL

    workspace, word = context.workspace, line.strip().casefold()
    clause_id = GENERAL if word and "general".startswith(word) else workspace.clause_id
    context.say(f"{note_title(workspace, clause_id).replace(' · ', ', ')}. {EXPLANATION}")
    note = note_on(workspace, clause_id)
    if note:
        context.say(BEFORE_SHOWING)
        choice = context.console.choose("Say hear, add, clear or nothing:", "hear", "add", "clear", "nothing")
    else:
        context.say(NOTHING)
        choice = context.console.choose("Say add or nothing:", "add", "nothing")
    if choice == "hear":
        context.say(note)
    elif choice == "add":
        typed = context.console.ask("Your note:")
        keep_note(workspace, clause_id, "\n\n".join(filter(None, (note, typed))), note)
        context.say("Saved." if typed else "Nothing was noted.")
    elif choice == "clear":
        keep_note(workspace, clause_id, "", note)
        context.say("Cleared.")
