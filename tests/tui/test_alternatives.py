"""Wordings of different parties side by side, until the room chooses one."""

from __future__ import annotations

from dataclasses import replace

import pytest

from mou_tui.tui.dialogs.proposal import ProposeDialog
from mou_tui.tui.interview.screen import InterviewScreen
from mou_tui.tui.widgets.editor import WordingEditor
from mou_tui.workspace.repository import SessionRepository
from tests.tui.conftest import Begin
from tests.tui.interview_app import NARROW, SMALL, WIDE, Person, open_interview


async def propose(person: Person, words: str, *to_party: str) -> None:
    """Say in the row of the parties that one wants other words."""
    await person.press("f7", *to_party, "p")
    assert isinstance(person.app.screen, ProposeDialog)
    await person.types(words)
    await person.press("tab", "enter")


async def test_a_party_proposes_and_begins_with_the_current_wording(
    repository: SessionRepository, begin: Begin
) -> None:
    async with open_interview(repository, begin(purpose="Safe schools.")) as person:
        assert "A/B" not in person.screen
        await propose(person, " And calm ones.", "right")

        assert person.workspace.answer.alternatives["district"].text == "Safe schools. And calm ones."
        assert person.editor.text == "Safe schools."
        assert "Text: two wordings, choose A or B" in person.standing
        assert "Ctrl+Z takes it back" in person.messages[-1]
        assert person.holds("Choose A: the wording on the table") and person.holds("Choose B: the School District")

        await person.press("escape", "f9")
        assert person.workspace.answer.alternatives == {}
        assert "A/B" not in person.screen


@pytest.mark.parametrize(
    ("size", "is_side_by_side"), [(NARROW, True), (SMALL, True), ((50, 20), False), (WIDE, False), ((200, 50), True)]
)
async def test_two_wordings_are_next_to_each_other_where_there_is_room(
    repository: SessionRepository, begin: Begin, size: tuple[int, int], is_side_by_side: bool
) -> None:
    async with open_interview(repository, begin(purpose="Safe schools."), size=size) as person:
        await propose(person, " And calm ones.")
        await person.does("choose")
        first = next(line for line in person.lines if "Choose A" in line)
        assert ("Choose B" in first) == is_side_by_side
        assert "Choose B" in person.screen


async def test_a_button_leads_to_the_choice_while_there_is_one_to_make(
    repository: SessionRepository, begin: Begin
) -> None:
    async with open_interview(repository, begin(purpose="Safe schools.")) as person:
        assert "Choose" not in person.screen
        await propose(person, " And calm ones.")
        await person.press("escape", "tab", "tab")
        assert person.at == "choose"
        await person.press("enter", "tab", "enter")

        assert person.workspace.answer.text == "Safe schools. And calm ones."
        assert "Choose" not in person.screen


async def test_choosing_one_makes_it_current_and_the_history_keeps_the_other(
    repository: SessionRepository, begin: Begin
) -> None:
    async with open_interview(repository, begin(purpose="Safe schools.")) as person:
        await propose(person, " And calm ones.", "right")
        await person.press("escape")
        await person.does("choose")
        await person.press("tab", "enter")

        assert person.editor.text == person.workspace.answer.text == "Safe schools. And calm ones."
        assert person.messages[-1].startswith("Chosen: B, the School District.")
        assert person.at == "answer-panel"
        assert "A/B" not in person.screen
        assert person.holds(person.workspace.checklist.question("purpose").why[:40])
        entries = [(entry.kind, entry.party, entry.text) for entry in person.workspace.session.history.entries]
        assert ("wording", "", "Safe schools.") in entries
        assert ("choice", "district", "") in entries

        await person.press("f9")
        assert person.editor.text == "Safe schools."
        assert "A/B" in person.screen


async def test_the_keys_that_choose_are_shown_among_the_wordings(repository: SessionRepository, begin: Begin) -> None:
    async with open_interview(repository, begin(purpose="Safe schools.")) as person:
        await propose(person, " And calm ones.")
        await person.does("choose")
        assert person.holds("Enter Choose this one  Right Other wording  Esc Back to the answer")
        await person.press("right", "enter")
        assert person.editor.text == "Safe schools. And calm ones."


async def test_a_wording_is_chosen_with_a_click(repository: SessionRepository, begin: Begin) -> None:
    async with open_interview(repository, begin(purpose="Safe schools.")) as person:
        await propose(person, " And calm ones.")
        await person.clicks("Choose A: the wording on the table")
        assert person.editor.text == "Safe schools."
        assert person.workspace.answer.alternatives == {}


async def test_a_proposal_can_come_first(repository: SessionRepository, begin: Begin) -> None:
    async with open_interview(repository, begin()) as person:
        await person.does("propose")
        assert person.holds("Who wants another wording?")
        await person.press("down", "enter")
        await person.types("Calm schools.")
        await person.press("tab", "enter")
        assert person.workspace.answer.alternatives["district"].text == "Calm schools."
        assert person.holds("Choose A: the School District")


async def test_words_of_a_proposal_that_was_left_are_there_the_next_time(
    repository: SessionRepository, begin: Begin
) -> None:
    async with open_interview(repository, begin(purpose="Safe schools.")) as person:
        await person.press("f7", "p")
        await person.types(" And calm")
        await person.press("escape")
        assert isinstance(person.app.screen, InterviewScreen)
        assert person.workspace.answer.alternatives == {}

        await person.press("p")
        assert person.query("#proposal", WordingEditor).text == "Safe schools. And calm"


async def test_an_empty_proposal_takes_back_what_was_proposed(repository: SessionRepository, begin: Begin) -> None:
    workspace = begin(purpose="Safe schools.")
    async with open_interview(repository, workspace) as person:
        await propose(person, " And calm ones.")
        await person.press("p")
        assert person.query("#proposal", WordingEditor).text == "Safe schools. And calm ones."
        person.query("#proposal", WordingEditor).insert_wording("", whole=True)
        await person.press("tab", "enter")
        assert person.workspace.answer.alternatives == {}
        assert person.messages[-1].startswith("The proposal is withdrawn.")


async def test_the_current_wording_is_no_proposal(repository: SessionRepository, begin: Begin) -> None:
    async with open_interview(repository, begin(purpose="Safe schools.")) as person:
        await propose(person, "")
        assert person.workspace.answer.alternatives == {}
        assert person.messages[-1] == "That is the wording on the table already."


async def test_the_tab_comes_and_goes_with_the_question(repository: SessionRepository, begin: Begin) -> None:
    async with open_interview(repository, begin(purpose="Safe schools.")) as person:
        await propose(person, " And calm ones.")
        await person.press("escape", "ctrl+n")
        assert "A/B" not in person.screen
        await person.does("choose")
        assert "only one wording" in person.messages[-1]

        await person.press("ctrl+b")
        assert "Choose A" in person.screen
        await person.press("f4")
        assert "Choose A" not in person.screen


async def test_a_party_that_is_twice_in_the_file_can_be_chosen(repository: SessionRepository, begin: Begin) -> None:
    workspace = begin(purpose="Safe schools.")
    parties = workspace.session.parties
    workspace.store.record(
        replace(workspace.session, parties=(*parties, replace(parties[0], short="the Other Police")))
    )
    async with open_interview(repository, workspace) as person:
        await person.does("propose")
        await person.press("end", "enter")
        await person.types(" And calm ones.")
        await person.press("tab", "enter")

        assert person.workspace.answer.alternatives["agency"].text == "Safe schools. And calm ones."


async def test_a_proposal_that_was_started_outlives_the_program(repository: SessionRepository, begin: Begin) -> None:
    workspace = begin(purpose="Safe schools.")
    async with open_interview(repository, workspace) as person:
        await person.press("f7", "p")
        await person.types(" And calm ones.")
        await person.press("ctrl+q")
    async with open_interview(repository, repository.open(workspace.store.path)) as person:
        assert person.workspace.answer.alternatives == {}
        await person.press("f7", "p")
        assert person.query("#proposal", WordingEditor).text == "Safe schools. And calm ones."
        await person.press("tab", "enter")
        assert person.workspace.answer.alternatives["agency"].text == "Safe schools. And calm ones."
        assert person.workspace.store.ui_state.form_drafts == ""


async def test_the_tab_has_a_letter_for_each_wording(repository: SessionRepository, begin: Begin) -> None:
    async with open_interview(repository, begin(purpose="Safe schools.")) as person:
        await propose(person, " And calm ones.", "right")
        assert " A/B " in person.screen
        await person.press("escape")
        await propose(person, " And fair ones.")
        assert " A/B/C " in person.screen
        await person.press("escape", "f9")
        assert " A/B " in person.screen
