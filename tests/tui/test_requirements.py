"""The screen “State requirements beside our words”: pointing to a sentence, and choosing laws and grants."""

from __future__ import annotations

import pytest

from mou_tui.tui.dialogs.forms import MessageDialog
from mou_tui.tui.dialogs.multi_select import MultiSelectDialog
from mou_tui.tui.screens.requirements import NO_SENTENCES, RequirementsScreen
from mou_tui.workspace.repository import SessionRepository
from mou_tui.workspace.workspace import Workspace
from tests.tui.conftest import Begin
from tests.tui.interview_app import NARROW, SMALL, open_interview

CLIMATE = "The SRO helps to build a climate in which students feel safe."


def washington(begin: Begin) -> Workspace:
    workspace = begin(purpose=f"The parties share a purpose. {CLIMATE}")
    workspace.store.record(workspace.session.with_fact("state", "Washington"))
    return workspace


@pytest.mark.parametrize("size", [NARROW, SMALL])
async def test_a_person_points_to_a_sentence_takes_it_back_and_goes_there(
    repository: SessionRepository, begin: Begin, size: tuple[int, int]
) -> None:
    async with open_interview(repository, washington(begin), size=size) as person:
        await person.does("requirements")
        assert isinstance(person.app.screen, RequirementsScreen)
        assert person.holds("Working paper for counsel, not a finding.")
        assert person.holds("Washington law")
        assert "1.1" in person.row and "No words pointed to yet." in person.row

        await person.press("enter", "down", "enter")
        assert [item.text for item in person.workspace.session.requirements] == [CLIMATE]
        assert "Section 1.1" in person.row
        await person.press("ctrl+z")
        assert person.workspace.session.requirements == ()
        assert "No words pointed to yet." in person.row
        await person.press("ctrl+y", "g")
        assert person.workspace.clause_id == "purpose"


async def test_none_of_them_puts_nothing_beside_it_again(repository: SessionRepository, begin: Begin) -> None:
    async with open_interview(repository, washington(begin)) as person:
        await person.does("requirements")
        await person.press("w", "enter")
        assert person.workspace.session.requirements
        await person.press("w", "end", "enter")
        assert person.workspace.session.requirements == ()


async def test_where_no_clause_has_words_that_is_said(repository: SessionRepository, begin: Begin) -> None:
    async with open_interview(repository, washington(begin)) as person:
        await person.does("requirements")
        await person.press("down", "enter")
        assert person.holds(NO_SENTENCES)
        await person.press("s")
        assert isinstance(person.app.screen, MessageDialog)
        assert person.holds("app.leg.wa.gov/RCW")


async def test_a_grant_is_offered_and_listed_only_once_somebody_ticks_it(
    repository: SessionRepository, begin: Begin
) -> None:
    async with open_interview(repository, washington(begin)) as person:
        await person.does("requirements")
        assert not person.holds("Federal COPS hiring grant (newer")
        await person.press("l")
        assert isinstance(person.app.screen, MultiSelectDialog)
        assert person.holds("Washington") and person.holds("Federal COPS hiring grant")
        await person.press("down", "down", "space", "tab", "enter")
        assert [reference.id for reference in person.workspace.session.layers] == ["wa", "cops-2020"]


async def test_of_a_state_without_a_layer_it_says_what_that_means(repository: SessionRepository, begin: Begin) -> None:
    async with open_interview(repository, begin()) as person:
        await person.does("requirements")
        assert person.holds("We hold nothing verified for Iowa; that does not mean that there is no law.")
