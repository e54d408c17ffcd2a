"""The draft can be read as Markdown source."""

from __future__ import annotations

import re

from mou_tui.workspace.repository import SessionRepository
from tests.tui.conftest import Begin
from tests.tui.interview_app import Person
from tests.tui.program import at_home


async def reads(person: Person, words: str) -> None:
    """Wait a few frames for words to come up."""
    for _frame in range(100):
        if words in person.screen:
            return
        await person.pilot.pause()
    raise AssertionError(person.screen)


async def test_the_draft_can_be_read_as_markdown_source(repository: SessionRepository, begin: Begin) -> None:
    async with at_home(repository, begin(purpose="We *agree*:\n\n- one\n  - two\\\n    three")) as person:
        await person.press("f3")
        await reads(person, "1.1 Purpose and goals. We agree:")
        await person.interview.run_action("source")
        await reads(person, "**1.1 Purpose and goals.**")
        assert person.at == "preview"
        assert "We *agree*:" in person.screen
        next_to_scrollbar = re.sub(r"^█| +[▁-█]$", "", person.screen.replace("\xa0", " "), flags=re.MULTILINE)
        assert "▌ - one\n▌   - two\\\n▌     three" in next_to_scrollbar

        await person.press("escape")
        await person.types("Now: ")
        await person.press("f3")
        await reads(person, "Now: We *agree*:")

        await person.interview.run_action("source")
        await reads(person, "1.1 Purpose and goals. Now: We agree:")
