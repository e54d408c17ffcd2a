"""On a small screen all that matters is visible or can be reached."""

from __future__ import annotations

import pytest
from textual.widget import Widget
from textual.widgets import Static

from mou_tui.workspace.repository import SessionRepository
from tests.tui.conftest import Begin
from tests.tui.interview_app import Person
from tests.tui.program import at_home


async def is_in_view(person: Person) -> bool:
    """Whether what has the focus is on the screen, or comes there within a few frames."""
    focused = person.app.focused
    assert focused is not None
    for _frame in range(20):
        place = person.app.screen.find_widget(focused)
        if place.region.intersection(place.clip):
            return True
        await person.pilot.pause()
    return False


@pytest.mark.parametrize("screen", ["interview", "guidance", "review", "names", "home"])
async def test_what_has_the_focus_is_always_on_the_screen(
    repository: SessionRepository, begin: Begin, screen: str
) -> None:
    workspace = None if screen == "home" else begin(purpose="We agree.")
    async with at_home(repository, workspace, size=(40, 12)) as person:
        if screen == "guidance":
            await person.press("f4")
        elif screen == "review":
            await person.press("ctrl+r")
        elif screen == "names":
            await person.interview.run_action("names")
            await person.settles()
        visited: set[Widget | None] = set()
        while person.app.focused not in visited:
            assert await is_in_view(person), person.app.focused
            visited.add(person.app.focused)
            person.app.screen.focus_next()
        assert len(visited) > 3


@pytest.mark.parametrize("size", [(40, 12), (60, 20)])
async def test_on_a_small_screen_the_question_is_whole_and_words_are_seen_as_they_are_typed(
    repository: SessionRepository, begin: Begin, size: tuple[int, int]
) -> None:
    async with at_home(repository, begin(), size=size) as person:
        asked = max(person.workspace.checklist.questions(), key=lambda question: len(question.ask))
        await person.interview.controllers.clause.open(asked.id)
        await person.pilot.pause()
        assert person.holds(asked.ask)

        await person.types("The parties shall meet. " * 12 + "The end.")
        assert person.holds("The end.")
        assert "saved 10:42" in person.screen or "saving…" in person.screen


async def test_on_a_small_screen_guidance_opens_for_whoever_goes_there(
    repository: SessionRepository, begin: Begin
) -> None:
    async with at_home(repository, begin(purpose="We agree."), size=(40, 12)) as person:
        why = person.workspace.question.why if person.workspace.question else ""
        assert not person.holds(why)
        await person.press("f4")
        assert person.holds(why)
        await person.press("f4")
        assert "•" in person.screen

        await person.press("escape")
        assert person.at == "answer"
        assert "•" not in person.screen
        assert "We agree." in person.screen


async def test_guidance_is_whole_while_nothing_is_written_and_gives_way_to_a_long_answer(
    repository: SessionRepository, begin: Begin
) -> None:
    async with at_home(repository, begin(), size=(80, 24)) as person:
        lines = str(person.query("#why", Static).content).splitlines()
        assert person.holds(lines[0])
        assert person.holds(lines[-1])

        await person.types("The parties shall meet. ")
        assert person.holds(lines[-1])
        await person.types("The parties shall meet each year. " * 14)
        assert not person.holds(lines[-1])
        assert person.query("#answer", Widget).size.height > 8


async def test_on_a_small_screen_the_head_says_topic_count_and_whether_it_is_saved(
    repository: SessionRepository, begin: Begin
) -> None:
    async with at_home(repository, begin(), size=(40, 12)) as person:
        assert person.lines[0] == "Topic 1  Text 0 of 24 · Agreed 0 · saved"
        await person.press("ctrl+b", "ctrl+b")
        assert person.lines[0] == "Opening  Text 0 of 24 · Agreed 0 · saved"


async def test_on_a_small_screen_every_row_of_a_dialog_can_be_reached(
    repository: SessionRepository, begin: Begin
) -> None:
    async with at_home(repository, begin(), size=(40, 12)) as person:
        await person.press("f8")
        assert "Set aside    Cancel" in person.screen
        await person.types("no cameras")
        await person.press("enter")
        assert person.interview.workspace.session.answer("purpose").not_applicable == "no cameras"
