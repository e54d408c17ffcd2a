"""The command that removes words for good."""

from __future__ import annotations

from mou_tui.errors import MouError
from mou_tui.plain.context import PlainContext
from mou_tui.plain.registry import command
from mou_tui.session.redaction import ASK_COUNSEL
from mou_tui.workspace.forms import REMOVAL
from mou_tui.workspace.word_removal import remove_for_good


@command("strike")
def strike(context: PlainContext, _: str) -> None:
    """Ask which words, and whether that is meant; then remove them and say where they still are."""
    console = context.console
    console.say(ASK_COUNSEL)
    words = console.ask(f"{REMOVAL.label} Say :cancel to leave them:").strip()
    if not words:
        console.say("Left as it was.")
        return
    console.say("They are removed from every wording, reason and note, from the history and from every copy here.")
    prompt = "Nothing brings them back, and no step before can be taken back. Say yes or no:"
    if console.choose(prompt, "yes", "no") != "yes":
        console.say("Left as it was.")
        return
    try:
        removal = remove_for_good(context.workspace, words)
    except MouError as error:
        console.say(error.message)
        return
    for line in removal.lines:
        console.say(line)
