"""Changing some words of a wording, where no cursor can be put among them."""

from __future__ import annotations

import re

from mou_tui.plain.console import CommandInterrupt, Console
from mou_tui.plain.form import EMPTY
from mou_tui.text import pluralize

AROUND = 30
"""Characters that are said on either side of the words."""


def change_words(console: Console, text: str) -> str | None:
    """Ask which words to change and to what.

    Returns:
        The whole as it is then; None if it is to be left as it was.

    Raises:
        Said, Left: as of `Console.ask`; nothing is changed then.
    """
    old = console.ask("Which words, as they stand?")
    found = [match.span() for match in re.finditer(re.escape(old).replace(r"\ ", r"\s+"), text)] if old else []
    if not found:
        console.say("Those words are not in the answer. Say show to hear it.")
        return None
    chosen = _chosen(console, text, found)
    new = _new(console)
    if not chosen or new is None:
        console.say("Left as it was.")
        return None
    for start, end in reversed(chosen):
        before, after = text[:start], text[end:]
        text = before + (new + after if new or not before.endswith(" ") else after.removeprefix(" "))
    return text


def _chosen(console: Console, text: str, found: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The places to change."""
    if len(found) == 1:
        return found
    console.say(f"They stand there {pluralize(len(found), 'time')}.")
    for number, (start, end) in enumerate(found, start=1):
        around = text[max(0, start - AROUND) : end + AROUND]
        console.say(f"{number}. {' '.join(around.split())}")
    numbers = [str(number) for number in range(1, len(found) + 1)]
    said = console.choose("Say the number of one, or all:", *numbers, "all")
    return found if said == "all" else [found[int(said) - 1]]


def _new(console: Console) -> str | None:
    try:
        return console.ask(f"To what? :{EMPTY} takes them out:", also=(EMPTY,)) or None
    except CommandInterrupt as said:
        if said.line == EMPTY:
            return ""
        raise
