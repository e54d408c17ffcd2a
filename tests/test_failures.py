"""The command by which a person goes on is one that their own shell finds."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from mou_tui.failures import command_for, program_command

TOP = Path(__file__).parents[1]
SAYS_HOW_TO_GO_ON = """#!{python}
import sys
sys.path.insert(0, {top!r})
from pathlib import Path
from mou_tui.failures import command_for
print(command_for(Path("two words.mou.yaml")))
"""

pytestmark = pytest.mark.skipif(os.name == "nt", reason="scripts are started through #! here")


@pytest.fixture
def installed(tmp_path: Path) -> Path:
    """A folder that holds the program, as an environment does."""
    script = tmp_path / "bin" / "mou-tui"
    script.parent.mkdir()
    script.write_text(SAYS_HOW_TO_GO_ON.format(python=sys.executable, top=str(TOP)), "utf-8")
    script.chmod(0o755)
    return script


def typed(command: str, folder: Path, path: str = os.defpath) -> list[str]:
    """What the program prints when a shell in the folder is given the command."""
    environment = {**os.environ, "PATH": path}
    answer = subprocess.run(
        ["/bin/sh", "-c", command], cwd=folder, env=environment, capture_output=True, text=True, check=True
    )
    return shlex.split(answer.stdout)


def test_a_program_that_the_shell_does_not_find_is_named_by_its_place(installed: Path) -> None:
    assert typed("bin/mou-tui", installed.parents[1]) == ["bin/mou-tui", "open", "two words.mou.yaml"]
    assert typed(str(installed), installed.parent) == [str(installed), "open", "two words.mou.yaml"]


def test_a_program_that_the_shell_finds_is_named_by_its_name(installed: Path) -> None:
    path = f"{installed.parent}{os.pathsep}{os.defpath}"
    assert typed("mou-tui", installed.parents[1], path) == ["mou-tui", "open", "two words.mou.yaml"]


def test_another_program_of_that_name_is_not_the_one(installed: Path, tmp_path: Path) -> None:
    other = tmp_path / "other" / "mou-tui"
    other.parent.mkdir()
    other.write_text("#!/bin/sh\n", "utf-8")
    other.chmod(0o755)
    assert typed("bin/mou-tui", tmp_path, str(other.parent))[0] == "bin/mou-tui"


def test_a_module_is_started_as_a_module_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "argv", [str(TOP / "mou_tui" / "__main__.py")])
    monkeypatch.setattr(sys, "orig_argv", ["python3", "-m", "mou_tui"])
    assert program_command() == "python3 -m mou_tui"
    assert command_for(Path("a.mou.yaml"), "watch") == "python3 -m mou_tui watch a.mou.yaml"
