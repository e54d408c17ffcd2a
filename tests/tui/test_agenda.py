"""The agenda: what is open leads to its clause, actions are marked done, what was prepared is confirmed at once."""

from __future__ import annotations

from dataclasses import replace

import pytest

from mou_tui.draft.progress import assess_progress
from mou_tui.session.model import Answer, Deferral
from mou_tui.tui.interview.screen import InterviewScreen
from mou_tui.tui.screens.agenda import AgendaScreen
from mou_tui.tui.screens.review import ReviewScreen
from mou_tui.workspace.repository import SessionRepository
from mou_tui.workspace.workspace import Workspace
from tests.tui.conftest import Begin
from tests.tui.interview_app import NARROW, SMALL, WIDE, open_interview


def has_met(workspace: Workspace) -> Workspace:
    """An objection, something put off, and two actions."""
    workspace.meetings.begin(replace(item, is_present=True) for item in workspace.meetings.attendance() if item.party)
    workspace.positions.take("district", "objects", "the fee is open")
    workspace.minutes.act("ask the insurer", "Pat Doe", "Friday")
    workspace.minutes.act("find the old agreement", "Lee Roe", here=False)
    session = workspace.session
    workspace.store.record(
        session.with_answer("records", replace(session.answer("records"), later=Deferral("counsel")))
    )
    return workspace


@pytest.mark.parametrize("size", [NARROW, WIDE, SMALL, (40, 12)])
async def test_what_is_open_is_under_its_heading(
    repository: SessionRepository, begin: Begin, size: tuple[int, int]
) -> None:
    async with open_interview(repository, has_met(begin(purpose="Safe schools.")), size=size) as person:
        await person.does("agenda")
        assert person.lines[0].startswith(" Agenda · ")
        assert person.holds("[ ] 1.1 Pat Doe: ask the insurer, by Friday (November 20, 2026)")
        if size != (40, 12):
            assert person.holds("[ ] Lee Roe: find the old agreement")
            assert person.holds("Objections 1.1 Purpose and goals: School District objects (the fee is open)")


async def test_a_long_row_stays_under_its_heading(repository: SessionRepository, begin: Begin) -> None:
    workspace = begin(purpose="Safe schools.")
    workspace.minutes.act("ask the insurer whether evening events are covered", "the risk manager of the city", "May 1")
    async with open_interview(repository, workspace) as person:
        await person.does("agenda")
        first = next(index for index, line in enumerate(person.lines) if "[ ] 1.1" in line)
        assert person.lines[first].index("[") == 3
        below = person.lines[first + 1].replace("█", " ")
        assert below.startswith("   ") and below.strip()


async def test_enter_goes_to_the_clause_and_esc_comes_back_to_the_row(
    repository: SessionRepository, begin: Begin
) -> None:
    async with open_interview(repository, has_met(begin(purpose="Safe schools."))) as person:
        await person.does("agenda")
        while "2.3" not in person.row:
            await person.press("down")
        await person.press("enter")
        assert isinstance(person.app.screen, InterviewScreen)
        assert person.workspace.clause_id == "conduct-line"
        assert person.at == "answer"

        await person.press("escape", "escape")
        assert isinstance(person.app.screen, AgendaScreen)
        assert "2.3" in person.row
        await person.press("escape")
        assert isinstance(person.app.screen, InterviewScreen)


async def test_esc_from_a_clause_leads_back_through_the_list_to_the_review_it_was_opened_from(
    repository: SessionRepository, begin: Begin
) -> None:
    async with open_interview(repository, has_met(begin(purpose="Safe schools."))) as person:
        await person.press("ctrl+r", "a")
        while "2.3" not in person.row:
            await person.press("down")
        await person.press("enter")
        assert person.workspace.clause_id == "conduct-line"

        await person.press("escape", "escape")
        assert isinstance(person.app.screen, AgendaScreen)
        assert "2.3" in person.row
        await person.press("escape")
        assert isinstance(person.app.screen, ReviewScreen)
        await person.press("escape", "escape", "escape")
        assert isinstance(person.app.screen, InterviewScreen)


async def test_a_list_that_was_left_holds_nobody(repository: SessionRepository, begin: Begin) -> None:
    async with open_interview(repository, has_met(begin(purpose="Safe schools."))) as person:
        await person.does("agenda")
        await person.press("end", "enter", "escape", "escape", "escape")
        await person.press("escape", "escape")
        assert isinstance(person.app.screen, InterviewScreen)


async def test_esc_leads_to_the_topics_again_once_one_went_on_from_there(
    repository: SessionRepository, begin: Begin
) -> None:
    async with open_interview(repository, has_met(begin(purpose="Safe schools."))) as person:
        await person.does("agenda")
        await person.press("end", "enter", "ctrl+b", "escape", "escape")
        assert isinstance(person.app.screen, InterviewScreen)


@pytest.mark.parametrize("key", ["space", "enter"])
async def test_an_action_is_marked_done_stays_in_sight_and_can_be_taken_back(
    repository: SessionRepository, begin: Begin, key: str
) -> None:
    async with open_interview(repository, has_met(begin(purpose="Safe schools."))) as person:
        await person.does("agenda")
        while "insurer" not in person.row:
            await person.press("down")
        items = person.lines[0]
        await person.press(key)
        assert person.workspace.session.actions[0].done
        assert "[x] 1.1 Pat Doe: ask the insurer" in person.row
        assert person.lines[0] != items

        await person.press("f9")
        assert not person.workspace.session.actions[0].done
        assert "[ ] 1.1 Pat Doe" in person.row

        await person.press(key, "escape")
        await person.does("agenda")
        assert "insurer" not in person.screen


async def test_an_action_leads_to_its_clause_too(repository: SessionRepository, begin: Begin) -> None:
    async with open_interview(repository, has_met(begin(purpose="Safe schools."))) as person:
        await person.press("ctrl+n")
        await person.does("agenda")
        while "old agreement" not in person.row:
            await person.press("down")
        await person.press("g")
        assert "belongs to no clause" in person.messages[-1]
        while "insurer" not in person.row:
            await person.press("up")
        await person.press("g")
        assert person.workspace.clause_id == "purpose"


async def test_a_row_that_is_no_action_is_not_marked_done(repository: SessionRepository, begin: Begin) -> None:
    async with open_interview(repository, has_met(begin(purpose="Safe schools."))) as person:
        await person.does("agenda")
        await person.press("end")
        before = person.workspace.session
        await person.clicks("Done", inside=".screen-buttons")
        assert person.workspace.session is before
        assert "Only an action" in person.messages[-1]


async def test_what_was_prepared_is_confirmed_clause_by_clause_as_it_reads(
    repository: SessionRepository, begin: Begin
) -> None:
    workspace = has_met(begin(purpose="Safe schools.", scope="All schools.", duties="Walk.", training="Forty hours."))
    async with open_interview(repository, workspace) as person:
        prepared = workspace.positions.prepared()
        assert len(prepared) > 2
        before = workspace.session
        await person.does("agenda")
        await person.press("home")
        assert person.row == f"Confirm what was prepared ({len(prepared)}): written, not put to the room yet"
        await person.press("enter")
        assert person.holds(f"1 of {len(prepared)} · {prepared[0].number}")
        assert person.holds(workspace.session.answer(prepared[0].id).text)
        # Nothing is confirmed by a key that only goes on.
        await person.press("enter", "space", "n")
        assert workspace.session == before
        assert person.holds(workspace.session.answer(prepared[1].id).text)
        await person.press(*["l"] * len(prepared[1:]))
        assert person.holds("Left out, and why:") and person.holds("• The whole room goes through it: 1.1")

        states = {
            question.id: question.agreement.state
            for question in assess_progress(workspace.checklist, workspace.session).questions
        }
        assert states[prepared[0].id] == "not-asked"
        assert {states[item.id] for item in prepared[1:]} == {"agreed"}
        await person.press("l", "enter")
        assert "Police Department, School District can live with" in person.messages[-1]
        assert "Confirm what was prepared (1)" in person.screen
        await person.press(*["f9"] * len(prepared[1:]))
        assert workspace.session == before


async def test_confirming_can_be_thought_better_of(repository: SessionRepository, begin: Begin) -> None:
    workspace = has_met(begin(purpose="Safe schools.", scope="All schools."))
    async with open_interview(repository, workspace) as person:
        await person.does("agenda")
        before = workspace.session
        await person.press("c", "escape")
        assert isinstance(person.app.screen, AgendaScreen)
        assert workspace.session == before


async def test_where_nobody_has_anything_left_to_say_nothing_waits_to_be_confirmed(
    repository: SessionRepository, begin: Begin
) -> None:
    workspace = begin(scope="All schools.")
    workspace.meetings.begin(())
    async with open_interview(repository, workspace) as person:
        await person.does("agenda")
        assert "Confirm what was prepared" not in person.screen
        await person.press("c")
        assert "Nothing that was prepared waits" in person.messages[-1]


async def test_from_the_review_one_goes_to_the_agenda_and_on_to_a_clause(
    repository: SessionRepository, begin: Begin
) -> None:
    async with open_interview(repository, has_met(begin(purpose="Safe schools."))) as person:
        await person.press("ctrl+r", "a")
        assert isinstance(person.app.screen, AgendaScreen)
        await person.press("escape")
        assert isinstance(person.app.screen, ReviewScreen)
        await person.press("a", "end", "enter")
        assert isinstance(person.app.screen, InterviewScreen)
        place = person.workspace.clause_id
        assert place != "purpose"
        await person.press("escape", "escape", "escape")
        assert isinstance(person.app.screen, ReviewScreen)
        assert person.row.lstrip().startswith(person.workspace.checklist.number(place))


async def test_in_a_read_only_session_the_agenda_is_only_read(repository: SessionRepository, begin: Begin) -> None:
    workspace = has_met(begin(purpose="Safe schools.", scope="All schools."))
    path = workspace.store.path
    workspace.close()
    async with open_interview(repository, repository.open(path, read_only=True)) as person:
        before = person.workspace.session
        await person.does("agenda")
        assert "Confirm what" not in person.screen
        await person.press("home", "space", "c", "f9")
        assert person.workspace.session == before
        await person.press("enter")
        assert isinstance(person.app.screen, InterviewScreen)


async def test_an_agenda_with_nothing_on_it_says_so(repository: SessionRepository, begin: Begin) -> None:
    workspace = begin()
    session = workspace.session
    for question in workspace.checklist.questions():
        session = session.with_answer(question.id, Answer("", not_applicable="not ours"))
    workspace.store.record(session)
    async with open_interview(repository, workspace) as person:
        await person.does("agenda")
        assert "nothing to settle" in person.lines[0]
        await person.press("enter", "space", "escape")
        assert isinstance(person.app.screen, InterviewScreen)


async def test_what_is_overdue_is_said_at_opening(repository: SessionRepository, begin: Begin) -> None:
    workspace = has_met(begin(purpose="Safe schools."))
    workspace.minutes.act("send the map", "Pat Doe", "November 2, 2026")
    async with open_interview(repository, workspace) as person:
        said = "Overdue: 1 thing to do or to check, since November 2. “Agenda” (Ctrl+P) lists what is open."
        assert said in person.messages
