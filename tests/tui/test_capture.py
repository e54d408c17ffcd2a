"""Taking down what the room decides, in three moves from anywhere."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import pytest

from mou_tui.persistence.local_state import LocalState
from mou_tui.session.history import Entry
from mou_tui.tui.interview.screen import InterviewScreen
from mou_tui.tui.screens.review import ReviewScreen
from mou_tui.workspace.repository import SessionRepository
from tests.tui.conftest import NOW, Begin
from tests.tui.interview_app import ENDS, Person, open_interview

AT = datetime.strftime(NOW, "%Y-%m-%d %H:%M")


def noted(person: Person) -> list[Entry]:
    """What was recorded, without the ids that only a correction points at."""
    return [replace(entry, id="") for entry in person.workspace.session.history.entries if entry.kind != "wording"]


async def test_a_decision_is_taken_down_in_three_moves(repository: SessionRepository, begin: Begin) -> None:
    async with open_interview(repository, begin(purpose="Safe schools.")) as person:
        await person.press("f6")
        await person.types("The board votes in May.")
        await person.press("enter")

        assert noted(person) == [Entry(AT, "decision", "purpose", text="The board votes in May.")]
        assert person.messages[-1] == "The decision is recorded. Ctrl+Z takes it back."
        assert (person.at, person.editor.text) == ("answer-panel", "Safe schools.")

        await person.press("f9")
        assert noted(person) == []


async def test_what_was_told_in_passing_is_not_read_twice_behind_a_dialog(
    repository: SessionRepository, begin: Begin
) -> None:
    async with open_interview(repository, begin(purpose="Safe schools.")) as person:
        await person.press("f6")
        await person.types("The board votes in May.")
        await person.press("enter")
        assert person.screen.count("it back.") == 1
        # It was read when one went on.
        await person.press("f6")
        assert "it back." not in person.screen
        await person.press("escape")
        assert "it back." not in person.screen


async def test_it_is_said_who_can_read_it(repository: SessionRepository, begin: Begin) -> None:
    async with open_interview(repository, begin()) as person:
        await person.press("f6")
        assert "Anyone who receives this file can read this." in person.screen


async def test_an_action_asks_who_and_by_when(repository: SessionRepository, begin: Begin) -> None:
    async with open_interview(repository, begin()) as person:
        await person.press("f6", "f6")
        for words in ("Ask the insurer.", "Pat Doe", "May 3"):
            await person.types(words)
            await person.press("enter")

        (action,) = person.workspace.session.actions
        assert (action.what, action.kind, action.who, action.due) == ("Ask the insurer.", "do", "Pat Doe", "May 3")
        assert action.question == "purpose"
        assert person.workspace.progress().actions_open == 1


async def test_what_must_be_checked_first_may_belong_to_no_question(
    repository: SessionRepository, begin: Begin
) -> None:
    async with open_interview(repository, begin()) as person:
        await person.press("f6")
        await person.types("the insurance")
        await person.clicks("Check first")
        await person.clicks("belongs to 1.1")
        await person.clicks("Record")

        (action,) = person.workspace.session.actions
        assert (action.what, action.kind, action.question) == ("the insurance", "check", "")
        assert person.workspace.progress().later == 1


async def test_a_note_on_the_opening_belongs_to_the_opening_and_an_action_to_none(
    repository: SessionRepository, begin: Begin
) -> None:
    async with open_interview(repository, begin()) as person:
        await person.press("ctrl+b", "f6", "f6", "f6")
        assert person.holds("belongs to the opening")
        await person.types("Counsel reads it first.")
        await person.press("enter")
        assert noted(person) == [Entry(AT, "note", "opening", text="Counsel reads it first.")]

        await person.press("f6", "f6")
        await person.types("Send it.")
        await person.press("enter", "enter", "enter")
        assert [action.question for action in person.workspace.session.actions] == [""]


async def test_what_was_typed_and_left_is_there_the_next_time(repository: SessionRepository, begin: Begin) -> None:
    async with open_interview(repository, begin()) as person:
        await person.press("f6")
        await person.types("The board v")
        await person.press("escape")
        assert isinstance(person.app.screen, InterviewScreen)
        assert noted(person) == []

        await person.press("f6")
        await person.types("otes.")
        await person.press("enter")
        assert [entry.text for entry in noted(person)] == ["The board votes."]

        await person.press("f6", "enter")
        assert person.holds("Write something here first.")


@pytest.mark.parametrize("end", ENDS)
async def test_what_was_typed_outlives_the_program(repository: SessionRepository, begin: Begin, end: str) -> None:
    workspace = begin(purpose="Safe schools.")
    async with open_interview(repository, workspace) as person:
        await person.press("f6", "f6")
        await person.types("Ask the bank.")
        await person.press("enter")
        await person.types("Lee")
        await person.ends(end, "Ask the bank.")
    async with open_interview(repository, repository.open(workspace.store.path)) as person:
        assert "Words you had started to type were kept. To see them: F6." in person.messages
        assert not person.workspace.session.actions
        await person.press("f6", "enter", "enter", "enter")
        assert [(action.what, action.who) for action in person.workspace.session.actions] == [("Ask the bank.", "Lee")]
        person.workspace.store.flush()
        assert LocalState(workspace.store.path).form_drafts == ""


@pytest.mark.parametrize(
    "words",
    [
        *("{", "[]", "{}", "3", "[3]", "[[]]", '[["capture", "", "", 3]]', '[["capture", 1, "", {}]]'),
        *(
            '[["capture", "", "", {"kind": "chat"}]]',
            '[["capture", "", "", {"words": []}]]',
            '[["capture", {}, [], {}]]',
        ),
        '[["capture", "", "", "", "", {}]]',
    ],
)
async def test_what_nobody_can_have_started_is_not_there(
    repository: SessionRepository, begin: Begin, words: str
) -> None:
    workspace = begin(purpose="Safe schools.")
    workspace.store.ui_state.remember_form_drafts(words)
    async with open_interview(repository, workspace) as person:
        await person.press("f6")
        await person.types("We go.")
        await person.press("enter")
        assert noted(person) == [Entry(AT, "decision", "purpose", text="We go.")]


@pytest.mark.parametrize("place", ["opening", "scope"])
async def test_in_the_review_it_belongs_to_the_row_under_the_cursor(
    repository: SessionRepository, begin: Begin, place: str
) -> None:
    async with open_interview(repository, begin()) as person:
        await person.press("ctrl+r", *["down"] * (0 if place == "opening" else 2), "f6")
        await person.types("Settled.")
        await person.press("enter")

        assert isinstance(person.app.screen, ReviewScreen)
        assert noted(person) == [Entry(AT, "decision", place, text="Settled.")]
        await person.press("escape")
        assert person.workspace.clause_id == "purpose"


async def test_nothing_is_taken_down_in_a_read_only_session(repository: SessionRepository, begin: Begin) -> None:
    workspace = begin()
    workspace.store.close()
    async with open_interview(repository, repository.open(workspace.store.path, read_only=True)) as person:
        await person.press("f6")
        assert isinstance(person.app.screen, InterviewScreen)
        await person.press("ctrl+r", "f6")
        assert isinstance(person.app.screen, ReviewScreen)
