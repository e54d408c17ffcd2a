"""A screen is styled and laid out once when it opens, and again when the terminal gets another size."""

from __future__ import annotations

from textual.app import App, ComposeResult
from textual.screen import Screen
from textual.widgets import Static

from mou_tui.tui.runtime.size_classes import HEIGHTS, WIDTHS
from mou_tui.tui.runtime.sized_screen import SizedScreen


class Sizes(App[None]):
    """An app with the sizes of this program."""

    HORIZONTAL_BREAKPOINTS = WIDTHS
    VERTICAL_BREAKPOINTS = HEIGHTS


class Counted(Screen[None]):
    """Counts how often it is laid out."""

    layouts = 0

    def compose(self) -> ComposeResult:
        yield Static("Words.")

    def on_mount(self) -> None:
        self.screen_layout_refresh_signal.subscribe(self, self.count)

    def count(self, _screen: Screen[None]) -> None:
        self.layouts += 1


class Sized(SizedScreen[None], Counted):
    """The same, as the screens of this program are."""


async def layouts_of(screen: Counted) -> int:
    async with Sizes().run_test(size=(120, 40)) as pilot:
        await pilot.app.push_screen(screen)
        await pilot.pause()
        assert screen.has_class("-wide", "-tall")
        return screen.layouts


async def test_it_is_laid_out_less_often_than_the_toolkit_would() -> None:
    assert await layouts_of(Sized()) < await layouts_of(Counted())


async def test_another_size_of_the_terminal_is_followed() -> None:
    async with Sizes().run_test(size=(120, 40)) as pilot:
        screen = Sized()
        await pilot.app.push_screen(screen)
        await pilot.resize_terminal(60, 20)
        await pilot.pause()
        assert screen.query_one(Static).size.width == 60
        assert screen.has_class("-narrow", "-short")
        assert not screen.has_class("-wide")
