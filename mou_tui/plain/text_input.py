"""Writing several lines, each recorded as soon as it is typed."""

from __future__ import annotations

from collections.abc import Callable

from mou_tui.plain.command_parser import is_word
from mou_tui.plain.console import Console
from mou_tui.plain.line_input import InputClosed
from mou_tui.plain.vocabulary import CANCEL, COLONED, END
from mou_tui.workspace.answers import Where

HOW = (
    f"Type line after line. A line that says :{END} finishes, :{CANCEL} leaves everything as it was. "
    "Other words work too, such as :next."
)


def write_lines(console: Console, start: str, before: str, record: Callable[[str], object], first: str = "") -> str:
    """Take in lines until one ends it.

    Args:
        console: where to talk.
        start: what stands before the first line.
        before: what was there, to go back to.
        record: records the wording so far.
        first: a line that was said already.

    Returns:
        What to do next: what was said after the colon that ended it; empty after `:end` and `:cancel`.

    Raises:
        Left: the input ended, or Ctrl+C was pressed; everything typed was recorded.
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
        except InputClosed as left:
            if left.unfinished:
                add(left.unfinished)
            raise
        if not line[1:2].isalpha() or not line.startswith(":"):
            add(line[1:] if line.startswith("::") else line)
            continue
        word = line.removeprefix(":").strip()
        if not is_word(word):
            console.say(f":{word} is not one of the words, so that line was left out. {COLONED}")
            continue
        if word.casefold() == CANCEL:
            record(before)
            console.say("Left as it was.")
        return "" if word.casefold() in (CANCEL, END) else word


def add_or_replace(console: Console, prompt: str) -> Where | None:
    """Ask where new words go; None if nowhere."""
    said = console.choose(prompt, "add", "replace", "cancel")
    if said == "cancel":
        console.say("Left as it was.")
        return None
    return "append" if said == "add" else "replace"
