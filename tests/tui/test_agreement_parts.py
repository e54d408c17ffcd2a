"""The frame of the agreement and clauses of the room's own, on the full screen."""

from __future__ import annotations

from mou_tui.tui.dialogs.forms import FormDialog
from mou_tui.workspace.repository import SessionRepository
from tests.tui.conftest import Begin
from tests.tui.interview_app import open_interview


async def test_title_and_exhibits_are_set_in_a_form_that_fits_the_smallest_projector(
    repository: SessionRepository, begin: Begin
) -> None:
    async with open_interview(repository, begin(), size=(80, 24)) as person:
        await person.does("frame")
        assert isinstance(person.app.screen, FormDialog)
        assert person.holds("Terms from counsel")
        await person.types("Interlocal Agreement")
        for _ in range(3):
            await person.press("enter")
        await person.types("Cost schedule; List of schools")
        await person.press("enter", "enter")
        draft = person.workspace.draft()
        assert draft.title == "Interlocal Agreement"
        assert [exhibit.title for exhibit in draft.exhibits] == ["Cost schedule", "List of schools"]
        await person.press("ctrl+z")
        assert person.workspace.draft().title == person.workspace.checklist.document_title


async def test_a_city_contracts_by_and_through_its_department(repository: SessionRepository, begin: Begin) -> None:
    async with open_interview(repository, begin(), size=(80, 24)) as person:
        await person.does("contracting")
        await person.types("Police Department")
        await person.press("enter")
        await person.types("attest")
        await person.press("enter", "enter", "enter")
        assert ", by and through its Police Department (“" in person.workspace.draft().opening
        assert [signature.attest for signature in person.workspace.draft().signatures] == [True, False]


async def test_a_clause_of_ones_own_is_added_and_written_and_taken_back(
    repository: SessionRepository, begin: Begin
) -> None:
    async with open_interview(repository, begin(), size=(80, 24)) as person:
        await person.does("own_clause")
        await person.types("Lunch duty")
        await person.press("enter")
        workspace = person.workspace
        assert workspace.checklist.question(workspace.clause_id).label == "Lunch duty"
        assert person.holds("What should the clause “Lunch duty” say?")
        assert "essential" not in person.screen
        await person.does("own_clause")
        assert person.holds("Without a caption the clause is removed")
        await person.press("escape")
        # What was done elsewhere is shown first.
        await person.press("ctrl+z", "ctrl+z")
        assert workspace.session.clauses == ()
        assert workspace.clause_id in workspace.navigation.clause_ids()
