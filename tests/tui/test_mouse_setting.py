"""The mouse can be left to the terminal."""

from __future__ import annotations

from pathlib import Path

import pytest

from mou_tui import settings
from tests.tui.conftest import Begin
from tests.tui.program import program, written


@pytest.mark.parametrize("before", [True, False])
def test_the_mouse_can_be_left_to_the_terminal(begin: Begin, home: Path, before: bool) -> None:
    workspace = begin()
    workspace.store.close()
    path = str(workspace.store.path)
    arguments = ["--no-mouse", "open", path] if before else ["open", path, "--no-mouse"]
    with program(*arguments, home=home) as terminal:
        terminal.wait(lambda screen: "1.1" in screen.text)
        assert "\x1b[?1000h" not in written(terminal)


def test_the_mouse_can_be_left_to_the_terminal_for_good(begin: Begin, home: Path) -> None:
    workspace = begin()
    workspace.store.close()
    with program("open", workspace.store.path, home=home) as terminal:
        terminal.wait(lambda screen: "1.1" in screen.text)
        assert "\x1b[?1000h" in written(terminal)

    settings.path().parent.mkdir(parents=True)
    settings.path().write_text("mouse: no\n", encoding="utf-8")
    with program("open", workspace.store.path, home=home) as terminal:
        terminal.wait(lambda screen: "1.1" in screen.text)
        assert "\x1b[?1000h" not in written(terminal)
