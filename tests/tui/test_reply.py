"""Taking in a copy of the session that a party worked on, on the screen."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from mou_tui.session.codec import decode, encode
from mou_tui.tui.interview.screen import InterviewScreen
from mou_tui.tui.screens.reply import ReplyScreen
from mou_tui.workspace.repository import SessionRepository
from mou_tui.workspace.workspace import Workspace
from tests.copies import ANSWERS, came_back
from tests.counsel import with_ids
from tests.plain.talking import talk
from tests.tui.conftest import Begin
from tests.tui.interview_app import NARROW, SMALL, WIDE, open_interview
from tests.tui.picked_file import names, opens

ACCOUNT = "1 clause changed by them, 1 by both, something said of 1 clause, 1 meeting, 1 decision; nothing lost."


@pytest.fixture
def workspace(begin: Begin) -> Workspace:
    return with_ids(begin(**ANSWERS))


@pytest.fixture
def file(workspace: Workspace, tmp_path: Path) -> Path:
    return came_back(workspace, tmp_path / "lake-for-district.mou.yaml")


@pytest.mark.parametrize("size", [NARROW, WIDE, SMALL, (60, 20)])
async def test_what_came_back_comes_first_with_old_and_new_beside_each_other(
    repository: SessionRepository, workspace: Workspace, file: Path, size: tuple[int, int]
) -> None:
    async with open_interview(repository, workspace, size=size) as person:
        await opens(person, file)
        assert isinstance(person.app.screen, ReplyScreen)
        assert person.holds(ACCOUNT)
        assert "both" in person.row and "1.1" in person.row
        assert person.holds("safe schools") and "Here now" in person.screen
        for words in ("Enter Take in", "w Wait", "Esc Back"):
            assert words in person.screen
        await person.press("down")
        assert "theirs" in person.row and "1.2" in person.row
        if size == WIDE:
            assert person.holds("assign two SROs") and person.holds("assign four SROs")


async def test_of_a_long_clause_both_wordings_are_seen_where_they_differ(
    repository: SessionRepository, begin: Begin, tmp_path: Path
) -> None:
    words = " ".join(f"word{number}" for number in range(400))
    workspace = with_ids(begin(scope=f"{words} two SROs. {words}"))
    file = came_back(workspace, tmp_path / "lake-for-district.mou.yaml", scope=f"{words} four SROs. {words}")
    async with open_interview(repository, workspace) as person:
        await opens(person, file)
        await person.press("home")
        while "1.2" not in person.row:
            await person.press("down")
        assert "two SROs." in person.screen and "four SROs." in person.screen


async def test_enter_takes_all_as_line_by_line_and_ctrl_z_gives_back_the_same_bytes(
    repository: SessionRepository, begin: Begin, workspace: Workspace, file: Path
) -> None:
    before = encode(workspace.session)
    async with open_interview(repository, workspace) as person:
        await opens(person, file)
        await person.press("enter")
        assert isinstance(person.app.screen, InterviewScreen)
        assert "2 clauses changed. 1 clause has wordings side by side to choose from." in person.messages[-1]
        after = encode(workspace.session)
        assert workspace.session.answer("scope").text == "The Police Department shall assign four SROs."
        workspace.store.flush()
        assert workspace.store.path.read_bytes() == after
        await person.press("ctrl+z")
        assert encode(workspace.session) == before
        await person.press("ctrl+y")
        assert encode(workspace.session) == after

    plain = with_ids(begin(**ANSWERS))
    came_back(plain, file.with_name("again.mou.yaml"))
    file.with_name("again.mou.yaml").replace(file)
    heard = talk(plain, f"reply {file}", "all", "quit")
    assert ACCOUNT in heard
    assert plain.session.answers == workspace.session.answers


async def test_a_clause_that_waits_stays_and_comes_from_the_same_file_later(
    repository: SessionRepository, workspace: Workspace, file: Path
) -> None:
    async with open_interview(repository, workspace) as person:
        await opens(person, file)
        await person.press("w")
        assert person.lines[0].startswith(" lake-for-district.mou.yaml · 1 clause to wait")
        await person.press("enter")
        assert "1 clause waits: take in the same file again." in person.messages[-1]
        assert workspace.session.answer("purpose").text.endswith("safe schools.")
        assert not workspace.session.answer("purpose").alternatives
        await opens(person, file)
        assert person.holds("This very file was taken in on November 14, 2026")
        assert (
            person.holds("No clause changed") or person.holds("1 by both") or person.holds("1 clause changed by both")
        )
        await person.press("enter")
        assert len(workspace.session.answer("purpose").alternatives) == 2
        await opens(person, file)
        assert person.holds("Nothing in it is new.")


async def test_esc_leaves_everything_as_it_was(repository: SessionRepository, workspace: Workspace, file: Path) -> None:
    before = encode(workspace.session)
    async with open_interview(repository, workspace) as person:
        await opens(person, file)
        await person.press("w", "escape")
        assert person.holds("Leave without taking anything in?")
        await person.press("down", "enter")
        assert person.messages[-1] == "Nothing was taken in."
        assert encode(workspace.session) == before


async def test_of_a_copy_without_a_mark_it_is_asked_whose_it_is(
    repository: SessionRepository, workspace: Workspace, file: Path
) -> None:
    session = decode(file.read_bytes(), file.name).session
    file.write_bytes(encode(replace(session, copy=None)))
    async with open_interview(repository, workspace) as person:
        await opens(person, file)
        assert "Whose copy is it?" in person.screen
        await person.press("home", "down", "enter")
        assert isinstance(person.app.screen, ReplyScreen)
        assert person.holds("from the School District")


async def test_what_cannot_be_taken_in_is_one_message(
    repository: SessionRepository, workspace: Workspace, file: Path
) -> None:
    file.write_bytes(file.read_bytes()[:-200])
    before = encode(workspace.session)
    async with open_interview(repository, workspace) as person:
        await opens(person, file)
        assert "It was not read" in person.screen and person.holds("Nothing was changed.")
        await person.press("enter")
        assert isinstance(person.app.screen, InterviewScreen)
        assert encode(workspace.session) == before


async def test_home_leads_there_too(repository: SessionRepository, workspace: Workspace, file: Path) -> None:
    workspace.close()
    async with open_interview(repository) as person:
        await person.settles()
        await person.press("t")
        await names(person, file)
        assert isinstance(person.app.screen, ReplyScreen)
