"""The program as a command, and a session file."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from mou_tui.session.codec import encode
from tests.commands.program import SESSION, TOP, Done, Run


@pytest.fixture
def run(tmp_path: Path, home: Path) -> Run:
    """Runs the program in an empty folder."""

    def run(*arguments: str | Path, program: tuple[str, ...] = ("-m", "mou_tui"), **environment: str) -> Done:
        command = [sys.executable, *program, *map(str, arguments)]
        folders = os.pathsep.join(filter(None, (str(TOP), os.environ.get("PYTHONPATH"))))
        done = subprocess.run(
            command,
            capture_output=True,
            stdin=subprocess.DEVNULL,
            cwd=tmp_path,
            env={**os.environ, "PYTHONPATH": folders, "MOU_TUI_HOME": str(home), **environment},
            timeout=60,
            check=False,
        )
        out, err = done.stdout.decode(), done.stderr.decode()
        assert "Traceback" not in out + err
        assert "\x1b" not in out + err
        return Done(done.returncode, out, err)

    return run


@pytest.fixture
def session(tmp_path: Path) -> Path:
    path = tmp_path / "lake.mou.yaml"
    path.write_bytes(encode(SESSION))
    return path
