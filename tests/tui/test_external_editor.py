"""An answer is written in the person’s own editor."""

from __future__ import annotations

import sys
from contextlib import nullcontext
from pathlib import Path

import pytest

from mou_tui.tui.app import MouApp
from mou_tui.workspace.repository import SessionRepository
from tests.tui.conftest import Begin
from tests.tui.program import at_home, program, written


@pytest.fixture
def own_editor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A script to fill, which is the person's own editor; the screen is lent to it without a terminal."""
    script = tmp_path / "edit.py"
    monkeypatch.setenv("VISUAL", f"'{sys.executable}' '{script}'")
    monkeypatch.setattr(MouApp, "suspend", lambda _app: nullcontext())
    return script


def writes(own_editor: Path, text: str) -> None:
    own_editor.write_text(f"import pathlib, sys; pathlib.Path(sys.argv[1]).write_bytes({text.encode()!r})")


async def test_an_answer_is_written_in_ones_own_editor_as_one_step_of_undo(
    repository: SessionRepository, begin: Begin, own_editor: Path
) -> None:
    writes(own_editor, "The SRO shall report\nwithin [number] days.\n")
    async with at_home(repository, begin(purpose="We agree.")) as person:
        await person.types("Indeed: ")
        await person.press("f10")
        assert person.workspace.text == "The SRO shall report\nwithin [number] days."
        assert person.at == "answer"

        await person.press("ctrl+z")
        assert person.workspace.text == "Indeed: We agree."
        await person.press("ctrl+y")
        assert person.workspace.text == "The SRO shall report\nwithin [number] days."


async def test_control_characters_from_ones_own_editor_are_replaced_and_told(
    repository: SessionRepository, begin: Begin, own_editor: Path
) -> None:
    writes(own_editor, "We \x1b[31magree.\n")
    async with at_home(repository, begin()) as person:
        await person.press("f10")

        assert person.workspace.text == "We ␛[31magree."
        assert person.messages == ["1 control character replaced in what you wrote."]


async def test_ctrl_c_in_ones_own_editor_ends_neither(
    repository: SessionRepository, begin: Begin, own_editor: Path
) -> None:
    interrupt = "import os, pathlib, signal, sys; os.kill(os.getppid(), signal.SIGINT)"
    own_editor.write_text(f"{interrupt}; pathlib.Path(sys.argv[1]).write_text('We agree.')")
    async with at_home(repository, begin()) as person:
        await person.press("f10")
        await person.types("Indeed: ")

        assert person.app.is_running
        assert "Indeed: " in person.workspace.text


async def test_an_editor_that_fails_changes_nothing_and_says_so(
    repository: SessionRepository, begin: Begin, own_editor: Path
) -> None:
    own_editor.write_text("import pathlib, sys; pathlib.Path(sys.argv[1]).write_text('gone'); sys.exit(3)")
    async with at_home(repository, begin(purpose="We agree.")) as person:
        await person.press("f10")

        assert person.editor.text == person.workspace.text == "We agree."
        assert "ended with the code 3. Nothing was changed." in person.messages[-1]


async def test_an_editor_that_changed_nothing_leaves_no_step(
    repository: SessionRepository, begin: Begin, own_editor: Path
) -> None:
    own_editor.write_text("")
    async with at_home(repository, begin(purpose="We agree.")) as person:
        await person.types("Yes. ")
        await person.press("f10")
        assert "Nothing was changed." in person.messages[-1]

        await person.press("ctrl+z")
        assert person.workspace.text == "We agree."


async def test_where_the_screen_cannot_be_lent_that_is_said(repository: SessionRepository, begin: Begin) -> None:
    async with at_home(repository, begin(purpose="We agree.")) as person:
        await person.press("f10")

        assert person.messages == ["The screen cannot be lent to an editor here. Nothing was changed."]


async def test_ones_own_editor_is_not_offered_where_nothing_may_change(
    repository: SessionRepository, begin: Begin, own_editor: Path
) -> None:
    writes(own_editor, "gone")
    workspace = begin(purpose="We agree.")
    workspace.store.close()
    async with at_home(repository, repository.open(workspace.store.path, read_only=True)) as person:
        await person.press("f10")

        assert person.workspace.text == person.editor.text == "We agree."


def test_the_terminal_is_the_editors_and_then_ours_again(begin: Begin, home: Path, own_editor: Path) -> None:
    workspace = begin(purpose="We agree.")
    workspace.store.close()
    own_editor.write_text(
        "import pathlib, sys, termios\n"
        "file = pathlib.Path(sys.argv[1])\n"
        "echoes = bool(termios.tcgetattr(0)[3] & termios.ICANON)\n"
        "print('the editor', flush=True)\n"
        "file.write_text(file.read_text() + f' Lines: {echoes}.')\n"
    )
    with program("open", workspace.store.path, home=home) as terminal:
        terminal.wait(lambda screen: "We agree." in screen.text)
        terminal.send("\x1b[21~")
        terminal.wait(lambda screen: "Lines: True." in screen.text)
        terminal.send(" Back.")
        terminal.wait(lambda screen: "Back." in screen.text)
        assert written(terminal).rindex("\x1b[?25h") > written(terminal).rindex("\x1b[?25l")
        terminal.send("\x11")
        terminal.wait_until_quiet(0.5)

        before, _, after = written(terminal).partition("the editor")
        assert before.rindex("\x1b[?1049l") > before.rindex("\x1b[?1049h")
        assert "\x1b[?1049h" in after
    assert "We agree. Lines: True. Back." in workspace.store.path.read_text(encoding="utf-8")
