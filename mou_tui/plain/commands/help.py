"""Commands that list the commands, few enough at a time to keep in mind."""

from __future__ import annotations

from mou_tui.plain.command_parser import parse_command
from mou_tui.plain.context import PlainContext
from mou_tui.plain.registry import command as register
from mou_tui.plain.speech import Say
from mou_tui.plain.vocabulary import COLONED, GROUPS, Command, CommandGroup

USUAL = (
    "The usual way through a question: guidance, examples, take or write, next. "
    "With the parties at the table: meeting begin, agenda, then for each question say or all, decide, act."
)


@register("help")
def tell_help(context: PlainContext, name: str) -> None:
    """Say the groups of commands, the commands of one group, or what one command does."""
    group = next((group for group in GROUPS if group.name == name.casefold()), None)
    parsed = parse_command(name)
    if group:
        _tell_group(group, context.say)
    elif parsed:
        _tell_command(parsed[0], context.say)
    else:
        _tell_groups(context.say)


def _tell_groups(say: Say) -> None:
    say(USUAL)
    for group in GROUPS:
        say(f"{group.heading}, help {group.name}: {', '.join(command.name for command in group.commands)}.")
    say(f"Say help and the name of a group, such as help {GROUPS[0].name}, or help and a word, to hear more.")
    say(COLONED)


def _tell_group(group: CommandGroup, say: Say) -> None:
    say(f"{group.heading}:")
    for command in group.commands:
        _tell_command(command, say)


def _tell_command(command: Command, say: Say) -> None:
    say(f"{command.name}: {command.help}.")
