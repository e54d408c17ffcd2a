"""Finding the command in a line, and the item that a number names."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import get_close_matches
from typing import TypeVar

from mou_tui.plain.vocabulary import CANCEL, COMMANDS, END, Command
from mou_tui.session.model import OPENING

T = TypeVar("T")


def parse_command(line: str) -> tuple[Command, str] | None:
    """Split a line into a command and its argument; return None where the line is no command.

    An unambiguous beginning of a name is enough where it is alone or before a number. A command before something
    it does not take is none: the line is somebody's sentence.
    """
    name, _, argument = line.strip().partition(" ")
    argument = argument.strip()
    command = COMMANDS.get(name.casefold())
    if command is None and (not argument or is_number(argument)):
        matching = [command for command in COMMANDS.values() if name and command.name.startswith(name.casefold())]
        command = matching[0] if len(matching) == 1 else None
    return (command, argument) if command and _takes(command, argument) else None


def is_number(text: str) -> bool:
    """Return whether a text is the number of a clause, a topic or an item in a list."""
    return text.isascii() and text.replace(".", "", 1).isdecimal()


def is_command(line: str) -> bool:
    """Return whether a line is carried out where it begins with a colon."""
    return line.strip().casefold() in (CANCEL, END) or parse_command(line) is not None


def suggestions(line: str) -> list[str]:
    """Return the names of commands that a line may have meant: those it begins, or at most two that look alike."""
    name = line.partition(" ")[0].casefold()
    return [command for command in COMMANDS if command.startswith(name)] or get_close_matches(name, COMMANDS, n=2)


def nth(items: Sequence[T], number: str) -> T | None:
    """Return the item of a number, counted from 1; None if the text is not the number of an item."""
    index = int(number) - 1 if number.isascii() and number.isdecimal() and len(number) < 4 else -1
    return items[index] if 0 <= index < len(items) else None


def _takes(command: Command, argument: str) -> bool:
    if argument and command.argument == "LETTER":
        return len(argument) == 1
    if not argument or not command.argument.startswith("NUMBER"):
        return not argument or bool(command.argument)
    return is_number(argument.split()[0]) or argument.casefold() == OPENING
