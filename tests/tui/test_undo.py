"""What is done last is taken back and done again, whatever it was, and what lies elsewhere is shown first."""

from __future__ import annotations

import pytest

from mou_tui.settings import LoadedSettings, Settings
from mou_tui.tui.interview.screen import InterviewScreen
from mou_tui.tui.widgets.guidance import Guidance
from mou_tui.workspace.repository import SessionRepository
from tests.tui.conftest import Begin
from tests.tui.interview_app import NARROW, SMALL, WIDE, open_interview

DOZENS = "\n".join(f"{number}. A line of some words, long enough to wrap at least once." for number in range(40))


@pytest.mark.parametrize("size", [SMALL, NARROW, WIDE])
async def test_a_paste_is_undone_and_redone(repository: SessionRepository, begin: Begin, size: tuple[int, int]) -> None:
    async with open_interview(repository, begin(), size=size) as person:
        await person.pastes(DOZENS)
        await person.press("ctrl+z")
        assert person.editor.text == person.workspace.answer.text == ""
        await person.press("ctrl+y")
        assert person.editor.text == person.workspace.answer.text == DOZENS


async def test_all_that_was_cleared_comes_back_and_goes_again(repository: SessionRepository, begin: Begin) -> None:
    async with open_interview(repository, begin(purpose=DOZENS)) as person:
        await person.press("ctrl+a", "backspace", "ctrl+z")
        assert person.editor.text == person.workspace.answer.text == DOZENS
        await person.press("ctrl+y")
        assert person.editor.text == person.workspace.answer.text == ""


async def test_a_word_is_taken_back_at_a_time_with_the_cursor_where_it_was(
    repository: SessionRepository, begin: Begin
) -> None:
    async with open_interview(repository, begin(purpose="Old words here.")) as person:
        await person.press("ctrl+right")
        await person.types(" new and aaa")
        await person.press("ctrl+z")
        assert (person.editor.text, person.editor.cursor) == ("Old new and  words here.", 12)
        await person.press("ctrl+z", "ctrl+z", "ctrl+z")
        assert (person.editor.text, person.editor.cursor) == ("Old words here.", 3)
        assert person.editor.selection.is_empty
        await person.press(*["ctrl+y"] * 4)
        assert (person.editor.text, person.editor.cursor) == ("Old new and aaa words here.", 15)
        assert person.editor.text == person.workspace.answer.text
        assert person.messages == []


async def test_deletions_in_a_row_come_back_at_once(repository: SessionRepository, begin: Begin) -> None:
    async with open_interview(repository, begin(purpose="Aaaa.")) as person:
        await person.press("right", *["delete"] * 3)
        assert person.editor.text == "A."
        await person.press("ctrl+z")
        assert person.editor.text == "Aaaa."


async def test_what_is_in_view_stays_where_it_is(repository: SessionRepository, begin: Begin) -> None:
    async with open_interview(repository, begin(purpose=DOZENS)) as person:
        await person.press("ctrl+end", "up", "up")
        await person.types("Word")
        top = person.editor.scroll_offset
        await person.press("ctrl+z", "ctrl+y")
        assert person.editor.scroll_offset == top


async def test_a_pause_ends_what_is_taken_back_at_once(repository: SessionRepository, begin: Begin) -> None:
    async with open_interview(repository, begin()) as person:
        await person.types("before")
        person.editor.history._last_edit_time -= 60
        await person.types("after")
        await person.press("ctrl+z")
        assert person.editor.text == "before"


async def test_what_lies_elsewhere_is_shown_and_named_before_it_is_taken_back(
    repository: SessionRepository, begin: Begin
) -> None:
    async with open_interview(repository, begin(purpose="Safe schools.")) as person:
        await person.press("f7", "o")
        await person.types("the fee falls on us")
        await person.press("enter", "escape", "ctrl+n", "ctrl+n")
        session = person.workspace.session

        await person.press("ctrl+z")
        assert person.workspace.clause_id == "purpose"
        assert person.messages[-1] == "Ctrl+Z again takes back: the position of the Police Department on 1.1."
        assert person.workspace.session.answers == session.answers
        await person.press("f9")
        assert person.workspace.answer.positions == {}
        assert not [entry for entry in person.workspace.session.history.entries if entry.kind == "position"]

        await person.press("ctrl+n", "ctrl+y")
        assert person.workspace.clause_id == "purpose"
        assert person.messages[-1] == "Ctrl+Y again does this again: the position of the Police Department on 1.1."
        await person.press("ctrl+y")
        assert person.workspace.answer.positions["agency"].reason == "the fee falls on us"
        assert person.messages[-1] == "Did again: the position of the Police Department on 1.1."
        (noted,) = [entry for entry in person.workspace.session.history.entries if entry.kind == "position"]
        assert noted.text == "the fee falls on us"


async def test_typing_is_remembered_after_one_has_left_the_question(
    repository: SessionRepository, begin: Begin
) -> None:
    async with open_interview(repository, begin()) as person:
        await person.types("One two")
        await person.press("left", "left", "ctrl+n", "ctrl+z")
        assert (person.workspace.clause_id, person.editor.text, person.editor.cursor) == ("purpose", "One two", 7)
        await person.press("ctrl+z")
        assert person.editor.text == "One "
        assert person.messages == []


async def test_what_is_done_in_a_list_is_taken_back_there_and_what_was_done_before_is_gone_to(
    repository: SessionRepository, begin: Begin
) -> None:
    async with open_interview(repository, begin(purpose="Within [number] days.")) as person:
        await person.types("So: ")
        await person.does("blanks")
        filler = person.interview.workspace.blanks
        filler.fill([blank for blank in filler.blanks if blank.clause_id == "purpose"], "9")
        await person.press("ctrl+z")
        assert person.messages[-1] == "Took back filling [number] in 1.1."
        assert not isinstance(person.app.screen, InterviewScreen)
        await person.press("ctrl+z")
        assert isinstance(person.app.screen, InterviewScreen)
        assert person.messages[-1] == "Ctrl+Z again takes back: typing in 1.1."
        assert person.editor.text == "So: Within [number] days."
        await person.press("ctrl+z")
        assert person.editor.text == "Within [number] days."


async def test_undo_stops_at_the_end_of_a_meeting(repository: SessionRepository, begin: Begin) -> None:
    async with open_interview(repository, begin(purpose="Safe schools.")) as person:
        workspace = person.interview.workspace
        workspace.meetings.begin(workspace.meetings.attendance())
        workspace.positions.take("agency", "agrees")
        workspace.meetings.end()
        await person.press(*["ctrl+z"] * 9)
        assert person.workspace.answer.positions["agency"].stand == "agrees"
        assert person.messages[-1] == (
            "Undo goes back no further than the end of the meeting. What came before can be corrected instead."
        )


async def test_what_the_agreement_in_force_says_is_taken_back_too(repository: SessionRepository, begin: Begin) -> None:
    async with open_interview(repository, begin()) as person:
        guidance = person.interview.query_one(Guidance)
        guidance.show_page("current")
        person.interview.set_focus(guidance.current_editor)
        await person.pastes("The old clause.")
        assert person.workspace.answer.current == "The old clause."
        await person.press("ctrl+z")
        assert person.workspace.answer.current == guidance.current_editor.text == ""
        await person.press("ctrl+y")
        assert person.workspace.answer.current == guidance.current_editor.text == "The old clause."

        guidance.show_page("why")
        await person.press("ctrl+z")
        assert (guidance.tab, person.workspace.answer.current) == ("current", "The old clause.")
        assert person.messages == ["Ctrl+Z again takes back: what the agreement in force says on 1.1."]
        await person.press("ctrl+z")
        assert person.workspace.answer.current == guidance.current_editor.text == ""


async def test_words_typed_after_an_undo_are_the_last_thing(repository: SessionRepository, begin: Begin) -> None:
    async with open_interview(repository, begin()) as person:
        await person.types("One")
        await person.press("ctrl+z")
        await person.types("Two")
        await person.press("ctrl+y")
        assert person.messages == ["There is nothing to do again."]
        assert person.editor.text == "Two"


@pytest.mark.parametrize("key", ["f11", "ctrl+z"])
async def test_the_key_a_person_gave_to_undo_works_and_so_does_ctrl_z(
    repository: SessionRepository, begin: Begin, key: str
) -> None:
    loaded = LoadedSettings(Settings(keys={"undo_step": "f11"}))
    async with open_interview(repository, begin(), loaded=loaded) as person:
        await person.types("One")
        await person.press(key)
        assert person.editor.text == ""
        await person.press("ctrl+y", "tab", key)
        assert person.editor.text == ""


async def test_coming_back_finds_the_cursor_where_it_was(repository: SessionRepository, begin: Begin) -> None:
    async with open_interview(repository, begin(purpose="One two three.")) as person:
        await person.press("ctrl+right", "ctrl+right", "ctrl+n", "ctrl+b")
        assert person.editor.cursor == len("One two")


@pytest.mark.parametrize("size", [SMALL, NARROW, WIDE])
async def test_a_text_that_is_loaded_anew_may_be_shorter_than_where_one_was(
    repository: SessionRepository, begin: Begin, size: tuple[int, int]
) -> None:
    async with open_interview(repository, begin(purpose=DOZENS), size=size) as person:
        await person.press("ctrl+end", "ctrl+n", "ctrl+b", "ctrl+end")
        await person.does("clear")
        assert person.editor.text == ""
        await person.press("f9")
        assert person.editor.text == DOZENS
        person.workspace.answers.write("One line.")
        await person.interview.view.show_clause()
        assert person.editor.text == "One line."
