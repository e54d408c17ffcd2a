"""A short session as it stands on a terminal, to be read aloud. `python -m tests.plain.transcript` writes it anew."""

from __future__ import annotations

import tempfile
from pathlib import Path

from tests.plain.terminal import terminal

KEPT = Path(__file__).with_name("transcript.txt")

SAID = (
    *("Lake City Police Department", "Lake City Unified School District", "IA"),
    *("points", "examples 1", "take 1", "blanks", "fill 1 weapons", "show"),
    *("", "go 3.2", "Each spring the School District evaluates the SRO.", "yes"),
    *("The Principals are heard first.", ":tick 2", "later", "the town lawyer", "the next meeting"),
    *("open", "aside", "there are no cameras", "nxt", "undo", "list", "review later", "draft 3.2"),
    *("export", "lake.md", "lines", "quit"),
)


def transcript(folder: Path) -> str:
    """What stands on the terminal in the end."""
    with terminal(["new", "lake.mou.yaml", "--plain"], folder, TERM="dumb") as program:
        program.types(*SAID[:-1])
        program.sends(f"{SAID[-1]}\n")
        assert program.ends() == 0
        # However long the name of the folder is, and wherever its line was broken for it.
        return program.heard.replace(f"\n{folder}", f" {folder}").replace(str(folder), "/home/lee")


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as made:
        KEPT.write_text(transcript(Path(made)), "utf-8")
