"""What a session is, other than a draft of its own, is seen in the list and at the head of its screen."""

from __future__ import annotations

from dataclasses import replace

import pytest

from mou_tui.session.copies import CopyOf
from mou_tui.session.model import Session
from mou_tui.workspace.repository import SessionRepository
from tests.tui.conftest import Begin
from tests.tui.interview_app import NARROW, SMALL, WIDE, open_interview


def copy(session: Session) -> Session:
    """The copy that went to the school district."""
    return replace(session, copy=CopyOf("0000000a", "district", "agency", "2026-11-14 10:00"))


@pytest.mark.parametrize("size", [SMALL, NARROW, WIDE])
async def test_a_copy_says_at_its_head_for_whom_it_is(
    repository: SessionRepository, begin: Begin, size: tuple[int, int]
) -> None:
    workspace = begin(purpose="Safe schools.")
    workspace.store.record(copy(workspace.session))
    async with open_interview(repository, workspace, size=size) as person:
        assert person.lines[0].strip().startswith("Copy for the School District")
        assert "saved" in person.lines[0] or "saving" in person.lines[0]


async def test_the_list_tells_a_copy_from_the_session_it_was_made_of(
    repository: SessionRepository, begin: Begin
) -> None:
    workspace = begin(purpose="Safe schools.")
    workspace.store.record(copy(workspace.session))
    workspace.close()
    async with open_interview(repository) as person:
        await person.settles()
        assert "Copy for the School District · Text 1 of 24" in person.screen
