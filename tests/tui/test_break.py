"""During a break, or a caucus, nothing of the agreement is on the projector, and everybody knows why."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from mou_tui.persistence.local_state import LocalState
from mou_tui.persistence.projector_blank import OVERDUE
from mou_tui.tui.interview.screen import InterviewScreen
from mou_tui.tui.screens.room_view import RoomViewScreen
from mou_tui.tui.watch.app import WatchApp
from mou_tui.tui.watch.follower import INTERVIEW_GONE, SessionFollower
from mou_tui.tui.widgets.blank_page import BREAK
from mou_tui.workspace.repository import SessionRepository
from mou_tui.workspace.session_reader import ChecklistCatalog
from tests.storage_helpers import Clock
from tests.tui.conftest import Begin
from tests.tui.interview_app import NARROW, SMALL, Person, open_interview

WORDS = "Safe schools for all."
LINE = "The second screen is blank. Ctrl+] shows the agreement there again."


def is_bare(person: Person) -> bool:
    """Whether a calm line is all that is to be read."""
    return [line.strip() for line in person.lines if line.strip()] == [BREAK]


def marked(path: Path, *, until: bool) -> bool:
    """Whether the second screen is blank, once what was asked for has been written."""
    local = LocalState(path)
    for _ in range(10_000):
        if (local.blanked is not None) == until:
            return until
    return not until


@pytest.mark.parametrize("size", [NARROW, SMALL], ids=["80x24", "60x20"])
async def test_one_key_blanks_the_room_view_and_it_or_esc_brings_it_back(
    repository: SessionRepository, begin: Begin, size: tuple[int, int]
) -> None:
    async with open_interview(repository, begin(purpose=WORDS), size=size) as person:
        await person.press("ctrl+d")
        before = person.screen
        for back in ("b", "escape"):
            await person.press("b")
            assert is_bare(person)
            await person.press("ctrl+n", "w", "l", "down")
            assert is_bare(person)
            await person.press(back)
            assert person.screen == before
        assert isinstance(person.app.screen, RoomViewScreen)
        await person.press("escape")
        assert isinstance(person.app.screen, InterviewScreen)


async def test_a_long_clause_is_scrolled_after_a_break_as_before(repository: SessionRepository, begin: Begin) -> None:
    long = "\n\n".join(f"Paragraph {number}." for number in range(40))
    async with open_interview(repository, begin(purpose=long), size=NARROW) as person:
        await person.press("ctrl+d", "b", "b")
        assert "Paragraph 0." in person.screen
        await person.press("pagedown")
        assert "Paragraph 0." not in person.screen


async def test_the_interview_blanks_the_second_screen_and_says_so_as_long_as_it_lasts(
    repository: SessionRepository, begin: Begin
) -> None:
    workspace = begin(purpose=WORDS)
    path = workspace.store.path
    async with open_interview(repository, workspace) as person:
        await person.press("ctrl+right_square_bracket")
        assert LINE in person.screen
        assert person.holds("This window still shows it: Ctrl+D, then b blanks it too.")
        assert WORDS in person.screen
        assert marked(path, until=True)
        await person.types(" More.")
        assert LINE in person.screen
        await person.press("ctrl+d")
        assert is_bare(person), "the room view is for the room as well"
        await person.press("escape", "escape")
        assert LINE not in person.screen
        assert not marked(path, until=False)


async def test_nothing_stays_blank_once_the_interview_has_ended(repository: SessionRepository, begin: Begin) -> None:
    workspace = begin(purpose=WORDS)
    async with open_interview(repository, workspace) as person:
        await person.press("ctrl+right_square_bracket")
    workspace.store.close()
    assert LocalState(workspace.store.path).blanked is None


def test_a_second_screen_whose_interview_crashed_says_why_it_is_blank_and_the_next_start_shows_it(
    repository: SessionRepository, begin: Begin, checklists: ChecklistCatalog
) -> None:
    workspace = begin(purpose=WORDS)
    path, clock = workspace.store.path, Clock()
    workspace.store.close()
    LocalState(path).mark_blank(clock())
    follower = SessionFollower(path, checklists, clock)
    assert follower.snapshot.blank == BREAK
    clock.now += OVERDUE + timedelta(seconds=1)
    news = follower.poll()
    assert news
    assert news.blank == INTERVIEW_GONE

    again = repository.open(path)
    assert LocalState(path).blanked is None
    news = follower.poll()
    assert news
    assert news.blank == ""
    again.store.close()


async def test_the_second_screen_is_blank_with_the_interview_and_can_be_blanked_and_shown_itself(
    begin: Begin, checklists: ChecklistCatalog
) -> None:
    workspace = begin(purpose=WORDS)
    workspace.store.flush()
    follower = SessionFollower(workspace.store.path, checklists)
    app = WatchApp(follower)
    async with app.run_test(size=NARROW) as pilot:
        person = Person(app, pilot)
        await person.settles()
        assert WORDS in person.screen
        await person.press("b")
        assert is_bare(person)
        await person.press("b")
        assert WORDS in person.screen

        workspace.store.ui_state.second_screen.blank()
        assert marked(workspace.store.path, until=True)
        for _ in range(100):
            await pilot.pause(0.1)
            if is_bare(person):
                break
        assert is_bare(person)
        await person.press("escape")
        assert WORDS in person.screen, "whoever sits there knows best"

        workspace.store.ui_state.second_screen.show()
        assert not marked(workspace.store.path, until=False)
    workspace.store.close()


async def test_a_session_that_is_only_read_blanks_nothing_elsewhere(
    repository: SessionRepository, begin: Begin
) -> None:
    workspace = begin(purpose=WORDS)
    workspace.store.close()
    async with open_interview(repository, repository.open(workspace.store.path, read_only=True)) as person:
        await person.press("ctrl+right_square_bracket")
        assert person.holds("A session that is read-only does not lead a second screen.")
        assert LINE not in person.screen
