"""What was typed into a form is there the next time it is opened, until it is recorded; Esc throws nothing away."""

from __future__ import annotations

import json

import pytest

from mou_tui.tui.dialogs.form_drafts import KEPT, RESTORED
from mou_tui.tui.interview.screen import InterviewScreen
from mou_tui.workspace.repository import SessionRepository
from tests.tui.conftest import Begin
from tests.tui.interview_app import ENDS, open_interview

ASKED = [
    (("f7", "o"), ("f7", "left", "w"), "#field-reason", "in 1.1, F7 and then w at Police Department"),
    (("f7", "c"), ("f7", "c"), "#field-who", "in 1.1, F7 and then c at Police Department"),
    (("ctrl+l",), ("ctrl+l",), "#field-who", "in 1.1, Ctrl+L"),
    (("f8",), ("f8",), "#field-reason", "in 1.1, F8"),
]


@pytest.mark.parametrize("end", ENDS)
@pytest.mark.parametrize(("keys", "again", "line", "way"), ASKED)
async def test_it_outlives_the_program(
    repository: SessionRepository,
    begin: Begin,
    end: str,
    keys: tuple[str, ...],
    again: tuple[str, ...],
    line: str,
    way: str,
) -> None:
    workspace = begin(purpose="Safe schools.")
    async with open_interview(repository, workspace) as person:
        await person.press(*keys)
        await person.types("Ask the bank")
        await person.ends(end, "Ask the bank")
    async with open_interview(repository, repository.open(workspace.store.path)) as person:
        assert f"Words you had started to type were kept. To see them: {way}." in person.messages
        await person.press(*again)
        assert person.field(line) == "Ask the bank"
        while not isinstance(person.app.screen, InterviewScreen):
            await person.press("enter")
        answer = person.workspace.session.answer("purpose")
        reasons = [answer.later.who] if answer.later else [answer.not_applicable]
        reasons += [words for position in answer.positions.values() for words in (position.reason, position.who)]
        assert "Ask the bank" in reasons
        assert person.workspace.store.ui_state.form_drafts == ""


@pytest.mark.parametrize(("keys", "again", "line"), [asked[:3] for asked in ASKED])
async def test_esc_keeps_it_and_says_so(
    repository: SessionRepository, begin: Begin, keys: tuple[str, ...], again: tuple[str, ...], line: str
) -> None:
    async with open_interview(repository, begin(purpose="Safe schools.")) as person:
        await person.press(*keys)
        await person.types("Ask the bank")
        await person.press("escape")
        assert KEPT in person.messages[-1]
        await person.press("escape", *again)
        assert person.field(line) == "Ask the bank"
        assert RESTORED in person.messages[-1]
        await person.press("end", "ctrl+u", "escape", "escape", *again)
        assert person.field(line) == ""
        assert person.workspace.store.ui_state.form_drafts == ""


@pytest.mark.parametrize(("keys", "again", "line"), [asked[:3] for asked in ASKED])
async def test_where_nothing_was_typed_esc_keeps_nothing_and_says_nothing(
    repository: SessionRepository, begin: Begin, keys: tuple[str, ...], again: tuple[str, ...], line: str
) -> None:
    async with open_interview(repository, begin(purpose="Safe schools.")) as person:
        await person.press(*keys, "escape", "escape", *again)
        assert person.field(line) == ""
        assert not any(KEPT in message or RESTORED in message for message in person.messages)


async def test_it_belongs_to_one_question_one_party_and_one_stance(repository: SessionRepository, begin: Begin) -> None:
    workspace = begin(purpose="Safe schools.")
    async with open_interview(repository, workspace) as person:
        await person.press("f7", "o")
        await person.types("the fee")
        await person.press("ctrl+q")
    async with open_interview(repository, repository.open(workspace.store.path)) as person:
        await person.press("f7", "left", "a", "left", "w")
        assert person.field("#field-reason") == ""
        await person.press("escape", "right", "o")
        assert person.field("#field-reason") == ""
        await person.press("escape", "ctrl+l")
        assert person.field("#field-who") == ""


async def test_what_cannot_be_given_any_more_is_not_told(repository: SessionRepository, begin: Begin) -> None:
    workspace = begin(purpose="Safe schools.")
    held = [
        ["later", "gone", "", {"who": "Lee"}],
        ["objects", "purpose", "agency", {"reason": "the fee"}],
        ["propose", "purpose", "parents", {"wording": "Calm schools."}],
    ]
    workspace.store.ui_state.remember_form_drafts(json.dumps(held))
    async with open_interview(repository, workspace) as person:
        assert not any("begun" in words for words in person.messages)


async def test_no_more_ways_are_told_than_are_read_in_passing(repository: SessionRepository, begin: Begin) -> None:
    workspace = begin(purpose="Safe schools.")
    places = [question.id for question in workspace.checklist.questions("essential")][:5]
    held = [["capture", "", "", {"words": "We go."}], *(["later", place, "", {"who": "Lee"}] for place in places)]
    workspace.store.ui_state.remember_form_drafts(json.dumps(held))
    async with open_interview(repository, workspace) as person:
        message = next(words for words in person.messages if "started to type" in words)
        assert message.endswith("To see them: F6; in 1.1, Ctrl+L; in 1.2, Ctrl+L; 3 more.")
