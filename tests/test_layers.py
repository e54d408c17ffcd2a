"""The layers hold: what each part may import, as `pyproject.toml` states it, and what really gets loaded."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

TOP = Path(__file__).parents[1]
PURE = "The draft and the reports know no clock, path, file or open session"
TOOLKITS = {"textual", "rich", "questionary", "prompt_toolkit"}


def lint(folder: Path) -> subprocess.CompletedProcess[str]:
    """Check the contracts of a checkout in that folder."""
    return subprocess.run(
        [sys.executable, "-c", "from importlinter.cli import lint_imports_command as lint; lint()", "--no-cache"],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(folder)},
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )


def loaded_by(module: str) -> set[str]:
    """The packages that are loaded once a module is imported in a process of its own."""
    script = f"import sys, {module}; print(*{{name.partition('.')[0] for name in sys.modules}})"
    environment = {**os.environ, "PYTHONPATH": str(TOP)}
    done = subprocess.run([sys.executable, "-c", script], env=environment, capture_output=True, text=True, check=True)
    return set(done.stdout.split())


def test_a_module_imports_only_what_its_layer_may() -> None:
    done = lint(TOP)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize(
    ("module", "line", "broken"),
    [
        (
            "checklist/outline.py",
            "from mou_tui.session import model",
            "A module imports only from the layers below it",
        ),
        ("reports/review.py", "import pathlib", PURE),
        ("workspace/parties.py", "import rich", "Nothing below the front ends draws or asks"),
        ("another.py", "", "A module imports only from the layers below it"),
    ],
)
def test_a_wrong_import_would_be_found(tmp_path: Path, module: str, line: str, broken: str) -> None:
    shutil.copytree(TOP / "mou_tui", tmp_path / "mou_tui", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(TOP / "pyproject.toml", tmp_path)
    with (tmp_path / "mou_tui" / module).open("a", encoding="utf-8") as source:
        source.write(f"\n{line}\n")
    done = lint(tmp_path)
    assert done.returncode == 1
    assert f"{broken} BROKEN" in done.stdout


@pytest.mark.parametrize(
    "module",
    [
        "mou_tui.cli",
        "mou_tui.workspace.repository",
        "mou_tui.reports.status",
        "mou_tui.exchange.export",
        "mou_tui.doctor",
    ],
)
def test_nothing_below_the_front_ends_loads_a_toolkit(module: str) -> None:
    assert not loaded_by(module) & {*TOOLKITS, "icalendar", "dateutil", "docx", "lxml", "typst", "pypandoc"}


def test_plain_mode_never_loads_what_draws() -> None:
    assert not loaded_by("mou_tui.plain.interview") & {"textual", "rich"}


def test_drawing_never_loads_what_asks() -> None:
    assert not loaded_by("mou_tui.tui.app") & {"questionary", "prompt_toolkit"}
