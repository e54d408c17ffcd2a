"""The row of the parties at any size, with the mouse, and where no position can be taken."""

from __future__ import annotations

from dataclasses import replace

import pytest

from mou_tui.session.model import Party
from mou_tui.workspace.parties import PartiesAndFacts
from mou_tui.workspace.repository import SessionRepository
from tests.tui.conftest import Begin
from tests.tui.interview_app import NARROW, SMALL, WIDE, open_interview
from tests.tui.positions import CONSULTED, row, stances

TINY = (40, 12)


async def test_a_click_on_a_party_chooses_it(repository: SessionRepository, begin: Begin) -> None:
    async with open_interview(repository, begin(purpose="Safe schools.")) as person:
        await person.clicks("School District not asked")
        await person.press("a")
        assert stances(person) == {"agency": "not asked yet", "district": "agrees"}

        await person.clicks("o Objects")
        await person.clicks("o Objects")
        assert stances(person)["district"] == "objects"


@pytest.mark.parametrize("size", [NARROW, SMALL, WIDE])
async def test_every_party_is_told_from_the_others_at_any_size(
    repository: SessionRepository, begin: Begin, size: tuple[int, int]
) -> None:
    workspace = begin(purpose="Safe schools.")
    workspace.store.record(workspace.session.with_party(CONSULTED))
    async with open_interview(repository, workspace, size=size) as person:
        await person.press("f7", "l", "l", "l")
        for name in ("Police", "School", "Paren"):
            assert f"{name}" in "\n".join(person.lines[-10:])


async def test_where_the_screen_is_tiny_the_parties_are_there_only_while_one_is_with_them(
    repository: SessionRepository, begin: Begin
) -> None:
    async with open_interview(repository, begin(purpose="Safe schools."), size=TINY) as person:
        assert "not asked" not in person.screen
        await person.press("f7")
        assert "not asked" in person.screen
        await person.press("a", "escape")
        assert stances(person)["agency"] == "agrees"
        assert "agrees" not in person.screen


async def test_the_answer_keeps_eight_rows_on_a_projector(repository: SessionRepository, begin: Begin) -> None:
    workspace = begin(purpose="Safe schools.")
    workspace.answers.defer(
        "the town lawyer of Lake City and the lawyer of the school district", "the meeting after the next one"
    )
    workspace.store.close()
    async with open_interview(repository, repository.open(workspace.store.path)) as person:
        assert "New meeting?" in person.screen
        assert person.editor.size.height >= 8


async def test_a_party_without_a_name_can_still_be_recognised(repository: SessionRepository) -> None:
    agency, district = repository.checklist.parties
    workspace = repository.start(PartiesAndFacts((Party(agency.id), Party(district.id, name="Lake City Schools"))))
    workspace.answers.write("Safe schools.")
    async with open_interview(repository, workspace) as person:
        assert row(person) == "Agency not asked · Lake City Schools not asked"
        await person.press("f7", "a", "a")
        assert person.holds("Agency agrees · Lake City Schools agrees")


async def test_without_any_party_it_is_said_where_to_name_them(repository: SessionRepository) -> None:
    workspace = repository.start(PartiesAndFacts())
    workspace.answers.write("Safe schools.")
    async with open_interview(repository, workspace) as person:
        await person.press("f7")
        assert person.holds("Parties and facts")


async def test_the_row_knows_what_does_not_apply(repository: SessionRepository, begin: Begin) -> None:
    workspace = begin(purpose="Safe schools.")
    workspace.store.record(
        workspace.session.with_answer("purpose", replace(workspace.answer, not_applicable="we have none"))
    )
    async with open_interview(repository, workspace) as person:
        await person.press("f7")
        assert person.holds("It does not apply, so there is nothing to agree on.")
        assert "not asked" not in person.screen


async def test_the_words_of_a_party_are_words_and_no_markup(repository: SessionRepository, begin: Begin) -> None:
    workspace = begin(purpose="Safe schools.")
    workspace.store.record(workspace.session.with_party(Party("odd", short="[/] x [red]", name="[/etc]")))
    async with open_interview(repository, workspace, size=WIDE) as person:
        await person.press("f7", "right", "right", "o")
        await person.types("[/] no")
        await person.press("enter")
        assert person.holds("[/] x [red] objects: [/] no")
        await person.press("p")
        assert person.holds("What should 1.1 say, for [/] x [red]?")
        await person.types(" [/]")
        await person.press("tab", "enter", "f12")
        assert person.holds("B: [/] x [red]")
        assert "The objection stands: [/] x [red]." in person.messages[-1]
