"""Asking for one of the parties."""

from __future__ import annotations

from mou_tui.draft.agreement import party_in_sentence
from mou_tui.plain.console import Console
from mou_tui.plain.stance_parser import parse_parties
from mou_tui.session.model import Party
from mou_tui.workspace.workspace import Workspace


def ask_party(console: Console, workspace: Workspace, argument: str) -> tuple[Party | None, str]:
    """Find the party that an argument begins with; ask where it does not tell.

    Returns:
        The party, None if it is to be none after all; and what follows its name.

    Raises:
        CommandInterrupt: Another command was given.
        InputClosed: The person left.
    """
    parties = workspace.session.parties
    if not parties:
        console.say("No party is known yet. Say names to name them.")
        return None, ""
    named, rest = parse_parties(parties, argument)
    if argument and not named:
        console.say("No party is called that.")
    if len(named) != 1 and console.has_menus:
        candidates = named or tuple(parties)
        labels = [party_in_sentence(workspace.checklist, party, begins=True) for party in candidates]
        return candidates[console.pick("Which party?", labels)], rest
    while len(named) != 1:
        for number, party in enumerate(parties, start=1):
            if party in (named or parties):
                console.say(f"{number}. {party_in_sentence(workspace.checklist, party, begins=True)}.")
        answer = console.ask(
            "Which party? Say its number or its name; Enter alone leaves everything as it was:", obeys=True
        )
        if not answer:
            console.say("Left as it was.")
            return None, ""
        named, _ = parse_parties(parties, answer)
        if not named:
            console.say("No party is called that.")
    return named[0], rest
