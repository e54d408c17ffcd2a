"""An error while the screen is up: the words are kept, the screen is made anew once, a second error soon ends it."""

from __future__ import annotations

import shlex
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from textual import events
from textual.widgets import TextArea
from textual.worker import WorkerFailed

from mou_tui.failures import SOON
from mou_tui.session.codec import decode
from mou_tui.tui.dialogs import question_prompts
from mou_tui.tui.dialogs.forms import FormDialog
from mou_tui.tui.interview.answer import AnswerController
from mou_tui.tui.interview.navigation import NavigationController
from mou_tui.tui.interview.screen import InterviewScreen
from mou_tui.tui.interview.typing_recorder import TypingRecorder
from mou_tui.tui.interview.view import InterviewView
from mou_tui.tui.screens.home import HomeScreen
from mou_tui.tui.widgets.answer import AnswerPanel
from mou_tui.tui.widgets.editor import WordingEditor
from mou_tui.workspace.repository import SessionRepository
from mou_tui.workspace.workspace import Workspace
from tests.breaking import Bang, Boom, Break, breaking
from tests.tui.conftest import Begin
from tests.tui.interview_app import Person, open_interview


@pytest.fixture
def breaks(monkeypatch: pytest.MonkeyPatch) -> Break:
    """Has a method raise, once, instead of doing anything."""
    return breaking(monkeypatch)


@asynccontextmanager
async def failing(
    repository: SessionRepository, workspace: Workspace | None, error: Exception
) -> AsyncIterator[Person]:
    """An interview in which something fails; whatever was asserted in it, the error is raised again at its end."""
    async with open_interview(repository, workspace) as person:
        yield person
        raised = person.app._exception
        assert (raised.error if isinstance(raised, WorkerFailed) else raised) is error
        # Textual would raise it now.
        person.app._exception = None


PLACES: dict[str, tuple[object, str, str]] = {
    "a key of the interview": (AnswerController, "next_blank", "f5"),
    "a key of the editor": (WordingEditor, "action_undo", "ctrl+z"),
    "typing": (TextArea, "edit", "x"),
    "recording what is typed": (TypingRecorder, "_follow_up", "x"),
    "what follows a frame later": (InterviewView, "show_session", "x"),
    "a dialog while it is made": (FormDialog, "compose", "ctrl+l"),
    "work in the background": (question_prompts, "defer", "ctrl+l"),
}


@pytest.mark.parametrize("place", PLACES)
async def test_after_an_error_the_interview_goes_on_with_every_word(
    repository: SessionRepository, begin: Begin, breaks: Break, place: str
) -> None:
    kind, method, key = PLACES[place]
    workspace = begin(purpose="Agreed.")
    async with failing(repository, workspace, boom := Boom()) as person:
        await person.types("Typed [number] first. ")
        path, before = workspace.store.path, person.editor.text
        breaks(kind, method, boom)
        await person.press(key)
        await person.settles()
        await person.settles()

        assert person.app.is_running and not person.app._exit
        assert isinstance(person.app.screen, InterviewScreen)
        assert any("did not work (Boom)" in message and path.name in message for message in person.messages), (
            person.messages
        )
        assert decode(path.read_bytes(), "x").session.answer("purpose").text in (before, f"{before[:22]}x{before[22:]}")
        await person.types("After. ")
        assert "After." in person.editor.text and person.editor.text == person.workspace.answer.text
    assert "After." in path.read_text("utf-8")


async def test_an_error_while_drawing_is_got_over(repository: SessionRepository, begin: Begin, breaks: Break) -> None:
    async with failing(repository, begin(), boom := Boom()) as person:
        await person.types("Typed. ")
        breaks(WordingEditor, "render_line", boom)
        person.app.post_message(events.Key("x", "x"))
        while not person.messages:
            # The program paints by itself here: what the test paints, fails in the test.
            await person.pilot.pause()
        await person.settles()
        assert person.editor.text == "Typed. x" and not person.app._exit


async def test_a_second_error_soon_after_ends_the_program_and_both_are_reported(
    repository: SessionRepository, begin: Begin, breaks: Break
) -> None:
    workspace = begin(purpose="Agreed.")
    async with failing(repository, workspace, boom := Boom()) as person:
        await person.types("Typed. ")
        breaks(WordingEditor, "action_undo", boom)
        await person.press("ctrl+z")
        assert not person.app._exit
        breaks(WordingEditor, "action_redo", Bang())
        await person.press("ctrl+y")
        assert person.app._exit and person.app.return_code == 1
        person.app.session.save()
        words = person.app.session.exit_message
    path = workspace.store.path
    assert "Boom in breaking.py, line" in words and "Bang in breaking.py, line" in words
    assert f"Your words are saved in {path}." in words
    assert words.endswith(f"To go on: {shlex.join(('mou-tui', 'open', str(path)))}")
    assert "Typed. " in path.read_text("utf-8")


async def test_a_second_error_much_later_is_got_over_as_well(
    repository: SessionRepository, begin: Begin, breaks: Break, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with failing(repository, begin(), boom := Boom()) as person:
        breaks(WordingEditor, "action_undo", boom)
        await person.press("ctrl+z")
        later = person.app.failures._clock() + SOON
        monkeypatch.setattr(person.app.failures, "_clock", lambda: later)
        breaks(WordingEditor, "action_redo", Bang())
        await person.press("ctrl+y")
        await person.types("After.")
        assert not person.app._exit and person.workspace.answer.text == "After."


async def test_what_fails_while_the_broken_screen_goes_is_part_of_the_same_trouble(
    repository: SessionRepository, begin: Begin, breaks: Break
) -> None:
    async with failing(repository, begin(), boom := Boom()) as person:
        await person.types("Typed.")
        breaks(WordingEditor, "_on_unmount", bang := Bang())
        breaks(WordingEditor, "action_undo", boom)
        await person.press("ctrl+z")
        assert not person.app._exit
        assert any("(Boom, then Bang)" in message for message in person.messages)
        await person.types(" After.")
        assert person.workspace.answer.text == "Typed. After."
    assert boom.__cause__ is bang


async def test_an_error_while_the_screen_is_made_anew_ends_the_program(
    repository: SessionRepository, begin: Begin, breaks: Break
) -> None:
    workspace = begin()
    async with failing(repository, workspace, boom := Boom()) as person:
        await person.types("Typed.")
        breaks(AnswerPanel, "compose", Bang())
        breaks(WordingEditor, "action_undo", boom)
        await person.press("ctrl+z")
        assert person.app._exit
    assert "Typed." in workspace.store.path.read_text("utf-8")


async def test_words_stay_with_their_question_when_going_to_another_fails(
    repository: SessionRepository, begin: Begin, breaks: Break
) -> None:
    async with failing(repository, begin(purpose="One."), boom := Boom()) as person:
        other = person.workspace.navigation.neighbor(1)
        assert other
        breaks(InterviewView, "show_text", boom)
        await person.press("ctrl+n")
        await person.settles()
        assert (person.workspace.clause_id, person.workspace.answer.text, person.editor.text) == (other, "", "")
        assert person.workspace.session.answer("purpose").text == "One."


async def test_words_typed_behind_the_error_arrive(repository: SessionRepository, begin: Begin, breaks: Break) -> None:
    async with failing(repository, begin(), boom := Boom()) as person:
        breaks(NavigationController, "find", boom)
        await person.types("Before. ")
        person.app.post_message(events.Key("ctrl+f", None))
        await person.types("After.")
        await person.settles()
        await person.settles()
        assert person.workspace.answer.text == "Before. After."


async def test_the_list_of_sessions_is_made_anew_too(
    repository: SessionRepository, begin: Begin, breaks: Break
) -> None:
    begin().store.close()
    async with failing(repository, None, boom := Boom()) as person:
        breaks(HomeScreen, "action_new", boom)
        await person.press("n")
        assert isinstance(person.app.screen, HomeScreen) and not person.app._exit


async def test_every_error_is_raised_again_under_test(
    repository: SessionRepository, begin: Begin, breaks: Break
) -> None:
    breaks(WordingEditor, "action_undo", Boom())
    with pytest.raises(Boom):
        async with open_interview(repository, begin()) as person:
            await person.press("ctrl+z")
