"""Removing words for good, line by line."""

from __future__ import annotations

from mou_tui.errors import MouError
from mou_tui.plain.console import Console
from mou_tui.session.redaction import ASK_COUNSEL
from mou_tui.workspace.word_removal import remove_for_good
from mou_tui.workspace.workspace import Workspace


def strike(console: Console, workspace: Workspace) -> None:
    """Ask which words, and whether that is meant; then remove them and say where they still stand."""
    console.say(ASK_COUNSEL)
    words = console.ask("Which words are to be removed for good? Say :cancel to leave them:").strip()
    if not words:
        console.say("Left as it was.")
        return
    console.say("They are removed from every wording, reason and note, from the history and from every copy here.")
    if (
        console.choose("Nothing brings them back, and no step before can be taken back. Say yes or no:", "yes", "no")
        != "yes"
    ):
        console.say("Left as it was.")
        return
    try:
        removal = remove_for_good(workspace, words)
    except MouError as error:
        console.say(error.message)
        return
    for line in removal.lines:
        console.say(line)
