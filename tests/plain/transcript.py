"""A short session as it is on a terminal, to be read aloud. `python -m tests.plain.transcript` writes it anew."""

from __future__ import annotations

import re
import tempfile
from pathlib import Path

from tests.plain.terminal import terminal

KEPT = Path(__file__).with_name("transcript.txt")

TODAY = r"[A-Z][a-z]+ [0-9]{1,2}, [0-9]{4}(?=, [0-9])"
"""Today, where a time follows it."""

SAID = (
    *("Lake City Police Department", "Lake City Unified School District", "IA"),
    *("points", "examples 1", "take 1", "blanks", "fill 1 weapons", "show"),
    *("", "go 3.2", "Each spring the School District evaluates the SRO.", "yes"),
    *("The Principals are heard first.", ":tick 2", "later", "the town lawyer", "the next meeting"),
    *("aside", "there are no cameras", "nxt", "undo", "undo", "list", "review later", "draft 3.2"),
    *("meeting begin", "", "Pat Doe, Chief of Police", "", "Ann Poe, Superintendent", "Ana Cruz, parent"),
    *("go 3.2", "say 1 agrees", "say district objects", "spring is too early", "propose district"),
    *("Each June the School District evaluates the SRO.", ":end", "alternatives", "choose B", "positions", "all"),
    *(
        "decide We meet in June.",
        "act ask the Principals",
        "Ann Poe",
        "spring break",
        "say police must check",
        "the mayor",
        "",
        "whether the town may pay",
    ),
    *("help parties", "meeting end", "export", "lake.md", "lines", "record", "", "quit"),
)


def transcript(folder: Path) -> str:
    """What is on the terminal in the end."""
    with terminal(["new", "lake.mou.yaml", "--plain"], folder, TERM="dumb") as program:
        program.types(*SAID[:-1])
        program.sends(f"{SAID[-1]}\n")
        assert program.ends() == 0
        # However long the name of the folder is, and wherever its line was broken for it.
        output = program.output.replace(f"\n{folder}", f" {folder}").replace(str(folder), "/home/lee")
        return re.sub(r"[0-9]+:[0-9]{2} [ap]\.m\.", "6:02 p.m.", re.sub(TODAY, "January 13, 2027", output))


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as made:
        KEPT.write_text(transcript(Path(made)), "utf-8")
