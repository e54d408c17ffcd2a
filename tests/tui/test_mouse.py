"""The same with the mouse alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from mou_tui.tui.screens.review import ReviewScreen
from mou_tui.workspace.repository import SessionRepository
from tests.tui.conftest import Begin
from tests.tui.interview_app import NARROW, WIDE, open_interview


@pytest.mark.parametrize("size", [NARROW, WIDE])
async def test_an_example_is_taken_and_used_by_clicks(
    repository: SessionRepository, begin: Begin, size: tuple[int, int]
) -> None:
    async with open_interview(repository, begin(), size=size) as person:
        await person.clicks("Examples")
        assert person.holds("Take: Safety alone")
        await person.clicks("Take: Safety alone")
        assert person.workspace.answer.is_unmodified_example
        await person.clicks("Use as written")
        assert not person.workspace.answer.is_unmodified_example

        await person.clicks("Next")
        assert person.workspace.clause_id == "scope"
        await person.clicks("Back")
        assert person.workspace.clause_id == "purpose"


async def test_topics_are_clicked(repository: SessionRepository, begin: Begin) -> None:
    async with open_interview(repository, begin(), size=WIDE) as person:
        await person.clicks("5 Training", inside="#topics")
        assert person.workspace.clause_id == "training"
        await person.clicks("Training required", inside="#topics")
        assert (person.workspace.clause_id, person.at) == ("training", "answer")
        await person.clicks("Opening", inside="#topics")
        assert person.workspace.clause_id == "opening"
        await person.clicks("Review and export")
        assert isinstance(person.app.screen, ReviewScreen)

        await person.clicks("2.4 Arrests")
        assert person.workspace.clause_id == "arrest"


async def test_points_are_ticked_by_clicks(repository: SessionRepository, begin: Begin) -> None:
    async with open_interview(repository, begin()) as person:
        points = person.workspace.checklist.question("purpose").points
        await person.clicks("Points")
        await person.clicks(points[1].text[:30])

        assert person.workspace.answer.points == (points[1].id,)


async def test_home_and_export_are_clicked(
    repository: SessionRepository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # There is no folder of documents yet; then what is made from the sample goes where the program was started.
    monkeypatch.chdir(tmp_path)
    async with open_interview(repository) as person:
        await person.clicks("Look at the sample")
        await person.press("ctrl+r")
        await person.clicks("Export")
        await person.clicks("The draft of the agreement")
        await person.clicks("Text (Markdown)")
        await person.clicks("Export", inside=".dialog-buttons")
        await person.clicks("As lines")
        await person.clicks("The draft alone")

        assert (tmp_path / "Sample.md").is_file()
