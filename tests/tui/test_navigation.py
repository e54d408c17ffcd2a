"""The way from question to question."""

from __future__ import annotations

from textual import events

from mou_tui.tui.screens.review import ReviewScreen
from mou_tui.workspace.repository import SessionRepository
from tests.tui.conftest import Begin
from tests.tui.interview_app import open_interview


async def test_next_back_and_next_open_move_through_the_questions(repository: SessionRepository, begin: Begin) -> None:
    async with open_interview(repository, begin(scope="At the high school.", duties="Patrol.")) as person:
        await person.press("ctrl+n")
        assert (person.workspace.clause_id, person.editor.text, person.at) == ("scope", "At the high school.", "answer")

        await person.press("ctrl+b", "ctrl+b", "ctrl+b")
        assert person.workspace.clause_id == "opening"
        assert "beginning" in person.messages[-1]

        await person.press("ctrl+g")
        assert person.workspace.clause_id == "purpose"
        await person.press("ctrl+g")
        assert person.workspace.clause_id == "not-discipline"


async def test_the_end_of_a_topic_is_told_once_with_the_next_one(repository: SessionRepository, begin: Begin) -> None:
    async with open_interview(repository, begin(purpose="Safe schools.", scope="All schools.")) as person:
        await person.press("ctrl+n")
        assert person.messages == []
        await person.press("ctrl+n")
        end = "Topic 1 done: 2 of 2 essential questions are written. Next: SRO roles and responsibilities."
        assert person.messages == [end]
        await person.press("ctrl+b", "ctrl+n")
        assert person.messages == [end]


async def test_next_open_says_when_nothing_is_open(repository: SessionRepository, begin: Begin) -> None:
    written = {question.id: "Settled." for question in repository.checklist.questions("essential")}
    async with open_interview(repository, begin("essential", **written)) as person:
        await person.press("ctrl+g")

        assert "Nothing is open" in person.messages[-1]


async def test_next_after_the_last_question_goes_to_the_review(repository: SessionRepository, begin: Begin) -> None:
    workspace = begin()
    workspace.go("signers")
    async with open_interview(repository, workspace) as person:
        await person.press("tab", "enter")

        assert isinstance(person.app.screen, ReviewScreen)


async def test_words_typed_just_before_moving_on_belong_to_the_question_they_were_typed_at(
    repository: SessionRepository, begin: Begin
) -> None:
    async with open_interview(repository, begin()) as person:
        for character in "We agree":
            person.app.post_message(events.Key(character, character))
        await person.press("ctrl+n")

        assert person.workspace.session.answer("purpose").text == "We agree"
        assert person.editor.text == person.workspace.session.answer("scope").text == ""
