"""Wordings side by side: which words differ, and which wording the parties speak on."""

from __future__ import annotations

import pytest

from mou_tui.draft.state_labels import undecided_label
from mou_tui.tui.widgets.alternatives import Alternatives
from mou_tui.tui.widgets.clause import Clause
from mou_tui.workspace.repository import SessionRepository
from mou_tui.workspace.workspace import Workspace
from tests.tui.conftest import Begin
from tests.tui.interview_app import NARROW, SMALL, WIDE, Person, open_interview
from tests.tui.positions import CONSULTED, row

LONG = "The officer visits every school of the district on each day of the week. " * 8
SIZES = [NARROW, SMALL, WIDE]


def marked(person: Person, widget: type[Alternatives] | type[Clause]) -> str:
    """The words that are marked in a widget, from top to bottom."""
    region = person.app.screen.query_one(widget).region
    found = []
    for strip in person.app.screen._compositor.render_strips()[region.y : region.bottom]:
        found += [part.text for part in strip if part.style and part.style.bold and part.style.underline]
    return " ".join(" ".join(found).split())


def dispute(workspace: Workspace, wording: str) -> Workspace:
    """The police agrees with what is on the table, the district wants other words."""
    workspace.positions.take("agency", "agrees")
    workspace.positions.propose("district", wording)
    return workspace


async def turn_to_it(person: Person) -> None:
    """Show the wordings side by side, as they are shown to whoever comes to the clause."""
    await person.press("ctrl+n", "ctrl+b")


@pytest.mark.parametrize("size", SIZES)
async def test_the_words_that_differ_are_marked_and_in_sight(
    repository: SessionRepository, begin: Begin, size: tuple[int, int]
) -> None:
    workspace = dispute(begin(purpose=f"{LONG}Then it reports."), f"{LONG}Then it writes reports.")
    async with open_interview(repository, workspace, size=size) as person:
        await turn_to_it(person)
        assert marked(person, Alternatives) == "writes"
        await person.press("ctrl+d")
        assert marked(person, Clause) == "writes"


@pytest.mark.parametrize("theme", ["textual-light", "mou-high-contrast", "ansi-light"])
async def test_marks_are_seen_in_every_theme(repository: SessionRepository, begin: Begin, theme: str) -> None:
    workspace = dispute(begin(purpose="Safe schools."), "Safe and calm schools.")
    async with open_interview(repository, workspace) as person:
        person.app.theme = theme
        await turn_to_it(person)
        assert marked(person, Alternatives) == "and calm"
        await person.press("ctrl+d")
        assert marked(person, Clause) == "and calm"


@pytest.mark.parametrize("size", SIZES)
async def test_a_position_stands_with_the_wording_it_was_given_on(
    repository: SessionRepository, begin: Begin, size: tuple[int, int]
) -> None:
    workspace = dispute(begin(purpose="Safe schools."), "Safe and calm schools.")
    async with open_interview(repository, workspace, size=size) as person:
        await turn_to_it(person)
        assert row(person).startswith("On A: Police Department agrees")
        await person.press("ctrl+d")
        shown = person.screen
        assert "On A: ✓ agrees" in shown
        assert shown.index("A · the wording on the table") < shown.index("On A: ✓ agrees")
        if size != WIDE:
            assert shown.index("On A: ✓ agrees") < shown.index("B · the School District")


async def test_the_tab_says_what_the_parties_say_of_a(repository: SessionRepository, begin: Begin) -> None:
    async with open_interview(repository, dispute(begin(purpose="Safe schools."), "Calm schools.")) as person:
        await turn_to_it(person)
        assert person.holds("On A: ✓ agrees Police Department")


async def test_a_position_given_beside_another_wording_is_said_to_be_on_a(
    repository: SessionRepository, begin: Begin
) -> None:
    async with open_interview(repository, dispute(begin(purpose="Safe schools."), "Calm schools.")) as person:
        await person.press("f7", "l")
        assert person.messages[-1].startswith("On A: the School District can live with it.")
        await person.press("left", "f12")
        assert person.messages[-1].startswith("On A, the wording on the table:")


async def test_without_a_second_wording_no_letter_is_named(repository: SessionRepository, begin: Begin) -> None:
    workspace = begin(purpose="Safe schools.")
    workspace.positions.take("agency", "agrees")
    async with open_interview(repository, workspace) as person:
        assert row(person).startswith("Police Department agrees")
        await person.press("ctrl+d")
        assert "On A" not in person.screen


async def test_what_is_typed_below_stands_in_the_column_of_a_too(repository: SessionRepository, begin: Begin) -> None:
    workspace = begin(purpose="Safe schools.")
    workspace.positions.propose("district", "Safe schools. And calm ones.")
    async with open_interview(repository, workspace) as person:
        await turn_to_it(person)
        await person.press("ctrl+end")
        await person.types(" Always.")
        tab = person.app.screen.query_one(Alternatives).region
        assert "Safe schools. Always." in "\n".join(person.lines[tab.y : tab.bottom])
        assert marked(person, Alternatives) == "Always. And calm ones."

        await person.press("ctrl+z")
        assert "Always" not in person.screen


async def test_three_wordings_are_said_to_be_three(repository: SessionRepository, begin: Begin) -> None:
    workspace = begin(purpose="Safe schools.")
    workspace.store.record(workspace.session.with_party(CONSULTED))
    workspace.positions.propose("district", "Calm schools.")
    workspace.positions.propose(CONSULTED.id, "Open schools.")
    assert undecided_label(12) == "12 wordings, choose one"
    async with open_interview(repository, workspace, size=(100, 24)) as person:
        assert "Text: three wordings, choose one" in person.standing
        await person.press("ctrl+r")
        assert "three wordings, choose one" in person.screen
        await person.press("s")
        assert "1.1 Purpose and goals: three wordings, choose one" in person.screen


@pytest.mark.parametrize("size", [NARROW, SMALL])
async def test_no_word_of_a_status_is_cut(repository: SessionRepository, begin: Begin, size: tuple[int, int]) -> None:
    workspace = dispute(begin(purpose="Safe [kind] schools, [number] officers."), "Calm schools.")
    async with open_interview(repository, workspace, size=size) as person:
        assert "two wordings" in person.lines[person.interview.query_one("#standing").region.y]
        assert "…" not in person.screen


async def test_a_reason_without_room_is_there_with_the_key_that_is_named(
    repository: SessionRepository, begin: Begin
) -> None:
    workspace = begin(purpose="Safe schools.")
    reason = "the fee falls on the district alone, and nobody asked the board about it before the last levy failed"
    workspace.positions.take("district", "objects", reason)
    async with open_interview(repository, workspace) as person:
        assert row(person) == "Police Department not asked · School District objects (F7)"
        await person.press("f7")
        assert person.holds(f"School District objects: {reason}")
