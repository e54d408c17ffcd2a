"""Names typed, pasted and walked over in the form that asks who is here: none is lost, none marks a party absent."""

from __future__ import annotations

import pytest
from textual.widgets import Input

from mou_tui.session.meeting import Person as Present
from mou_tui.tui.dialogs.attendance import AttendanceDialog
from mou_tui.tui.widgets.ascii_checkbox import AsciiCheckbox
from mou_tui.workspace.repository import SessionRepository
from tests.tui.conftest import Begin
from tests.tui.interview_app import NARROW, SMALL, Person, open_interview

NAMES = "Pat M. Doe-Roe, Chief of Police; Lee O’Hara, Captain"


def _names(person: Person, row: int) -> str:
    return person.query(f"#people-{row}", Input).value


def _is_present(person: Person, row: int) -> bool:
    return person.query(f"#present-{row}", AsciiCheckbox).value


def _known(people: tuple[Present, ...]) -> list[tuple[str, str, str]]:
    return [(person.name, person.title, person.party) for person in people]


@pytest.mark.parametrize("size", [NARROW, SMALL])
@pytest.mark.parametrize("is_pasted", [False, True], ids=["typed", "pasted"])
@pytest.mark.parametrize("at_box", [False, True], ids=["in the line", "at the checkbox"])
async def test_names_with_spaces_are_taken_wherever_one_is(
    repository: SessionRepository, begin: Begin, size: tuple[int, int], is_pasted: bool, at_box: bool
) -> None:
    workspace = begin()
    async with open_interview(repository, workspace, size=size) as person:
        await person.does("meeting")
        await person.goes_to("present-1" if at_box else "people-1", "tab")
        await (person.pastes(NAMES) if is_pasted else person.types(NAMES))
        assert _names(person, 1) == NAMES and _names(person, 0) == ""
        assert _is_present(person, 0) and _is_present(person, 1)
        await person.goes_to("done", "tab")
        await person.press("enter")
        assert workspace.session.meeting and workspace.session.meeting.parties == ("agency", "district")
        assert _known(workspace.session.people) == [
            ("Pat M. Doe-Roe", "Chief of Police", "district"),
            ("Lee O’Hara", "Captain", "district"),
        ]


async def test_a_paste_of_several_lines_becomes_one_line_of_names(repository: SessionRepository, begin: Begin) -> None:
    async with open_interview(repository, begin()) as person:
        await person.does("meeting")
        await person.pastes("Pat Doe, Chief;\r\nLee Roe, Captain\n")
        assert _names(person, 0).split() == ["Pat", "Doe,", "Chief;", "Lee", "Roe,", "Captain"]
        assert isinstance(person.app.screen, AttendanceDialog)


async def test_arrows_go_from_row_to_row_and_change_nothing(repository: SessionRepository, begin: Begin) -> None:
    async with open_interview(repository, begin(), size=SMALL) as person:
        await person.does("meeting")
        places = [person.at]
        for _ in range(4):
            await person.press("down")
            places.append(person.at)
        assert places == ["people-0", "present-1", "people-1", "people-2", "done"]
        await person.press("up", "up", "up")
        assert person.at == "present-1"
        await person.types("Kim Low")
        assert person.at == "people-1" and _names(person, 1) == "Kim Low" and _is_present(person, 1)


async def test_only_a_space_at_the_checkbox_says_that_a_party_is_absent(
    repository: SessionRepository, begin: Begin
) -> None:
    workspace = begin()
    async with open_interview(repository, workspace) as person:
        await person.does("meeting")
        await person.goes_to("present-1", "tab")
        await person.press("space")
        assert not _is_present(person, 1)
        await person.goes_to("done", "tab")
        await person.press("enter")
        assert workspace.session.meeting and workspace.session.meeting.parties == ("agency",)
