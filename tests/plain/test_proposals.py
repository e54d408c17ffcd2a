"""Proposals from outside, line by line: forms taken in one by one, then answered."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from mou_tui.exchange.export import export_file
from mou_tui.exchange.forms.reader import MOST_FORMS
from mou_tui.session.codec import encode
from mou_tui.session.model import Session
from mou_tui.session.proposals import OutsideProposal
from mou_tui.workspace.workspace import Workspace
from tests.exchange.filled_forms import WHO, word_form
from tests.plain.conftest import Begin
from tests.plain.talking import talk

NOW = datetime(2026, 12, 4, 10)


@pytest.fixture
def workspace(begin: Begin) -> Workspace:
    return begin(purpose="Loud schools.", scope="Two schools.")


@pytest.fixture
def folder(workspace: Workspace, tmp_path: Path) -> Path:
    """A parent's form on two clauses, and a student's."""
    form = export_file(workspace.checklist, workspace.session, "feedback", "docx", now=NOW)
    path = tmp_path / "responses"
    path.mkdir()
    parent = {
        WHO: "parent",
        "Your words for 1.1": "Calm schools.",
        "Your reason for 1.1": "Zoe Okapi waits.",
        "Your words for 1.2": "All schools.",
        "Your reason for 1.2": "It is fair.",
    }
    (path / "a.docx").write_bytes(word_form(parent, form))
    (path / "b.docx").write_bytes(word_form({WHO: "student", "Your reason for 1.1": "Why?"}, form))
    return path


def held(session: Session) -> list[tuple[str, str, str, str]]:
    return [(held.question, held.from_, held.text, held.reason) for held in session.proposals]


def test_each_is_heard_before_its_reason_enters(workspace: Workspace, folder: Path) -> None:
    before = encode(workspace.session)
    heard = talk(workspace, f"feedback {folder}", "each", "words", "leave", "reason", "quit")
    assert "2 forms read: 3 proposals on 2 clauses, from 2 parents and a student." in heard
    assert "no student may be named" in heard
    assert "Words: Calm schools." in heard and "Reason: Zoe Okapi waits." in heard and "from a student." in heard
    assert "2 proposals taken in, 1 with its reason." in heard
    assert held(workspace.session) == [
        ("purpose", "parent", "Calm schools.", ""),
        ("scope", "parent", "All schools.", "It is fair."),
    ]
    workspace.undo()
    assert encode(workspace.session) == before


@pytest.mark.parametrize("ended", [("nothing", "quit"), ("each", "words", ":cancel", "quit"), ("each", "words")])
def test_leaving_in_between_takes_in_nothing(workspace: Workspace, folder: Path, ended: tuple[str, ...]) -> None:
    before = encode(workspace.session)
    talk(workspace, f"feedback {folder}", *ended)
    assert encode(workspace.session) == before


def test_of_a_form_that_is_chosen_all_in_its_folder_are_read_where_they_are_wanted(
    workspace: Workspace, folder: Path
) -> None:
    talk(workspace, "feedback", str(folder / "a.docx"), "one", "words", "quit")
    assert len(workspace.session.proposals) == 2
    heard = talk(workspace, "feedback", str(folder / "b.docx"), "all", "each", "reason", "quit")
    assert "2 were taken in before." in heard
    assert len(workspace.session.proposals) == 3


def test_a_form_among_hundreds_of_other_files_is_read_alone(workspace: Workspace, folder: Path) -> None:
    for number in range(MOST_FORMS):
        (folder / f"download {number}.pdf").touch()
    talk(workspace, "feedback", str(folder / "a.docx"), "words", "quit")
    assert len(workspace.session.proposals) == 2


def test_several_are_answered_at_once_and_words_are_put_beside(workspace: Workspace, folder: Path) -> None:
    talk(workspace, f"feedback {folder}", "words", "quit")
    heard = talk(
        workspace,
        *("proposals", "proposals 1 2", "3", "the grant says so", "proposals beside 1", "proposals beside 1"),
        *("proposals 9", "agenda", "quit"),
    )
    assert "1. From a parent: Calm schools." in heard and "No answer yet." in heard
    assert "Its words stand beside the clause." in heard and "It stands beside the clause already." in heard
    assert "To answer some, say proposals and their numbers" in heard
    answers = [(proposal.outcome, proposal.answer) for proposal in workspace.session.proposals]
    assert answers == [("not", "the grant says so"), ("not", "the grant says so")]
    (beside,) = workspace.session.answer("purpose").alternatives.values()
    assert (beside.text, beside.author) == ("Calm schools.", "a parent")


def test_without_any_it_says_how_to_get_some(begin: Begin) -> None:
    assert "There are no proposals from outside yet." in talk(begin(), "proposals", "quit")


def test_one_is_still_answered_in_force_and_none_put_beside(workspace: Workspace) -> None:
    proposal = OutsideProposal("00000001", "purpose", "Calm schools.", "", "parent")
    workspace.commit("x", replace(workspace.session, proposals=(proposal,)))
    workspace.adoption.record(adopted="March 9, 2026")
    refused = talk(workspace, "proposals beside 1", "quit")
    assert "so its words stay as they are." in " ".join(refused.output.split())
    assert "Answered." in talk(workspace, "proposals 1", "3", "too late", "quit")
    assert [(held.outcome, held.answer) for held in workspace.session.proposals] == [("not", "too late")]
    assert not workspace.session.answer("purpose").alternatives
