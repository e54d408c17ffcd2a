"""Asking for one of several things."""

from __future__ import annotations

from mou_tui.desk import Desk
from mou_tui.draft.agreement import called
from mou_tui.plain.console import Console
from mou_tui.plain.stands import parties_meant
from mou_tui.session.session import Party


def ask_party(console: Console, desk: Desk, words: str) -> tuple[Party | None, str]:
    """The party that words begin with, and what follows; asks which where they do not tell.

    Returns:
        The party, None if it is to be none after all; and the words after its name.

    Raises:
        Said, Left: as of `Console.ask`.
    """
    parties = desk.session.parties
    if not parties:
        console.say("No party is known yet. Say names to name them.")
        return None, ""
    named, rest = parties_meant(parties, words)
    if words and not named:
        console.say("No party is called that.")
    while len(named) != 1:
        for number, party in enumerate(parties, start=1):
            if party in (named or parties):
                console.say(f"{number}. {called(desk.checklist, party, begins=True)}.")
        said = console.ask(
            "Which party? Say its number or its name; Enter alone leaves everything as it was:", obeys=True
        )
        if not said:
            console.say("Left as it was.")
            return None, ""
        named, _ = parties_meant(parties, said)
        if not named:
            console.say("No party is called that.")
    return named[0], rest
