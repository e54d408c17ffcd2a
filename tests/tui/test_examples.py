"""Examples are read, inserted and accepted."""

from __future__ import annotations

import pytest
from textual import events

from mou_tui.tui.app import MouApp
from mou_tui.workspace.repository import SessionRepository
from tests.tui.conftest import Begin
from tests.tui.interview_app import NARROW, Person, open_interview


async def test_an_example_is_read_and_then_taken_into_an_empty_answer(
    repository: SessionRepository, begin: Begin
) -> None:
    async with open_interview(repository, begin()) as person:
        await person.press("ctrl+t")
        assert person.editor.text == ""
        assert person.holds("Take: Safety alone")

        assert "1 of 3" in person.screen
        for which in ("2 of 3", "3 of 3", "1 of 3"):
            await person.press("ctrl+t")
            assert which in person.screen
            assert person.editor.text == "", "what shows does not take"

        await person.press("enter")
        assert "Type over [local concern, such as weapons]. F5: next blank, 1 of 3." in person.screen
        assert person.editor.text == person.workspace.answer.text
        assert "The Police Department and the School District share this purpose" in person.editor.text
        assert person.at == "answer"
        assert person.editor.selected_text == "[local concern, such as weapons]"
        assert "example, not yet yours" in person.standing
        assert person.workspace.progress().written == 0


@pytest.mark.parametrize(
    ("downs", "expected"),
    [
        pytest.param(0, "Own words.\n\n{example}", id="append"),
        pytest.param(1, "{example}", id="replace"),
        pytest.param(2, "Own{example} words.", id="cursor"),
    ],
)
async def test_an_example_joins_the_words_of_the_room_and_one_undo_takes_it_back(
    repository: SessionRepository, begin: Begin, downs: int, expected: str
) -> None:
    async with open_interview(repository, begin(purpose="Own words.")) as person:
        example = person.workspace.answers.example_text(person.workspace.checklist.question("purpose").examples[0])
        await person.press("ctrl+right")
        await person.press("ctrl+t", "enter", *["down"] * downs, "enter")
        assert person.editor.text == expected.format(example=example)
        assert person.workspace.answer.text == person.editor.text

        await person.press("ctrl+z")
        assert person.editor.text == person.workspace.answer.text == "Own words."


async def test_taking_an_example_can_be_thought_better_of(repository: SessionRepository, begin: Begin) -> None:
    async with open_interview(repository, begin(purpose="Own words.")) as person:
        await person.press("ctrl+t", "enter", "escape")

        assert person.editor.text == person.workspace.answer.text == "Own words."


async def test_an_example_can_be_used_as_written_and_that_be_taken_back(
    repository: SessionRepository, begin: Begin
) -> None:
    async with open_interview(repository, begin()) as person:
        await person.press("ctrl+o")
        assert "no example to use" in person.messages[-1]

        await person.press("ctrl+t", "enter", "ctrl+o")
        assert person.workspace.answer.taken and person.workspace.answer.taken.adopted
        assert "not yet yours" not in person.standing
        assert person.at == "next"

        await person.press("f9")
        assert "not yet yours" in person.standing


async def test_examples_asked_for_before_they_are_there_are_shown_as_soon_as_they_are(
    repository: SessionRepository, begin: Begin
) -> None:
    app = MouApp(repository, begin())
    async with app.run_test(size=NARROW) as pilot:
        app.post_message(events.Key("ctrl+t", None))
        person = Person(app, pilot)
        await person.settles()
        await person.settles()
        assert "Take: " in person.screen
        await person.press("enter")
        assert person.workspace.answer.is_unmodified_example


async def test_examples_asked_for_at_a_question_that_was_left_do_not_open_at_the_next(
    repository: SessionRepository, begin: Begin
) -> None:
    app = MouApp(repository, begin())
    async with app.run_test(size=NARROW) as pilot:
        for key in ("ctrl+t", "ctrl+n"):
            app.post_message(events.Key(key, None))
        person = Person(app, pilot)
        await person.settles()
        await person.settles()
        assert (person.workspace.clause_id, person.at) == ("scope", "answer")
        assert "Take: " not in person.screen
