"""The points of a question: ticked one by one, and gone through, which one key notes and another takes back."""

from __future__ import annotations

from mou_tui.draft.points import LOOK_AGAIN, NOT_GONE_THROUGH
from mou_tui.workspace.repository import SessionRepository
from tests.tui.conftest import Begin
from tests.tui.interview_app import open_interview


async def test_points_are_ticked_and_never_counted(repository: SessionRepository, begin: Begin) -> None:
    async with open_interview(repository, begin()) as person:
        points = person.workspace.checklist.question("purpose").points
        await person.press("f4", "f4", "shift+tab", "space", "down", "enter")

        assert person.workspace.answer.points == (points[0].id, points[1].id)
        assert "Text 0 of 24" in person.screen


async def test_one_key_notes_it_and_other_words_ask_to_look_again(repository: SessionRepository, begin: Begin) -> None:
    async with open_interview(repository, begin(purpose="We all agree.")) as person:
        assert person.standing.rstrip() == f"Text: written · {NOT_GONE_THROUGH} (Ctrl+E)"
        await person.press("ctrl+e")
        assert person.messages[-1] == "These are the points of 1.1. Ctrl+E again: we went through them."
        assert "[ ]" in person.screen
        assert not person.workspace.answer.gone_through
        await person.press("ctrl+e")
        assert person.messages[-1].startswith("Noted that you went through the points of 1.1.")
        assert "· points 0 of " in person.standing
        await person.press("ctrl+e")
        assert person.messages[-1] == "That is noted already for this wording."
        await person.types(" Now.")
        assert LOOK_AGAIN in person.standing
        await person.press("ctrl+z", "ctrl+z", "ctrl+z")
        assert NOT_GONE_THROUGH in person.standing
        assert person.workspace.answer.text == "We all agree."


async def test_points_tell_what_the_example_covers_and_how_they_are_ticked(
    repository: SessionRepository, begin: Begin
) -> None:
    async with open_interview(repository, begin()) as person:
        await person.press("ctrl+t", "enter")
        question = repository.checklist.question("purpose")
        await person.clicks("Points")
        points = [line for line in person.lines if "[" in line and "]" in line]
        assert any(line.strip().startswith("[x]") for line in points)
        assert person.holds("(the example covers this)")
        person.app.screen.query_one("#pane-points").focus()
        await person.settles()
        assert "Space Tick" in person.lines[-1]
        assert set(person.workspace.answer.points) == set(question.examples[0].covers)


async def test_without_wording_there_is_nothing_to_note(repository: SessionRepository, begin: Begin) -> None:
    async with open_interview(repository, begin()) as person:
        await person.press("ctrl+e")
        assert person.messages[-1] == "There is no wording yet to hold against the points."
        assert not person.workspace.answer.gone_through
