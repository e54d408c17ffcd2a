"""Writing several lines, each recorded as soon as it is typed."""

from __future__ import annotations

from collections.abc import Callable

from mou_tui.plain.console import Console


def write_lines(console: Console, start: str, before: str, record: Callable[[str], int]) -> str:
    """Take in lines until one ends it.

    Args:
        console: where to talk.
        start: what stands before the first line.
        before: what was there, to go back to on `:cancel`.
        record: records the wording so far, and says how many control characters it replaced.

    Returns:
        What to do next: the word that ended it, without its colon; empty after `:end` and `:cancel`.
    """
    console.say("Type the lines. A line that says :end finishes, :cancel leaves everything as it was.")
    console.say(
        "Every other word works with a colon, such as :next. A line of your own that begins so takes two colons."
    )
    lines: list[str] = []
    while True:
        line = console.line(">")
        if not line.startswith(":") or line.startswith("::"):
            lines.append(line.removeprefix(":"))
            if replaced := record(start + "\n".join(lines)):
                console.say(f"{replaced} control characters were replaced.")
            continue
        word = line.removeprefix(":").strip()
        if word == "cancel":
            record(before)
            console.say("Left as it was.")
            return ""
        return "" if word == "end" else word
