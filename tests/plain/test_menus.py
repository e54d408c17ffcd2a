"""On a terminal that can show one, a menu chooses among sessions, backups, parties and examples."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from pathlib import Path

import pytest

from tests.plain.terminal import Terminal, terminal

DOWN, ENTER, CTRL_C = "\x1b[B", "\r", "\x03"
NEW = ["new", "lake.mou.yaml", "--agency", "Lake City Police", "--district", "Lake City Schools", "--plain"]


def capable(
    arguments: Sequence[str], folder: Path, until: Callable[[str], bool] | None = None
) -> AbstractContextManager[Terminal]:
    """The program on a terminal that can move its cursor."""
    return terminal(arguments, folder, until, TERM="xterm", PROMPT_TOOLKIT_NO_CPR="1")


def shown(program: Terminal, keys: str, *words: str) -> None:
    """Press keys, and wait until all of the words are on the screen."""
    program.sends(keys)
    program.hears(lambda output: all(word in output for word in words))


def test_parties_and_examples_are_chosen_from_menus(tmp_path: Path) -> None:
    with capable(NEW, tmp_path) as program:
        shown(program, "take\n", "Which example?", "Cancel")
        shown(program, DOWN + ENTER, "Taken: ", "Your word for 1.1:")
        shown(program, "say\n", "Which party?", "Cancel")
        shown(program, "2" + ENTER, "What does the School District say?")
        shown(program, "agrees\n", "The School District agrees.", "Your word for 1.1:")
        shown(program, "say\n", "Which party?", "Cancel")
        shown(program, "3" + ENTER, "Left as it was.", "Your word for 1.1:")
        program.sends("quit\n")
        assert program.ends() == 0
    assert "stand: agrees" in (tmp_path / "lake.mou.yaml").read_text("utf-8")


def test_ctrl_c_in_a_menu_leaves_as_it_does_anywhere(tmp_path: Path) -> None:
    with capable(NEW, tmp_path) as program:
        shown(program, "take\n", "Which example?", "Cancel")
        program.sends(CTRL_C)
        assert program.ends() == 1
        assert "Saved to" in program.output


@pytest.mark.parametrize("settings", ["menus: no\n", ""])
def test_sessions_are_chosen_from_a_menu_unless_it_is_turned_off(tmp_path: Path, settings: str) -> None:
    home = tmp_path / "home" / "config"
    home.mkdir(parents=True)
    (home / "settings.yaml").write_text(settings)
    is_off = bool(settings)
    until = "Say a number, or quit: " if is_off else "Quit"
    with capable(["--plain"], tmp_path, lambda output: until in output) as program:
        assert ("Say a number, or quit:" in program.output) is is_off
        shown(program, "3\n" if is_off else "3" + ENTER, "Your word for")
        program.sends("quit\n")
        assert program.ends() == 0


def test_a_backup_is_chosen_from_a_menu(tmp_path: Path) -> None:
    with terminal(NEW, tmp_path) as program:
        program.types("write We agree.", ":end")
        program.sends("quit\n")
        assert program.ends() == 0
    (session,) = tmp_path.glob("*.mou.yaml")
    with capable(["restore", session.name], tmp_path, (lambda output: "Cancel" in output)) as program:
        program.sends("1" + ENTER)
        assert program.ends() == 0
        assert "is as it was at" in program.output


def test_on_a_simple_terminal_a_backup_is_chosen_by_its_number(tmp_path: Path) -> None:
    with terminal(NEW, tmp_path) as program:
        program.types("write We agree.", ":end")
        program.sends("quit\n")
        assert program.ends() == 0
    with terminal(["restore", "lake.mou.yaml"], tmp_path) as program:
        assert "Say a number, or cancel:" in program.output
        program.sends("cancel\n")
        assert program.ends() == 0
        assert "is as it was at" not in program.output
