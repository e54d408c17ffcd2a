"""Before you sign: everything that is open leads there, who signs is said there, and it never says more than that."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from textual.widgets import Input

from mou_tui.session.model import Answer, Signatory
from mou_tui.tui.interview.screen import InterviewScreen
from mou_tui.tui.screens.review import ReviewScreen
from mou_tui.tui.screens.signing import SigningScreen
from mou_tui.workspace.repository import SessionRepository
from mou_tui.workspace.workspace import Workspace
from tests.tui.conftest import Begin
from tests.tui.interview_app import NARROW, SMALL, WIDE, Person, open_interview

PAT = Signatory("Pat Doe", "Chief of Police", extra={"pen": "blue"})


def has_met(workspace: Workspace) -> Workspace:
    """An objection, and a chief who signs."""
    workspace.positions.take("district", "objects", "the fee")
    workspace.store.record(workspace.session.with_party(replace(workspace.session.party("agency"), signatories=(PAT,))))
    return workspace


async def at(person: Person, words: str) -> None:
    """Go down to the row with the words."""
    await person.press("home")
    for _ in range(60):
        if words in person.row:
            return
        await person.press("down")
    raise AssertionError(f"no row with {words!r}:\n{person.screen}")


@pytest.mark.parametrize("size", [NARROW, WIDE, SMALL, (40, 12)])
async def test_what_is_open_is_counted_and_listed_part_by_part(
    repository: SessionRepository, begin: Begin, size: tuple[int, int]
) -> None:
    async with open_interview(repository, has_met(begin(purpose="Pay [amount].")), size=size) as person:
        await person.does("sign")
        assert "Before you sign: what is still open" in person.lines[0]
        assert "Open clauses · 23" in person.screen
        if size != (40, 12):
            assert person.holds("1.2 Schools, days and hours: empty")
            assert person.holds("approves nothing")
            assert person.holds("Open clauses 23 · Blanks 4 · Objections 1")
        await at(person, "School District objects (the fee)")
        assert person.row.strip().startswith("1.1")


async def test_it_never_says_that_one_can_sign(repository: SessionRepository, begin: Begin) -> None:
    workspace = begin()
    session = workspace.session
    for question in workspace.checklist.questions():
        session = session.with_answer(question.id, Answer("Settled."))
    session = replace(
        session,
        opening="Ours.",
        parties=tuple(
            replace(party, signatories=(Signatory("A", "B", "C", "March 3, 2027"),)) for party in session.parties
        ),
    )
    workspace.store.record(session)
    workspace.positions.confirm_prepared([question.id for question in workspace.checklist.questions()])
    async with open_interview(repository, workspace, size=(120, 60)) as person:
        await person.does("sign")
        assert person.holds("Open clauses 0 · Blanks 0 · Objections 0")
        assert person.screen.count("None.") >= 6
        assert not re.search(r"\bready\b|can be signed|complete\b", person.screen, re.IGNORECASE)


async def test_enter_goes_to_what_is_open_and_esc_comes_back(repository: SessionRepository, begin: Begin) -> None:
    async with open_interview(repository, has_met(begin(purpose="Pay [amount]."))) as person:
        await person.press("ctrl+r", "s")
        assert isinstance(person.app.screen, SigningScreen)
        await person.press("escape")
        assert isinstance(person.app.screen, ReviewScreen)
        await person.press("escape")

        await person.does("sign")
        await at(person, "Student records")
        await person.press("enter")
        assert isinstance(person.app.screen, InterviewScreen)
        assert person.workspace.clause_id == "records"
        await person.press("escape", "escape")
        assert "Student records" in person.row


async def test_who_signs_is_said_with_their_authority_and_what_else_is_known_is_kept(
    repository: SessionRepository, begin: Begin
) -> None:
    workspace = has_met(begin())
    async with open_interview(repository, workspace) as person:
        before = workspace.session
        await person.does("sign")
        await at(person, "Pat Doe, Chief of Police; authority and date still missing")
        await person.press("enter")
        assert person.query("#field-name", Input).value == "Pat Doe"
        await person.press("enter", "enter")
        await person.types("vote of the city council on March 3")
        await person.press("enter")
        await person.types("March 10, 2027")
        await person.press("enter")
        (pat,) = workspace.session.party("agency").signatories
        assert pat == replace(PAT, authority="vote of the city council on March 3", date="March 10, 2027")
        assert "vote of the city council" in person.row
        await person.press("f9")
        assert workspace.session == before


async def test_another_signatory_can_be_added_for_either_party(repository: SessionRepository, begin: Begin) -> None:
    workspace = has_met(begin())
    async with open_interview(repository, workspace) as person:
        await person.does("sign")
        await person.press("n", "down", "enter")
        await person.types("Lee Roe")
        await person.press("enter", "enter", "enter", "enter")
        (lee,) = workspace.session.party("district").signatories
        assert lee == Signatory("Lee Roe", "Superintendent")
        await person.press("n", "down", "enter")
        assert person.holds("e.g. Superintendent")
        await person.press("escape")
        await at(person, "Lee Roe")
        await person.press("enter", "escape")
        assert workspace.session.party("district").signatories == (lee,)


async def test_the_record_the_page_and_the_review_date_can_be_taken_along(
    repository: SessionRepository, begin: Begin
) -> None:
    workspace = has_met(begin(review="The parties meet by June 1 each year."))
    workspace.store.record(workspace.session.with_fact("start-date", "July 1, 2027"))
    folder, stem = workspace.store.path.parent, workspace.store.path.name.removesuffix(".mou.yaml")
    async with open_interview(repository, workspace) as person:
        await person.does("sign")
        for key in "rp":
            await person.press(key, "enter", "enter")
        await person.press("i", "enter")
        assert "## Summary" in (folder / f"{stem}-record.md").read_text(encoding="utf-8")
        assert "Before you sign" in (folder / f"{stem}-signing.md").read_text(encoding="utf-8")
        assert "BEGIN:VCALENDAR" in (folder / f"{stem}-calendar.ics").read_text(encoding="utf-8")


async def test_a_copy_to_sign_is_not_written_while_something_is_open(
    repository: SessionRepository, begin: Begin
) -> None:
    async with open_interview(repository, has_met(begin())) as person:
        await person.does("sign")
        await person.press("c")
        assert "The copy to sign was not written" in person.screen
        assert "Open clauses: " in person.screen


async def test_without_a_review_date_it_says_so(repository: SessionRepository, begin: Begin) -> None:
    async with open_interview(repository, has_met(begin())) as person:
        await person.does("sign")
        await person.press("i")
        assert "was not written" in person.screen
        await person.press("enter")
        assert isinstance(person.app.screen, SigningScreen)


async def test_in_a_read_only_session_the_page_is_only_read(repository: SessionRepository, begin: Begin) -> None:
    workspace = has_met(begin())
    path = workspace.store.path
    workspace.close()
    async with open_interview(repository, repository.open(path, read_only=True)) as person:
        before = person.workspace.session
        await person.does("sign")
        await person.press("n")
        await at(person, "Pat Doe")
        await person.press("enter", "f9")
        assert isinstance(person.app.screen, SigningScreen)
        assert person.workspace.session == before
