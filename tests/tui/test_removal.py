"""Removing words for good, on the full screen."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from mou_tui.workspace.repository import SessionRepository
from tests.tui.conftest import Begin
from tests.tui.interview_app import open_interview

NAME = "Jordan Quillfeather"


async def test_what_is_removed_comes_back_by_no_key(repository: SessionRepository, begin: Begin, home: Path) -> None:
    workspace = begin(purpose=f"Ask {NAME}.")
    workspace.go("purpose")
    workspace.store.record(workspace.session.with_answer("purpose", replace(workspace.answer, current=f"{NAME} asks.")))
    async with open_interview(repository, workspace) as person:
        await person.settles()
        await person.types("And more. ")
        await person.does("strike")
        assert person.holds("ask counsel before you remove anything")
        await person.goes_to("field-words", "tab")
        await person.types(NAME)
        await person.press("enter")
        await person.press("down", "enter")
        assert person.holds("Removed in")
        await person.press("escape")
        assert person.holds("[removed ")
        for key in ("ctrl+z", "ctrl+z", "f9", "ctrl+y"):
            await person.press(key)
        await person.types("x")
        assert not person.holds("Quillfeather")
    files = [path for path in home.rglob("*") if path.is_file()]
    assert files
    assert not [path for path in files if b"Quillfeather" in path.read_bytes()]


async def test_it_is_left_where_one_thinks_better_of_it(repository: SessionRepository, begin: Begin) -> None:
    async with open_interview(repository, begin(purpose=f"Ask {NAME}.")) as person:
        await person.does("strike")
        await person.types(NAME)
        await person.press("enter", "enter")
        assert person.workspace.session.answer("purpose").text == f"Ask {NAME}."
