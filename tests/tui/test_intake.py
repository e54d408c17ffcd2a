"""Taking in what counsel sent back, on the screen."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.widgets import Static

from mou_tui.session.codec import encode
from mou_tui.tui.interview.screen import InterviewScreen
from mou_tui.tui.screens.intake import IntakeScreen
from mou_tui.workspace.intake import PURPOSES
from mou_tui.workspace.repository import SessionRepository
from mou_tui.workspace.workspace import Workspace
from tests.counsel import ANSWERS, STRANGE, came_back, with_ids
from tests.plain.talking import talk
from tests.tui.conftest import Begin
from tests.tui.interview_app import NARROW, SMALL, WIDE, Person, open_interview
from tests.tui.picked_file import names, opens


@pytest.fixture
def workspace(begin: Begin) -> Workspace:
    workspace = with_ids(begin(**ANSWERS))
    workspace.history.log_wordings()
    return workspace


@pytest.fixture
def file(workspace: Workspace, tmp_path: Path) -> Path:
    return came_back(workspace, tmp_path / "back.docx")


async def says(person: Person, *choices: int) -> None:
    """Choose, from each list that asks, the entry of a number from 0."""
    for number in choices:
        await person.press("home", *(["down"] * number), "enter")


async def reviews(person: Person, file: Path) -> None:
    """Say that the file is for both parties, and for whom each author speaks."""
    await opens(person, file)
    await says(person, 0, 1, 0, 2)
    assert isinstance(person.app.screen, IntakeScreen)


@pytest.mark.parametrize("size", [NARROW, WIDE, SMALL, (60, 20)])
async def test_the_account_comes_first_and_every_change_is_marked(
    repository: SessionRepository, workspace: Workspace, file: Path, size: tuple[int, int]
) -> None:
    async with open_interview(repository, workspace, size=size) as person:
        await reviews(person, file)
        assert person.lines[0].startswith(" back.docx · 3 edits to take")
        assert person.holds("1 edit and 1 comment from Ann Poe, for the School District")
        assert "take" in person.row and "1.1" in person.row
        assert person.holds("one aim: quiet and calm schools.")
        for words in ("t Take", "l Leave out", "n Note", "c Check first", "d Done", "Esc Back"):
            assert words in person.screen


async def test_all_is_one_step_as_line_by_line_and_is_taken_back_without_a_trace(
    repository: SessionRepository, begin: Begin, workspace: Workspace, file: Path
) -> None:
    before = encode(workspace.session)
    async with open_interview(repository, workspace) as person:
        await reviews(person, file)
        await person.press("down", "l", "end", "c", "d")
        assert isinstance(person.app.screen, InterviewScreen)
        assert (
            "2 edits stand beside their clauses. 1 comment to check first. Ctrl+Z takes it back." in person.messages[-1]
        )
        after = encode(workspace.session)
        await person.press("ctrl+z", "ctrl+z")
        assert encode(workspace.session) == before

    plain = with_ids(begin(**ANSWERS))
    plain.history.log_wordings()
    talk(plain, f"counsel {file}", "1", "2", "1", "3", "each", "take", "leave", "take", "check", "quit")
    assert encode(plain.session) == after


async def test_esc_keeps_nothing_half_done(repository: SessionRepository, workspace: Workspace, file: Path) -> None:
    before = encode(workspace.session)
    async with open_interview(repository, workspace) as person:
        await opens(person, file)
        await person.press("escape")
        assert person.messages[-1] == "Nothing was taken in."
        await reviews(person, file)
        await person.press("escape")
        assert isinstance(person.app.screen, InterviewScreen)
        await reviews(person, file)
        await person.press("l", "escape")
        assert "Leave without taking anything in?" in person.screen
        await says(person, 0)
        assert isinstance(person.app.screen, IntakeScreen)
        await person.press("escape")
        await says(person, 1)
        assert encode(workspace.session) == before


async def test_an_edit_is_placed_where_it_belongs(
    repository: SessionRepository, workspace: Workspace, file: Path
) -> None:
    async with open_interview(repository, workspace) as person:
        await reviews(person, file)
        await person.press("m")
        assert "Which clause is it about?" in person.screen
        await says(person, [question.id for question in workspace.checklist.questions()].index("not-discipline"))
        await person.press("d")
        assert not workspace.session.answer("purpose").alternatives
        assert workspace.session.answer("not-discipline").alternatives


async def test_the_same_file_again_is_said_and_one_wording_can_be_withdrawn(
    repository: SessionRepository, workspace: Workspace, file: Path
) -> None:
    async with open_interview(repository, workspace) as person:
        await reviews(person, file)
        await person.press("d")
        await opens(person, file)
        explanation = str(person.query(".dialog-text", Static).render())
        assert "This very file was taken in on November 14, 2026" in explanation
        await person.press("escape", "f7", "right", "p")
        assert person.holds("Withdraw B: the School District (Ann Poe)")
        await says(person, 1)
        assert "The proposal is withdrawn." in person.messages[-1]
        assert not workspace.session.answer("purpose").alternatives
        assert len(workspace.session.answer("scope").alternatives) == 1


async def test_nothing_is_shown_before_somebody_says_what_it_is_for(
    repository: SessionRepository, workspace: Workspace, file: Path
) -> None:
    async with open_interview(repository, workspace) as person:
        await opens(person, file)
        assert all(purpose in person.screen for purpose in PURPOSES.values())
        assert not any(word in person.screen for word in STRANGE)
        await person.press("enter")
        assert "What is this file for?" in person.screen
        await says(person, 2)
        assert person.holds("the sender may want it back")
        assert not any(word in person.screen for word in STRANGE)
        await person.press("enter")
        assert isinstance(person.app.screen, InterviewScreen)


@pytest.mark.parametrize("purpose", [1, 3])
async def test_of_advice_only_what_is_adopted_enters_and_no_file_holds_the_rest(
    repository: SessionRepository, workspace: Workspace, file: Path, purpose: int, home: Path
) -> None:
    async with open_interview(repository, workspace) as person:
        await opens(person, file)
        await says(person, purpose, 1)
        assert person.lines[0].startswith(" back.docx · 0 edits to adopt")
        assert "okapi" not in person.screen and "n Note" not in person.screen
        await person.press("t", "d")
        (key,) = workspace.session.answer("purpose").alternatives
        assert key == "district" and not workspace.session.taken_in
        workspace.store.flush()
        await person.press("ctrl+q")
    held = b"".join(path.read_bytes() for path in home.rglob("*") if path.is_file())
    assert [word for word in STRANGE if word.encode() in held] == ["quiet and calm"]
    assert b"back.docx" not in held


async def test_a_file_that_cannot_be_read_gives_one_message(
    repository: SessionRepository, workspace: Workspace, tmp_path: Path
) -> None:
    bad = tmp_path / "bad.docx"
    bad.write_bytes(b"PK\x03\x04 no archive")
    async with open_interview(repository, workspace) as person:
        await opens(person, bad)
        assert "bad.docx" in person.screen
        await person.press("enter")
        assert isinstance(person.app.screen, InterviewScreen)


async def test_home_leads_there_too(repository: SessionRepository, workspace: Workspace, file: Path) -> None:
    workspace.close()
    async with open_interview(repository) as person:
        await person.settles()
        await person.press("t")
        await names(person, file)
        await says(person, 0, 1, 0, 2)
        assert isinstance(person.app.screen, IntakeScreen)
