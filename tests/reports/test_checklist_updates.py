"""A session of an earlier checklist opens with a plain note of what is new, and loses no answer."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from mou_tui.checklist.loader import load
from mou_tui.draft.draft import assemble
from mou_tui.reports.checklist_updates import what_is_new
from mou_tui.session.codec import decode
from tests.checklist.content import FILLED

SRO = load()
OLD = sorted((Path(__file__).parents[1] / "data" / "v020").glob("*.mou.yaml"))


@pytest.mark.parametrize("path", OLD, ids=lambda path: str(path.name))
def test_every_answer_of_an_earlier_checklist_is_in_the_draft(path: Path) -> None:
    session = decode(path.read_bytes(), path.name).session
    clauses = {clause.question_id: clause for section in assemble(SRO, session).sections for clause in section.clauses}
    for question_id, answer in session.answers.items():
        assert question_id in SRO
        assert clauses[question_id].text == answer.text
        example = answer.taken and answer.taken.example
        assert example is None or example in {item.id for item in SRO.question(question_id).examples}
        assert set(answer.points) <= {point.id for point in SRO.question(question_id).points}


@pytest.mark.parametrize("path", OLD, ids=lambda path: str(path.name))
def test_it_is_told_what_is_new(path: Path) -> None:
    updates = what_is_new(SRO, decode(path.read_bytes(), path.name).session)
    assert updates.startswith("made with the checklist of 2026-11. New since then: “Equal treatment” is essential now;")
    assert updates.endswith(". Every answer is kept as it was.")


def test_a_session_of_this_checklist_or_of_one_never_published_is_told_nothing() -> None:
    assert what_is_new(SRO, FILLED) == ""
    assert SRO.news_since("1") == ()
    assert SRO.changes[-1].version == SRO.version


def test_the_note_is_among_what_is_said_at_opening(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from mou_tui.workspace.repository import SessionRepository
    from mou_tui.workspace.session_reader import ChecklistCatalog

    monkeypatch.setenv("MOU_TUI_HOME", str(tmp_path / "home"))
    path = Path(shutil.copy(OLD[0], tmp_path / "old.mou.yaml"))
    workspace = SessionRepository(ChecklistCatalog()).open(path)
    first, *_ = map(str, workspace.store.notes)
    workspace.store.close()
    assert first.startswith("old.mou.yaml: made with the checklist of 2026-11. New since then: ")
