"""The command line: its version, its help, and how wrong use ends."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from mou_tui import __version__
from mou_tui.session.codec import encode
from tests.commands.program import SAMPLE, SESSION, TOP, Done, Run

TOOLKITS = ("textual", "rich", "questionary", "prompt_toolkit")


def test_the_version_is_all_that_version_prints(run: Run) -> None:
    assert run("--version") == Done(0, f"{__version__}\n", "")


@pytest.mark.parametrize(
    "command",
    [(), ("new",), ("open",), ("watch",), ("status",), ("export",), ("restore",), ("purge",)],
    ids=lambda words: " ".join(words),
)
def test_help_goes_to_stdout_and_shows_an_example(run: Run, command: tuple[str, ...]) -> None:
    done = run(*command, "--help")
    assert (done.code, done.err) == (0, "")
    _, _, examples = done.out.partition("Examples:\n")
    assert " ".join(("  mou-tui", *command)) in examples


@pytest.mark.parametrize(
    "words",
    [
        ("nonsense",),
        ("--nonsense",),
        ("status",),
        ("export",),
        ("watch",),
        ("watch", "a.mou.yaml", "--plain"),
        ("new", "--depth", "deep"),
        ("export", "a.mou.yaml", "--blanks", "hide"),
        ("checklist", "show", "a", "b"),
    ],
    ids=" ".join,
)
def test_wrong_use_ends_with_2_and_says_what_is_wrong(run: Run, words: tuple[str, ...]) -> None:
    done = run(*words)
    assert (done.code, done.out) == (2, "")
    assert "Error: " in done.err


def test_a_new_session_never_takes_the_place_of_a_file(run: Run, session: Path) -> None:
    before = session.read_bytes()
    done = run("new", session.name, "--agency", "A", "--district", "D")
    assert (done.code, done.out) == (1, "")
    assert "already there" in done.err
    assert session.read_bytes() == before


@pytest.mark.parametrize("command", ["open", "watch"])
def test_the_full_screen_needs_a_terminal_and_says_so(run: Run, session: Path, command: str) -> None:
    done = run(command, session.name, TERM="xterm")
    assert (done.code, done.out) == (2, "")
    assert "needs a terminal" in done.err


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such names")
def test_hostile_names_show_harmlessly(run: Run, tmp_path: Path) -> None:
    names = [
        "[red]a[x].mou.yaml",
        "\x1b]0;title\x07.mou.yaml",
        "\u202efdp.mou.yaml",
        "-leading.mou.yaml",
        "a\nb.mou.yaml",
    ]
    for name in names:
        (tmp_path / name).write_bytes(encode(SESSION))
    for command in (("status", "--", *names), ("status", "--json", "--", *names), ("export", "--", names[1])):
        done = run(*command)
        assert done.code == 0
        assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e]", done.out + done.err)
    missing = run("status", "--", *(f"no {name}" for name in names))
    assert missing.code == 1
    assert len(missing.err.splitlines()) == len(names)


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="file names are Unicode there")
def test_a_name_that_is_not_unicode_comes_through(run: Run, tmp_path: Path) -> None:
    name = os.fsdecode(b"caf\xe9.mou.yaml")
    (tmp_path / name).write_bytes(encode(SESSION))
    assert run("status", name).code == 0
    assert json.loads(run("status", "--json", name).out)["file"] == name


def test_a_reader_that_goes_away_is_no_fault(run: Run, tmp_path: Path, home: Path) -> None:
    script = f'"{sys.executable}" -m mou_tui checklist show --json | head -c 100'
    done = subprocess.run(
        ["bash", "-c", script],
        capture_output=True,
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(TOP), "MOU_TUI_HOME": str(home)},
        timeout=60,
        check=False,
    )
    assert done.stderr == b""


LOADED = (
    "import atexit, runpy, sys; sys.argv[0] = 'mou-tui';"
    "atexit.register(lambda: print(*{name.partition('.')[0] for name in sys.modules}, sep='\\n', file=sys.stderr));"
    "runpy.run_module('mou_tui', run_name='__main__')"
)


@pytest.mark.parametrize(
    "words",
    [
        ("--help",),
        ("--version",),
        ("status", str(SAMPLE)),
        ("status", "--json", str(SAMPLE)),
        ("export", str(SAMPLE), "-o", "-"),
        ("export", str(SAMPLE), "-o", "draft.md"),
        ("export", str(SAMPLE), "--document", "record", "-o", "-"),
        ("checklist", "show"),
        ("checklist", "check"),
        ("new", "--help"),
    ],
    ids=lambda words: " ".join(words[:2]),
)
def test_a_command_that_draws_nothing_loads_no_toolkit(run: Run, words: tuple[str, ...]) -> None:
    done = run(*words, program=("-c", LOADED))
    assert done.code == 0
    loaded = set(done.err.splitlines())
    assert "click" in loaded
    assert not loaded & {*TOOLKITS, "icalendar"}


@pytest.mark.parametrize("word", ["--help", "--version"])
def test_help_and_version_load_next_to_nothing(run: Run, word: str) -> None:
    loaded = set(run(word, program=("-c", LOADED)).err.splitlines())
    assert not loaded & {"yaml", "markdown_it", "filelock", "platformdirs", "json", "difflib", "hashlib", "dateutil"}
