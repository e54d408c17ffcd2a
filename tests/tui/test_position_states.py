"""What becomes of positions: to be confirmed, counted, refused, kept from clause to clause and from stray words."""

from __future__ import annotations

import pytest

from mou_tui.tui.screens.review import ReviewScreen
from mou_tui.workspace.repository import SessionRepository
from tests.tui.conftest import Begin
from tests.tui.interview_app import NARROW, SMALL, WIDE, open_interview
from tests.tui.positions import CONSULTED, row, stances


async def test_a_position_is_to_be_confirmed_once_the_wording_has_changed(
    repository: SessionRepository, begin: Begin
) -> None:
    async with open_interview(repository, begin(purpose="Safe schools.")) as person:
        await person.press("f7", "a")
        await person.unlocks()
        await person.types("No. ")
        assert row(person).startswith("Police Department to confirm")

        for _ in range(4):
            await person.press("backspace")
        assert row(person).startswith("Police Department agrees")


@pytest.mark.parametrize("size", [NARROW, SMALL])
async def test_what_has_no_wording_has_no_positions(
    repository: SessionRepository, begin: Begin, size: tuple[int, int]
) -> None:
    async with open_interview(repository, begin(), size=size) as person:
        await person.press("f7")
        assert "Write the clause first; then the parties can be asked." in person.screen
        assert person.lines[-1].strip() == "Esc Back"
        await person.types("oae")
        assert (person.at, person.workspace.answer.text) == ("agreement", "")
        await person.press("f12")
        assert "Write the clause first" in person.messages[-1]
        await person.press("escape")
        assert person.at == "answer"

        await person.press("ctrl+b", "f7")
        assert person.holds("The opening has no positions")
        assert "not asked" not in person.screen
        await person.types("oae")
        assert person.workspace.session.opening == ""
        assert person.workspace.session.history.added == ()


async def test_all_present_can_live_with_it_and_it_is_told_for_whom_and_who_objects(
    repository: SessionRepository, begin: Begin
) -> None:
    workspace = begin(purpose="Safe schools.")
    workspace.store.record(workspace.session.with_party(CONSULTED))
    async with open_interview(repository, workspace) as person:
        await person.press("f7", "right", "o", "escape", "escape", "f12")
        assert stances(person) == {"agency": "can live with it", "district": "objects", "parents": "can live with it"}
        message = "Can live with it: Police Department, Parents’ Council. The objection stands: School District."
        assert person.messages[-1].startswith(f"{message} Ctrl+Z takes it back.")
        assert "School District objects · Parents" in row(person)

        await person.press("f12")
        assert person.messages[-1].startswith("Everyone at the table has said what they think.")
        await person.press("f9")
        assert stances(person) == {"agency": "not asked yet", "district": "objects", "parents": "not asked yet"}


async def test_who_objected_before_the_wording_changed_is_named_when_all_can_live_with_it(
    repository: SessionRepository, begin: Begin
) -> None:
    async with open_interview(repository, begin(purpose="Safe schools.")) as person:
        await person.press("f7", "right", "o")
        await person.types("the fee")
        await person.press("enter", "escape")
        await person.types("Calm ")
        await person.press("f12")
        message = "Can live with it: Police Department, School District (earlier: objects: the fee)."
        assert person.messages[-1] == f"{message} Ctrl+Z takes it back."


async def test_nobody_takes_a_position_in_a_read_only_session(repository: SessionRepository, begin: Begin) -> None:
    workspace = begin(purpose="Safe schools.")
    workspace.store.close()
    async with open_interview(repository, repository.open(workspace.store.path, read_only=True)) as person:
        await person.clicks("School District not asked")
        await person.press("f7", "a", "f12")
        assert set(stances(person).values()) == {"not asked yet"}
        assert "meeting?" not in person.screen


async def test_sidebar_and_review_show_agreement_next_to_text(repository: SessionRepository, begin: Begin) -> None:
    async with open_interview(repository, begin(purpose="Safe schools.", scope="Everywhere."), size=WIDE) as person:
        await person.press("f7", "a", "o", "escape", "escape", "ctrl+n", "f7", "a", "a", "escape")
        assert "1 Mission            2/2    1/2" in person.screen
        assert "⚑ 1 objection" in person.screen
        purpose, scope = (line for line in person.lines if "■" in line.split("│")[0])
        assert "⚑" in purpose and "✓" in scope

        await person.press("ctrl+r")
        assert isinstance(person.app.screen, ReviewScreen)
        assert "Text 2 of 24 · Agreed 1" in person.lines[0]
        assert person.holds("points not gone through Positions: School District objects")
        assert person.holds("points not gone through Positions: agreed by all who sign")
        await person.clicks("objections")
        assert person.holds("1.1 Purpose") and not person.holds("1.2 Schools")


async def test_positions_to_confirm_are_counted_and_found(repository: SessionRepository, begin: Begin) -> None:
    workspace = begin(purpose="Safe schools.")
    async with open_interview(repository, workspace, size=WIDE) as person:
        await person.press("f7", "a")
        await person.unlocks()
        await person.types("Very ")
        assert "↻ 1 to confirm" in person.screen

        await person.press("ctrl+r", "f", "f", "f", "f")
        assert "[to confirm 1]" in person.screen
        assert person.holds("Positions: Police Department to confirm")


async def test_who_goes_on_among_the_parties_stays_among_them(repository: SessionRepository, begin: Begin) -> None:
    async with open_interview(repository, begin(purpose="Safe schools.", scope="All.")) as person:
        await person.press("f7", "a", "right", "ctrl+n", "a")
        assert person.workspace.clause_id == "scope"
        assert person.workspace.session.answer("scope").text == "All."
        assert list(person.workspace.session.answer("scope").positions) == ["agency"]

        await person.press("ctrl+n")
        await person.types("no")
        assert person.workspace.session.answer(person.workspace.clause_id).text == "no"


async def test_a_stray_sentence_takes_no_yes_back_and_the_same_letter_twice_does(
    repository: SessionRepository, begin: Begin
) -> None:
    async with open_interview(repository, begin(purpose="Safe schools.")) as person:
        await person.press("f7", "a", "a", "left")
        await person.press("n", "o", "space", "o", "n", "e", "space", "o", "n", "space", "b", "e", "n", "c", "h")
        assert set(stances(person).values()) == {"agrees"}

        await person.press("n")
        assert person.holds("The Police Department agrees. Press n once more to change that.")
        await person.press("n")
        assert stances(person)["agency"] == "no position"
