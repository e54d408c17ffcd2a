"""The screen “Law in your state”."""

from __future__ import annotations

import pytest

from mou_tui.tui.dialogs.forms import MessageDialog
from mou_tui.tui.screens.state_law import StateLawScreen
from mou_tui.workspace.repository import SessionRepository
from tests.tui.conftest import Begin
from tests.tui.interview_app import NARROW, SMALL, WIDE, open_interview


@pytest.mark.parametrize("size", [NARROW, SMALL])
async def test_a_row_leads_to_its_question_and_escape_back_to_the_row(
    repository: SessionRepository, begin: Begin, size: tuple[int, int]
) -> None:
    workspace = begin()
    workspace.store.record(workspace.session.with_fact("state", "Ohio"))
    async with open_interview(repository, workspace, size=size) as person:
        await person.does("state_law")
        assert isinstance(person.app.screen, StateLawScreen)
        assert "Law in Ohio" in person.screen
        await person.press("down")
        assert "5.1" in person.row
        await person.press("s")
        assert isinstance(person.app.screen, MessageDialog)
        assert "legalfix.com" in person.screen
        await person.press("escape", "enter")
        assert person.workspace.clause_id == "training"
        while not isinstance(person.app.screen, StateLawScreen):
            await person.press("escape")
        assert "5.1" in person.row


async def test_of_a_state_without_a_layer_it_says_what_that_means(repository: SessionRepository, begin: Begin) -> None:
    async with open_interview(repository, begin()) as person:
        assert "Iowa law: mou-tui holds no verified law of Iowa on this question" in person.screen
        await person.does("state_law")
        assert "Law in Iowa" in person.screen
        assert person.holds("mou-tui holds no verified law of Iowa. That does not mean there is none.")


async def test_without_a_state_the_first_question_says_once_that_one_can_be_chosen(
    repository: SessionRepository, begin: Begin
) -> None:
    workspace = begin()
    workspace.store.record(workspace.session.with_fact("state", ""))
    async with open_interview(repository, workspace, size=WIDE) as person:
        assert "Choose your state" in person.screen
        await person.press("ctrl+n")
        assert "Choose your state" not in person.screen
