"""Changing some words of a text where there is no cursor to put among them."""

from __future__ import annotations

import re

from mou_tui.language.text import pluralize
from mou_tui.plain.console import CommandInterrupt, Console
from mou_tui.plain.form import EMPTY

AROUND = 30
"""Characters that are said on either side of the words to change."""


def change_words(console: Console, text: str) -> str | None:
    """Ask which words to change and to what.

    Returns:
        The changed text; None if it is to be left as it was.

    Raises:
        CommandInterrupt: Another command was given; nothing is changed.
        InputClosed: The person left; nothing is changed.
    """
    old = console.ask("Which words, as they stand?")
    spans = [match.span() for match in re.finditer(re.escape(old).replace(r"\ ", r"\s+"), text)] if old else []
    if not spans:
        console.say("Those words are not in the answer. Say show to hear it.")
        return None
    chosen = _ask_which(console, text, spans)
    new = _ask_new(console)
    if not chosen or new is None:
        console.say("Left as it was.")
        return None
    for start, end in reversed(chosen):
        before, after = text[:start], text[end:]
        text = before + (new + after if new or not before.endswith(" ") else after.removeprefix(" "))
    return text


def _ask_which(console: Console, text: str, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Ask which of the places to change; each is a start and an end, in characters."""
    if len(spans) == 1:
        return spans
    console.say(f"They stand there {pluralize(len(spans), 'time')}.")
    for number, (start, end) in enumerate(spans, start=1):
        around = text[max(0, start - AROUND) : end + AROUND]
        console.say(f"{number}. {' '.join(around.split())}")
    numbers = [str(number) for number in range(1, len(spans) + 1)]
    choice = console.choose("Say the number of one, or all:", *numbers, "all")
    return spans if choice == "all" else [spans[int(choice) - 1]]


def _ask_new(console: Console) -> str | None:
    try:
        return console.ask(f"To what? :{EMPTY} takes them out:", also=(EMPTY,)) or None
    except CommandInterrupt as interrupt:
        if interrupt.line == EMPTY:
            return ""
        raise
