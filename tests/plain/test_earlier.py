"""The earlier agreement line by line: the same steps as on the full screen, and the same session after them."""

from __future__ import annotations

from pathlib import Path

import pytest

from mou_tui.exchange.revision import paragraph, placeable
from mou_tui.workspace.workspace import Workspace
from tests.plain.conftest import Begin
from tests.plain.talking import talk

TEXT = """SRO AGREEMENT

1. Chain of Command. SROs shall remain employees of the City. The principal may request services.

2. Costs. The District shall reimburse the City for fifty percent of the salary.

The ferry to the island leaves at nine.
"""


@pytest.fixture
def old(tmp_path: Path) -> Path:
    path = tmp_path / "old.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def belonging(workspace: Workspace, words: str) -> tuple[tuple[str, ...], bool]:
    held = next(
        each for ref in placeable(workspace.session) if words in (each := paragraph(workspace.session, ref)).text
    )
    return held.questions, held.placed


def test_it_is_read_gone_through_and_used(begin: Begin, old: Path) -> None:
    workspace = begin()
    output = talk(workspace, f"earlier read {old}", "earlier", "tray", "all", "earlier use", "yes", "quit")
    assert "Read" in output
    assert "old.txt: 3 paragraphs to confirm, 1 in the tray." in output
    assert "The ferry to the island leaves at nine." in output
    assert "Start 2 answers with the earlier wording?" in output
    assert workspace.session.answer("command").is_unreviewed
    assert belonging(workspace, "ferry") == ((), True)


def test_each_paragraph_can_be_moved_split_and_taken_back(begin: Begin, old: Path) -> None:
    workspace = begin()
    talk(workspace, f"earlier read {old}", "earlier", "move", "9.2 3.1", "undo", "move", "9.2", "done", "quit")
    assert belonging(workspace, "ferry") == (("overtime",), True)
    words = ("earlier", "tray", "split", "1", "join", "outside", "general", "done", "quit")
    output = talk(begin(), f"earlier read {old}", *words)
    assert "Cut it after which sentence?" in output


def test_the_report_is_written_in_the_kind_that_its_name_says(begin: Begin, old: Path, tmp_path: Path) -> None:
    target = tmp_path / "gaps.html"
    output = talk(
        begin(), f"earlier read {old}", f"earlier report {target}", f"earlier report {target}", "keep", "quit"
    )
    assert f"Wrote {target}." in output
    assert target.read_text("utf-8").startswith("<!doctype html>")
    assert "Nothing was written." in output


def test_the_report_is_told(begin: Begin, old: Path) -> None:
    output = talk(begin(), f"earlier read {old}", "earlier report", "quit")
    assert "3.1 Employment and command: covered." in output
    assert "Complaints: nothing found. nearest is paragraph" in output


def test_what_cannot_be_read_is_said(begin: Begin, tmp_path: Path) -> None:
    (tmp_path / "scan.png").write_bytes(b"\x89PNG\r\n\x1a\n" + b"\0" * 99)
    output = talk(begin(), f"earlier read {tmp_path / 'scan.png'}", "earlier", "quit")
    assert "is a picture, and its words cannot be read." in output
    assert "No earlier agreement is read in." in output


def test_the_changes_can_be_exported(begin: Begin, old: Path, tmp_path: Path) -> None:
    target = tmp_path / "changes.md"
    workspace = begin()
    talk(
        workspace,
        f"earlier read {old}",
        "earlier",
        "tray",
        "all",
        "earlier use",
        "yes",
        "export changes",
        str(target),
        "quit",
    )
    words = target.read_text(encoding="utf-8")
    assert "as in the earlier agreement, not yet looked at" in words
    assert "## Placed nowhere (1)" in words


def test_text_outside_the_topics_goes_to_counsel_or_becomes_a_clause(begin: Begin, old: Path) -> None:
    workspace = begin()
    output = talk(workspace, f"earlier read {old}", "earlier", "counsel", "general", "undo", "done", "quit")
    assert "It is among the terms from counsel." in output
    assert not workspace.session.counsel
    output = talk(begin(), f"earlier read {old}", "earlier", "clause", "9", "The ferry", "done", "quit")
    assert "A clause at the end of which topic?" in output
    assert "It is a clause of your own." in output


def test_answers_are_started_one_by_one(begin: Begin, old: Path) -> None:
    workspace = begin()
    words = ("earlier", "tray", "all", "earlier use", "each", "yes", "no", "quit")
    output = talk(workspace, f"earlier read {old}", *words)
    assert "3.1 Employment and command: Chain of Command. SROs shall remain" in output
    assert workspace.session.answer("command").is_unreviewed
    assert not workspace.session.answer("cost-share").text
