"""Taking in what counsel sent back, line by line."""

from __future__ import annotations

from pathlib import Path

import pytest

from mou_tui.session.codec import encode
from mou_tui.session.model import Session
from mou_tui.workspace.workspace import Workspace
from tests.counsel import ANSWERS, STRANGE, came_back, with_ids
from tests.plain.conftest import Begin
from tests.plain.talking import talk

POLICE, SCHOOLS, NOBODY = "1", "2", "3"
BOTH, OURS, THEIRS, UNSURE = "1", "2", "3", "4"


@pytest.fixture
def workspace(begin: Begin) -> Workspace:
    return with_ids(begin(**ANSWERS))


@pytest.fixture
def file(workspace: Workspace, tmp_path: Path) -> Path:
    return came_back(workspace, tmp_path / "draft-back.docx")


def proposals(session: Session) -> list[tuple[str, str, str]]:
    """Each wording beside another: its clause, party and author."""
    return [
        (clause_id, held.proposer(key), held.author)
        for clause_id, answer in session.answers.items()
        for key, held in answer.alternatives.items()
    ]


def test_all_edits_are_taken_in_and_taken_back_without_a_trace(workspace: Workspace, file: Path) -> None:
    before = encode(workspace.session)
    heard = talk(workspace, f"counsel {file}", BOTH, SCHOOLS, POLICE, NOBODY, "all", "agenda", "quit")
    assert "1 edit and 1 comment from Ann Poe, for the School District; 1 edit from Lee Roe" in heard
    assert "3 edits stand beside their clauses." in heard
    assert proposals(workspace.session) == [
        ("purpose", "district", "Ann Poe"),
        ("scope", "agency", "Lee Roe"),
        ("duties", "", ""),
    ]
    workspace.undo()
    assert encode(workspace.session) == before


def test_each_is_shown_with_its_changes_marked_and_a_comment_may_be_checked_first(
    workspace: Workspace, file: Path
) -> None:
    answers = ("take", "leave", "elsewhere", "9.9", "leave", "check")
    heard = talk(workspace, f"counsel {file}", BOTH, SCHOOLS, POLICE, NOBODY, "each", *answers, "quit")
    assert "one aim: **quiet and** calm schools." in heard
    assert "No clause has that number." in heard
    assert proposals(workspace.session) == [("purpose", "district", "Ann Poe")]
    assert [action.what for action in workspace.session.actions] == ["Ann Poe commented on “aim”: Is okapi meant?"]


def test_an_edit_is_placed_where_it_belongs(workspace: Workspace, file: Path) -> None:
    answers = ("elsewhere", "2.2", "leave", "leave", "leave")
    talk(workspace, f"counsel {file}", BOTH, SCHOOLS, POLICE, NOBODY, "each", *answers, "quit")
    assert proposals(workspace.session) == [("not-discipline", "district", "Ann Poe")]


@pytest.mark.parametrize("ended", [("nothing", "quit"), (":cancel", "quit"), ()])
def test_leaving_in_between_takes_in_nothing(workspace: Workspace, file: Path, ended: tuple[str, ...]) -> None:
    before = encode(workspace.session)
    talk(workspace, f"counsel {file}", BOTH, SCHOOLS, POLICE, NOBODY, *ended)
    assert encode(workspace.session) == before


def test_the_other_sides_advice_is_not_shown(workspace: Workspace, file: Path) -> None:
    before = encode(workspace.session)
    heard = talk(workspace, f"counsel {file}", THEIRS, "quit")
    assert "Ask your counsel" in heard and "the sender may want it back" in heard
    assert not any(word in heard for word in STRANGE)
    assert encode(workspace.session) == before


@pytest.mark.parametrize("purpose", [OURS, UNSURE])
def test_of_advice_only_what_is_adopted_enters(workspace: Workspace, file: Path, purpose: str, home: Path) -> None:
    heard = talk(workspace, f"counsel {file}", purpose, SCHOOLS, "each", "take", "leave", "leave", "quit")
    assert "What you adopt becomes your own proposal" in heard and "okapi" not in heard
    assert proposals(workspace.session) == [("purpose", "district", "")]
    assert workspace.session.taken_in == ()
    held = b"".join(path.read_bytes() for path in home.rglob("*") if path.is_file())
    assert [word for word in STRANGE if word.encode() in held] == ["quiet and calm"]


def test_a_file_that_is_no_draft_of_this_gives_one_message(workspace: Workspace, tmp_path: Path) -> None:
    other = tmp_path / "letter.docx"
    other.write_bytes(b"PK\x03\x04 no archive")
    heard = talk(workspace, f"counsel {other}", "counsel", str(tmp_path / "none.docx"), "quit")
    assert "letter.docx" in heard and "none.docx" in heard
    assert workspace.session.taken_in == ()


def test_what_counsel_proposes_can_be_withdrawn(workspace: Workspace, file: Path) -> None:
    talk(
        workspace,
        f"counsel {file}",
        BOTH,
        SCHOOLS,
        POLICE,
        NOBODY,
        "all",
        "go 1.1",
        "propose district",
        "withdraw",
        ":cancel",
        "quit",
    )
    assert [clause_id for clause_id, _, _ in proposals(workspace.session)] == ["scope", "duties"]
