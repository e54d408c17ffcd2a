"""What one does at a question, and what is left behind."""

from __future__ import annotations

from dataclasses import replace

import pytest
from textual import events

from mou_tui.draft.markdown import render
from mou_tui.exchange.export import markdown
from mou_tui.tui.app import MouApp
from mou_tui.tui.interview.screen import InterviewScreen
from mou_tui.workspace.repository import SessionRepository
from tests.tui.conftest import Begin
from tests.tui.interview_app import NARROW, open_interview


async def test_an_undo_with_nothing_left_says_so(repository: SessionRepository, begin: Begin) -> None:
    async with open_interview(repository, begin(purpose="Own words.")) as person:
        await person.types("New. ")
        await person.press("ctrl+z")
        assert person.messages == []
        await person.press("ctrl+n", "ctrl+b", "ctrl+z")
        assert person.editor.text == "Own words."
        assert person.messages == ["There is nothing to take back."]


async def test_ctrl_a_selects_the_whole_answer(repository: SessionRepository, begin: Begin) -> None:
    async with open_interview(repository, begin(purpose="Old words.\n\nMore of them.")) as person:
        await person.press("ctrl+a")
        await person.types("New.")
        assert person.workspace.answer.text == "New."


async def test_words_that_come_in_one_burst_with_ctrl_n_stay_on_their_sides_of_it(
    repository: SessionRepository, begin: Begin
) -> None:
    async with open_interview(repository, begin()) as person:
        first, second = person.workspace.navigation.clause_ids()[1:3]
        for key in ("a", "b", "ctrl+n", "c", "left", "d", "ctrl+b", "e"):
            person.app.post_message(events.Key(key, key if len(key) == 1 else None))
        await person.settles()
        assert person.workspace.session.answer(first).text == "abe"
        assert person.workspace.session.answer(second).text == "dc"


async def test_f5_goes_from_blank_to_blank_and_typing_fills(repository: SessionRepository, begin: Begin) -> None:
    async with open_interview(repository, begin(purpose="Pay [amount] within ___ days.")) as person:
        await person.press("f5")
        await person.types("half")
        await person.press("f5")
        await person.types("30")
        assert person.workspace.answer.text == "Pay half within 30 days."

        assert "Text 1 of 24" in person.screen


async def test_f5_passes_over_what_the_room_said_is_no_blank(repository: SessionRepository, begin: Begin) -> None:
    workspace = begin(purpose="Of [x-ray] pay [amount].")
    workspace.store.record(workspace.session.with_answer("purpose", replace(workspace.answer, not_blanks=("[x-ray]",))))
    async with open_interview(repository, workspace) as person:
        await person.press("f5")
        assert person.editor.selected_text == "[amount]"
        await person.types("half")
        assert person.workspace.answer.text == "Of [x-ray] pay half."
        assert "F5 Blank" not in person.lines[-1]


async def test_a_question_is_put_off_until_someone_has_checked(repository: SessionRepository, begin: Begin) -> None:
    async with open_interview(repository, begin(purpose="Safe schools.")) as person:
        await person.press("ctrl+l")
        await person.types("the town lawyer")
        await person.press("enter")
        await person.types("June 3")
        await person.press("enter")
        assert (person.workspace.clause_id, person.at) == ("scope", "answer")
        assert "1.1 is put off and stays open. Ctrl+Z takes it back." in person.screen

        await person.press("ctrl+b")
        assert "the town lawyer to check first, by June 3" in person.standing
        assert person.editor.text == "Safe schools."

        await person.press("ctrl+l")
        assert person.workspace.answer.later is None
        await person.press("f9")
        assert person.workspace.answer.later is not None


@pytest.mark.parametrize("keys", [("ctrl+l", "enter", "enter"), ("f8", "enter")], ids=lambda keys: keys[0])
async def test_undo_leads_back_to_what_was_put_off_and_then_takes_it_back(
    repository: SessionRepository, begin: Begin, keys: tuple[str, ...]
) -> None:
    async with open_interview(repository, begin(purpose="Safe schools.")) as person:
        first, *rest = keys
        await person.press(first)
        await person.types("counsel says so")
        await person.press(*rest)
        assert person.workspace.clause_id == "scope"
        await person.press("f9")
        assert person.workspace.clause_id == "purpose"
        await person.press("f9")
        answer = person.workspace.answer
        assert (answer.later, answer.not_applicable, answer.text) == (None, "", "Safe schools.")


async def test_the_last_question_stays_when_it_is_put_off(repository: SessionRepository, begin: Begin) -> None:
    async with open_interview(repository, begin()) as person:
        last = person.workspace.navigation.clause_ids()[-1]
        await person.interview.controllers.clause.open(last)
        await person.press("f8")
        await person.types("no signatures")
        await person.press("enter")
        assert person.workspace.clause_id == last
        assert "is set aside: it does not apply." in person.screen


async def test_a_question_that_does_not_apply_is_reserved_and_keeps_its_wording(
    repository: SessionRepository, begin: Begin
) -> None:
    async with open_interview(repository, begin(purpose="Safe schools.")) as person:
        await person.press("f8")
        await person.types("we have none")
        await person.press("enter")
        assert (person.workspace.clause_id, person.at) == ("scope", "answer")
        assert "1.1 is set aside: it does not apply. Ctrl+Z takes it back." in person.screen

        await person.press("ctrl+b")
        assert "does not apply" in person.standing and "we have none" in person.standing
        assert "of 23" in person.screen
        assert "Reserved" in render(person.workspace.draft())
        assert person.editor.text == "Safe schools."

        await person.press("f8")
        assert "of 24" in person.screen
        await person.press("f9", "f9")
        assert person.workspace.answer.not_applicable == ""
        assert person.workspace.answer.text == "Safe schools."


async def test_clearing_is_taken_back_exactly(repository: SessionRepository, begin: Begin) -> None:
    async with open_interview(repository, begin()) as person:
        await person.press("ctrl+t", "enter")
        before = person.workspace.answer
        await person.does("clear")
        assert person.editor.text == person.workspace.answer.text == ""

        await person.press("f9")
        assert person.workspace.answer == before
        assert person.editor.text == before.text


async def test_what_was_typed_last_is_taken_back_before_the_step_before_it(
    repository: SessionRepository, begin: Begin
) -> None:
    async with open_interview(repository, begin(purpose="Old.")) as person:
        await person.does("clear")
        await person.types("New.")
        await person.press("f9")
        assert person.editor.text == person.workspace.answer.text == ""

        await person.press("f9")
        assert person.editor.text == person.workspace.answer.text == "Old."
        assert person.messages[-1] == "Took back clearing 1.1."


async def test_the_opening_is_edited_and_written_from_the_parties_again_when_cleared(
    repository: SessionRepository, begin: Begin
) -> None:
    async with open_interview(repository, begin()) as person:
        await person.press("ctrl+b")
        generated = person.editor.text
        assert "Lake City Police Department" in generated
        assert person.workspace.session.opening == ""

        await person.press("pagedown", "pagedown", "end")
        await person.types(" So be it.")
        assert person.workspace.session.opening == f"{generated} So be it."
        assert "So be it." in render(person.workspace.draft())
        assert "in your words" in person.standing

        await person.does("clear")
        assert person.editor.text == generated
        assert person.workspace.session.opening == ""
        assert person.workspace.session.answers == {}


async def test_the_depth_is_switched_and_switched_back(repository: SessionRepository, begin: Begin) -> None:
    async with open_interview(repository, begin()) as person:
        every = len(list(person.workspace.checklist.questions()))
        await person.does("depth")
        assert f"of {every}" in person.screen

        await person.press("f9")
        assert "of 24" in person.screen


async def test_what_the_current_agreement_says_is_kept_next_to_the_answer(
    repository: SessionRepository, begin: Begin
) -> None:
    async with open_interview(repository, begin()) as person:
        await person.press("f4", "f4", "f4", "f4", "shift+tab")
        await person.pastes("The officer answers\nto the chief.")
        assert person.workspace.answer.current == "The officer answers\nto the chief."
        assert person.editor.text == ""
        assert "Text 0 of 24" in person.screen

        await person.press("ctrl+n")
        assert "answers" not in person.screen
        await person.press("ctrl+b")
        assert "The officer answers" in person.screen


async def test_the_answer_and_the_draft_are_copied(
    repository: SessionRepository, begin: Begin, copied: list[str]
) -> None:
    async with open_interview(repository, begin(purpose="Safe schools.")) as person:
        await person.does("copy_answer")
        await person.does("copy_draft")

        workspace = person.workspace
        assert copied == ["Safe schools.", markdown(workspace.checklist, workspace.session, now=workspace.clock())]


async def test_quitting_in_mid_sentence_loses_nothing_and_comes_back_to_the_same_place(
    repository: SessionRepository, begin: Begin
) -> None:
    workspace = begin()
    async with open_interview(repository, workspace) as person:
        await person.press("ctrl+n", "ctrl+n")
        for character in "The SRO shall w":
            person.app.post_message(events.Key(character, character))
        await person.press("ctrl+q")

    async with open_interview(repository, repository.open(workspace.store.path)) as person:
        assert person.workspace.clause_id == "duties"
        assert person.editor.text == "The SRO shall w"
        assert person.at == "answer"


async def test_a_session_left_at_the_opening_is_opened_there(repository: SessionRepository, begin: Begin) -> None:
    workspace = begin()
    workspace.go("opening")
    async with open_interview(repository, workspace) as person:
        await person.press("f4")
        assert "no guidance" in person.messages[-1]
        await person.press("ctrl+t")
        assert "no examples" in person.messages[-1]
        assert (person.workspace.clause_id, person.at) == ("opening", "answer")

        await person.press("ctrl+n")
        assert person.holds(person.workspace.checklist.question("purpose").why)


@pytest.mark.parametrize("key", ["f2", "f4", "ctrl+t", "ctrl+n", "ctrl+r"])
async def test_any_key_may_be_the_first_before_all_is_on_the_screen(
    repository: SessionRepository, begin: Begin, key: str
) -> None:
    app = MouApp(repository, begin(purpose="Pay [amount]."))
    async with app.run_test(size=NARROW) as pilot:
        app.post_message(events.Key(key, None))
        app.post_message(events.Key(key, None))
        await pilot.pause()
        await pilot.press("ctrl+s")

        assert app.is_running


async def test_one_may_leave_at_the_first_sight_of_the_answer(
    repository: SessionRepository, begin: Begin, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(InterviewScreen, "_complete_soon", lambda _screen: None)
    workspace = begin(purpose="Safe schools.")
    async with MouApp(repository, workspace).run_test(size=NARROW) as pilot:
        await pilot.press("ctrl+q")

    again = repository.open(workspace.store.path)
    assert (again.session.answer("purpose").text, again.read_only) == ("Safe schools.", False)
    again.close()


async def test_one_undo_brings_back_a_blank_that_was_typed_over(repository: SessionRepository, begin: Begin) -> None:
    async with open_interview(repository, begin(purpose="Within [number] days.")) as person:
        await person.press("f5")
        await person.types("thirty")
        assert person.editor.text == "Within thirty days."
        await person.press("ctrl+z")
        assert person.editor.text == "Within [number] days."


async def test_typing_and_steps_are_taken_back_in_the_order_they_came(
    repository: SessionRepository, begin: Begin
) -> None:
    async with open_interview(repository, begin()) as person:
        await person.types("We agree")
        await person.does("milestone")
        await person.types("First reading")
        await person.press("enter", "enter")
        await person.types(" it")
        await person.press("f9", "ctrl+z")
        assert person.editor.text == "We agree"
        await person.press("ctrl+z")
        assert person.messages[-1] == "Took back the milestone."
        await person.press("f9")
        assert person.messages[-1].startswith("Undo goes back no further than the milestone.")
        assert person.editor.text == "We agree"
