"""The cursor of the terminal is where the next key takes effect."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from rich.cells import cell_len

from mou_tui.workspace.repository import SessionRepository
from tests.tui.conftest import Begin
from tests.tui.interview_app import Person
from tests.tui.program import at_home, program, written


def before_cursor(person: Person) -> str:
    """What is on the cursor's row before it."""
    x, y = person.app.cursor_position
    row = person.lines[y].ljust(x)
    return next(row[:end] for end in range(len(row) + 1) if cell_len(row[:end]) == x)


@pytest.mark.parametrize(
    "text",
    [
        "We agree.",
        "警察官は学校で生徒を守る。",
        "An emoji 👮 and é.",
        "Words. " * 40 + "The end.",
        "One\n\n  two",
        "漢" * 100,
    ],
)
async def test_the_terminals_cursor_is_where_the_next_letter_goes(
    repository: SessionRepository, begin: Begin, text: str
) -> None:
    async with at_home(repository, begin()) as person:
        await person.types(text)
        assert before_cursor(person).endswith(text[-3:].lstrip("\n"))

        await person.pilot.resize_terminal(52, 14)
        await person.pilot.pause()
        assert before_cursor(person).endswith(text[-3:].lstrip("\n"))


async def test_the_terminals_cursor_is_in_the_field_one_fills(repository: SessionRepository, begin: Begin) -> None:
    async with at_home(repository, begin()) as person:
        await person.press("ctrl+l")
        assert before_cursor(person).rpartition("│")[2].strip("█ ") == ""
        await person.types("the 弁護士")
        assert before_cursor(person).endswith("the 弁護士")
        await person.press("left")
        assert before_cursor(person).endswith("the 弁護")
        await person.types(" and so on" * 12)
        assert before_cursor(person).endswith(" and so on")


async def test_the_terminals_cursor_is_at_the_row_or_button_one_is_on(
    repository: SessionRepository, begin: Begin
) -> None:
    async with at_home(repository, begin()) as person:
        await person.press("tab")
        assert "Next" in person.lines[person.app.cursor_position.y]
        await person.press("f2", "end")
        assert "Review and export" in person.lines[person.app.cursor_position.y]
        await person.press("ctrl+r", *["down"] * 30)
        assert person.row.split("  ")[0] in person.lines[person.app.cursor_position.y]


def test_the_terminals_cursor_is_shown_and_no_other_is_drawn(begin: Begin, home: Path) -> None:
    workspace = begin(purpose="We agree.")
    workspace.store.close()
    with program("open", workspace.store.path, home=home) as terminal:
        terminal.wait(lambda screen: "We agree." in screen.text)
        terminal.wait_until_quiet(0.5)
        assert written(terminal).rindex("\x1b[?25h") > written(terminal).rindex("\x1b[?25l")

        letter = terminal.next_letter()
        terminal.send(letter)
        terminal.wait(lambda screen: f"{letter}We agree." in screen.text)
        terminal.wait_until_quiet(0.2)
        row, column = re.findall(r"\x1b\[(\d+);(\d+)H", written(terminal))[-1]
        line = terminal.screen.text.splitlines()[int(row) - 1]
        assert line[int(column) - 2] == letter


def test_nothing_moves_while_nobody_does_anything(begin: Begin, home: Path) -> None:
    workspace = begin(purpose="We agree.")
    workspace.store.close()
    with program("open", workspace.store.path, home=home) as terminal:
        terminal.wait(lambda screen: "We agree." in screen.text)
        terminal.wait_until_quiet(1.0)
        before = len(written(terminal))
        terminal.wait_until_quiet(1.5, limit=1.5)
        assert len(written(terminal)) == before
