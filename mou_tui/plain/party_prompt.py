"""Asking for one of several things."""

from __future__ import annotations

from mou_tui.draft.agreement import party_in_sentence
from mou_tui.plain.console import Console
from mou_tui.plain.stance_parser import parse_parties
from mou_tui.session.model import Party
from mou_tui.workspace.workspace import Workspace


def ask_party(console: Console, workspace: Workspace, words: str) -> tuple[Party | None, str]:
    """The party that words begin with, and what follows; asks which where they do not tell.

    Returns:
        The party, None if it is to be none after all; and the words after its name.

    Raises:
        Said, Left: as of `Console.ask`.
    """
    parties = workspace.session.parties
    if not parties:
        console.say("No party is known yet. Say names to name them.")
        return None, ""
    named, rest = parse_parties(parties, words)
    if words and not named:
        console.say("No party is called that.")
    while len(named) != 1:
        for number, party in enumerate(parties, start=1):
            if party in (named or parties):
                console.say(f"{number}. {party_in_sentence(workspace.checklist, party, begins=True)}.")
        said = console.ask(
            "Which party? Say its number or its name; Enter alone leaves everything as it was:", obeys=True
        )
        if not said:
            console.say("Left as it was.")
            return None, ""
        named, _ = parse_parties(parties, said)
        if not named:
            console.say("No party is called that.")
    return named[0], rest
