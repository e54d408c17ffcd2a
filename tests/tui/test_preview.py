"""The draft is shown passage by passage, follows the clause, and repaints only what changed."""

from __future__ import annotations

from textual.selection import SELECT_ALL

from mou_tui.draft.markdown import Passage
from tests.tui.preview import PreviewApp, lines, looks, passage, screen, shown


def clauses(count: int, words: int = 30) -> list[Passage]:
    return [passage(f"1.{n}", f"**1.{n} Caption.** " + f"word{n} " * words) for n in range(1, count + 1)]


async def test_what_changed_is_painted_at_once_without_waiting_for_the_next_frame() -> None:
    app = PreviewApp(clauses(20))
    async with app.run_test(size=(80, 12)) as pilot:
        await shown(pilot)
        app.painted.clear()
        app.change("1.1", "Something else.")
        assert 0 in app.painted, "nothing was awaited, so no frame has passed"

        await pilot.pause()
        assert lines(app.preview)[0].strip() == "Something else."


async def test_the_draft_appears_passage_by_passage_with_a_blank_row_between() -> None:
    app = PreviewApp([passage("title", "# Agreement"), passage("1.1", "**1.1 Purpose.** We *agree*.\n\n- one\n- two")])
    async with app.run_test(size=(100, 20)) as pilot:
        preview = await shown(pilot)

        assert lines(preview)[:6] == ["  Agreement", "", "  1.1 Purpose. We agree.", "", "  • one", "  • two"]
        assert looks(preview, "Agreement").bold
        assert looks(preview, "1.1 Purpose.").bold
        assert looks(preview, "agree").italic


async def test_what_is_shown_before_the_first_frame_and_twice_in_one_is_the_last() -> None:
    app = PreviewApp([passage("1.1", "first")])
    async with app.run_test(size=(100, 20)) as pilot:
        preview = await shown(pilot)
        preview.show([passage("1.1", "second")])
        preview.show([passage("1.1", "third")])
        await pilot.pause()

        assert lines(preview)[0] == "  third"


async def test_an_empty_draft_and_an_empty_passage_take_no_room() -> None:
    app = PreviewApp([])
    async with app.run_test(size=(100, 20)) as pilot:
        preview = await shown(pilot)
        assert screen(preview).strip() == ""

        preview.show([passage("opening", ""), passage("1.1", "text")])
        await pilot.pause()
        assert lines(preview)[0] == "  text"


async def test_following_a_clause_brings_it_near_the_top_and_marks_it() -> None:
    app = PreviewApp(clauses(20))
    async with app.run_test(size=(100, 20)) as pilot:
        preview = await shown(pilot)
        preview.follow("1.12")
        await pilot.pause()

        row = next(y for y, line in enumerate(lines(preview)) if "1.12 Caption" in line)
        assert row == 2
        assert lines(preview)[row].startswith("▌ 1.12 Caption.")
        assert not any(line.startswith("▌") and "word11" in line for line in lines(preview))


async def test_following_a_clause_that_is_all_in_view_moves_nothing() -> None:
    app = PreviewApp(clauses(20))
    async with app.run_test(size=(100, 40)) as pilot:
        preview = await shown(pilot)
        preview.follow("1.3")
        await pilot.pause()

        assert preview.scroll_offset.y == 0
        assert any(line.startswith("▌ 1.3 Caption.") for line in lines(preview))


async def test_following_a_clause_that_comes_later_waits_for_it() -> None:
    app = PreviewApp(clauses(3))
    async with app.run_test(size=(100, 20)) as pilot:
        preview = await shown(pilot)
        preview.follow("1.19")
        await pilot.pause()
        preview.show(clauses(20))
        await pilot.pause()

        assert "▌ 1.19 Caption." in screen(preview)


async def test_an_edit_paints_only_the_rows_that_changed() -> None:
    app = PreviewApp(clauses(20))
    async with app.run_test(size=(100, 40)) as pilot:
        await shown(pilot)
        app.painted.clear()
        app.change("1.2", app.passages[1].markdown.replace("word2", "Word2", 1))
        await pilot.pause()

        assert set(app.painted) == {next(y for y, line in enumerate(lines(app.preview)) if "Word2" in line)}


async def test_after_edits_the_screen_is_what_painting_it_all_again_gives() -> None:
    app = PreviewApp(clauses(20))
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
    app = PreviewApp(clauses(20))
    async with app.run_test(size=(100, 20)) as pilot:
        preview = await shown(pilot)
        preview.scroll_to(y=40, animate=False)
        await pilot.pause()
        before = lines(preview)
        app.change("1.1", "A paragraph.\n\n" * 9)
        await pilot.pause()

        assert lines(preview) == before


async def test_the_row_that_is_being_typed_comes_into_view() -> None:
    app = PreviewApp([passage("1.1", "A paragraph.\n\n" * 60), *clauses(3)])
    async with app.run_test(size=(100, 20)) as pilot:
        preview = await shown(pilot)
        preview.follow("1.1")
        await pilot.pause()
        app.change("1.1", "A paragraph.\n\n" * 60 + "The last words.")
        await pilot.pause()

        assert "▌ The last words." in screen(preview)


async def test_a_word_that_moves_to_a_row_below_the_view_takes_the_view_along() -> None:
    text = "A paragraph.\n\n" * 9 + "x" * 30
    app = PreviewApp([passage("1.1", text), *clauses(3)])
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
    app = PreviewApp(clauses(9, words=40))
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


async def test_keys_scroll_from_one_end_of_a_long_draft_to_the_other() -> None:
    app = PreviewApp([*clauses(55, words=600), passage("signatures", "Signed by nobody yet")])
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
    app = PreviewApp(clauses(55, words=600))
    async with app.run_test(size=(100, 30)) as pilot:
        preview = await shown(pilot)
        guessed = preview.virtual_size.height
        everything, _ending = preview.get_selection(SELECT_ALL) or ("", "")

        assert everything.count("word55") == 600
        assert abs(guessed - preview.virtual_size.height) < 0.1 * guessed
