"""The room view: the current clause and nothing else, at every size."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest

from mou_tui.session.model import Party
from mou_tui.tui.interview.screen import InterviewScreen
from mou_tui.tui.screens.room_view import RoomViewScreen
from mou_tui.tui.widgets.clause import Clause
from mou_tui.workspace.repository import SessionRepository
from mou_tui.workspace.workspace import Workspace
from tests.tui.conftest import Begin
from tests.tui.interview_app import NARROW, SMALL, WIDE, Person, open_interview

HUGE = (200, 60)
SIZES = [NARROW, WIDE, SMALL, HUGE]


def seat_parents(workspace: Workspace) -> None:
    workspace.store.record(
        workspace.session.with_party(Party("parents", name="Parents of Lake City", part="consulted"))
    )


def begin_meeting(workspace: Workspace) -> None:
    workspace.meetings.begin(replace(item, is_present=True) for item in workspace.meetings.attendance())


def argue(workspace: Workspace) -> Workspace:
    """A meeting in which one party agrees, one objects, and one was not asked."""
    seat_parents(workspace)
    begin_meeting(workspace)
    workspace.positions.take("agency", "agrees")
    workspace.positions.take("district", "objects", "the fee is a private matter")
    return workspace


async def enter(person: Person) -> None:
    await person.press("ctrl+d")
    assert isinstance(person.app.screen, RoomViewScreen)


def row_of(person: Person, words: str) -> tuple[int, int]:
    """The row and the column at which words are on the screen."""
    return next((y, line.index(words)) for y, line in enumerate(person.lines) if words in line)


async def scroll(person: Person, *keys: str) -> None:
    for key in keys:
        await person.press(key)
        await person.pilot.wait_for_animation()
        await person.settles()


@pytest.mark.parametrize("size", SIZES)
async def test_it_shows_the_clause_and_who_agrees_and_nothing_else(
    repository: SessionRepository, begin: Begin, size: tuple[int, int]
) -> None:
    workspace = begin(purpose="Officers answer calls\nin [number] minutes.")
    argue(workspace)
    workspace.answers.set_current("The old agreement says.")
    workspace.answers.defer("the mayor", "Friday")
    async with open_interview(repository, workspace, size=size) as person:
        await enter(person)
        shown = " ".join(person.screen.split())
        question = workspace.checklist.question("purpose")
        assert shown == (
            f"Meeting 1 · November 14, 2026 Agreed 0 of 24 1.1 {question.label} "
            "Officers answer calls in [number] minutes. "
            "✓ agrees Police Department ⚑ objects School District · not asked yet Parents of Lake City "
            "Ctrl+N Next Ctrl+B Back b Blank l Large Esc Close"
        )


@pytest.mark.parametrize("size", SIZES)
async def test_lines_are_short_and_are_in_the_middle(
    repository: SessionRepository, begin: Begin, size: tuple[int, int]
) -> None:
    async with open_interview(repository, begin(purpose="word " * 40), size=size) as person:
        await enter(person)
        lines = [line for line in person.lines if "word" in line]
        left = len(lines[0]) - len(lines[0].lstrip())
        assert max(len(line.strip()) for line in lines) <= 60
        assert left >= 3
        assert abs(left - (size[0] - min(60, size[0] - 8)) // 2) <= 1


async def test_lines_are_spaced_where_all_of_it_fits_so(repository: SessionRepository, begin: Begin) -> None:
    async with open_interview(repository, begin(purpose="word " * 40), size=WIDE) as person:
        await enter(person)
        rows = [y for y, line in enumerate(person.lines) if "word" in line]
        assert {after - before for before, after in pairwise(rows)} == {2}

    async with open_interview(repository, begin(purpose="word " * 120)) as person:
        await enter(person)
        rows = [y for y, line in enumerate(person.lines) if "word" in line]
        assert {after - before for before, after in pairwise(rows)} == {1}
        assert "School District" in person.screen


async def test_lines_are_longer_where_all_of_it_fits_only_so(repository: SessionRepository, begin: Begin) -> None:
    for words, longest in ((168, 12), (200, 14), (230, 12)):
        async with open_interview(repository, begin(purpose="word " * words)) as person:
            await enter(person)
            assert max(line.count("word") for line in person.lines) == longest
            assert "School District" in person.screen


@pytest.mark.parametrize("size", SIZES)
async def test_alternatives_are_side_by_side_where_it_is_wide(
    repository: SessionRepository, begin: Begin, size: tuple[int, int]
) -> None:
    workspace = begin(purpose="The first wording.")
    workspace.positions.propose("district", "The second wording.")
    async with open_interview(repository, workspace, size=size) as person:
        await enter(person)
        (y, x), (other_y, other_x) = (
            row_of(person, "A · the wording on the table"),
            row_of(person, "B · the School District"),
        )
        assert "The first wording." in person.screen
        assert "The second wording." in person.screen
        if size in (WIDE, HUGE):
            assert y == other_y
            assert other_x > x + len("A · the wording on the table")
        else:
            assert y < other_y
            assert x == other_x


async def test_an_open_clause_is_not_yet_settled_and_the_question_is_asked(
    repository: SessionRepository, begin: Begin
) -> None:
    workspace = begin()
    async with open_interview(repository, workspace) as person:
        await enter(person)
        assert "Not yet settled" in person.screen
        assert person.holds(workspace.checklist.question("purpose").ask)


async def test_blanks_are_marked_but_for_what_is_none(repository: SessionRepository, begin: Begin) -> None:
    workspace = begin(purpose="In [number] days, [sic] hours.")
    answer = replace(workspace.answer, not_blanks=("[sic]",))
    workspace.store.record(workspace.session.with_answer("purpose", answer))
    async with open_interview(repository, workspace) as person:
        await enter(person)
        assert person.holds("In [number] days, [sic] hours.")
        strips = person.app.screen._compositor.render_strips()
        assert [part.text for strip in strips for part in strip if part.style and part.style.underline] == ["[number]"]


@pytest.mark.parametrize("key", ["escape", "ctrl+d"])
async def test_it_closes_with_the_key_that_opened_it(repository: SessionRepository, begin: Begin, key: str) -> None:
    async with open_interview(repository, begin()) as person:
        await person.types("Safe schools.")
        await enter(person)
        assert "Safe schools." in person.screen
        await person.press(key)
        assert isinstance(person.app.screen, InterviewScreen)
        assert person.at == "answer-panel"
        await person.types("x")
        assert person.workspace.answer.text == "Safe schools."
        await person.press("enter")
        await person.types(" Ours.")
        assert person.workspace.answer.text == "Safe schools. Ours."


async def test_it_closes_with_a_click(repository: SessionRepository, begin: Begin) -> None:
    async with open_interview(repository, begin()) as person:
        await enter(person)
        await person.clicks("Close")
        assert isinstance(person.app.screen, InterviewScreen)


async def test_the_interview_follows_from_clause_to_clause(repository: SessionRepository, begin: Begin) -> None:
    async with open_interview(repository, begin(purpose="The first.", scope="The second.")) as person:
        await enter(person)
        await person.press("ctrl+n")
        assert "The second." in person.screen
        assert "The first." not in person.screen
        assert (person.workspace.clause_id, person.editor.text) == ("scope", "The second.")

        await person.press("ctrl+b", "ctrl+b", "ctrl+b")
        assert person.workspace.clause_id == "opening"
        assert "This is the beginning." in person.messages
        assert "Parties and definitions" in person.screen
        await person.press("ctrl+n", "escape", "enter")
        assert person.at == "answer"
        await person.types("!")
        assert person.workspace.session.answer("purpose").text == "!The first."


async def test_it_ends_at_the_last_clause(repository: SessionRepository, begin: Begin) -> None:
    workspace = begin()
    workspace.go(workspace.navigation.clause_ids()[-1])
    async with open_interview(repository, workspace) as person:
        await enter(person)
        await person.press("ctrl+n")
        assert "This is the last clause." in person.messages
        assert isinstance(person.app.screen, RoomViewScreen)


async def test_a_long_clause_is_scrolled_and_the_next_one_begins_at_its_top(
    repository: SessionRepository, begin: Begin
) -> None:
    lines = "\n\n".join(f"Paragraph {number}." for number in range(60))
    async with open_interview(repository, begin(purpose=lines, scope=lines)) as person:
        await enter(person)
        assert "Paragraph 0." in person.screen
        await scroll(person, "pagedown")
        assert "Paragraph 0." not in person.screen
        assert "Paragraph 12." in person.screen
        await scroll(person, "pageup", "down")
        assert person.query("#clause", Clause).scroll_offset.y == 1
        await scroll(person, "end")
        assert "School District" in person.screen
        await person.press("ctrl+n")
        assert person.query("#clause", Clause).scroll_offset.y == 0


async def test_a_party_with_no_room_next_to_its_stance_has_its_name_below(
    repository: SessionRepository, begin: Begin
) -> None:
    workspace = begin(purpose="Ours.")
    argue(workspace)
    workspace.locks.unlock("purpose")
    workspace.answers.write("Changed.")
    async with open_interview(repository, workspace, size=(36, 24)) as person:
        await enter(person)
        (y, _), (below, _) = row_of(person, "↻ agrees, to confirm"), row_of(person, "Police Department")
        assert below == y + 1


async def test_a_session_to_be_read_has_a_room_view_too(repository: SessionRepository, begin: Begin) -> None:
    workspace = begin(purpose="The first.", scope="The second.")
    workspace.store.close()
    before = workspace.store.path.read_bytes()
    async with open_interview(repository, repository.open(workspace.store.path, read_only=True)) as person:
        await enter(person)
        await person.press("ctrl+n")
        assert "The second." in person.screen
    assert workspace.store.path.read_bytes() == before


@pytest.mark.parametrize("size", [NARROW, SMALL], ids=["80x24", "60x20"])
async def test_while_a_long_wording_is_scrolled_what_the_parties_say_stays_in_sight(
    repository: SessionRepository, begin: Begin, size: tuple[int, int]
) -> None:
    text = "\n\n".join(f"Sentence number {number} of a long wording, one after the other." for number in range(1, 31))
    async with open_interview(repository, argue(begin(purpose=text)), size=size) as person:
        await enter(person)
        for key in ("home", "pagedown", "end"):
            await scroll(person, key)
            assert person.holds("✓ agrees  Police Department") or person.holds("✓ agrees Police Department")
            assert "objects" in person.screen
        assert "Sentence number 30" in person.screen


@pytest.mark.parametrize("size", [NARROW, SMALL], ids=["80x24", "60x20"])
async def test_for_the_back_of_the_room_few_bold_words_stand_on_a_page_with_space_around(
    repository: SessionRepository, begin: Begin, size: tuple[int, int]
) -> None:
    text = "The parties meet each June. " * 12
    async with open_interview(repository, argue(begin(purpose=text)), size=size) as person:
        await enter(person)
        usual = person.screen
        await person.press("l")
        assert "╺┻╸•╺┻╸" in person.screen, "the number of the clause, three rows high"
        assert "Purpose and goals" in person.screen
        assert "agrees" not in person.screen
        rows = [y for y, line in enumerate(person.lines) if "parties" in line]
        assert all(below - above >= 2 for above, below in pairwise(rows))
        assert all(len(person.lines[y].strip(" ▁▂▃▄▅▆▇█")) <= 44 for y in rows)
        clause = person.query("#clause", Clause)
        assert all(segment.style and segment.style.bold for segment in clause.render_line(6) if segment.text.strip())

        seen = set(person.lines)
        await person.press("pagedown")
        assert set(person.lines) != seen
        await person.press("l")
        assert person.screen == usual
