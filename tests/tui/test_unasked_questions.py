"""A meeting of ninety minutes, twelve clauses, three parties, six changes: how often it is interrupted.

What a person asked for with a key or a word is no interruption, nor is what they are told without having to answer.
Everything else counts: a screen that comes by itself, a line that wants an answer, agreed words that are held.
"""

from __future__ import annotations

import pytest
from textual.widgets import Input

from mou_tui.session.model import Party
from mou_tui.tui.dialogs.rename import RenameDialog
from mou_tui.tui.interview.screen import InterviewScreen
from mou_tui.workspace.meetings import Attendance
from mou_tui.workspace.parties import PartiesAndFacts
from mou_tui.workspace.repository import SessionRepository
from mou_tui.workspace.workspace import Workspace
from tests.plain.talking import talk
from tests.tui.conftest import Begin
from tests.tui.interview_app import Person, open_interview

MOST = 6
CLAUSES = 12
CITY = Party("city", name="City of Lake City", short="the City")


@pytest.fixture
def prepared(repository: SessionRepository, begin: Begin, names: PartiesAndFacts) -> Workspace:
    """A session with twelve clauses and three parties that sign, which has met before and is opened again."""
    questions = [question.id for question in repository.checklist.questions() if question.essential][:CLAUSES]
    workspace = begin(**{question: f"The School District does {question}." for question in questions})
    workspace.store.record(workspace.session.with_party(CITY))
    workspace.meetings.begin(Attendance(party.id, is_present=True) for party in workspace.session.parties)
    workspace.meetings.end()
    workspace.go(questions[0])
    workspace.close()
    return repository.open(workspace.store.path)


class Interruptions:
    """Counts what a person did not ask for, as it comes to be on the screen."""

    def __init__(self, person: Person) -> None:
        self._person = person
        self._last = ""
        self.seen: list[str] = []
        self._look()

    async def press(self, *keys: str) -> None:
        """Press keys that ask for nothing but what they do to the clause."""
        for key in keys:
            await self._person.press(key)
            self._look()

    def _look(self) -> None:
        app, lines = self._person.app, self._person.lines
        now = ""
        if not isinstance(app.screen, InterviewScreen):
            now = type(app.screen).__name__
        elif "agreed" in " ".join(lines[-2:]) and "asked again" in " ".join(lines[-2:]):
            now = "held"
        elif "New meeting" in self._person.screen:
            now = "meeting"
        if now and now != self._last:
            self.seen.append(now)
        self._last = now


async def test_on_the_full_screen(repository: SessionRepository, prepared: Workspace) -> None:
    async with open_interview(repository, prepared) as person:
        meeting = Interruptions(person)
        await person.press("ctrl+k")
        await person.clicks("Begin the meeting")
        await person.press("escape", "enter")
        for _ in range(CLAUSES):
            await meeting.press("f12", "ctrl+n")

        # Three changes by typing into what is agreed, the fourth by somebody who knows how.
        for _ in range(3):
            await meeting.press("ctrl+b", "x", "f7", "ctrl+u", "end", "y", "f12")
        await meeting.press("ctrl+b", "f7", "ctrl+u", "end", "y", "f12")
        # The fifth by a proposal, the sixth by another name for a party.
        await meeting.press("ctrl+b", "f7")
        await person.press("p", "y", "tab", "enter")
        await person.does("choose")
        await meeting.press("down", "enter", "f12")
        await person.does("names")
        field = next(item for item in person.app.screen.query(Input) if item.value == "the School District")
        field.value = "the District"
        await person.clicks("Done")
        assert isinstance(person.app.screen, RenameDialog)
        meeting.seen.append("rename")
        await person.clicks("Change the ticked places")

        changed = [answer for answer in prepared.session.answers.values() if not answer.text.endswith(".")]
        assert len(changed) == 5
        assert "the District" in prepared.session.answer("purpose").text.replace("The", "the")
        agreed = [question for question in prepared.progress().questions if question.agreement.state == "agreed"]
        assert len(agreed) == CLAUSES
        assert len(meeting.seen) <= MOST, meeting.seen


def test_line_by_line(repository: SessionRepository, prepared: Workspace) -> None:
    agree = [line for _ in range(CLAUSES) for line in ("all", "next")]
    output = talk(
        prepared,
        *("new", "yes", "", "yes", "", "yes", "", ""),
        *("go 1.1", *agree),
        *(line for number in ("1.1", "1.2", "2.1") for line in change(number, "change", "unlock")),
        *change("2.2", "unlock"),
        *("go 2.3", "propose 2 The School District waits.", ":end", "choose B", "all"),
        *("names", "", "", "", "", "", "", "the District", ":end", "all"),
        "quit",
    )
    agreed = [question for question in prepared.progress().questions if question.agreement.state == "agreed"]
    assert len(agreed) == CLAUSES
    interruptions = (
        output.output.count("Is this a new meeting")
        + output.output.count(" is locked. ")
        + output.output.count("yes, no, all or none")
        + output.output.count("Say add, replace or cancel")
        + output.output.count("Say go on, or cancel")
    )
    assert output.output.count(" is locked. ") == 3
    assert interruptions <= MOST


def change(number: str, *before: str) -> tuple[str, ...]:
    """Change a word of a clause after some other words, and have all agree again."""
    return (f"go {number}", *before, "change", "does", "surely does", "all")
