"""Tab, Enter, Esc and selected text are the same in every form of the program."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from textual.widget import Widget
from textual.widgets import Button, Static

import mou_tui.tui
from mou_tui.tui.dialogs.form_fields import FIELDS, LineField, ListField
from mou_tui.tui.interview.screen import InterviewScreen
from mou_tui.workspace.repository import SessionRepository
from tests.tui.conftest import Begin
from tests.tui.interview_app import Person, open_interview
from tests.tui.test_every_form_keeps import FORMS, Way, keys

ALL: dict[str, Way] = FORMS | {
    "later": keys("ctrl+l"),
    "reason": keys("f7", "o"),
    "check first": keys("f7", "c"),
}
NO_FORM = {"form_fields.py", "find.py"}
"""Where lines of text are made, and the one line that is no form: what is searched for."""


def fields_of(person: Person) -> list[Widget]:
    """The fields that can be reached, in order."""
    return [widget for widget in person.app.screen.focus_chain if isinstance(widget, FIELDS)]


@pytest.mark.parametrize("form", ALL)
async def test_enter_goes_on_and_only_in_the_last_field_gives_the_form(
    repository: SessionRepository, begin: Begin, form: str
) -> None:
    workspace = begin(purpose="Safe [number] schools.")
    workspace.minutes.capture("decision", "A car")
    async with open_interview(repository, workspace) as person:
        await ALL[form](person)
        screen, fields = person.app.screen, fields_of(person)
        given: list[str | None] = []
        screen.query_one("#done", Button).press = lambda: given.append("done")  # type: ignore[method-assign,return-value,assignment]
        if hasattr(screen, "_finish"):
            screen._finish = lambda: given.append("done")
        assert person.app.focused is fields[0]
        for field, following in zip(fields, [*fields[1:], None], strict=True):
            assert person.app.focused is field
            if isinstance(field, LineField):
                is_suggested = field.value in field.suggestions
                assert field.selected_text == (field.value if is_suggested else "")
                assert is_suggested or field.cursor_position == len(field.value)
                await person.press("enter")
            elif isinstance(field, ListField):
                # On an empty line it goes on.
                await person.press(*(["enter"] if field.text.strip() else []), "enter")
            else:
                await person.press("enter")
            assert person.app.screen is screen
            assert bool(given) == (following is None)


async def test_enter_begins_a_line_in_a_list_and_tab_leaves_it(repository: SessionRepository, begin: Begin) -> None:
    async with open_interview(repository, begin()) as person:
        await person.does("names")
        await person.goes_to("fact-schools", "tab")
        await person.types("Elm School\nLewis and Clark School\nOak School")
        assert person.holds("3 schools.")
        await person.press("up", "up", "down")
        assert person.at == "fact-schools"
        await person.press("tab")
        assert person.at == "fact-start-date"
        await person.press("up", "up", "up")
        assert person.at == "fact-state"
        await person.goes_to("fact-end-date", "tab")
        await person.press("enter")
        schools = "Elm School, Lewis and Clark School, and Oak School"
        assert person.workspace.session.facts["schools"] == schools
        await person.does("names")
        assert person.query("#fact-schools", ListField).text == "Elm School\nLewis and Clark School\nOak School"


async def test_enter_on_an_empty_line_of_a_list_goes_on(repository: SessionRepository, begin: Begin) -> None:
    async with open_interview(repository, begin()) as person:
        await person.does("names")
        await person.goes_to("fact-schools", "tab")
        await person.press("enter")
        assert person.at == "fact-start-date"
        await person.goes_to("fact-schools", "up")
        await person.types("Elm School\nOak School\n\n")
        assert person.at == "fact-start-date"
        assert person.query("#fact-schools", ListField).text == "Elm School\nOak School"


@pytest.mark.parametrize("form", ["later", "check first", "contracting", "names", "capture"])
async def test_arrows_lead_from_field_to_field_and_back(repository: SessionRepository, begin: Begin, form: str) -> None:
    workspace = begin(purpose="Safe [number] schools.")
    workspace.minutes.capture("decision", "A car")
    async with open_interview(repository, workspace) as person:
        await ALL[form](person)
        screen, fields = person.app.screen, fields_of(person)
        for key, way in (("down", fields), ("up", fields[::-1])):
            for field in way[1:]:
                for _ in range(6):
                    # Between them may be boxes to tick.
                    if person.app.focused is not field:
                        await person.press(key)
                assert person.app.focused is field
        assert person.app.screen is screen


@pytest.mark.parametrize("form", ["check first", "frame", "contracting"])
async def test_esc_closes_a_form_at_once_from_every_field(
    repository: SessionRepository, begin: Begin, form: str
) -> None:
    workspace = begin(purpose="Safe [number] schools.")
    workspace.minutes.capture("decision", "A car")
    async with open_interview(repository, workspace) as person:
        await ALL[form](person)
        for field in [field.id for field in fields_of(person)]:
            screen = person.app.screen
            screen.set_focus(screen.query_one(f"#{field}"))
            await person.press("escape")
            assert person.app.screen is not screen
            while not (isinstance(person.app.screen, InterviewScreen) and person.at == "answer"):
                await person.press("escape")
            await ALL[form](person)


async def test_a_state_is_found_by_its_code_or_its_beginning(repository: SessionRepository) -> None:
    async with open_interview(repository) as person:
        await person.press("n")
        await person.goes_to("fact-state", "tab")
        await person.types("new")
        assert person.holds("New Hampshire · New Jersey · New Mexico · New York")
        await person.types(" m")
        assert person.holds("New Mexico. Enter takes it.")
        assert ", in [state]." in str(person.query("#names-reading", Static).content)
        await person.press("tab")
        assert ", in New Mexico." in str(person.query("#names-reading", Static).content)
        assert person.query("#fact-state", LineField).value == "New Mexico"


async def test_when_something_is_due_is_shown_back_as_it_is_typed(repository: SessionRepository, begin: Begin) -> None:
    async with open_interview(repository, begin(purpose="Safe schools.")) as person:
        await person.press("ctrl+l", "enter")
        await person.types("by by next Thursday")
        assert person.holds("Thursday, November 19.")
        await person.press("enter")
        later = person.workspace.session.answer("purpose").later
        assert later
        assert (later.by, later.on) == ("by by next Thursday", "2026-11-19")


def test_every_line_of_a_form_is_made_in_one_place() -> None:
    folder = Path(mou_tui.tui.__file__).parent
    for path in folder.rglob("*.py"):
        source = path.read_text("utf-8")
        if path.name not in NO_FORM:
            assert not re.search(r"(?<!\w)Input\(|(?<!\w)TextArea\(", source), path
            assert "@on(Input.Submitted)" not in source or "go_on(self, event)" in source, path
