"""Writing several lines, each recorded as soon as it is typed."""

from __future__ import annotations

from collections.abc import Callable

from mou_tui.plain.command_parser import is_command
from mou_tui.plain.console import Console
from mou_tui.plain.line_input import InputClosed
from mou_tui.plain.vocabulary import CANCEL, COLONED, END
from mou_tui.workspace.answers import Where

HOW = (
    f"Type line after line. A line that says :{END} finishes, :{CANCEL} leaves everything as it was. "
    "Other words work too, such as :next."
)


def write_lines(console: Console, start: str, before: str, record: Callable[[str], object], first: str = "") -> str:
    """Record lines as they are typed, until one of them ends it.

    Args:
        console: where to talk.
        start: the text before the first line.
        before: the text to go back to where it is cancelled.
        record: records the text so far.
        first: a first line that was given with the command.

    Returns:
        The command that ended it, without its colon; empty after `:end` and `:cancel`.

    Raises:
        InputClosed: The input ended, or Ctrl+C was pressed; everything typed was recorded.
    """
    lines: list[str] = []

    def add(line: str) -> None:
        lines.append(line)
        if any(lines):
            record((start + "\n".join(lines)).rstrip("\n"))

    console.say(HOW)
    if first:
        add(first)
    while True:
        try:
            line = console.line(f"Line {len(lines) + 1}:")
        except InputClosed as closed:
            if closed.unfinished:
                add(closed.unfinished)
            raise
        if not line[1:2].isalpha() or not line.startswith(":"):
            add(line[1:] if line.startswith("::") else line)
            continue
        command = line.removeprefix(":").strip()
        if not is_command(command):
            console.say(f":{command} is not one of the words, so that line was left out. {COLONED}")
            continue
        if command.casefold() == CANCEL:
            record(before)
            console.say("Left as it was.")
        return "" if command.casefold() in (CANCEL, END) else command


def add_or_replace(console: Console, prompt: str) -> Where | None:
    """Ask whether new text is added or replaces what is there; return None where it is cancelled."""
    choice = console.choose(prompt, "add", "replace", "cancel")
    if choice == "cancel":
        console.say("Left as it was.")
        return None
    return "append" if choice == "add" else "replace"
