"""From the sample to the next term: adopted, locked, amended, the amendment adopted, and renewed."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path

import pytest

from mou_tui import paths
from mou_tui.plain.console import Console
from mou_tui.plain.interview import Interview
from mou_tui.session.codec import decode, encode
from mou_tui.session.model import Session
from mou_tui.workspace.repository import SessionRepository
from mou_tui.workspace.session_reader import ChecklistCatalog
from tests.commands.program import Run
from tests.plain.talking import Lines, Talk

ADOPTION = ("Resolution 14", "3/12/2026", "the City Clerk", "", "", "", "record")
OTHER = "The SRO shall keep students safe and known."


def talk(path: Path, *lines: str) -> Talk:
    workspace, output = SessionRepository(ChecklistCatalog()).open(path), io.StringIO()
    code = Interview(workspace, Console(Lines(("", *lines, "quit"), output), output)).run()
    return Talk(code, output.getvalue())


def read(path: Path) -> Session:
    return decode(path.read_bytes(), path.name).session


def decided(session: Session) -> Session:
    """Return a session without alternatives: only what is decided can be adopted."""
    return replace(session, answers={name: replace(held, alternatives={}) for name, held in session.answers.items()})


@pytest.fixture
def lake(tmp_path: Path) -> Path:
    path = tmp_path / "lake.mou.yaml"
    path.write_bytes(encode(decided(read(paths.content() / "sample.mou.yaml"))))
    return path


def test_a_whole_term(run: Run, lake: Path, tmp_path: Path) -> None:
    talk(lake, "inforce", "3/9/2026", *ADOPTION)
    before = read(lake)
    assert before.in_force
    refused = talk(lake, "write Something else.", "say 1 objects", "names")
    assert refused.output.count("A change in") == 3
    assert read(lake) == before

    assert run("amend", lake.name, "-o", "first.mou.yaml").code == 0
    first = tmp_path / "first.mou.yaml"
    talk(first, "unlock", f"write {OTHER}", "replace", ":end")
    document = run("export", first.name, "--document", "amendment", "-o", "-").out
    assert "**Section 1.1 (Purpose and goals) is replaced by:**" in document
    assert OTHER in document
    assert document.count("**Section") == 1
    assert "adopted on March 9, 2026 and signed on March 12, 2026" in document
    redline = run("export", first.name, "--redline", "the agreement in force", "-o", "redline.md")
    assert redline.code == 0, redline.err
    assert OTHER.split()[-1] in (tmp_path / "redline.md").read_text(encoding="utf-8")

    talk(first, "inforce", "5/4/2027", *ADOPTION[:1], "5/6/2027", *ADOPTION[2:])
    assert run("renew", first.name, "-o", "next.mou.yaml").code == 0
    renewed = read(tmp_path / "next.mou.yaml")
    assert renewed.answer("purpose").current == OTHER
    assert renewed.renews and renewed.renews.agreement == read(first).agreement
    agenda = run("export", "next.mou.yaml", "--document", "agenda", "-o", "-").out
    assert "bring what was promised" in agenda
    changes = run("export", "next.mou.yaml", "--document", "changes", "-o", "-").out
    assert "not yet looked at" in changes
    assert read(lake) == before
