"""Where the session is saved: now, or in another file from now on."""

from __future__ import annotations

from mou_tui import paths
from mou_tui.errors import MouError
from mou_tui.plain.console import full_path
from mou_tui.plain.context import PlainContext
from mou_tui.plain.registry import command
from mou_tui.workspace.our_notes import notes_left_behind


@command("save")
def save(context: PlainContext, _: str) -> None:
    """Save now, and say where, or why not."""
    store = context.workspace.store
    context.say(store.flush().message or f"Saved to {full_path(store.path)}.")


@command("elsewhere")
def save_elsewhere(context: PlainContext, _: str) -> None:
    """Go on in another file; of a read-only session or the sample this makes a copy to work on."""
    typed = context.console.ask("In which file do you go on? :cancel leaves it:")
    if not typed:
        context.say("Left as it was.")
        return
    path, notes = paths.typed(typed), notes_left_behind(context.workspace)
    try:
        context.workspace.sample.save_elsewhere(path)
        context.say(f"Saved. You are now working in {full_path(path)}. {notes}".strip())
    except MouError as error:
        context.say(error.message)
