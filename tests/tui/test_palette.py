"""The command palette: what a person types leads to what they want to do."""

from __future__ import annotations

import pytest
from textual.command import CommandList

from mou_tui.tui.actions.catalog import SCREENS
from mou_tui.tui.actions.interview import EVERYWHERE
from mou_tui.tui.actions.synonyms import SYNONYMS
from mou_tui.tui.screens.find import FindScreen
from mou_tui.workspace.repository import SessionRepository
from tests.tui.conftest import Begin
from tests.tui.interview_app import Person, open_interview

WANTED = {
    "print": "Export the draft",
    "PDF": "Export the draft",
    "search": "Find",
    "progress": "Review",
    "put off": "Later: someone must check first",
    "postpone": "Later: someone must check first",
    "projector": "Room view",
    "date": "Parties and facts",
    "dates": "Parties and facts",
    "parties": "Parties and facts",
    "question": "Next question",
    "minutes": "Export the record",
    "worksheet": "Export the worksheet",
    "hand out": "Export the worksheet",
    "board": "Export the cover for the board",
    "families": "Export the page for families",
    "parents": "Export the page for families",
    "staff card": "Export the card for staff",
    "quit": "Quit",
    "how do I leave": "Quit",
    "law": "Law in your state",
    "positions": "Positions of the parties",
    "full checklist": "Ask essential or all questions",
    "the earlier": "The earlier agreement",
    "colors": "Theme",
}


async def offered(person: Person, search: str) -> list[str]:
    """Return the lines of the palette for a search, best first."""
    await person.press("ctrl+p")
    await person.types(search)
    return [str(option.prompt) for option in person.app.screen.query_one(CommandList).options]


@pytest.mark.parametrize(("search", "name"), WANTED.items(), ids=list(WANTED))
async def test_everyday_words_find_the_right_action_first(
    repository: SessionRepository, begin: Begin, search: str, name: str
) -> None:
    async with open_interview(repository, begin()) as person:
        first, *_ = await offered(person, search)
        title = first.splitlines()[0]
        assert title == name or title.startswith(f"{name} (")


async def test_a_search_that_no_action_answers_leads_to_find(repository: SessionRepository, begin: Begin) -> None:
    async with open_interview(repository, begin()) as person:
        assert await offered(person, "body camera") == ["No command found. Ctrl+F finds words in the agreement."]
        await person.press("enter")
        assert isinstance(person.app.screen, FindScreen)


async def test_nothing_searched_for_what_is_done_on_a_question_comes_first(
    repository: SessionRepository, begin: Begin
) -> None:
    async with open_interview(repository, begin()) as person:
        names = [line.splitlines()[0].partition(" (")[0] for line in await offered(person, "")]
        assert names[:5] == [
            "Examples",
            "Positions of the parties",
            "Record a decision, action or note",
            "Later: someone must check first",
            "Does not apply",
        ]
        assert len(names) == len(set(names))


def test_every_action_with_everyday_words_exists() -> None:
    assert SYNONYMS.keys() <= {action.id for actions in (*SCREENS.values(), EVERYWHERE) for action in actions}
