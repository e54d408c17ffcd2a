"""Recording that the agreement was adopted, line by line; what can be said of it from then on."""

from __future__ import annotations

from pathlib import Path

import pytest

from mou_tui.session.codec import decode
from tests.plain.conftest import Begin
from tests.plain.talking import talk

ADOPTION = ("inforce", "3/9/2027", "Resolution 14", "March 12, 2027", "the City Clerk", "", "", "", "record")


def test_the_adoption_is_asked_for_field_by_field_and_locks_the_words(begin: Begin) -> None:
    workspace = begin(purpose="For 30 days.")
    output = talk(workspace, *ADOPTION, "write Other words.", "sign", "quit")
    held = workspace.session.in_force
    assert held
    assert (held.adopted, held.resolution, held.kept_at, held.posted) == (
        *("March 9, 2027", "Resolution 14"),
        *("the City Clerk", ""),
    )
    assert "Once this is recorded, the words of the agreement are locked." in output
    assert "A change in mid-term is an amendment (amend)" in " ".join(output.after("write Other words.").split())
    assert workspace.session.answer("purpose").text == "For 30 days."
    assert "Posted: not recorded yet" in output.after("sign")


def test_what_is_left_open_is_heard_before_it_is_confirmed(begin: Begin) -> None:
    workspace = begin(purpose="For [number] days.")
    heard = " ".join(talk(workspace, *ADOPTION[:-1], "leave", "quit").output.split())
    assert heard.index("Left open: 23 clauses have no words and 4 blanks are left.") < heard.index(
        "When was it adopted"
    )
    talk(workspace, *ADOPTION, "quit")
    later = talk(workspace, "inforce", "", "", "", "", "the website", ":end", "quit")
    assert "are left." not in later


def test_a_clause_with_two_wordings_is_decided_first(begin: Begin) -> None:
    workspace = begin(purpose="For 30 days.")
    output = talk(workspace, "", "propose 2 For 40 days.", ":end", *ADOPTION[:1], "quit")
    assert "Choose one of the wordings of 1.1 Purpose and goals first;" in " ".join(output.after("inforce").split())
    assert workspace.session.in_force is None


def test_more_is_recorded_later_and_taken_back(begin: Begin) -> None:
    workspace = begin(purpose="For 30 days.")
    output = talk(workspace, *ADOPTION, "inforce", "", "", "", "", "the website, March 15", ":end", "undo", "quit")
    assert "What was adopted is recorded." in output
    assert "Took back what was recorded of the adoption." in output
    assert workspace.session.in_force and workspace.session.in_force.posted == ""
    assert "Took back recording the adoption." in talk(workspace, "undo", "quit")
    assert workspace.session.in_force is None


@pytest.mark.parametrize(
    "lines",
    [
        (*ADOPTION[:-1], "leave"),
        ("inforce", ":cancel"),
        ("inforce", "", "Resolution 14", ":end"),
        ("inforce", "March 9, 2027", ":end", "leave"),
    ],
)
def test_nothing_is_locked_before_it_is_confirmed(begin: Begin, lines: tuple[str, ...]) -> None:
    workspace = begin(purpose="For 30 days.")
    assert "Left as it was." in talk(workspace, *lines, "quit")
    assert workspace.session.in_force is None


def test_reading_exporting_and_the_record_go_on(begin: Begin) -> None:
    workspace = begin(purpose="For 30 days.")
    output = talk(workspace, *ADOPTION, "export record", "", "draft", "history", "review", "quit")
    assert "Wrote" in output
    record = next(workspace.store.path.parent.glob("*-record.md")).read_text(encoding="utf-8")
    assert "## In force" in record
    assert "Adopted March 9, 2027: Resolution 14" in record
    assert "In force from March 12, 2027." in output


def test_the_next_term_begins_in_a_file_of_its_own(begin: Begin) -> None:
    workspace = begin(purpose="For 30 days.")
    output = talk(workspace, "renew", "leave", *ADOPTION, "renew", "", "renew", "", "quit")
    assert "This agreement is not recorded as in force." in output
    (path,) = workspace.store.path.parent.glob("*-review.mou.yaml")
    assert decode(path.read_bytes(), "a").session.answer("purpose").current == "For 30 days."
    assert "To go on there, say quit, and open it." in output
    assert "already" in output.after("")


def test_what_differs_in_the_signed_file_is_heard_before_it_is_recorded(begin: Begin, tmp_path: Path) -> None:
    workspace, signed = begin(purpose="For 30 days."), tmp_path / "signed.txt"
    signed.write_text("For 40 days.\n", encoding="utf-8")
    output = talk(workspace, "inforce", "March 9, 2027", *[""] * 5, str(signed), "leave", "quit")
    assert "signed: For 40 days." in output
    assert workspace.session.in_force is None
    talk(begin(), "inforce", "March 9, 2027", *[""] * 5, str(tmp_path / "none.pdf"), "record", "quit")


@pytest.mark.parametrize("line", ["say 1 agrees", "meeting begin", "names", "decide x", "take 1", "blanks fill"])
def test_what_changes_it_is_refused(begin: Begin, line: str) -> None:
    workspace = begin(purpose="For [number] days.")
    output = talk(workspace, *ADOPTION, line, "quit")
    assert "so its words stay as they are." in " ".join(output.after(line).split())
