"""The blanks: filled from one list, with their twins where somebody says so, assigned, and said to be none."""

from __future__ import annotations

import pytest
from textual.widgets import Input

from mou_tui.tui.interview.screen import InterviewScreen
from mou_tui.tui.screens.blanks import BlanksScreen
from mou_tui.tui.screens.review import ReviewScreen
from mou_tui.workspace.repository import SessionRepository
from tests.tui.conftest import Begin
from tests.tui.interview_app import NARROW, SMALL, WIDE, Person, open_interview

PURPOSE = "For [number] years from [start date], see [annex A]."
TERM = "[Start date] to [end date], or [Number] days."


async def at(person: Person, words: str) -> None:
    """Go down to the row with the words."""
    await person.press("home")
    for _ in range(30):
        if words in person.row:
            return
        await person.press("down")
    raise AssertionError(f"no row with {words!r}:\n{person.screen}")


@pytest.mark.parametrize("size", [NARROW, WIDE, SMALL])
async def test_facts_are_listed_once_with_all_their_places_and_others_by_clause(
    repository: SessionRepository, begin: Begin, size: tuple[int, int]
) -> None:
    async with open_interview(repository, begin(purpose=PURPOSE, term=TERM), size=size) as person:
        await person.does("blanks")
        assert person.lines[0].strip().endswith(" blanks to fill")
        assert person.holds("Start date 3 blanks in the opening, 1.1, 10.2")
        assert person.holds("1.1 Purpose and goals For [number] years from [start date], see")


async def test_a_fact_is_asked_once_and_filled_everywhere_even_under_the_editor(
    repository: SessionRepository, begin: Begin
) -> None:
    workspace = begin(purpose=PURPOSE, term=TERM)
    async with open_interview(repository, workspace) as person:
        workspace.history.log_wordings()
        before = workspace.session
        await person.does("blanks")
        await at(person, "Start date")
        await person.press("enter")
        await person.types("July 1, 2027")
        await person.press("enter")

        assert isinstance(person.app.screen, BlanksScreen)
        assert "Filled 3 blanks." in person.messages[-1]
        assert "Start date" not in person.screen
        assert person.editor.text == "For [number] years from July 1, 2027, see [annex A]."
        assert workspace.session.answer("term").text.startswith("July 1, 2027 to [end date]")

        await person.press("f9")
        assert workspace.session == before
        assert person.editor.text == PURPOSE
        assert "Start date" in person.screen


async def test_what_was_filled_is_not_lost_to_what_the_editor_held(repository: SessionRepository, begin: Begin) -> None:
    workspace = begin(purpose=PURPOSE)
    async with open_interview(repository, workspace) as person:
        await person.does("blanks")
        await at(person, "[annex A]")
        await person.press("down", "enter")
        await person.types("Annex B")
        await person.press("enter")
        filled = workspace.session.answer("purpose").text
        assert "Annex B" in filled
    assert workspace.session.answer("purpose").text == filled

    again = repository.open(workspace.store.path)
    assert again.session.answer("purpose").text == filled
    again.close()


async def test_the_same_blank_elsewhere_is_filled_only_where_it_is_ticked(
    repository: SessionRepository, begin: Begin
) -> None:
    workspace = begin(purpose=PURPOSE, term=TERM, complaints="Within [number] days.")
    async with open_interview(repository, workspace) as person:
        await person.does("blanks")
        await at(person, "For [number]")
        await person.press("enter")
        await person.types("ten")
        await person.press("enter")
        assert person.screen.count("[ ] ") == 2
        assert "[x]" not in person.screen

        await person.press("down", "down", "space", "tab", "enter")
        assert workspace.session.answer("purpose").text.startswith("For ten years")
        assert workspace.session.answer("term").text.endswith("or Ten days.")
        assert workspace.session.answer("complaints").text == "Within [number] days."

        await person.press("f9")
        assert workspace.session.answer("purpose").text == PURPOSE
        assert workspace.session.answer("term").text == TERM


async def test_two_enters_fill_one_blank_alone(repository: SessionRepository, begin: Begin) -> None:
    workspace = begin(purpose=PURPOSE, term=TERM)
    async with open_interview(repository, workspace) as person:
        await person.does("blanks")
        await at(person, "For [number]")
        await person.press("f")
        await person.types("ten")
        await person.press("enter", "enter")
        assert workspace.session.answer("purpose").text.startswith("For ten years")
        assert workspace.session.answer("term").text == TERM


async def test_filling_can_be_thought_better_of(repository: SessionRepository, begin: Begin) -> None:
    workspace = begin(purpose=PURPOSE, term=TERM)
    async with open_interview(repository, workspace) as person:
        before = workspace.session
        await person.does("blanks")
        await at(person, "For [number]")
        await person.press("enter")
        await person.types("ten")
        await person.press("enter", "escape")
        assert person.query("#field-words", Input).value == "ten"
        await person.press("escape")
        assert isinstance(person.app.screen, BlanksScreen)
        await at(person, "Start date")
        await person.press("enter", "escape")
        assert workspace.session == before


async def test_a_fact_that_is_known_fills_the_blank_that_came_back(repository: SessionRepository, begin: Begin) -> None:
    workspace = begin(purpose="By [police agency].")
    async with open_interview(repository, workspace) as person:
        await person.does("blanks")
        await at(person, "known: the Police Department")
        await person.press("enter")
        assert workspace.session.answer("purpose").text == "By the Police Department."


async def test_somebody_finds_out_and_the_row_says_who(repository: SessionRepository, begin: Begin) -> None:
    workspace = begin(purpose=PURPOSE)
    async with open_interview(repository, workspace) as person:
        await person.press("ctrl+n")
        await person.does("blanks")
        await at(person, "For [number]")
        await person.press("w")
        await person.types("Ann Poe")
        await person.press("enter")
        await person.types("Friday")
        await person.press("enter")
        (action,) = workspace.session.actions
        assert (action.what, action.who, action.due) == ("fill [number] in 1.1", "Ann Poe", "Friday")
        assert action.question == "purpose"
        assert "Ann Poe finds out, by Friday" in person.row

        await person.press("f9")
        assert workspace.session.actions == ()


async def test_what_is_no_blank_moves_below_and_can_be_one_again(repository: SessionRepository, begin: Begin) -> None:
    workspace = begin(purpose="See [annex A].")
    async with open_interview(repository, workspace) as person:
        await person.does("blanks")
        await at(person, "[annex A]")
        await person.press("n")
        assert "no blank" in person.messages[-1]
        assert workspace.session.answer("purpose").not_blanks == ("[annex A]",)
        assert not any(progress.blanks for progress in workspace.progress().questions)
        assert person.holds("No blanks, as the room said 1.1 Purpose and goals See [annex A].")

        await at(person, "[annex A]")
        await person.press("f")
        assert "no blank" in person.messages[-1]
        await person.press("n")
        assert workspace.session.answer("purpose").not_blanks == ()
        await person.press("f9")
        assert workspace.session.answer("purpose").not_blanks == ("[annex A]",)


async def test_a_fact_is_never_called_no_blank(repository: SessionRepository, begin: Begin) -> None:
    workspace = begin(purpose=PURPOSE)
    async with open_interview(repository, workspace) as person:
        before = workspace.session
        await person.does("blanks")
        await at(person, "Start date")
        await person.press("n")
        assert "parties and facts" in person.messages[-1]
        assert workspace.session == before


async def test_a_row_leads_to_its_clause_and_esc_back_to_the_row(repository: SessionRepository, begin: Begin) -> None:
    async with open_interview(repository, begin(purpose=PURPOSE, complaints="Within [number] days.")) as person:
        await person.press("ctrl+r", "b")
        assert isinstance(person.app.screen, BlanksScreen)
        await person.press("escape")
        assert isinstance(person.app.screen, ReviewScreen)
        await person.press("escape")

        await person.does("blanks")
        await at(person, "Within [number]")
        await person.press("g")
        assert isinstance(person.app.screen, InterviewScreen)
        assert person.workspace.clause_id == "complaints"
        await person.press("escape", "escape")
        assert "Within [number]" in person.row


async def test_where_there_is_no_blank_it_says_so(repository: SessionRepository, begin: Begin) -> None:
    workspace = begin()
    workspace.go("opening")
    workspace.answers.write("No blank here.")
    async with open_interview(repository, workspace) as person:
        await person.does("blanks")
        assert "No blank to fill" in person.lines[0]
        for key in ("f", "w"):
            person.app.clear_notifications()
            await person.press(key)
            assert person.messages == ["There is no blank to fill."]
        await person.press("enter", "n", "g", "escape")
        assert isinstance(person.app.screen, InterviewScreen)


async def test_in_a_read_only_session_blanks_are_only_read(repository: SessionRepository, begin: Begin) -> None:
    workspace = begin(purpose=PURPOSE)
    path = workspace.store.path
    workspace.close()
    async with open_interview(repository, repository.open(path, read_only=True)) as person:
        before = person.workspace.session
        await person.does("blanks")
        await at(person, "For [number]")
        await person.press("f", "w", "n", "f9")
        assert person.workspace.session == before
        assert isinstance(person.app.screen, BlanksScreen)
        await person.press("enter")
        assert person.workspace.clause_id == "purpose"
