"""The screens about proposals from outside: answering them, and going through forms before any of it is taken in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from mou_tui.exchange.export import export_file
from mou_tui.exchange.forms.model import FilledClause, FilledForm
from mou_tui.exchange.forms.reader import FormsRead
from mou_tui.session.proposals import OutsideProposal
from mou_tui.tui.dialogs.file_picker import FilePicker
from mou_tui.tui.screens.feedback import FeedbackScreen
from mou_tui.tui.screens.proposals import ProposalsScreen
from mou_tui.workspace.feedback import FeedbackIntake
from mou_tui.workspace.repository import SessionRepository
from mou_tui.workspace.workspace import Workspace
from tests.exchange.filled_forms import NOW, WHO, word_form
from tests.tui.conftest import Begin
from tests.tui.interview_app import NARROW, SMALL, WIDE, Person, open_interview

SIZES = [NARROW, WIDE, SMALL, (60, 20)]
AT = "2026-12-04 10:00"
PROPOSALS = (
    OutsideProposal("00000001", "purpose", "Calm [b]schools[/b].", "It is loud.", "parent", AT),
    OutsideProposal("00000002", "purpose", "Quiet schools.", "", "student", AT),
    OutsideProposal("00000003", "scope", "All schools.", "", "teacher", AT),
)


@pytest.fixture
def workspace(begin: Begin) -> Workspace:
    workspace = begin(purpose="Loud schools.")
    workspace.store.record(replace(workspace.session, proposals=PROPOSALS))
    return workspace


@pytest.mark.parametrize("size", SIZES)
async def test_each_proposal_is_under_its_clause_with_its_words_beside(
    repository: SessionRepository, workspace: Workspace, size: tuple[int, int]
) -> None:
    async with open_interview(repository, workspace, size=size) as person:
        await person.does("proposals")
        assert isinstance(person.app.screen, ProposalsScreen)
        assert person.lines[0].startswith(" Proposals from outside · 3 proposals to answer")
        assert "No answer yet" in person.row and "a parent: Calm [b]schools[/b]." in person.row
        assert person.holds("Calm [b]schools[/b]. Reason: It is loud.") and person.holds("No answer yet.")
        for words in ("a Answer", "Esc Back"):
            assert words in person.screen
        await person.press("g")
        assert workspace.clause_id == "purpose"


async def test_several_get_one_answer_which_is_taken_back(repository: SessionRepository, workspace: Workspace) -> None:
    async with open_interview(repository, workspace) as person:
        await person.does("proposals")
        await person.press("space", "down", "space", "a")
        assert person.holds("These are 2 proposals, which get the same answer.")
        await person.press("down", "enter")
        await person.types("calm comes first")
        await person.press("enter")
        answered = [(held.outcome, held.answer) for held in workspace.session.proposals]
        assert answered == [("in part", "calm comes first"), ("in part", "calm comes first"), ("", "")]
        assert person.lines[0].startswith(" Proposals from outside · 1 proposal to answer")
        await person.press("ctrl+z")
        assert all(held.is_open for held in workspace.session.proposals)


async def test_its_words_are_put_beside_the_clause(repository: SessionRepository, workspace: Workspace) -> None:
    async with open_interview(repository, workspace) as person:
        await person.does("proposals")
        await person.press("b")
        (beside,) = workspace.session.answer("purpose").alternatives.values()
        assert (beside.text, beside.author, beside.from_) == ("Calm [b]schools[/b].", "a parent", "00000001")
        await person.press("b")
        assert person.messages[-1] == "It stands beside the clause already."


async def test_without_any_it_says_how_to_get_some(repository: SessionRepository, begin: Begin) -> None:
    async with open_interview(repository, begin()) as person:
        await person.does("proposals")
        assert person.holds("There are none yet.")
        await person.press("a", "space", "b", "g", "enter", "escape")


async def waits_for(person: Person, is_so: Callable[[], bool]) -> None:
    """Wait until a file is read, which goes on beside the screen."""
    for _ in range(1000):
        if is_so():
            return
        await person.pilot.pause(0.01)
    raise AssertionError(person.screen)


def intake(workspace: Workspace) -> FeedbackIntake:
    clauses = (
        FilledClause("purpose", "1.1 x", "Calm [b]schools[/b].", "Zoe Okapi shouts.", "parent"),
        FilledClause("scope", "1.2 x", "", "Why?", "teacher"),
        FilledClause("scope", "1.2 x", "All schools.", "", "student"),
    )
    return FeedbackIntake(workspace, FormsRead((FilledForm("a.docx", clauses),), (), 0))


@pytest.mark.parametrize("size", SIZES)
async def test_words_are_marked_and_a_reason_only_once_it_was_read(
    repository: SessionRepository, begin: Begin, size: tuple[int, int]
) -> None:
    workspace = begin()
    async with open_interview(repository, workspace, size=size) as person:
        screen = FeedbackScreen(workspace, intake(workspace))
        await person.app.push_screen(screen)
        await person.pilot.pause()
        assert person.lines[0].startswith(" Forms for feedback · 2 proposals to take in")
        assert "words only" in person.row and person.holds("Reason: Zoe Okapi shouts.")
        await person.press("down", "r", "r")
        assert person.messages[-1] == "It gives no reason."
        await person.press("d")
        held = [(proposal.text, proposal.reason) for proposal in workspace.session.proposals]
        assert held == [("Calm [b]schools[/b].", ""), ("", "Why?"), ("All schools.", "")]


async def test_leaving_takes_nothing_in_and_asks_where_something_was_decided(
    repository: SessionRepository, begin: Begin
) -> None:
    workspace = begin()
    async with open_interview(repository, workspace) as person:
        await person.app.push_screen(FeedbackScreen(workspace, intake(workspace)))
        await person.pilot.pause()
        await person.press("l", "escape")
        assert person.holds("Leave without taking anything in?")
        await person.press("down", "enter")
        assert not workspace.session.proposals and not isinstance(person.app.screen, FeedbackScreen)


async def test_a_form_leads_to_all_in_its_folder_and_what_is_none_is_named(
    repository: SessionRepository, begin: Begin, tmp_path: Path
) -> None:
    workspace = begin(purpose="Loud schools.")
    form = export_file(workspace.checklist, workspace.session, "feedback", "docx", now=NOW)
    folder = tmp_path / "responses"
    folder.mkdir()
    (folder / "a.docx").write_bytes(word_form({WHO: "parent", "Your words for 1.1": "Calm schools."}, form))
    (folder / "b.docx").write_bytes(word_form({WHO: "student", "Your words for 1.2": "All."}, form))
    (folder / "c.docx").write_bytes(b"PK\x03\x04 cut")
    async with open_interview(repository, workspace) as person:
        await person.does("take_in")
        await waits_for(person, lambda: isinstance(person.app.screen, FilePicker))
        await person.pastes(str(folder / "a.docx"))
        await person.press("enter")
        await waits_for(person, lambda: person.holds("Which forms?"))
        assert person.holds("All forms in “responses” (3 files)")
        await person.press("enter")
        await waits_for(person, lambda: person.holds("Not read"))
        assert person.holds("c.docx")
        await person.press("enter", "d")
        assert [held.text for held in workspace.session.proposals] == ["Calm schools.", "All."]
        await waits_for(person, lambda: isinstance(person.app.screen, ProposalsScreen))
        assert any(message.startswith("2 proposals taken in.") for message in person.messages)
        await person.press("ctrl+z", "ctrl+z")
        assert not workspace.session.proposals


async def test_an_answer_that_was_not_finished_is_there_again(
    repository: SessionRepository, workspace: Workspace
) -> None:
    async with open_interview(repository, workspace) as person:
        await person.does("proposals")
        await person.press("a", "down", "enter")
        await person.types("calm comes")
        await person.press("escape")
        assert all(held.is_open for held in workspace.session.proposals)
        await person.press("a", "down", "enter")
        await person.types(" first")
        await person.press("enter")
        assert workspace.session.proposals[0].answer == "calm comes first"


async def test_one_is_still_answered_in_force_and_none_put_beside(
    repository: SessionRepository, workspace: Workspace
) -> None:
    workspace.adoption.record(adopted="March 9, 2026")
    async with open_interview(repository, workspace) as person:
        await person.does("proposals")
        assert person.holds("a Answer") and not person.holds("b Beside")
        await person.press("b", "enter", "down", "down", "enter")
        await person.types("too late")
        await person.press("enter")
        answered = workspace.session.proposals[0]
        assert (answered.outcome, answered.answer) == ("not", "too late")
        assert not workspace.session.answer("purpose").alternatives
        await person.press("ctrl+z")
        assert all(held.is_open for held in workspace.session.proposals) and workspace.session.in_force
