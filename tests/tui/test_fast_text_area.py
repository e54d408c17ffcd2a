from __future__ import annotations

import random

import pytest
from textual.app import App, ComposeResult
from textual.document._wrapped_document import WrappedDocument
from textual.strip import Strip
from textual.widgets import TextArea

from mou_tui.tui.widgets.fast_text_area import FastTextArea

PARAGRAPH = "The Police Department shall assign an officer to each school, and may withdraw the officer. "


class Editor(FastTextArea):
    """Notes the rows it is asked to paint."""

    def __init__(self) -> None:
        self.painted: set[int] = set()
        super().__init__(soft_wrap=True, compact=True, highlight_cursor_line=False)
        self.match_cursor_bracket = False
        self.cursor_blink = False

    def render_line(self, y: int) -> Strip:
        self.painted.add(y)
        return super().render_line(y)

    def on_screen(self) -> list[Strip]:
        return self.render_lines(self.size.region)

    def painted_anew(self) -> list[Strip]:
        self.refresh()
        return self.render_lines(self.size.region)


class EditorApp(App[None]):
    CSS = "Editor { width: 44; height: 12; }"

    def __init__(self, text: str) -> None:
        super().__init__()
        self.editor = Editor()
        self._text = text

    def compose(self) -> ComposeResult:
        yield self.editor

    def on_mount(self) -> None:
        self.editor.load_text(self._text)


FULL = "\n\n".join([PARAGRAPH * 3] * 6)


async def test_a_key_paints_the_row_it_is_typed_in() -> None:
    app = EditorApp(FULL)
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.press("down", "down")
        await pilot.pause()
        app.editor.painted.clear()
        await pilot.press("x")
        await pilot.pause()

        assert 2 in app.editor.painted
        assert len(app.editor.painted) < 6


@pytest.mark.parametrize("seed", range(3))
async def test_after_any_keys_the_screen_is_what_painting_it_all_again_gives(seed: int) -> None:
    chance = random.Random(seed)
    keys = ["x", "space", "enter", "backspace", "delete", "up", "down", "left", "right", "home", "end", "pagedown"]
    keys += ["shift+right", "shift+down", "ctrl+z", "ctrl+k", "ctrl+u", "警", "pageup", "x", "y", "z"]
    app = EditorApp(FULL if seed else "")
    async with app.run_test(size=(60, 20)) as pilot:
        for _ in range(25):
            await pilot.press(chance.choice(keys))
            await pilot.pause()
            assert app.editor.on_screen() == app.editor.painted_anew()


@pytest.mark.parametrize(
    "text", [FULL, "", "\n", "\tone\ttwo " * 20, "警察署" * 40, "e\u0301" * 90, "a" * 200, " " * 99]
)
async def test_every_row_holds_what_it_holds_in_an_editor_of_the_library(text: str) -> None:
    app = EditorApp(text)
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.press("x", "pagedown", "y", "enter", "z")
        rows = app.editor.wrapped_document
        plain = WrappedDocument(app.editor.document, app.editor.wrap_width, app.editor.indent_width)

        for line in range(app.editor.document.line_count):
            assert rows.get_sections(line) == plain.get_sections(line)


async def test_an_edit_elsewhere_leaves_no_trace_of_a_selection() -> None:
    app = EditorApp(FULL)
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.press("shift+down", "shift+down")
        app.editor.replace("x", (0, 100), (0, 101), maintain_selection_offset=False)
        await pilot.pause()

        assert app.editor.on_screen() == app.editor.painted_anew()


async def test_an_edit_elsewhere_leaves_no_trace_of_the_cursor() -> None:
    app = EditorApp(FULL)
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.press("down", "down", "down")
        app.editor.replace("Tho", (0, 0), (0, 3), maintain_selection_offset=False)
        await pilot.pause()

        assert app.editor.on_screen() == app.editor.painted_anew()


async def test_the_cursor_stays_in_view_when_a_word_goes_to_a_new_row_at_the_bottom() -> None:
    app = EditorApp(FULL)
    async with app.run_test(size=(60, 20)) as pilot:
        editor: TextArea = app.editor
        editor.move_cursor(editor.document.end)
        for key in "abcdefgh " * 6:
            editor.insert(key)
            await pilot.pause()
            assert editor.content_region.contains(*editor.cursor_screen_offset)
