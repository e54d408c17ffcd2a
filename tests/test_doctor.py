from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError
from pathlib import Path

import pytest

from mou_tui import doctor, settings
from mou_tui.doctor import Finding, diagnose
from tests.bench.terminal import Terminal
from tests.checklist.layer_text import LAYER

DOCTOR = [sys.executable, "-m", "mou_tui", "doctor"]


@pytest.fixture(autouse=True)
def plain_surroundings(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("VISUAL", "DISPLAY", "WAYLAND_DISPLAY", "TMUX", "NO_COLOR", "SSH_CONNECTION"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("EDITOR", sys.executable)


@pytest.fixture(autouse=True)
def no_terminal_is_known(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("TERM_PROGRAM", "VTE_VERSION", "GNOME_TERMINAL_SCREEN", "KONSOLE_VERSION", "WT_SESSION", "STY"):
        monkeypatch.delenv(name, raising=False)


def test_keys_that_the_terminal_keeps_are_named_with_what_to_press(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True, raising=False)
    monkeypatch.setattr(doctor, "_size", lambda: Finding("Size", ""))
    monkeypatch.setenv("VTE_VERSION", "7600")
    assert "keeps F10: press Ctrl+P, then Write in your own editor" in about("Keys").message

    place = settings.path()
    place.parent.mkdir(parents=True)
    place.write_text("keys:\n  review: f11\n")
    assert "f11 for “review”" in about("Keys").advice


def about(subject: str) -> Finding:
    return next(finding for finding in diagnose() if finding.about == subject)


@pytest.fixture
def terminal(home: Path) -> Iterator[Terminal]:
    with Terminal(DOCTOR, {**os.environ, "TERM": "xterm-256color", "COLORTERM": "truecolor"}) as terminal:
        yield terminal


def test_in_a_terminal_where_all_is_well_it_says_so(terminal: Terminal) -> None:
    terminal.wait(lambda screen: "All is well." in screen.text)
    screen = terminal.screen.text

    assert "Terminal: xterm-256color" in screen
    assert "Size: 120 columns, 40 rows" in screen
    assert "Colors: all" in screen
    assert "Letters: UTF-8" in screen
    assert "Checklist: 11 topics, 58 questions" in screen


def test_without_a_terminal_it_says_what_works_and_succeeds(home: Path) -> None:
    ran = subprocess.run(DOCTOR, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False)

    assert ran.returncode == 0
    assert "Terminal: none here\n  To do: run it in a terminal, or use --plain" in ran.stdout
    assert ran.stdout.endswith("1 thing to do.\n")
    assert ran.stderr == ""


def test_it_makes_nothing_and_changes_nothing(home: Path) -> None:
    subprocess.run(DOCTOR, stdin=subprocess.DEVNULL, capture_output=True, check=True)

    assert not home.exists()


def test_it_never_loads_textual() -> None:
    code = "import sys; from mou_tui.doctor import diagnose; list(diagnose()); print('textual' in sys.modules)"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert ran.stdout == "False\n"


def test_a_library_that_is_not_there_stops_and_nothing_more_is_tried(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def version(name: str) -> str:
        if name == "textual":
            raise PackageNotFoundError(name)
        return "1"

    monkeypatch.setattr(doctor, "version", version)
    *_, last = diagnose()
    assert last == Finding("Libraries", "not installed: textual", "install mou-tui again", stops=True)

    from mou_tui.cli import cli

    with pytest.raises(SystemExit) as left:
        cli(["doctor"], standalone_mode=False)
    assert left.value.code == 1
    assert "To do: install mou-tui again" in capsys.readouterr().out


def test_a_checklist_that_is_not_there_stops(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("mou_tui.checklist.loader.content", lambda: tmp_path)
    finding = about("Checklist")

    assert finding.stops
    assert "There is no checklist" in finding.message


def test_folders_that_cannot_be_written_to_are_told_with_a_way_out(home: Path) -> None:
    home.write_text("a file in its place")

    assert "cannot be written to" in about("Sessions").message
    assert "mou-tui new FILE" in about("Sessions").advice
    assert "MOU_TUI_HOME" in about("Recovery copies and backups").advice


def test_mistakes_in_the_settings_are_told_with_their_lines(home: Path) -> None:
    assert about("Settings").advice == ""
    settings.path().parent.mkdir(parents=True)
    settings.path().write_text("theme: nord\nmuose: no\n", encoding="utf-8")

    assert about("Settings").message == "settings.yaml:2: unknown key “muose”; did you mean “mouse”?"
    assert about("Settings").advice


def test_an_editor_that_is_not_there_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    assert about("Your editor") == Finding("Your editor", sys.executable)
    monkeypatch.setenv("EDITOR", "no-such-editor")
    assert about("Your editor").advice
    monkeypatch.setenv("EDITOR", "")
    assert "export EDITOR=" in about("Your editor").message


@pytest.mark.parametrize(
    ("environment", "expected"),
    [
        ({"TERM": "dumb"}, "Terminal: shows one line after another (TERM is “dumb”), so --plain is used"),
        ({"NO_COLOR": "1"}, "Colors: none, as NO_COLOR asks for"),
        ({"COLORTERM": ""}, "Colors: as many as TERM says"),
        ({"PYTHONIOENCODING": "latin-1"}, "Letters: the terminal is written to in iso8859-1"),
        ({"LC_ALL": "xx_YY.UTF-8"}, "Letters: UTF-8, but the language that LANG or LC_ALL names is not installed"),
        ({"SSH_CONNECTION": "a b"}, "Terminal: xterm-256color, over SSH"),
        ({"TMUX": "x"}, "tmux set -g set-clipboard on"),
    ],
)
def test_what_the_terminal_lacks_is_told(home: Path, environment: dict[str, str], expected: str) -> None:
    surroundings = {**os.environ, "TERM": "xterm-256color", "COLORTERM": "truecolor", **environment}
    surroundings.pop("TERM_PROGRAM", None)
    with Terminal(DOCTOR, surroundings) as terminal:
        terminal.wait(lambda screen: "to do." in screen.text or "All is well." in screen.text)
        assert expected in " ".join(terminal.screen.text.split())


def test_layers_of_ones_own_are_named_and_what_was_left_out_of_them(home: Path) -> None:
    folder = home / "config" / "layers"
    assert about("Your layers") == Finding("Your layers", f"none; {folder} may hold some")
    folder.mkdir(parents=True)
    (folder / "wy.yaml").write_text(LAYER, encoding="utf-8")
    assert about("Your layers").message == f"Wyoming; in {folder}"
    (folder / "wy.yaml").write_text(LAYER.replace("level: law", "level: statute"), encoding="utf-8")
    assert "wy.yaml:6: “level” is “statute”" in about("Your layers").message
    assert about("Your layers").advice == "mend the file, or take it out of the folder"
