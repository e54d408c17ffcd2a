"""Two wordings side by side, however long they are."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from textual.app import App, ComposeResult
from textual.content import Content
from textual.widgets import Static

from mou_tui.tui.widgets.diff_view import PIECE, DiffView, split_into_pieces

PARAGRAPHS = [f"{number}. The SRO and the principal meet at each school and say how it went." for number in range(400)]
LONG = "\n\n".join(PARAGRAPHS)


class Comparison(App[None]):
    """Nothing but the two wordings."""

    CSS = "#both, .side { height: auto; }"

    def compose(self) -> ComposeResult:
        yield DiffView()

    def shown(self, side: int) -> str:
        """All that is shown on a side below its heading, whether in view or not."""
        return "\n".join(str(piece.content) for piece in list(self.query(".side"))[side].query(Static))


@given(st.lists(st.sampled_from(["The SRO waits.", "", "x" * PIECE, "y" * 1500]), max_size=9).map("\n".join))
def test_the_pieces_of_a_wording_are_the_whole_of_it(text: str) -> None:
    pieces = split_into_pieces(Content(text))

    assert "\n".join(piece.plain for piece in pieces) == text
    assert all(len(piece) >= PIECE for piece in pieces[:-1])


def test_what_is_marked_stays_marked_where_a_wording_is_split() -> None:
    marked = Content.assemble("a" * PIECE, ("bold\nbold again", "bold"))

    first, second = split_into_pieces(marked)

    assert [(first.plain[span.start : span.end], span.style) for span in first.spans] == [("bold", "bold")]
    assert [(second.plain[span.start : span.end], span.style) for span in second.spans] == [("bold again", "bold")]


async def test_a_long_wording_is_begun_at_once_and_then_shown_to_its_end() -> None:
    app = Comparison()
    async with app.run_test(size=(100, 30)) as pilot:
        app.query_one(DiffView).show(("Then", LONG), ("Now", "Short."))
        assert app.shown(0).startswith("Then\n0. The SRO")

        await app.workers.wait_for_complete()
        await pilot.pause()

        assert app.shown(0) == f"Then\n{LONG}"
        assert app.shown(1) == "Now\nShort."
        app.query_one(DiffView).focus()
        await pilot.press("end")
        await pilot.pause()
        rows = [strip.text for strip in app.screen._compositor.render_strips()]
        assert any("399. The SRO" in row for row in rows)


async def test_nothing_of_a_wording_stays_when_another_is_shown_in_its_place() -> None:
    app = Comparison()
    async with app.run_test(size=(100, 30)) as pilot:
        view = app.query_one(DiffView)
        view.show(("Then", LONG), ("Now", LONG))
        view.show(("Then", "Old."), ("Now", "New."))
        await pilot.pause()
        view.show(("Then", LONG), ("Now", f"{LONG} More."))
        await app.workers.wait_for_complete()
        assert app.shown(1) == f"Now\n{LONG} More."

        view.show(("Then", "Old."), ("Now", "New."))
        await pilot.pause()

        assert (app.shown(0), app.shown(1)) == ("Then\nOld.", "Now\nNew.")
