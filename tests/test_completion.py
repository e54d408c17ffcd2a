from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

README = (Path(__file__).parents[1] / "README.md").read_text(encoding="utf-8")
PROGRAM = [sys.executable, "-m", "mou_tui"]


def answer(**environment: str) -> str:
    ran = subprocess.run(PROGRAM, env={**os.environ, **environment}, capture_output=True, text=True, check=True)
    return ran.stdout


@pytest.mark.parametrize(
    ("words", "place", "offered"),
    [
        ("mou-tui op", "1", ["plain,open"]),
        ("mou-tui open ", "2", ["file,"]),
        ("mou-tui wa", "1", ["plain,watch"]),
        ("mou-tui watch ", "2", ["file,"]),
        ("mou-tui new --depth f", "3", ["plain,full"]),
        ("mou-tui demo --no", "2", ["plain,--no-mouse"]),
    ],
)
def test_commands_options_and_files_are_completed(words: str, place: str, offered: list[str]) -> None:
    assert answer(_MOU_TUI_COMPLETE="bash_complete", COMP_WORDS=words, COMP_CWORD=place).split() == offered


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_lines_in_the_readme_are_answered(shell: str) -> None:
    line = re.search(rf"^.*(_MOU_TUI_COMPLETE)=({shell}_source) mou-tui.*$", README, re.MULTILINE)

    assert line
    assert "mou-tui" in answer(**{line[1]: line[2]})
