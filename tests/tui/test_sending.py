"""A copy goes to a party from the screen, once it was seen what is in it and what is not."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from mou_tui.session.codec import decode
from mou_tui.session.history import Entry
from mou_tui.session.meeting import Meeting
from mou_tui.tui.dialogs.forms import FormDialog
from mou_tui.workspace.repository import SessionRepository
from mou_tui.workspace.workspace import Workspace
from tests.copies import ANSWERS
from tests.plain.talking import talk
from tests.tui.conftest import Begin
from tests.tui.interview_app import NARROW, SMALL, open_interview


@pytest.fixture
def workspace(begin: Begin) -> Workspace:
    """A session with a meeting that the police held alone."""
    workspace = begin(**ANSWERS)
    met = Meeting("0000aaaa", "2026-11-12 09:00", "2026-11-12 09:40", ("agency",))
    noted = Entry("2026-11-12 09:05", "decision", text="We ask for a fee.", meeting="0000aaaa")
    session = workspace.session
    workspace.store.record(replace(session, meetings=(met,), history=session.history.add(noted)))
    return workspace


def copy_of(workspace: Workspace) -> Path:
    path = workspace.store.path
    return path.with_name(path.name.replace(".mou.yaml", "-for-district.mou.yaml"))


@pytest.mark.parametrize(("size", "ticks"), [(NARROW, False), (NARROW, True), (SMALL, False), ((60, 20), False)])
async def test_what_is_in_it_is_shown_before_it_is_written(
    repository: SessionRepository, workspace: Workspace, size: tuple[int, int], ticks: bool
) -> None:
    async with open_interview(repository, workspace, size=size) as person:
        await person.does("send")
        await person.press("end", "enter")
        assert person.holds("The meeting of November 12, 2026")
        if ticks:
            await person.press("down", "space")
        await person.clicks("Go on")
        assert isinstance(person.app.screen, FormDialog)
        assert person.holds("In the copy: 2 parties with names and signatories")
        assert person.holds("the wording of 3 clauses")
        assert person.holds("Not in the copy:")
        assert not copy_of(workspace).exists()
        await person.press("enter")
        assert "Mail it; take in what comes back." in person.messages[-1]
        sent = decode(copy_of(workspace).read_bytes(), "copy").session
        assert sent.copy and sent.copy.to == "district"
        assert [meeting.caucus for meeting in sent.meetings] == (["agency"] if ticks else [])
        assert [held.id for held in workspace.session.sent] == [sent.copy.id]
        await person.press("ctrl+z")
        assert workspace.session.sent


async def test_esc_writes_nothing_and_a_file_that_is_there_stays(
    repository: SessionRepository, workspace: Workspace
) -> None:
    async with open_interview(repository, workspace) as person:
        await person.does("send")
        await person.press("end", "enter")
        await person.clicks("Go on")
        await person.press("escape")
        assert not copy_of(workspace).exists() and not workspace.session.sent
        copy_of(workspace).write_text("mine")
        await person.does("send")
        await person.press("end", "enter")
        await person.clicks("Go on")
        await person.press("enter")
        assert "Nothing was sent" in person.screen
        assert copy_of(workspace).read_text() == "mine" and not workspace.session.sent


def test_line_by_line_it_is_heard_before_it_is_written(workspace: Workspace) -> None:
    heard = talk(workspace, "send district", "yes", "nothing", "send district", "no", "write", "quit")
    assert "Send the meeting of November 12, 2026 that the Police Department held alone too?" in heard
    assert "1 meeting that one party held alone, chosen, with 1 decision" in heard
    assert "Nothing was sent." in heard
    assert "Not in the copy: 1 meeting this party was not at;" in heard
    assert not decode(copy_of(workspace).read_bytes(), "copy").session.meetings
    assert len(workspace.session.sent) == 1
