"""Sending a copy of the session to a party."""

from __future__ import annotations

from mou_tui import paths
from mou_tui.plain.console import full_path
from mou_tui.plain.context import PlainContext
from mou_tui.plain.party_prompt import ask_party
from mou_tui.plain.registry import command

NOT_SENT = "Nothing was sent."


@command("send")
def send(context: PlainContext, argument: str) -> None:
    """Write a copy for a party, once the person has heard what is in it and what is not."""
    from mou_tui.workspace.sending import (
        READABLE,
        caucuses,
        check_sendable,
        contents_sentences,
        default_copy_path,
        prepare_copy,
        sent_sentence,
        write_copy,
    )

    workspace, console = context.workspace, context.console
    check_sendable(workspace)
    party, _ = ask_party(console, workspace, argument)
    if party is None:
        return
    chosen = [
        meeting.id
        for meeting, name in caucuses(workspace, party.id)
        if console.choose(f"Send {name} too? It does not go unless you say yes. Say yes or no:", "yes", "no") == "yes"
    ]
    made = prepare_copy(workspace, party.id, chosen)
    for sentence in (*contents_sentences(made), READABLE):
        console.say(sentence)
    usual = default_copy_path(workspace.sample.export_path(), party.id)
    choice = console.choose(
        f"Say write to write it as {full_path(usual)}, elsewhere for another file, or nothing:",
        "write",
        "elsewhere",
        "nothing",
    )
    typed = console.ask("Write it to which file?") if choice == "elsewhere" else ""
    if choice == "nothing" or (choice == "elsewhere" and not typed):
        console.say(NOT_SENT)
        return
    path = paths.typed(typed) if typed else usual
    write_copy(workspace, made, path)
    console.say(sent_sentence(path))
