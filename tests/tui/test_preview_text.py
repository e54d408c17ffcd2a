"""The text of the draft reads as it was typed, can be selected, and shows its blanks."""

from __future__ import annotations

import pytest
from textual.geometry import Offset
from textual.selection import SELECT_ALL, Selection

from mou_tui.tui.widgets.preview.widget import Preview
from tests.tui.preview import WIDTH, PreviewApp, lines, looks, passage, screen, shown


async def test_wide_characters_fill_their_cells_and_are_not_split() -> None:
    text = "警察部门与学区同意本协议并遵守 👩‍👩‍👧‍👦 家庭 é" * 6
    app = PreviewApp([passage("1.1", text)])
    async with app.run_test(size=(100, 20)) as pilot:
        preview = await shown(pilot)

        strips = [Preview.render_line(preview, y) for y in range(preview.size.height)]
        assert {strip.cell_length for strip in strips} == {WIDTH - preview.scrollbar_size_vertical}
        assert "".join(line[2:] for line in lines(preview)).replace(" ", "") == text.replace(" ", "")
        assert all("👩‍👩‍👧‍👦" in line for line in lines(preview) if "👩" in line)


@pytest.mark.parametrize("blank", ["[name of officer]", "___", "$XX", "TBD", "[Chief]"])
async def test_blanks_are_underlined_so_that_they_show_without_color(blank: str) -> None:
    app = PreviewApp([passage("1.1", f"To {blank} [x] [a](b) $5")])
    async with app.run_test(size=(100, 20)) as pilot:
        preview = await shown(pilot)

        assert looks(preview, blank).underline
        assert not any(looks(preview, text).underline for text in ("To ", " [x] [a](b) $5"))


async def test_a_selection_gives_back_what_was_written_long_lines_whole() -> None:
    words = "one two three four five six seven eight nine ten eleven twelve"
    app = PreviewApp([passage("1.1", f"{words}\n\n- {words}\n\n- second"), passage("1.2", "end")])
    async with app.run_test(size=(100, 20)) as pilot:
        preview = await shown(pilot)

        assert preview.get_selection(SELECT_ALL) == (f"{words}\n\n• {words}\n\n• second\n\nend\n", "\n")


async def test_dragging_selects_by_characters_where_characters_are_two_cells_wide() -> None:
    app = PreviewApp([passage("1.1", "警察部门 agrees 😀 to this")])
    async with app.run_test(size=(100, 20)) as pilot:
        preview = await shown(pilot)
        await pilot.mouse_down(preview, offset=(4, 0))
        await pilot.hover(preview, offset=(16, 0))
        await pilot.mouse_up(preview, offset=(16, 0))
        await pilot.pause()

        assert app.screen.get_selected_text() == "察部门 agrees"
        selected = looks(preview, "察部门 agrees").bgcolor
        assert selected == app.screen.get_component_rich_style("screen--selection").bgcolor


async def test_a_drag_from_the_margin_starts_at_the_first_character() -> None:
    app = PreviewApp([passage("1.1", "first\n\nsecond")])
    async with app.run_test(size=(100, 20)) as pilot:
        preview = await shown(pilot)
        app.screen.selections = {preview: Selection(Offset(0, 0), None)}

        assert app.screen.get_selected_text() == "first\n\nsecond"


HOSTILE = [
    "<script>alert(1)</script>",
    "<!-- gone -->",
    "[link](http://example.org)",
    "![image](x.png)",
    "<http://example.org>",
    "&#27;[31m &lt; &#13;",
    "[red]markup[/] [/etc/passwd]",
]


@pytest.mark.parametrize("text", HOSTILE)
async def test_what_looks_like_code_is_shown_as_it_was_typed(text: str) -> None:
    app = PreviewApp([passage("1.1", f"before\n\n{text}\n\nafter"), passage("1.2", "[link]: http://example.org")])
    async with app.run_test(size=(100, 20)) as pilot:
        preview = await shown(pilot)

        assert lines(preview)[:7] == [
            "  before",
            "",
            f"  {text}",
            "",
            "  after",
            "",
            "  [link]: http://example.org",
        ]
        strips = [Preview.render_line(preview, y) for y in range(preview.size.height)]
        assert not any(segment.style and segment.style.link for strip in strips for segment in strip)
        assert not any(segment.control for strip in strips for segment in strip)


async def test_a_tab_moves_on_by_spaces() -> None:
    app = PreviewApp([passage("1.1", "one\ttwo")])
    async with app.run_test(size=(100, 20)) as pilot:
        preview = await shown(pilot)

        assert "\t" not in screen(preview)
        assert lines(preview)[0] == "  one two"


async def test_no_theme_hides_a_blank() -> None:
    app = PreviewApp([passage("1.1", "to [name]")])
    async with app.run_test(size=(100, 20)) as pilot:
        preview = await shown(pilot)
        for theme in app.available_themes:
            app.theme = theme
            await pilot.pause()

            look = looks(preview, "[name]")
            assert look.underline
            assert look.color != look.bgcolor


async def test_colors_follow_the_theme() -> None:
    app = PreviewApp([passage("1.1", "plain")])
    async with app.run_test(size=(100, 20)) as pilot:
        preview = await shown(pilot)
        dark = looks(preview, "plain").bgcolor
        app.theme = "textual-light"
        await pilot.pause()

        assert looks(preview, "plain").bgcolor != dark
