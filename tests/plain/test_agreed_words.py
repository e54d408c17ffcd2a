"""Agreed words are not changed before somebody says unlock, line by line as on the full screen."""

from __future__ import annotations

import pytest

from mou_tui.workspace.repository import SessionRepository
from tests.plain.conftest import Begin, Editor
from tests.plain.talking import talk

TEXT = "Safe [number] schools."
LOCKED = (
    "1.1 is locked. The Police Department and the School District agree to it, or can live with it, as it is worded; "
    "nothing was changed. Say propose to put another wording beside it, or unlock to change it: they will be "
    "asked again."
)


@pytest.mark.parametrize("line", ["write", "write Anything else.", "take 1", "change", "fill 1 two", "clear", "editor"])
def test_what_would_change_them_says_how_to_go_on(begin: Begin, editor: Editor, line: str) -> None:
    editor("import sys; open(sys.argv[1], 'w').write('Anything else.')")
    workspace = begin(purpose=TEXT)
    output = talk(workspace, "all", line, "quit")
    assert " ".join(output.after(line).split()) == LOCKED
    assert workspace.answer.text == TEXT


def test_bringing_an_earlier_wording_back_is_held_as_well(begin: Begin) -> None:
    workspace = begin(purpose=TEXT)
    talk(workspace, "write", "replace", "Calm schools.", ":end", "next", "back", "all")
    output = talk(workspace, "restore 1", "quit")
    assert "1.1 is locked." in output
    assert workspace.answer.text == "Calm schools."


def test_unlocked_it_stays_so_until_a_new_position_is_given(begin: Begin) -> None:
    workspace = begin(purpose=TEXT)
    output = talk(workspace, "all", "unlock", "fill 1 two", "fill 1 more", "next", "back", "clear", "undo", "quit")
    assert "1.1 is unlocked. The Police Department and the School District will be asked again" in output
    assert workspace.answer.text == "Safe two schools."
    assert "1.1 is locked." in talk(workspace, "all", "clear", "quit")
    assert workspace.answer.text == "Safe two schools."


def test_it_is_locked_again_when_the_session_is_opened(begin: Begin, repository: SessionRepository) -> None:
    workspace = begin(purpose=TEXT)
    talk(workspace, "all", "unlock", "quit")
    assert "1.1 is locked." in talk(repository.open(workspace.store.path), "clear", "quit")


def test_an_objection_locks_nothing_and_there_is_nothing_to_unlock(begin: Begin) -> None:
    workspace = begin(purpose=TEXT)
    output = talk(workspace, "say 1 objects", "", "unlock", "clear", "quit")
    assert "1.1 is not locked; it can be changed as it is." in output
    assert workspace.answer.text == ""


def test_another_wording_is_next_to_it_and_choosing_it_says_who_is_asked_again(begin: Begin) -> None:
    workspace = begin(purpose=TEXT)
    output = talk(workspace, "all", "propose 2 Calm schools.", ":end", "choose B", "quit")
    assert "Chosen: B" in output
    assert "The Police Department and the School District will be asked again." in output
    assert workspace.answer.text == "Calm schools."


def test_which_agreed_clauses_a_blank_reaches_is_said_before_it_is_filled(begin: Begin) -> None:
    workspace = begin(purpose=TEXT)
    before = workspace.answer.text
    output = talk(workspace, "all", "blanks fill", "", "", "", "", ":end", "quit")
    message = "1.1 is agreed, and this changes it. The Police Department and the School District will be asked again."
    assert message in output
    assert workspace.answer.text == before


def test_another_short_name_keeps_positions_and_a_legal_one_says_before_what_it_reaches(begin: Begin) -> None:
    workspace = begin(purpose="The Police Department helps.", scope="Lake City Police Department serves.")
    talk(workspace, "all", "next", "all", "names", "", "the Police", ":end", "all", "quit")
    assert workspace.session.answer("purpose").text == "The Police helps."
    states = {question.id: question.agreement.state for question in workspace.progress().questions}
    assert (states["purpose"], states["scope"]) == ("agreed", "agreed")

    output = talk(workspace, "names", "Lake County Police Department", ":end", "all", "quit")
    message = "1.2 is agreed, and this changes it. The Police and the School District will be asked again."
    assert message in output
    assert output.output.index("1.2 is agreed") < output.output.index("Parties and facts are set")
    states = {item.id: item.agreement.state for item in workspace.progress().questions}
    assert (states["purpose"], states["scope"]) == ("agreed", "to-confirm")
