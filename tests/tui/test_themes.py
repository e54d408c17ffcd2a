"""Every state can be read in high contrast, without color, and in the colors of the terminal."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from rich.segment import Segment
from rich.style import Style
from textual.color import BLACK
from textual.command import CommandList
from textual.filter import ANSIToTruecolor
from textual.geometry import Region

from mou_tui import settings
from mou_tui.settings import LoadedSettings, Settings
from mou_tui.tui.widgets.preview.widget import Preview
from mou_tui.workspace.repository import SessionRepository
from tests.tui.conftest import Begin
from tests.tui.interview_app import Person
from tests.tui.program import at_home, program, written


def luminance(color: tuple[int, ...]) -> float:
    parts = [part / 255 for part in color]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(segment: Segment) -> float:
    """How much text contrasts with its background, as WCAG 2.2 reckons."""
    style = segment.style
    assert style and style.color and style.bgcolor
    colors = style.color.get_truecolor(), style.bgcolor.get_truecolor(foreground=False)
    dark, light = sorted(luminance(color) for color in colors)
    return (light + 0.05) / (dark + 0.05)


def words_on(person: Person) -> Iterator[Segment]:
    """The pieces of text on the screen that is on top, as they are colored."""
    screen = person.app.screen
    boxes = screen.query(".dialog-box, CommandList, CommandInput") or [screen]
    box = Region.from_union([box.region for box in boxes])
    for y, strip in enumerate(screen._compositor.render_strips()):
        if box.y <= y < box.bottom:
            coloured = strip.crop(box.x, box.right).apply_filter(ANSIToTruecolor(person.app.ansi_theme), BLACK)
            yield from (
                segment for segment in coloured if any(char.isalnum() or char in "■◧·≈□▸[]" for char in segment.text)
            )


async def test_in_high_contrast_every_text_contrasts_seven_to_one(repository: SessionRepository) -> None:
    loaded = LoadedSettings(Settings(theme="mou-high-contrast"))
    async with at_home(repository, repository.sample(), loaded, size=(120, 40)) as person:
        seen = 0
        for keys in (
            (), ("f4",), ("f4",), ("f4",), ("f4",), ("tab",), ("ctrl+t",), ("f2",), ("f3",), ("ctrl+g",),
            ("ctrl+g", "f5"), ("ctrl+l",), ("escape", "ctrl+f", "d"), ("escape", "ctrl+p"), ("escape", "ctrl+r"),
            ("f1",),
        ):  # fmt: skip
            await person.press(*keys)
            for segment in words_on(person):
                seen += 1
                assert contrast(segment) >= 7, (keys, segment)
        assert seen > 500


def look(person: Person, words: str) -> Style:
    """How words on the screen are painted."""
    segment = next((segment for segment in words_on(person) if words in segment.text), None)
    assert segment, person.screen
    return segment.style or Style.null()


async def test_in_high_contrast_the_row_that_has_the_focus_is_black_on_yellow(repository: SessionRepository) -> None:
    loaded = LoadedSettings(Settings(theme="mou-high-contrast"))
    async with at_home(repository, repository.sample(), loaded) as person:
        for key, words in (("f2", "Purpose and goals"), ("ctrl+r", "Parties and definitions")):
            await person.press(key)
            row = look(person, words)
            assert row.bgcolor
            assert row.bgcolor.get_truecolor() == (255, 255, 0)


async def test_without_color_every_state_can_be_told(
    repository: SessionRepository, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with at_home(repository, repository.sample()) as person:
        assert any(line.startswith("█handle ordinary misconduct") for line in person.lines)
        assert look(person, "Why").underline
        assert not look(person, "Discuss").underline

        await person.press("tab")
        assert any(line.startswith("│handle ordinary misconduct") for line in person.lines)
        assert look(person, "Next").reverse
        assert not look(person, "Back").reverse

        await person.press("f2", "down")
        assert "▸  Purpose and goals" in person.screen
        assert look(person, "Schools, days and hours").underline
        assert not look(person, "Purpose and goals").underline

        await person.press("escape", "enter")
        await person.types("Within [number] minutes. ")
        await person.press("f5")
        assert look(person, "[number]").reverse
        await person.press("f3")
        assert look(person, "[number]").underline
        assert not look(person, "minutes").underline

        await person.press("ctrl+p")
        commands = person.app.screen.query_one(CommandList)
        while "Back to the previous" not in str(commands.get_option_at_index(commands.highlighted or 0).prompt):
            await person.press("down")
        assert look(person, "Back to the previous").underline


@pytest.mark.parametrize("theme", ["textual-dark", "mou-high-contrast", "ansi-light"])
def test_no_color_leaves_no_color_in_what_the_terminal_gets(begin: Begin, home: Path, theme: str) -> None:
    workspace = begin(purpose="We agree on [number] things.")
    workspace.store.close()
    settings.remember_theme(theme)
    with program("open", workspace.store.path, home=home, NO_COLOR="1") as terminal:
        terminal.wait(lambda screen: "We agree" in screen.text)
        terminal.send("\t\x1bOQ")
        terminal.wait_until_quiet(0.5)
        codes = {code for codes in re.findall(r"\x1b\[([\d;]+)m", written(terminal)) for code in codes.split(";")}
        assert codes
        assert codes.isdisjoint(
            {str(code) for code in (*range(30, 39), *range(40, 49), *range(90, 98), *range(100, 108))}
        )


@pytest.mark.parametrize("theme", ["ansi-dark", "ansi-light"])
async def test_in_the_terminals_own_colors_focus_blanks_and_scrollbars_are_seen(
    repository: SessionRepository, theme: str
) -> None:
    async with at_home(repository, repository.sample(), LoadedSettings(Settings(theme=theme))) as person:
        await person.press("f2")
        row = look(person, "Purpose and goals")
        assert row.bgcolor
        assert not row.bgcolor.is_default

        await person.press("escape", "ctrl+g", "ctrl+g", "f3")
        assert look(person, "[number]").underline
        scrollbar = person.interview.query_one(Preview).vertical_scrollbar.styles
        assert scrollbar.scrollbar_color != scrollbar.scrollbar_background
