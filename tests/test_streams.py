"""Standard streams that are closed or full, for every command: one message or none, and the right exit code."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from mou_tui import paths
from mou_tui.session.codec import decode

pytestmark = pytest.mark.skipif(os.name == "nt", reason="a shell closes the streams here")

TOP = Path(__file__).parents[1]
FULL = Path("/dev/full")
PRINTING = ("--help", "--version", "doctor", "checklist show", "status FILE", "status --json FILE", "export FILE -o -")
ALL = (*PRINTING, "open FILE", "open --plain FILE", "watch FILE", "restore FILE", "purge FILE", "export FILE -o x.md")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A session."""
    file = tmp_path / "lake.mou.yaml"
    file.write_bytes((paths.content() / "sample.mou.yaml").read_bytes())
    return file


def run(command: str, file: Path, streams: str) -> subprocess.CompletedProcess[str]:
    """Run a command with its streams as the shell is told to have them."""
    words = shlex.join([sys.executable, "-m", "mou_tui", *command.replace("FILE", str(file)).split()])
    return subprocess.run(
        ["sh", "-c", f"{words} {streams}"],
        cwd=file.parent,
        env={**os.environ, "PYTHONPATH": str(TOP), "TERM": "xterm"},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def assert_calm(done: subprocess.CompletedProcess[str]) -> None:
    assert done.returncode in (0, 1, 2)
    for words in ("Traceback", "fault in mou-tui", "Exception ignored", "Errno"):
        assert words not in done.stderr + done.stdout


@pytest.mark.parametrize("command", ALL)
def test_a_closed_input_is_no_fault(file: Path, command: str) -> None:
    done = run(command, file, "<&-")
    assert_calm(done)
    needs_input = command.split()[0] in ("open", "watch", "purge", "restore")
    assert (done.returncode == 0) is not needs_input
    assert not needs_input or done.stderr or done.stdout


@pytest.mark.parametrize("command", PRINTING)
@pytest.mark.parametrize(("streams", "why"), [(">&-", "it is closed"), (">/dev/full", "the disk is full")])
def test_results_that_cannot_be_written_are_an_error(file: Path, command: str, streams: str, why: str) -> None:
    if "full" in streams and not FULL.exists():
        pytest.skip("no device here is always full")
    done = run(command, file, streams)
    assert_calm(done)
    assert (done.returncode, done.stderr) == (1, f"Cannot write to standard output: {why}.\n")


@pytest.mark.parametrize("command", ALL)
@pytest.mark.parametrize("streams", ["2>&-", "2>/dev/full", "<&- 2>&-"])
def test_talk_that_cannot_be_written_changes_nothing_else(file: Path, command: str, streams: str) -> None:
    if "full" in streams and not FULL.exists():
        pytest.skip("no device here is always full")
    before = run(command, file, "")
    (file.parent / "x.md").unlink(missing_ok=True)
    done = run(command, file, streams)
    assert_calm(done)
    assert done.returncode == before.returncode
    if command != "doctor":
        assert done.stdout == before.stdout


def test_a_file_that_is_opened_never_gets_the_number_of_a_closed_stream(file: Path) -> None:
    before = file.read_bytes()
    assert_calm(run("open --plain FILE", file, "<&- >&- 2>&-"))
    assert decode(file.read_bytes(), "x").session.answers == decode(before, "x").session.answers


@pytest.mark.parametrize("streams", [">&-", ">/dev/full"])
def test_line_by_line_what_was_said_is_saved_though_nothing_can_be_answered(file: Path, streams: str) -> None:
    done = run("open --plain FILE", file, f"{streams} <<'END'\nwrite Said to nobody.\nEND\n")
    assert_calm(done)
    assert done.returncode == 1 and str(file) in done.stderr
