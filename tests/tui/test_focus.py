"""What has the focus is seen from the back of the room: by its color in every theme, and by its shape without color."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import NamedTuple

import pytest
from rich.style import Style
from textual.app import ComposeResult
from textual.color import Color
from textual.containers import Horizontal
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Button, Input, OptionList

from mou_tui.settings import DEFAULTS
from mou_tui.tui.runtime.base_app import BaseApp
from mou_tui.tui.runtime.error_recovery import Restart
from mou_tui.tui.runtime.themes import LEAST_OF_EDGE, contrast
from mou_tui.tui.widgets.editor import WordingEditor
from tests.tui.interview_app import Person


class OneOfEach(Screen[None]):
    """Everything of this program that can have the focus, as its style sheets style it."""

    def compose(self) -> ComposeResult:
        yield WordingEditor(id="answer")
        yield Input("a field", id="field", compact=True)
        yield Button("Next", id="next", variant="primary", compact=True)
        yield Button("Back", id="back", compact=True)
        with Horizontal(id="guidance-tabs"):
            yield Button("Why", id="tab-why", classes="tab", compact=True)
        yield OptionList("first", "second", id="rows", compact=True)
        yield WordingEditor(id="pane-current")


PLACES = ("answer", "field", "next", "back", "tab-why", "rows", "pane-current")


class Cell(NamedTuple):
    """A cell of the screen, as it is painted."""

    text: str
    ink: Color
    ground: Color
    is_reversed: bool

    @property
    def edge(self) -> Color:
        """The color that shows the focus."""
        return self.ground if self.text.isspace() else self.ink

    @property
    def colors(self) -> tuple[Color, ...]:
        """Every color that is seen in it."""
        return (self.ground,) if self.text.isspace() else (self.ink, self.ground)


@asynccontextmanager
async def before_one_of_each() -> AsyncIterator[Person]:
    app = BaseApp(DEFAULTS, Restart(OneOfEach))
    async with app.run_test(size=(40, 20)) as pilot:
        person = Person(app, pilot)
        await person.settles()
        yield person


def first_cell(person: Person, place: str) -> Cell:
    at = person.query(f"#{place}", Widget).region.offset
    segment = next(iter(person.app.screen._compositor.render_strips()[at.y].crop(at.x, at.x + 1)))
    style = segment.style or Style.null()
    assert style.color and style.bgcolor
    ink, ground = Color.from_rich_color(style.color), Color.from_rich_color(style.bgcolor)
    is_reversed = bool(style.reverse)
    return Cell(segment.text, *((ground, ink) if is_reversed else (ink, ground)), is_reversed)


async def focused_and_not(person: Person, place: str) -> tuple[Cell, Cell]:
    """The first cell of something when it has the focus, and when something else has."""
    cells = []
    for focused in (place, PLACES[PLACES.index(place) - 1]):
        person.app.screen.set_focus(person.query(f"#{focused}", Widget))
        await person.settles()
        cells.append(first_cell(person, place))
    return cells[0], cells[1]


async def test_the_edge_of_what_has_the_focus_contrasts_three_to_one_in_every_theme() -> None:
    async with before_one_of_each() as person:
        # The terminal chooses the colors of the others.
        themes = [name for name in person.app.available_themes if not name.startswith("ansi")]
        assert len(themes) > 15
        for theme in themes:
            person.app.theme = theme
            for place in PLACES:
                focused, other = await focused_and_not(person, place)
                for color in other.colors:
                    assert contrast(focused.edge, color) >= LEAST_OF_EDGE, (theme, place, focused, other)


async def test_without_color_the_shape_of_its_edge_shows_the_focus(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with before_one_of_each() as person:
        for place in PLACES:
            focused, other = await focused_and_not(person, place)
            assert (focused.text, focused.is_reversed) != (other.text, other.is_reversed), place
