"""Hearing which words there are: so few at a time that one can keep them in mind."""

from __future__ import annotations

from mou_tui.plain.command_parser import parse_command
from mou_tui.plain.speech import Say
from mou_tui.plain.vocabulary import COLONED, GROUPS, Command, CommandGroup

USUAL = (
    "The usual way through a question: guidance, examples, take or write, next. "
    "With the parties at the table: meeting begin, agenda, then for each question say or all, decide, act."
)


def say_help(name: str, say: Say) -> None:
    """Tell the groups of words, the words of one group, or what one word does."""
    group = next((group for group in GROUPS if group.name == name.casefold()), None)
    word = parse_command(name)
    if group:
        _tell_group(group, say)
    elif word:
        _tell_word(word[0], say)
    else:
        _tell_groups(say)


def _tell_groups(say: Say) -> None:
    say(USUAL)
    for group in GROUPS:
        say(f"{group.heading}, help {group.name}: {', '.join(word.word for word in group.words)}.")
    say(f"Say help and the name of a group, such as help {GROUPS[0].name}, or help and a word, to hear more.")
    say(COLONED)


def _tell_group(group: CommandGroup, say: Say) -> None:
    say(f"{group.heading}:")
    for word in group.words:
        _tell_word(word, say)


def _tell_word(word: Command, say: Say) -> None:
    say(f"{word.word}: {word.help}.")
