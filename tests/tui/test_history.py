"""The history: what changed today, what changed between any two moments, and a wording brought back."""

from __future__ import annotations

from datetime import datetime

import pytest
from textual.widgets import OptionList

from mou_tui.tui.interview.screen import InterviewScreen
from mou_tui.tui.screens.history import HistoryScreen
from mou_tui.tui.screens.review import ReviewScreen
from mou_tui.workspace.repository import SessionRepository
from mou_tui.workspace.workspace import Workspace
from tests.tui.conftest import NOW, Begin
from tests.tui.interview_app import NARROW, SMALL, WIDE, Person, open_interview

OLD, NEW = "The SRO waits three days.", "The SRO waits five days."


@pytest.fixture
def workspace(begin: Begin) -> Workspace:
    """A session in which a purpose was written on Monday, another on Tuesday, and duties today."""
    workspace = begin()
    workspace.clock = lambda: datetime(2026, 11, 9, 18, 0)
    workspace.answers.write(OLD)
    workspace.minutes.mark("first reading")
    workspace.clock = lambda: datetime(2026, 11, 10, 18, 0)
    workspace.answers.write(NEW)
    workspace.history.log_wordings()
    workspace.clock = lambda: NOW
    workspace.go("duties")
    workspace.answers.write("The SRO walks.")
    workspace.history.log_wordings()
    return workspace


async def chooses(person: Person, words: str) -> None:
    """Go down to a choice, and take it."""
    for _ in range(20):
        if words in person.row:
            await person.press("enter")
            return
        await person.press("down")
    raise AssertionError(f"{words!r} is not offered:\n{person.screen}")


async def test_what_changed_today_comes_first(repository: SessionRepository, workspace: Workspace) -> None:
    async with open_interview(repository, workspace) as person:
        await person.does("history")
        assert person.lines[0].strip() == "History · 1 clause changed today"
        assert person.row.startswith("2.1 Duties of the SRO  new")
        assert person.holds("The beginning of today There was nothing here. Now The SRO walks.")


@pytest.mark.parametrize("size", [NARROW, SMALL, WIDE, (40, 12)])
async def test_any_two_moments_can_be_compared_the_wordings_next_to_or_under_each_other(
    repository: SessionRepository, workspace: Workspace, size: tuple[int, int]
) -> None:
    async with open_interview(repository, workspace, size=size) as person:
        await person.does("history")
        await person.press("c")
        await chooses(person, "First reading, November 9, 2026")
        offered = [str(option.prompt) for option in person.query("OptionList", OptionList).options]
        assert offered == ["Now", "The end of November 10, 2026"]
        await chooses(person, "The end of November 10, 2026")
        assert person.row == "1.1 Purpose and goals  changed"
        if size == WIDE:
            assert any(OLD in line and NEW in line for line in person.lines)
        elif size != (40, 12):
            assert person.holds(f"First reading, November 9, 2026 {OLD} The end of November 10, 2026 {NEW}")
        assert "2.1" not in person.row


async def test_what_differs_is_struck_through_and_underlined(
    repository: SessionRepository, workspace: Workspace
) -> None:
    async with open_interview(repository, workspace) as person:
        await person.does("history")
        await person.press("c")
        await chooses(person, "First reading")
        await chooses(person, "The end of November 10")
        marked: dict[str, tuple[bool, bool]] = {}
        for strip in person.app.screen._compositor.render_strips():
            for segment in strip:
                for word in ("three", "five", "waits"):
                    if word in segment.text and segment.style:
                        marked.setdefault(word, (bool(segment.style.strike), bool(segment.style.underline)))
        assert marked == {"three": (True, False), "five": (False, True), "waits": (False, False)}


async def test_an_earlier_wording_is_brought_back_and_that_can_be_taken_back(
    repository: SessionRepository, workspace: Workspace
) -> None:
    workspace.go("purpose")
    async with open_interview(repository, workspace) as person:
        before = workspace.session
        await person.does("history")
        await person.press("c")
        await chooses(person, "First reading")
        await chooses(person, "Now")
        while "1.1" not in person.row:
            await person.press("down")
        await person.press("r")
        assert workspace.session.answer("purpose").text == OLD
        assert person.editor.text == OLD
        assert "reads as at first reading, November 9, 2026. Ctrl+Z" in person.messages[-1]

        await person.press("f9")
        assert workspace.session == before
        assert person.editor.text == NEW
        await person.press("escape")
        assert workspace.session.answer("purpose").text == NEW


async def test_the_two_moments_are_named_in_full_and_a_sentence_has_one_full_stop(
    repository: SessionRepository, workspace: Workspace
) -> None:
    workspace.meetings.begin(())
    workspace.meetings.end()
    workspace.answers.write("The SRO walks and waits.")
    async with open_interview(repository, workspace) as person:
        await person.does("history")
        await person.press("c")
        await chooses(person, "The end of the meeting of")
        await chooses(person, "Now")
        assert person.holds("changed from the end of the meeting of November 14, 2026, 10:42 a.m. to now")
        await person.press("r")
        assert "10:42 a.m. Ctrl+Z takes it back." in person.messages[-1]


async def test_of_two_earlier_wordings_it_is_asked_which(repository: SessionRepository, workspace: Workspace) -> None:
    workspace.go("purpose")
    workspace.answers.write("Something else.")
    async with open_interview(repository, workspace) as person:
        await person.does("history")
        await person.press("c")
        await chooses(person, "First reading")
        await chooses(person, "The end of November 10")
        await person.press("r", "escape")
        assert workspace.session.answer("purpose").text == "Something else."
        await person.press("r")
        await chooses(person, "The end of November 10")
        assert workspace.session.answer("purpose").text == NEW


async def test_a_clause_that_was_new_is_empty_again_once_that_is_meant(
    repository: SessionRepository, workspace: Workspace
) -> None:
    async with open_interview(repository, workspace) as person:
        await person.does("history")
        await person.press("r")
        assert person.holds("It reads now: The SRO walks.")
        await person.press("enter")
        assert workspace.session.answer("duties").text == "The SRO walks.", "to keep it comes first"
        await person.press("r")
        await chooses(person, "Empty it")
        assert workspace.session.answer("duties").text == ""
        assert "2.1 Duties of the SRO is empty" in person.messages[-1]
        assert "Nothing changed today." in person.screen
        assert any("Bring back" in line for line in person.lines[-4:])
        await person.press("r", "enter", "g")
        assert isinstance(person.app.screen, HistoryScreen)


async def test_a_wording_in_between_that_was_supported_is_one_key_away(
    repository: SessionRepository, workspace: Workspace
) -> None:
    workspace.go("purpose")
    workspace.answers.write("The SRO waits four days.")
    workspace.positions.all_can_live_with()
    workspace.locks.unlock("purpose")
    workspace.answers.write("The SRO waits six days.")
    workspace.history.log_wordings()
    async with open_interview(repository, workspace) as person:
        await person.does("history")
        while "as supported" not in person.row:
            await person.press("down")
        assert person.row.strip() == "as supported at 10:42 a.m. by the Police Department and the School District"
        assert person.holds("The SRO waits four days.")
        assert person.holds("It replaces what stands there now: “The SRO waits six days.”.")
        await person.press("r")
        assert workspace.session.answer("purpose").text == "The SRO waits four days."
        assert (
            "reads as supported at 10:42 a.m. by the Police Department and the School District." in person.messages[-1]
        )
        assert workspace.positions.agreement.state == "agreed"


async def test_compare_offers_the_moment_at_which_a_wording_was_supported(
    repository: SessionRepository, workspace: Workspace
) -> None:
    workspace.go("purpose")
    workspace.answers.write("The SRO waits four days.")
    workspace.positions.all_can_live_with()
    workspace.locks.unlock("purpose")
    workspace.answers.write("The SRO waits six days.")
    workspace.history.log_wordings()
    async with open_interview(repository, workspace) as person:
        await person.does("history")
        await person.press("c")
        await chooses(person, "1.1 Purpose and goals as supported at 10:42 a.m.")
        await chooses(person, "Now")
        assert person.row.startswith("1.1 Purpose and goals  changed")
        await person.press("r")
        assert workspace.session.answer("purpose").text == "The SRO waits four days."
        assert "1.1 Purpose and goals reads as supported at 10:42 a.m., November 14, 2026." in person.messages[-1]


async def test_who_supports_the_wording_of_now_is_named_before_it_is_replaced(
    repository: SessionRepository, workspace: Workspace
) -> None:
    workspace.go("duties")
    workspace.positions.take("agency", "agrees")
    async with open_interview(repository, workspace, size=WIDE) as person:
        await person.does("history")
        assert person.holds("The Police Department supports that wording and will be asked again.")


async def test_a_moment_can_be_named_here_and_from_the_palette(
    repository: SessionRepository, workspace: Workspace
) -> None:
    async with open_interview(repository, workspace) as person:
        await person.does("milestone")
        await person.types("sent to counsel")
        await person.press("enter")
        await person.does("history")
        await person.press("m")
        await person.press("enter")
        assert person.holds("Write something here first.")
        await person.types("second reading")
        await person.press("enter")
        milestones = [entry.text for entry in workspace.session.history.entries if entry.kind == "milestone"]
        assert milestones == ["first reading", "sent to counsel", "second reading"]
        await person.press("c")
        assert "Second reading, November 14, 2026" in person.screen
        await person.press("escape", "f9", "c")
        assert "Second reading" not in person.screen


async def test_enter_goes_to_the_clause_and_esc_comes_back(repository: SessionRepository, workspace: Workspace) -> None:
    workspace.go("purpose")
    async with open_interview(repository, workspace) as person:
        await person.press("ctrl+r", "h", "escape")
        assert isinstance(person.app.screen, ReviewScreen)
        await person.press("escape")
        await person.does("history")
        await person.press("enter")
        assert isinstance(person.app.screen, InterviewScreen)
        assert workspace.clause_id == "duties"
        await person.press("escape", "escape")
        assert isinstance(person.app.screen, HistoryScreen)


async def test_in_a_read_only_session_nothing_is_brought_back(
    repository: SessionRepository, workspace: Workspace
) -> None:
    path = workspace.store.path
    workspace.close()
    async with open_interview(repository, repository.open(path, read_only=True)) as person:
        before = person.workspace.session
        await person.does("history")
        assert "The SRO walks." in person.screen
        await person.press("r", "m", "f9")
        assert isinstance(person.app.screen, HistoryScreen)
        assert person.workspace.session == before
