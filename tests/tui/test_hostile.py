"""Hostile text shows literally and harmlessly wherever it is typed, pasted or read, on every screen."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from textual import events
from textual.widgets import Input

from mou_tui.language.text import clean, clean_line
from mou_tui.persistence.local_state import LocalState
from mou_tui.session.codec import encode
from mou_tui.session.meeting import Alternative, Meeting, Position
from mou_tui.tui.interview.screen import InterviewScreen
from mou_tui.workspace.repository import SessionRepository
from tests.tui.conftest import Begin
from tests.tui.harmless import assert_harmless, assert_literal
from tests.tui.hostile import HARMLESS, LINE, NAME, TEXT, hostile_session
from tests.tui.interview_app import NARROW, WIDE, Person, open_interview


async def paste_into_every_line(person: Person, text: str = LINE) -> None:
    for line in person.app.screen.query(Input):
        line.focus()
        await person.settles()
        line.clear()
        await person.pastes(text)
        assert line.value == clean_line(text).text
    assert_literal(person)


async def test_what_is_pasted_into_any_field_is_shown_and_kept_as_harmless_text(
    repository: SessionRepository, begin: Begin
) -> None:
    async with open_interview(repository, begin()) as person:
        await person.pastes(TEXT)
        assert person.workspace.answer.text == clean(TEXT).text
        assert "control characters replaced" in person.messages[-1]
        assert_literal(person)

        await person.press("f4", "f4", "f4", "f4", "shift+tab")
        await person.pastes(TEXT)
        assert person.workspace.answer.current == clean(TEXT).text
        assert_literal(person)

        for action in ("names", "find", "later", "set_aside", "meeting", "milestone", "export", "save_elsewhere"):
            await person.does(action)
            if action == "export":
                await person.press("enter")
            await paste_into_every_line(person)
            if action in ("export", "save_elsewhere"):
                await person.press("enter")
                if action == "export":
                    assert_harmless(person)
                    await person.press("enter")
                assert_literal(person)
            while not isinstance(person.app.screen, InterviewScreen):
                await person.press("escape")


async def test_keys_a_terminal_might_obey_are_not_let_in(repository: SessionRepository, begin: Begin) -> None:
    async with open_interview(repository, begin()) as person:
        for character in "\u202e\x9b\u2066a\u200d":
            person.app.post_message(events.Key(character, character))
        await person.settles()

        assert person.workspace.answer.text in ("a", "a\u200d")


@pytest.fixture
def hostile(repository: SessionRepository, begin: Begin) -> Path:
    """A session file with hostile text in every field, and a name of that kind."""
    workspace = begin()
    data = encode(hostile_session(workspace))
    workspace.store.close()
    workspace.store.path.unlink()
    path = workspace.store.path.with_name(f"{NAME}.mou.yaml")
    path.write_bytes(data)
    path.with_name(f"unreadable {NAME}.mou.yaml").write_text(f"format: {LINE}")
    return path


@pytest.mark.parametrize("size", [NARROW, WIDE])
async def test_a_hostile_session_is_shown_on_every_page(
    repository: SessionRepository, hostile: Path, size: tuple[int, int]
) -> None:
    async with open_interview(repository, repository.open(hostile), size=size) as person:
        assert_literal(person)
        assert HARMLESS.split()[0] in person.screen
        await person.press("ctrl+b")
        assert_literal(person)
        await person.press("f2")
        assert_harmless(person)
        await person.press("f3")
        assert_literal(person)
        await person.press("end")
        assert_literal(person)
        await person.press("f3", "ctrl+n", "ctrl+n")
        assert_literal(person)
        await person.press("f4", "f4", "f4", "f4")
        assert_literal(person)


async def test_a_hostile_session_is_shown_on_every_screen_and_dialog(
    repository: SessionRepository, hostile: Path
) -> None:
    async with open_interview(repository, repository.open(hostile)) as person:
        await person.press("ctrl+r")
        assert_literal(person)
        for _ in range(4):
            await person.press("f")
            assert_harmless(person)
        await person.press("escape", "ctrl+f")
        await person.pastes("[@click=app.quit]")
        assert_literal(person)
        await person.press("escape", "f1")
        assert_harmless(person)
        await person.press("escape", "ctrl+p")
        assert_harmless(person)
        await person.press("escape", "ctrl+s")
        assert_harmless(person)
        await person.does("copy_draft")

        await person.does("names")
        assert_literal(person)
        await person.goes_to("role-district-short")
        await person.press("end")
        await person.types("!")
        await person.goes_to("done", "tab")
        await person.press("enter")
        assert_literal(person)
        await person.press("tab", "enter")
        assert_harmless(person)

        await person.does("export")
        await person.press("enter", "end")
        assert_literal(person)
        await person.press("enter", "enter")
        assert_literal(person)
        await person.press("enter")
        assert_harmless(person)
        assert hostile.with_name(f"{NAME}.md").is_file()
        await person.does("export")
        await person.press("enter", "enter", "enter", "enter")
        assert "already" in person.screen
        assert_harmless(person)


@pytest.mark.parametrize("size", [NARROW, WIDE])
async def test_the_room_view_shows_hostile_wordings_parties_and_meetings(
    repository: SessionRepository, hostile: Path, size: tuple[int, int]
) -> None:
    workspace = repository.open(hostile)
    line, text = clean_line(LINE).text, clean(TEXT).text
    answer = replace(
        workspace.answer,
        positions={
            party.id: Position("objects", workspace.answer.wording, line, line, line)
            for party in workspace.session.parties
        },
        alternatives={party.id: Alternative(text) for party in workspace.session.parties},
    )
    session = workspace.session.with_answer(workspace.clause_id, answer)
    workspace.store.record(replace(session, meetings=(Meeting("one", began=line, parties=(line,)),)))
    async with open_interview(repository, workspace, size=size) as person:
        await person.press("ctrl+d")
        assert_literal(person)
        # What the parties say is below the head of the wording that they speak on.
        await person.press("home")
        pages = 0
        while "⚑ objects" not in person.screen:
            assert (pages := pages + 1) < 40
            await person.press("pagedown")
            assert_literal(person)
        await person.press("end")
        await person.pilot.wait_for_animation()
        await person.settles()
        assert_literal(person)
        for key in ("ctrl+b", "ctrl+n", "ctrl+n", "ctrl+n"):
            await person.press(key)
            assert_harmless(person)
        assert_literal(person)


@pytest.mark.parametrize("size", [NARROW, WIDE])
async def test_a_hostile_meeting_is_shown_on_every_screen_about_it(
    repository: SessionRepository, hostile: Path, size: tuple[int, int]
) -> None:
    async with open_interview(repository, repository.open(hostile), size=size) as person:
        await person.does("meeting")
        assert_literal(person)
        await person.goes_to("done", "tab")
        await person.press("enter")
        assert_literal(person)

        await person.press("home", "c")
        assert_harmless(person)
        await person.press("escape", "down", "space", "f9", "g")
        await person.does("agenda")
        for key in ("down", "space", "end", "enter"):
            await person.press(key)
            assert_harmless(person)

        await person.does("blanks")
        assert_literal(person, "[to be filled]")
        for key in ("enter", "x", "enter", "escape", "escape", "w", "escape", "n", "f9", "end", "g"):
            await person.press(key)
            assert_harmless(person)

        await person.does("history")
        await person.press("c")
        assert_literal(person)
        await person.press("end", "enter")
        assert_harmless(person)
        await person.press("enter")
        assert_literal(person)
        for key in ("end", "enter", "r", "f9", "m"):
            await person.press(key)
            assert_harmless(person)
        await person.press("escape", "escape")

        await person.does("sign")
        assert_literal(person)
        await person.press("end", "up")
        assert_literal(person)
        await person.press("enter")
        assert_literal(person)
        await person.press("escape", "n")
        assert_literal(person)
        await person.press("escape", "r", "enter")
        assert_harmless(person)


async def test_home_shows_hostile_names_of_sessions_and_files(repository: SessionRepository, hostile: Path) -> None:
    async with open_interview(repository) as person:
        await person.app.workers.wait_for_complete()
        await person.settles()
        assert "Cannot be read" in person.screen
        # As much of it as the row holds.
        assert_literal(person, f"unreadable {clean_line(NAME).text[:30]}")
        assert_literal(person)

        await person.press("enter")
        assert_harmless(person)
        if not isinstance(person.app.screen, InterviewScreen):
            await person.press("enter", "down", "enter")
        assert_literal(person)


async def test_hostile_words_that_were_never_saved_are_offered_and_compared(
    repository: SessionRepository, hostile: Path
) -> None:
    LocalState(hostile).write_recovery(hostile.read_bytes().replace(b"done", b"undone"), "another")
    async with open_interview(repository, repository.open(hostile)) as person:
        await person.press("down", "enter")
        assert_literal(person)
        await person.press("c", "enter", "enter")
        assert "undone" in person.workspace.answer.text
        assert_literal(person)


async def test_a_hostile_file_that_somebody_else_changed_is_told_of(
    repository: SessionRepository, hostile: Path
) -> None:
    async with open_interview(repository, repository.open(hostile)) as person:
        hostile.write_bytes(hostile.read_bytes().replace(b"done", b"undone"))
        await person.types("mine")
        person.workspace.store.flush()
        await person.settles()
        assert "CONFLICT" in person.screen or "changed by someone else" in person.screen
        assert_harmless(person)

    async with open_interview(repository, repository.open(hostile, read_only=True)) as person:
        assert "read-only" in person.screen
        assert_harmless(person)
