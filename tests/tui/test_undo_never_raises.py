"""No sequence of edits ends the program: the cursor is read only where the text is."""

from __future__ import annotations

import pytest

from mou_tui.cabinet import Cabinet
from tests.tui.conftest import Begin
from tests.tui.sitting import NARROW, SMALL, WIDE, sitting

DOZENS = "\n".join(f"{number}. A line of some words, long enough to wrap at least once." for number in range(40))


@pytest.mark.parametrize("size", [SMALL, NARROW, WIDE])
async def test_a_paste_is_undone_and_redone(cabinet: Cabinet, begin: Begin, size: tuple[int, int]) -> None:
    async with sitting(cabinet, begin(), size=size) as person:
        await person.pastes(DOZENS)
        await person.press("ctrl+z")
        assert person.editor.text == person.desk.answer.text == ""
        await person.press("ctrl+y")
        assert person.editor.text == person.desk.answer.text == DOZENS


async def test_all_that_was_cleared_comes_back_and_goes_again(cabinet: Cabinet, begin: Begin) -> None:
    async with sitting(cabinet, begin(purpose=DOZENS)) as person:
        await person.press("ctrl+a", "backspace", "ctrl+z")
        assert person.editor.text == person.desk.answer.text == DOZENS
        await person.press("ctrl+y")
        assert person.editor.text == person.desk.answer.text == ""


@pytest.mark.parametrize("size", [SMALL, NARROW, WIDE])
async def test_a_text_that_is_loaded_anew_may_be_shorter_than_where_one_was(
    cabinet: Cabinet, begin: Begin, size: tuple[int, int]
) -> None:
    async with sitting(cabinet, begin(purpose=DOZENS), size=size) as person:
        await person.press("ctrl+end", "ctrl+n", "ctrl+b", "ctrl+end")
        await person.does("clear")
        assert person.editor.text == ""
        await person.press("f9")
        assert person.editor.text == DOZENS
        person.desk.write("One line.")
        await person.interview.show_question()
        assert person.editor.text == "One line."
