"""The earlier agreement on the screen: confirm, correct, take back, see what it covers, start with its wording."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from mou_tui.exchange.cues import cues_of
from mou_tui.exchange.reader import parse
from mou_tui.exchange.revision import paragraph, placeable, unconfirmed
from mou_tui.tui.interview.screen import InterviewScreen
from mou_tui.tui.screens.gap_report import GapReportScreen
from mou_tui.tui.screens.revise import ReviseScreen
from mou_tui.workspace.repository import SessionRepository
from mou_tui.workspace.revision import Revision
from mou_tui.workspace.workspace import Workspace
from tests.tui.conftest import Begin
from tests.tui.interview_app import NARROW, SMALL, WIDE, Person, open_interview

TEXT = """SRO AGREEMENT

1. Chain of Command. SROs shall remain employees of the City. The principal may request services.

2. Costs. The District shall reimburse the City for fifty percent of the salary.

The ferry to the island leaves at nine.

3. Notices. Notices shall be in writing and mailed to the Clerk.
"""


def having(workspace: Workspace, text: str = TEXT) -> Workspace:
    """A session with an earlier agreement read into it."""
    Revision(workspace, cues_of(workspace.checklist)).read_in(parse(text.encode(), "old.txt"))
    return workspace


def revised(workspace: Workspace) -> Workspace:
    """A session in which the share of the cost was taken from an earlier agreement, and changed."""
    revision = Revision(having(workspace), cues_of(workspace.checklist))
    revision.confirm(revision.to_confirm())
    revision.take(["cost-share"])
    workspace.go("cost-share")
    workspace.answers.write(workspace.answer.text.replace("fifty", "sixty"))
    return workspace


async def comes(person: Person, is_there: Callable[[], bool]) -> bool:
    """Whether something that is read next to the screen arrives."""
    for _ in range(500):
        if is_there():
            return True
        await person.pilot.pause(0.01)
    return False


@pytest.mark.parametrize("size", [NARROW, WIDE, SMALL])
async def test_one_sees_the_old_text_and_what_it_seems_to_be_about(
    repository: SessionRepository, begin: Begin, size: tuple[int, int]
) -> None:
    async with open_interview(repository, having(begin()), size=size) as person:
        await person.does("earlier")
        assert person.lines[0].startswith(" Earlier agreement: old.txt · 4 to confirm")
        assert "Look at these" in person.screen
        while "3.1" not in person.row:
            await person.press("down")
        assert person.holds("3.1 Employment and command")
        assert "Old text, paragraph" in person.screen


async def test_enter_confirms_and_goes_to_the_next_and_undo_takes_it_back(
    repository: SessionRepository, begin: Begin
) -> None:
    async with open_interview(repository, having(begin())) as person:
        await person.does("earlier")
        first = person.row
        await person.press("enter")
        assert person.row != first
        assert "3 to confirm" in person.lines[0]
        await person.press("ctrl+z")
        assert "4 to confirm" in person.lines[0]


async def test_the_sure_ones_go_with_one_key(repository: SessionRepository, begin: Begin) -> None:
    async with open_interview(repository, having(begin())) as person:
        await person.does("earlier")
        await person.press("a")
        session = person.workspace.session
        assert "remain employees" in session.answer("command").current
        assert [paragraph(session, ref).text for ref in unconfirmed(session)] == [
            "The ferry to the island leaves at nine."
        ]


async def test_what_belongs_nowhere_is_left_in_the_tray_and_counted(
    repository: SessionRepository, begin: Begin
) -> None:
    async with open_interview(repository, having(begin())) as person:
        await person.does("earlier")
        while "ferry" not in person.row:
            await person.press("down")
        await person.press("t")
        assert person.lines[0].endswith("1 in the tray")
        assert person.holds("Left in the tray · 1")


async def test_a_paragraph_is_moved_by_ticking_questions(repository: SessionRepository, begin: Begin) -> None:
    async with open_interview(repository, having(begin())) as person:
        await person.does("earlier")
        while "ferry" not in person.row:
            await person.press("down")
        await person.press("m", "down", "space", "tab", "enter")
        held = [paragraph(person.workspace.session, ref) for ref in placeable(person.workspace.session)]
        moved = next(each for each in held if "ferry" in each.text)
        assert moved.placed
        assert moved.questions


async def test_it_is_cut_after_a_sentence_and_joined_again(repository: SessionRepository, begin: Begin) -> None:
    async with open_interview(repository, having(begin())) as person:
        await person.does("earlier")
        while "3.1" not in person.row:
            await person.press("down")
        await person.press("s", "down", "down", "enter")
        assert "5 to confirm" in person.lines[0]
        await person.press("ctrl+z")
        assert "4 to confirm" in person.lines[0]


async def test_the_answers_start_with_the_old_wording_and_count_as_nothing(
    repository: SessionRepository, begin: Begin
) -> None:
    async with open_interview(repository, having(begin())) as person:
        await person.does("earlier")
        await person.press("a", "w", "enter")
        assert person.workspace.session.answer("command").is_unreviewed
        await person.press("r")
        assert isinstance(person.app.screen, GapReportScreen)
        while "3.1" not in person.row:
            await person.press("down")
        await person.press("enter")
        assert isinstance(person.app.screen, InterviewScreen)
        assert person.workspace.clause_id == "command"
        assert "SROs shall remain employees" in person.editor.text
        assert "Text 0 of" in person.lines[0]


@pytest.mark.parametrize("size", [NARROW, WIDE, SMALL])
async def test_the_gap_report_never_says_silent_without_the_nearest(
    repository: SessionRepository, begin: Begin, size: tuple[int, int]
) -> None:
    async with open_interview(repository, having(begin()), size=size) as person:
        await person.does("earlier")
        await person.press("r")
        while "nothing found" not in person.row:
            await person.press("down")
        assert "Nothing found. Nearest" in person.screen
        assert "¶" in person.screen
        await person.press("escape")
        assert isinstance(person.app.screen, ReviseScreen)


async def test_the_gap_report_goes_out_in_the_kind_that_is_chosen(
    repository: SessionRepository, begin: Begin, tmp_path: Path
) -> None:
    async with open_interview(repository, having(begin())) as person:
        await person.does("earlier")
        await person.press("r")
        await person.press("e")
        assert "Write the gap report as" in person.screen
        await person.press("home", "down", "down", "enter", "ctrl+e", "ctrl+u")
        await person.types(str(tmp_path / "gaps.html"))
        await person.press("enter")
        assert await comes(person, (tmp_path / "gaps.html").exists)
        assert "nothing found" in (tmp_path / "gaps.html").read_text("utf-8")


async def test_a_file_is_read_in_from_the_screen_and_a_bad_one_is_refused(
    repository: SessionRepository, begin: Begin, tmp_path: Path
) -> None:
    (tmp_path / "old.txt").write_text(TEXT, encoding="utf-8")
    async with open_interview(repository, begin()) as person:
        await person.does("earlier")
        assert "No earlier agreement is read in" in person.screen
        await person.press("n")
        await person.types(str(tmp_path / "missing.docx"))
        await person.press("enter")
        assert await comes(person, lambda: "Cannot open" in person.screen)
        await person.press("escape", "n")
        await person.types(str(tmp_path / "old.txt"))
        await person.press("enter")
        assert await comes(person, lambda: bool(person.workspace.session.earlier))
        assert person.workspace.session.earlier[0].name == "old.txt"


async def test_markup_in_an_old_agreement_is_shown_as_it_is(repository: SessionRepository, begin: Begin) -> None:
    text = "[@click=app.quit]The SRO[/b] shall search students' lockers on reasonable suspicion.\n"
    async with open_interview(repository, having(begin(), text)) as person:
        await person.does("earlier")
        assert "[@click=app.quit]The SRO[/b]" in person.screen


async def test_the_old_wording_is_next_to_the_new(repository: SessionRepository, begin: Begin) -> None:
    async with open_interview(repository, revised(begin()), size=WIDE) as person:
        await person.does("compare_earlier")
        assert person.holds("The earlier agreement")
        assert person.holds("fifty percent")
        assert person.holds("sixty percent")
        await person.press("escape")
        assert isinstance(person.app.screen, InterviewScreen)
