"""Long sections pasted into an answer, seen next to it, and written to a file."""

from __future__ import annotations

import pytest

from mou_tui.draft.pasted_text import clean_paste
from mou_tui.exchange.export import blocks, markdown
from mou_tui.tui.screens.room_view import RoomViewScreen
from mou_tui.workspace.repository import SessionRepository
from tests.draft.long_sections import LONG_SECTIONS, LongSection
from tests.draft.markdown_readers import expected, read_by_github, read_by_pandoc, same
from tests.tui.conftest import Begin
from tests.tui.interview_app import NARROW, WIDE, open_interview


@pytest.mark.parametrize("size", [NARROW, WIDE])
@pytest.mark.parametrize("section", LONG_SECTIONS.values(), ids=LONG_SECTIONS)
async def test_a_section_pasted_reads_the_same_in_the_file(
    repository: SessionRepository, begin: Begin, section: LongSection, size: tuple[int, int]
) -> None:
    workspace = begin()
    async with open_interview(repository, workspace, size=size) as person:
        await person.pastes(section.pasted)
        assert person.editor.text == clean_paste(section.pasted).text
        assert "recognized" in person.screen or section.pasted == person.editor.text
        await person.does("export")
        await person.press("enter", "enter", "enter")

        (written,) = workspace.store.path.parent.glob("*.md")
        text = written.read_text("utf-8")
        session = person.workspace.session
        assert text == markdown(workspace.checklist, session, now=workspace.clock())
        for read in (read_by_github, read_by_pandoc):
            reading = read(text)
            assert reading.strange <= {"h1", "h2"}
            assert same(reading.lines, expected(blocks(workspace.checklist, session, now=workspace.clock())))


@pytest.mark.parametrize("section", LONG_SECTIONS.values(), ids=LONG_SECTIONS)
async def test_a_section_pasted_is_read_next_to_the_answer(
    repository: SessionRepository, begin: Begin, section: LongSection
) -> None:
    async with open_interview(repository, begin(), size=(160, 90)) as person:
        await person.pastes(section.pasted)
        for _, label in section.outline:
            assert f"{'•' if label == '-' else label} " in person.screen
        assert "─┼─" in person.screen
        assert all(person.screen.count(blank) >= 2 for blank in section.blanks if len(blank) < 9)


@pytest.mark.parametrize("section", LONG_SECTIONS.values(), ids=LONG_SECTIONS)
async def test_a_section_pasted_is_shown_to_the_room_with_every_line_to_sign_on(
    repository: SessionRepository, begin: Begin, section: LongSection
) -> None:
    async with open_interview(repository, begin(), size=(160, 110)) as person:
        await person.pastes(section.pasted)
        await person.press("ctrl+d")
        assert isinstance(person.app.screen, RoomViewScreen)
        rows = [" ".join(line.replace("▌", " ").split()) for line in person.lines]
        remaining = iter(rows)
        for _, label in section.outline:
            sign = "•" if label == "-" else label
            assert any(row.startswith(f"{sign} ") for row in remaining), f"{label} in its turn"
        assert all(any(line in row for row in rows) for line in section.signing)
