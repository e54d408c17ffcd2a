from __future__ import annotations

from collections.abc import Iterable

import pytest
from rich.style import Style
from textual.app import App, ComposeResult
from textual.containers import Horizontal
from textual.geometry import Offset
from textual.pilot import Pilot
from textual.selection import SELECT_ALL, Selection
from textual.strip import Strip
from textual.widgets import Static

from mou_tui.draft.block_parser import parse
from mou_tui.draft.blocks import Heading, Span
from mou_tui.draft.markdown import Passage
from mou_tui.tui.widgets.preview.widget import Preview

WIDTH = 40


class Desk(App[None]):
    """A preview at the right of something else, as in the interview."""

    CSS = "Static { width: 1fr; } Preview { width: 40; }"

    def __init__(self, passages: Iterable[Passage]) -> None:
        super().__init__()
        self.passages = tuple(passages)
        self.painted: list[int] = []

    def compose(self) -> ComposeResult:
        with Horizontal():
            yield Static("The answer")
            yield CountedPreview(self.painted)

    def on_mount(self) -> None:
        self.preview.show(self.passages)

    @property
    def preview(self) -> Preview:
        return self.query_one(Preview)

    def change(self, key: str, text: str) -> None:
        self.passages = tuple(passage(key, text) if held.key == key else held for held in self.passages)
        self.preview.show(self.passages)


class CountedPreview(Preview):
    """Notes the rows of the view it is asked to paint."""

    def __init__(self, painted: list[int]) -> None:
        super().__init__()
        self.painted = painted

    def render_line(self, y: int) -> Strip:
        self.painted.append(y)
        return super().render_line(y)


def passage(key: str, text: str) -> Passage:
    """A passage of a clause; one that begins with `#` is a heading."""
    heading = text.removeprefix("# ")
    return Passage(key, (Heading((Span(heading),), 1),) if heading != text else parse(text))


def clauses(count: int, words: int = 30) -> list[Passage]:
    return [passage(f"1.{n}", f"**1.{n} Caption.** " + f"word{n} " * words) for n in range(1, count + 1)]


def lines(preview: Preview) -> list[str]:
    return [Preview.render_line(preview, y).text.rstrip() for y in range(preview.size.height)]


def screen(preview: Preview) -> str:
    return "\n".join(lines(preview))


def looks(preview: Preview, text: str) -> Style:
    """How a stretch of text is painted."""
    for y in range(preview.size.height):
        for segment in Preview.render_line(preview, y):
            if segment.text == text:
                return segment.style or Style.null()
    raise AssertionError(f"{text!r} is not in view as one piece")


async def shown(pilot: Pilot[None]) -> Preview:
    await pilot.pause()
    preview = pilot.app.query_one(Preview)
    assert preview.size.width == WIDTH
    return preview


async def test_what_changed_is_painted_at_once_without_waiting_for_the_next_frame() -> None:
    app = Desk(clauses(20))
    async with app.run_test(size=(80, 12)) as pilot:
        await shown(pilot)
        app.painted.clear()
        app.change("1.1", "Something else.")
        assert 0 in app.painted, "nothing was awaited, so no frame has passed"

        await pilot.pause()
        assert lines(app.preview)[0].strip() == "Something else."


async def test_the_draft_appears_passage_by_passage_with_a_blank_row_between() -> None:
    app = Desk([passage("title", "# Agreement"), passage("1.1", "**1.1 Purpose.** We *agree*.\n\n- one\n- two")])
    async with app.run_test(size=(100, 20)) as pilot:
        preview = await shown(pilot)

        assert lines(preview)[:6] == ["  Agreement", "", "  1.1 Purpose. We agree.", "", "  • one", "  • two"]
        assert looks(preview, "Agreement").bold
        assert looks(preview, "1.1 Purpose.").bold
        assert looks(preview, "agree").italic


async def test_what_is_shown_before_the_first_frame_and_twice_in_one_is_the_last() -> None:
    app = Desk([passage("1.1", "first")])
    async with app.run_test(size=(100, 20)) as pilot:
        preview = await shown(pilot)
        preview.show([passage("1.1", "second")])
        preview.show([passage("1.1", "third")])
        await pilot.pause()

        assert lines(preview)[0] == "  third"


async def test_an_empty_draft_and_an_empty_passage_take_no_room() -> None:
    app = Desk([])
    async with app.run_test(size=(100, 20)) as pilot:
        preview = await shown(pilot)
        assert screen(preview).strip() == ""

        preview.show([passage("opening", ""), passage("1.1", "text")])
        await pilot.pause()
        assert lines(preview)[0] == "  text"


async def test_following_a_clause_brings_it_near_the_top_and_marks_it() -> None:
    app = Desk(clauses(20))
    async with app.run_test(size=(100, 20)) as pilot:
        preview = await shown(pilot)
        preview.follow("1.12")
        await pilot.pause()

        row = next(y for y, line in enumerate(lines(preview)) if "1.12 Caption" in line)
        assert row == 2
        assert lines(preview)[row].startswith("▌ 1.12 Caption.")
        assert not any(line.startswith("▌") and "word11" in line for line in lines(preview))


async def test_following_a_clause_that_is_all_in_view_moves_nothing() -> None:
    app = Desk(clauses(20))
    async with app.run_test(size=(100, 40)) as pilot:
        preview = await shown(pilot)
        preview.follow("1.3")
        await pilot.pause()

        assert preview.scroll_offset.y == 0
        assert any(line.startswith("▌ 1.3 Caption.") for line in lines(preview))


async def test_following_a_clause_that_comes_later_waits_for_it() -> None:
    app = Desk(clauses(3))
    async with app.run_test(size=(100, 20)) as pilot:
        preview = await shown(pilot)
        preview.follow("1.19")
        await pilot.pause()
        preview.show(clauses(20))
        await pilot.pause()

        assert "▌ 1.19 Caption." in screen(preview)


async def test_an_edit_paints_only_the_rows_that_changed() -> None:
    app = Desk(clauses(20))
    async with app.run_test(size=(100, 40)) as pilot:
        await shown(pilot)
        app.painted.clear()
        app.change("1.2", app.passages[1].markdown.replace("word2", "Word2", 1))
        await pilot.pause()

        assert set(app.painted) == {next(y for y, line in enumerate(lines(app.preview)) if "Word2" in line)}


async def test_after_edits_the_screen_is_what_painting_it_all_again_gives() -> None:
    app = Desk(clauses(20))
    async with app.run_test(size=(100, 40)) as pilot:
        preview = await shown(pilot)
        preview.follow("1.3")
        app.change("1.2", "short")
        await pilot.pause()
        app.change("1.3", app.passages[2].markdown + " and much more" * 10)
        await pilot.pause()
        after_edits = app.export_screenshot(title="")
        preview.refresh()
        await pilot.pause()

        assert "much more" in screen(preview)
        assert app.export_screenshot(title="") == after_edits


async def test_an_edit_above_the_view_leaves_the_view_where_it_is() -> None:
    app = Desk(clauses(20))
    async with app.run_test(size=(100, 20)) as pilot:
        preview = await shown(pilot)
        preview.scroll_to(y=40, animate=False)
        await pilot.pause()
        before = lines(preview)
        app.change("1.1", "A paragraph.\n\n" * 9)
        await pilot.pause()

        assert lines(preview) == before


async def test_the_row_that_is_being_typed_comes_into_view() -> None:
    app = Desk([passage("1.1", "A paragraph.\n\n" * 60), *clauses(3)])
    async with app.run_test(size=(100, 20)) as pilot:
        preview = await shown(pilot)
        preview.follow("1.1")
        await pilot.pause()
        app.change("1.1", "A paragraph.\n\n" * 60 + "The last words.")
        await pilot.pause()

        assert "▌ The last words." in screen(preview)


async def test_a_word_that_moves_to_a_row_below_the_view_takes_the_view_along() -> None:
    text = "A paragraph.\n\n" * 9 + "x" * 30
    app = Desk([passage("1.1", text), *clauses(3)])
    async with app.run_test(size=(100, 19)) as pilot:
        preview = await shown(pilot)
        preview.follow("1.1")
        await pilot.pause()
        for word in ("", " ab", " abcdef", " abcdefgh"):
            app.change("1.1", text + word)
            await pilot.pause()

            assert word in screen(preview)
        assert "▌ abcdefgh" in screen(preview)


async def test_a_narrower_view_is_wrapped_again_with_nothing_cut_off() -> None:
    app = Desk(clauses(9, words=40))
    async with app.run_test(size=(100, 30)) as pilot:
        preview = await shown(pilot)
        preview.follow("1.5")
        await pilot.pause()
        preview.styles.width = 25
        await pilot.pause()
        await pilot.pause()

        assert "▌ 1.5 Caption." in screen(preview)
        assert max(map(len, lines(preview))) <= 24
        assert screen(preview).count("word5") == 40


async def test_wide_characters_fill_their_cells_and_are_not_split() -> None:
    text = "警察部门与学区同意本协议并遵守 👩‍👩‍👧‍👦 家庭 é" * 6
    app = Desk([passage("1.1", text)])
    async with app.run_test(size=(100, 20)) as pilot:
        preview = await shown(pilot)

        strips = [Preview.render_line(preview, y) for y in range(preview.size.height)]
        assert {strip.cell_length for strip in strips} == {WIDTH - preview.scrollbar_size_vertical}
        assert "".join(line[2:] for line in lines(preview)).replace(" ", "") == text.replace(" ", "")
        assert all("👩‍👩‍👧‍👦" in line for line in lines(preview) if "👩" in line)


@pytest.mark.parametrize("blank", ["[name of officer]", "___", "$XX", "TBD", "[Chief]"])
async def test_blanks_are_underlined_so_that_they_show_without_colour(blank: str) -> None:
    app = Desk([passage("1.1", f"To {blank} [x] [a](b) $5")])
    async with app.run_test(size=(100, 20)) as pilot:
        preview = await shown(pilot)

        assert looks(preview, blank).underline
        assert not any(looks(preview, text).underline for text in ("To ", " [x] [a](b) $5"))


async def test_a_selection_gives_back_what_was_written_long_lines_whole() -> None:
    words = "one two three four five six seven eight nine ten eleven twelve"
    app = Desk([passage("1.1", f"{words}\n\n- {words}\n\n- second"), passage("1.2", "end")])
    async with app.run_test(size=(100, 20)) as pilot:
        preview = await shown(pilot)

        assert preview.get_selection(SELECT_ALL) == (f"{words}\n\n• {words}\n\n• second\n\nend\n", "\n")


async def test_dragging_selects_by_characters_where_characters_are_two_cells_wide() -> None:
    app = Desk([passage("1.1", "警察部门 agrees 😀 to this")])
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
    app = Desk([passage("1.1", "first\n\nsecond")])
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
    app = Desk([passage("1.1", f"before\n\n{text}\n\nafter"), passage("1.2", "[link]: http://example.org")])
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
    app = Desk([passage("1.1", "one\ttwo")])
    async with app.run_test(size=(100, 20)) as pilot:
        preview = await shown(pilot)

        assert "\t" not in screen(preview)
        assert lines(preview)[0] == "  one two"


async def test_keys_scroll_from_one_end_of_a_long_draft_to_the_other() -> None:
    app = Desk([*clauses(55, words=600), passage("signatures", "Signed by nobody yet")])
    assert sum(len(held.markdown) for held in app.passages) > 215_000
    async with app.run_test(size=(100, 30)) as pilot:
        preview = await shown(pilot)
        assert "1.1 Caption." in screen(preview)

        preview.focus()
        await pilot.press("end")
        await app.animator.wait_for_idle()
        await pilot.pause()
        assert "Signed by nobody yet" in screen(preview)

        await pilot.press("home")
        await app.animator.wait_for_idle()
        await pilot.pause()
        assert "1.1 Caption." in screen(preview)


async def test_the_first_view_of_a_long_draft_does_not_wait_for_the_rest() -> None:
    app = Desk(clauses(55, words=600))
    async with app.run_test(size=(100, 30)) as pilot:
        preview = await shown(pilot)
        guessed = preview.virtual_size.height
        everything, _ending = preview.get_selection(SELECT_ALL) or ("", "")

        assert everything.count("word55") == 600
        assert abs(guessed - preview.virtual_size.height) < 0.1 * guessed


async def test_no_theme_hides_a_blank() -> None:
    app = Desk([passage("1.1", "to [name]")])
    async with app.run_test(size=(100, 20)) as pilot:
        preview = await shown(pilot)
        for theme in app.available_themes:
            app.theme = theme
            await pilot.pause()

            look = looks(preview, "[name]")
            assert look.underline
            assert look.color != look.bgcolor


async def test_colours_follow_the_theme() -> None:
    app = Desk([passage("1.1", "plain")])
    async with app.run_test(size=(100, 20)) as pilot:
        preview = await shown(pilot)
        dark = looks(preview, "plain").bgcolor
        app.theme = "textual-light"
        await pilot.pause()

        assert looks(preview, "plain").bgcolor != dark
