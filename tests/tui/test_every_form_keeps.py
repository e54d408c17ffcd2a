"""Esc throws away nothing in any form of the program, and what was recorded is asked no second time."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import replace

import pytest

from mou_tui.tui.dialogs.file_picker import FilePicker
from mou_tui.tui.dialogs.form_drafts import KEPT, RESTORED
from mou_tui.tui.interview.screen import InterviewScreen
from mou_tui.workspace.repository import SessionRepository
from tests.tui.conftest import Begin
from tests.tui.interview_app import SMALL, Person, open_interview

Way = Callable[[Person], Awaitable[None]]


def action(name: str, *keys: str) -> Way:
    """Open a form by an action, and go on with keys."""

    async def open_form(person: Person) -> None:
        await person.does(name)
        await person.press(*keys)

    return open_form


def keys(*pressed: str) -> Way:
    """Open a form by keys."""

    async def open_form(person: Person) -> None:
        await person.press(*pressed)

    return open_form


FORMS: dict[str, Way] = {
    "speaker": keys("f7", "a", "left", "s"),
    "correction": action("correct", "enter"),
    "milestone": action("milestone"),
    "frame": action("frame"),
    "contracting": action("contracting"),
    "own clause": action("own_clause"),
    "fill": action("blanks", "enter"),
    "export": action("export", "enter"),
    "save elsewhere": action("save_elsewhere"),
    "names": action("names"),
    "meeting": action("meeting"),
    "capture": keys("f6"),
}


async def _leave(person: Person) -> None:
    """Press Esc until the interview is there again."""
    for _ in range(5):
        if isinstance(person.app.screen, InterviewScreen) and person.at == "answer":
            return
        await person.press("escape")


@pytest.mark.parametrize("form", FORMS)
async def test_what_is_typed_is_there_again(repository: SessionRepository, begin: Begin, form: str) -> None:
    workspace = begin(purpose="Safe [number] schools.")
    workspace.minutes.capture("decision", "A car")
    async with open_interview(repository, workspace) as person:
        await FORMS[form](person)
        line = person.at
        await person.types("zebra")
        assert "zebra" in person.field(f"#{line}")
        before = workspace.session
        await person.press("escape")
        assert KEPT in person.messages[-1]
        await _leave(person)
        assert workspace.session == before
        await FORMS[form](person)
        assert person.at == line
        assert "zebra" in person.field(f"#{line}")
        assert RESTORED in person.messages


async def test_what_is_to_be_removed_for_good_is_kept_nowhere(repository: SessionRepository, begin: Begin) -> None:
    workspace = begin(purpose="Safe schools.")
    async with open_interview(repository, workspace) as person:
        await person.does("strike")
        await person.types("Jordan Quillfeather")
        await person.press("escape")
        assert workspace.store.ui_state.form_drafts == ""
        await person.does("strike")
        assert person.field("#field-words") == ""


async def test_a_party_that_was_being_added_is_there_again(repository: SessionRepository, begin: Begin) -> None:
    workspace = begin()
    async with open_interview(repository, workspace, size=SMALL) as person:
        await person.does("names")
        await person.clicks("Add a party")
        await person.types("Lake City Parent Council")
        await person.press("escape")
        assert len(workspace.session.parties) == 2
        await person.does("names")
        assert person.field("#party-0-name") == "Lake City Parent Council"
        await person.goes_to("done", "tab")
        await person.press("enter")
        assert workspace.session.parties[-1].name == "Lake City Parent Council"
        assert workspace.store.ui_state.form_drafts == ""


async def test_what_somebody_else_changed_meanwhile_is_not_taken_back(
    repository: SessionRepository, begin: Begin
) -> None:
    workspace = begin()
    async with open_interview(repository, workspace) as person:
        await person.does("names")
        await person.types("!")
        await person.press("escape")
        agency, district = workspace.session.parties
        workspace.store.record(replace(workspace.session, parties=(agency, replace(district, head="the Head"))))
        await person.does("names")
        assert person.field("#role-district-head") == "the Head"
        assert person.field("#role-agency-name") == "Lake City Police Department!"


async def test_the_form_of_a_new_agreement_keeps_what_was_typed(repository: SessionRepository) -> None:
    async with open_interview(repository) as person:
        await person.press("n")
        await person.types("Lake City Police")
        await person.press("escape", "n")
        assert person.field("#role-agency-name") == "Lake City Police"
        await person.press("escape", "o")
        assert isinstance(person.app.screen, FilePicker)
        await person.types("/somewhere")
        await person.press("escape", "o")
        assert person.field("#field-path") == "/somewhere"


async def test_what_was_recorded_is_not_offered_again(repository: SessionRepository, begin: Begin) -> None:
    workspace = begin(purpose="Safe schools.")
    async with open_interview(repository, workspace) as person:
        for way in (action("milestone"), keys("f7", "a", "left", "s"), action("frame")):
            await way(person)
            await person.types("zebra")
            while not isinstance(person.app.screen, InterviewScreen):
                await person.press("enter")
            await _leave(person)
        assert workspace.store.ui_state.form_drafts == ""
