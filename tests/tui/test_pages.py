"""Topics, question and draft: side by side or one at a time, and sizes that change under one's hands."""

from __future__ import annotations

import pytest

from mou_tui.tui.widgets.keybar import KeyBar
from mou_tui.tui.widgets.preview.widget import Preview
from mou_tui.workspace.repository import SessionRepository
from tests.tui.conftest import Begin
from tests.tui.interview_app import NARROW, SMALL, WIDE, open_interview


@pytest.mark.parametrize("size", [NARROW, SMALL])
async def test_topics_are_a_page_where_it_is_narrow(
    repository: SessionRepository, begin: Begin, size: tuple[int, int]
) -> None:
    async with open_interview(repository, begin(purpose="Safe schools."), size=size) as person:
        await person.press("end", "left", "f2")
        assert person.at == "topics-list"
        assert "Safe schools." not in person.screen
        assert "Review and export" in person.screen

        await person.press("f2")
        assert person.at == "answer"
        assert person.editor.cursor_location == (0, len("Safe schools"))


async def test_a_digit_goes_to_a_topic_and_two_make_one_number(repository: SessionRepository, begin: Begin) -> None:
    async with open_interview(repository, begin()) as person:
        await person.press("f2", "3")
        assert "SRO supervision" in person.row
        await person.press("1", "0")
        assert "10 MOU review" in person.row

        await person.press("enter")
        assert (person.workspace.clause_id, person.at) == ("review", "answer")


async def test_a_digit_typed_after_moving_about_begins_a_number_anew(
    repository: SessionRepository, begin: Begin
) -> None:
    async with open_interview(repository, begin()) as person:
        await person.press("f2", "1", "down", "down", "1")
        assert "1 Mission" in person.row
        await person.press("enter", "f2", "1")
        assert "1 Mission" in person.row


async def test_the_topics_lead_to_the_opening_and_to_the_review(repository: SessionRepository, begin: Begin) -> None:
    async with open_interview(repository, begin()) as person:
        await person.press("f2", "home", "enter")
        assert person.workspace.clause_id == "opening"

        await person.press("f2", "end", "enter")
        assert "Export" in person.screen
        await person.press("escape")
        assert person.workspace.clause_id == "opening"


async def test_esc_leaves_the_answer_then_the_page_and_comes_back(repository: SessionRepository, begin: Begin) -> None:
    async with open_interview(repository, begin()) as person:
        visited = []
        for _ in range(3):
            await person.press("escape")
            visited.append(person.at)

        assert visited == ["next", "topics-list", "answer"]


async def test_the_draft_page_follows_the_question(repository: SessionRepository, begin: Begin) -> None:
    async with open_interview(repository, begin(signers="Both boards sign.")) as person:
        await person.press("f2", "1", "1", "enter", "f3")
        assert person.at == "preview"
        assert "▌ 11.1" in person.screen
        assert person.holds("Both boards sign.")

        await person.press("f3")
        assert person.at == "answer"


async def test_titles_are_whole_where_there_is_room_for_all_and_cut_where_not(
    repository: SessionRepository, begin: Begin
) -> None:
    async with open_interview(repository, begin("full"), size=WIDE) as person:
        rows = [line[:35].rstrip() for line in person.lines]
        assert [row for row in rows if row.endswith("…")] == []
        assert "    activities with" in rows and "    data" in rows
        await person.pilot.resize_terminal(120, 24)
        await person.settles()
        rows = [line[:35].rstrip() for line in person.lines]
        assert any(row.strip().startswith("8 Tracking SRO") for row in rows)
        assert "Review and export" in [row.strip() for row in rows]


async def test_three_columns_show_words_as_they_are_typed(repository: SessionRepository, begin: Begin) -> None:
    async with open_interview(repository, begin(), size=WIDE) as person:
        assert "Text Agreed" in person.screen
        assert "1 Mission            0/2    0/2" in person.screen
        await person.types("Safe, calm schools.")

        assert "1 Mission            1/2    0/2" in person.screen
        assert person.holds("1.1 Purpose and goals. Safe, calm")


@pytest.mark.parametrize("size", [NARROW, WIDE, (120, 24), (200, 60)])
async def test_the_status_of_the_text_is_said_in_full_at_every_width(
    repository: SessionRepository, begin: Begin, size: tuple[int, int]
) -> None:
    async with open_interview(repository, begin(), size=size) as person:
        await person.press("ctrl+t", "enter")
        assert "Text: example, not yet yours · 3 blanks" in person.screen
        assert "Use as written" in person.screen


async def test_the_guidance_turns_and_grows_while_it_is_read(repository: SessionRepository, begin: Begin) -> None:
    async with open_interview(repository, begin()) as person:
        question = person.workspace.checklist.question("purpose")
        assert person.holds(question.why)
        await person.press("f4")
        assert person.holds(question.discuss[0])
        await person.press("f4")
        assert person.holds(question.points[0].text)


async def test_resizing_keeps_the_words_the_cursor_and_the_place(repository: SessionRepository, begin: Begin) -> None:
    text = "First paragraph of the purpose.\n\nSecond paragraph, which is longer than the first. " * 3
    async with open_interview(repository, begin(purpose=text), size=WIDE) as person:
        await person.press("up", "up", "left")
        cursor = person.editor.cursor_location
        for size in (SMALL, NARROW, WIDE, NARROW):
            await person.pilot.resize_terminal(*size)
            await person.settles()
            assert person.editor.text == text
            assert person.editor.cursor_location == cursor
            assert person.at == "answer"
            row = person.editor.cursor_screen_offset.y
            assert 0 <= row < size[1]

        await person.types("x")
        assert len(person.workspace.answer.text) == len(text) + 1


async def test_everything_is_laid_out_for_every_new_size(repository: SessionRepository, begin: Begin) -> None:
    text = "First paragraph of the purpose, which is longer than any of these screens is wide. " * 3
    async with open_interview(repository, begin(purpose=text), size=(100, 30)) as person:
        for width, height in (
            (81, 30),
            (60, 28),
            (60, 24),
            (52, 24),
            (30, 24),
            (52, 28),
            (90, 30),
            (130, 30),
            (118, 30),
        ):
            await person.pilot.resize_terminal(width, height)
            await person.settles()
            assert len(person.lines) == height
            assert person.lines[-1].endswith("F1 Help")
            assert person.query("#keybar", KeyBar).region.bottom_right == (width, height)
            assert person.editor.region.right <= width


async def test_the_draft_stays_at_its_clause_when_it_becomes_a_page_and_a_column_again(
    repository: SessionRepository, begin: Begin
) -> None:
    async with open_interview(repository, begin(counting="Numbers, each year."), size=WIDE) as person:
        await person.press("f2", "8", "enter")
        await person.pilot.resize_terminal(*NARROW)
        await person.press("f3")
        assert "▌ 8.1" in person.screen

        await person.pilot.resize_terminal(*WIDE)
        await person.settles()
        assert "▌ 8.1" in person.screen
        assert person.interview.query_one(Preview).has_focus


async def test_the_draft_names_the_keys_that_lead_to_its_export(repository: SessionRepository, begin: Begin) -> None:
    async with open_interview(repository, begin(purpose="Safe schools.")) as person:
        await person.press("f3")
        assert "Ctrl+P Export" in person.lines[-1]
