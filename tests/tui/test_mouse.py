"""The same with the mouse alone."""

from __future__ import annotations

import pytest

from mou_tui.cabinet import Cabinet
from mou_tui.tui.screens.review import ReviewScreen
from tests.tui.conftest import Begin
from tests.tui.sitting import NARROW, WIDE, sitting


@pytest.mark.parametrize("size", [NARROW, WIDE])
async def test_an_example_is_taken_and_used_by_clicks(cabinet: Cabinet, begin: Begin, size: tuple[int, int]) -> None:
    async with sitting(cabinet, begin(), size=size) as person:
        await person.clicks("Examples")
        assert person.holds("Take: Safety alone")
        await person.clicks("Take: Safety alone")
        assert person.desk.answer.as_offered
        await person.clicks("Use as written")
        assert not person.desk.answer.as_offered

        await person.clicks("Next")
        assert person.desk.place == "scope"
        await person.clicks("Back")
        assert person.desk.place == "purpose"


async def test_topics_are_clicked(cabinet: Cabinet, begin: Begin) -> None:
    async with sitting(cabinet, begin(), size=WIDE) as person:
        await person.clicks("5 Training", inside="#topics")
        assert person.desk.place == "training"
        await person.clicks("Training required", inside="#topics")
        assert (person.desk.place, person.at) == ("training", "answer")
        await person.clicks("Opening", inside="#topics")
        assert person.desk.place == "opening"
        await person.clicks("Review and export")
        assert isinstance(person.app.screen, ReviewScreen)

        await person.clicks("2.4 Arrests")
        assert person.desk.place == "arrest"


async def test_points_are_ticked_by_clicks(cabinet: Cabinet, begin: Begin) -> None:
    async with sitting(cabinet, begin()) as person:
        points = person.desk.checklist.question("purpose").points
        await person.clicks("Points")
        await person.clicks(points[1].text[:30])

        assert person.desk.answer.points == (points[1].id,)


async def test_home_and_export_are_clicked(cabinet: Cabinet, begin: Begin) -> None:
    async with sitting(cabinet) as person:
        await person.clicks("Look at the sample")
        written = person.desk.store.path.with_name("Sample.md")
        await person.press("ctrl+r")
        await person.clicks("Export")
        await person.clicks("Export", inside=".dialog-buttons")
        await person.clicks("As lines")

        assert written.is_file()
