"""An agreement in force on the screen: the form for its adoption, and what no key changes from then on."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from mou_tui.session.meeting import Alternative
from mou_tui.tui.dialogs.forms import ChoiceDialog, FormDialog
from mou_tui.tui.interview.screen import InterviewScreen
from mou_tui.workspace.repository import SessionRepository
from mou_tui.workspace.workspace import Workspace
from tests.tui.conftest import Begin
from tests.tui.interview_app import NARROW, SMALL, WIDE, Person, open_interview

ANYWAY = ("down", "enter")
"""Chooses to record it although something is left open."""


def in_force(workspace: Workspace) -> Workspace:
    workspace.adoption.record(adopted="March 9, 2026", resolution="Resolution 14", signed="March 12, 2026")
    return workspace


async def fills_the_form(person: Person) -> None:
    await person.does("in_force")
    await person.press(*ANYWAY)
    assert isinstance(person.app.screen, FormDialog)
    await person.press(*"3/9/2026", "enter", *"Resolution", "enter", *"3/12/2026", *["enter"] * 5)


@pytest.mark.parametrize("size", [NARROW, WIDE, SMALL])
async def test_the_adoption_is_recorded_and_the_screen_says_since_when(
    repository: SessionRepository, begin: Begin, size: tuple[int, int]
) -> None:
    workspace = begin(purpose="For 30 days.")
    async with open_interview(repository, workspace, size=size) as person:
        await fills_the_form(person)
        held = workspace.session.in_force
        assert held and (held.adopted, held.signed) == ("March 9, 2026", "March 12, 2026")
        assert person.holds("In force since March 12, 2026")


@pytest.mark.parametrize("size", [NARROW, WIDE, SMALL])
async def test_it_asks_before_the_form_whether_something_may_be_left_open(
    repository: SessionRepository, begin: Begin, size: tuple[int, int]
) -> None:
    workspace = begin(purpose="For [number] days.")
    async with open_interview(repository, workspace, size=size) as person:
        await person.does("in_force")
        assert isinstance(person.app.screen, ChoiceDialog)
        assert person.holds("clauses have no words and 4 blanks are left.")
        assert person.holds("Record the adoption all the same?")
        await person.press("enter")
        assert isinstance(person.app.screen, InterviewScreen) and workspace.session.in_force is None
        await person.does("in_force")
        await person.press(*ANYWAY, *"3/9/2026", *["enter"] * 7)
        assert isinstance(person.app.screen, InterviewScreen) and workspace.session.in_force is not None


async def test_a_clause_with_two_wordings_is_decided_first(repository: SessionRepository, begin: Begin) -> None:
    workspace = begin(purpose="For 30 days.")
    workspace.go("purpose")
    answer = replace(workspace.answer, alternatives={"a1": Alternative("For 40 days.")})
    workspace.commit("x", workspace.session.with_answer("purpose", answer))
    async with open_interview(repository, workspace, size=WIDE) as person:
        await person.does("in_force")
        assert not isinstance(person.app.screen, FormDialog)
        assert person.holds("Choose one of the wordings of 1.1 Purpose and goals first")
        assert workspace.session.in_force is None


async def test_no_key_changes_it_and_the_keys_say_what_does(repository: SessionRepository, begin: Begin) -> None:
    workspace = in_force(begin(purpose="For 30 days."))
    before = workspace.session
    async with open_interview(repository, workspace) as person:
        await person.press("x")
        assert person.holds("A change in mid-term is an amendment")
        for key in ("f6", "f7", "f8", "f12", "ctrl+t", "ctrl+o", "ctrl+l", "ctrl+k", "ctrl+e"):
            await person.press(key)
            await person.press("escape")
        assert workspace.session == before


async def test_it_is_recorded_from_before_you_sign_and_taken_back_there(
    repository: SessionRepository, begin: Begin
) -> None:
    workspace = begin(purpose="For 30 days.")
    async with open_interview(repository, workspace, size=WIDE) as person:
        await person.press("ctrl+r", "s", "f")
        await person.press(*ANYWAY, *"3/9/2026", *["enter"] * 7)
        assert workspace.session.in_force
        assert person.holds("Adopted March 9, 2026, not signed yet")
        await person.press("f9")
        assert workspace.session.in_force is None


async def test_where_it_was_posted_is_added_when_the_session_is_opened_again(
    repository: SessionRepository, begin: Begin
) -> None:
    workspace = in_force(begin(purpose="For 30 days."))
    async with open_interview(repository, workspace) as person:
        await person.does("in_force")
        await person.press(*["enter"] * 4, *"the website", "enter", "enter")
        held = workspace.session.in_force
        assert held and (held.posted, held.resolution) == ("the website", "Resolution 14")


@pytest.mark.parametrize(("choice", "is_recorded"), [(["enter"], False), (["down", "enter"], True)])
async def test_what_differs_in_the_signed_file_is_shown_before_it_is_recorded(
    repository: SessionRepository, begin: Begin, tmp_path: Path, choice: list[str], is_recorded: bool
) -> None:
    workspace, signed = begin(purpose="For 30 days."), tmp_path / "signed.txt"
    signed.write_text("For 40 days.\n", encoding="utf-8")
    async with open_interview(repository, workspace, size=WIDE) as person:
        await person.does("in_force")
        await person.press(*ANYWAY, *"3/9/2026", *["enter"] * 6)
        await person.types(str(signed))
        await person.press("enter")
        assert person.holds("What differs in the signed file")
        await person.press("enter")
        await person.press(*choice)
        assert (workspace.session.in_force is not None) is is_recorded


@pytest.mark.parametrize(("choice", "is_recorded"), [(["enter"], False), (["down", "enter"], True)])
async def test_a_signed_file_that_cannot_be_read_does_not_keep_the_adoption_from_being_recorded(
    repository: SessionRepository, begin: Begin, tmp_path: Path, choice: list[str], is_recorded: bool
) -> None:
    workspace, scan = begin(purpose="For 30 days."), tmp_path / "scan.pdf"
    scan.write_bytes(b"%PDF-1.4 a picture")
    async with open_interview(repository, workspace) as person:
        await person.does("in_force")
        await person.press(*ANYWAY, *"3/9/2026", *["enter"] * 6)
        await person.types(str(scan))
        await person.press("enter")
        assert person.holds("The signed file cannot be read")
        await person.press(*choice)
        assert (workspace.session.in_force is not None) is is_recorded


async def test_the_next_term_is_begun_and_gone_on_with(repository: SessionRepository, begin: Begin) -> None:
    workspace = in_force(begin(purpose="For 30 days."))
    async with open_interview(repository, workspace) as person:
        await person.does("renew")
        await person.press("enter")
        await person.settles()
        assert person.workspace.store.path.name.endswith("-review.mou.yaml")
        assert person.workspace.session.answer("purpose").current == "For 30 days."


async def test_what_is_typed_just_before_is_part_of_it(repository: SessionRepository, begin: Begin) -> None:
    workspace = begin()
    async with open_interview(repository, workspace) as person:
        await person.press(*"Words.")
        await fills_the_form(person)
        assert workspace.session.answer("purpose").text == "Words."
        assert workspace.session.in_force
