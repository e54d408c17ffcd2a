"""Which word somebody means, and which of some things a number names."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import get_close_matches
from typing import TypeVar

from mou_tui.plain.vocabulary import CANCEL, COMMANDS, END, Command
from mou_tui.session.model import OPENING

T = TypeVar("T")


def parse_command(line: str) -> tuple[Command, str] | None:
    """The word that somebody says, with what follows it; None if it is none.

    The beginning of a word is enough where it stands alone or before a number and no other word begins so. Before
    something it does not take, a word is none, for then it begins somebody's sentence.
    """
    name, _, rest = line.strip().partition(" ")
    rest = rest.strip()
    word = COMMANDS.get(name.casefold())
    if word is None and (not rest or is_number(rest)):
        form_drafts = [word for word in COMMANDS.values() if name and word.word.startswith(name.casefold())]
        word = form_drafts[0] if len(form_drafts) == 1 else None
    return (word, rest) if word and _fits(word, rest) else None


def is_number(said: str) -> bool:
    """Whether something is the number of a clause, a topic or a thing in a list."""
    return said.isascii() and said.replace(".", "", 1).isdecimal()


def is_word(line: str) -> bool:
    """Whether a line is to be obeyed where it begins with a colon."""
    return line.strip().casefold() in (CANCEL, END) or parse_command(line) is not None


def suggestions(line: str) -> list[str]:
    """The words that one might have meant."""
    name = line.partition(" ")[0].casefold()
    return [word for word in COMMANDS if word.startswith(name)] or get_close_matches(name, COMMANDS, n=2)


def nth(choices: Sequence[T], number: str) -> T | None:
    """The choice of a number, counted from 1; None if it is not the number of one."""
    place = int(number) - 1 if number.isascii() and number.isdecimal() and len(number) < 4 else -1
    return choices[place] if 0 <= place < len(choices) else None


def _fits(word: Command, rest: str) -> bool:
    if rest and word.takes == "LETTER":
        return len(rest) == 1
    if not rest or not word.takes.startswith("NUMBER"):
        return not rest or bool(word.takes)
    return is_number(rest.split()[0]) or rest.casefold() == OPENING
