"""A whole essential interview with nothing but typing, Tab, Enter and Esc."""

from __future__ import annotations

from textual.widgets import Button

from mou_tui.tui.screens.home import HomeScreen
from mou_tui.tui.screens.review import ReviewScreen
from mou_tui.tui.widgets.cards import ExampleCard
from mou_tui.workspace.repository import SessionRepository
from tests.tui.interview_app import Person, open_interview


async def name_the_parties(person: Person) -> None:
    assert isinstance(person.app.screen, HomeScreen)
    await person.press("enter")
    await person.types("Elm Falls Police Department")
    await person.goes_to("role-district-name")
    await person.types("Elm Falls Public Schools")
    await person.goes_to("done", "tab")
    await person.press("enter")


async def take_the_first_example(person: Person) -> None:
    await person.goes_to("tab-examples", "tab")
    await person.press("enter")
    while not (person.app.focused and isinstance(person.app.focused.parent, ExampleCard)):
        await person.press("tab")
    await person.press("enter")
    await person.goes_to("adopt", "tab")
    await person.press("enter")


async def test_from_a_new_session_to_the_exported_draft(repository: SessionRepository) -> None:
    asked = [question.id for question in repository.checklist.questions("essential")]
    async with open_interview(repository) as person:
        await name_the_parties(person)
        # A button is not pressed again while it still looks pressed; nobody writes a clause that fast.
        person.query("#next", Button).active_effect_duration = 0
        for question_id in asked:
            assert (person.workspace.clause_id, person.at) == (question_id, "answer")
            if question_id == "command":
                await take_the_first_example(person)
                assert person.at == "next"
            else:
                await person.types(f"The parties settled {question_id}.\n\nSigned.")
                await person.press("tab")
            await person.press("enter")

        assert isinstance(person.app.screen, ReviewScreen)
        assert person.workspace.progress().written >= len(asked) - 1
        await person.goes_to("export", "tab")
        await person.press("enter", "enter", "enter", "enter")
        if person.workspace.progress().blanks:
            await person.press("enter")
        await person.press("escape")
        assert person.at in ("answer", "next")

        draft = person.workspace.store.path.with_name("elm-falls-public-schools-elm-falls-police-department.md")
        text = draft.read_text("utf-8")
        assert all(f"The parties settled {question_id}." in text for question_id in asked if question_id != "command")
        assert "Elm Falls Public Schools" in text
        assert "Not yet settled" not in text
