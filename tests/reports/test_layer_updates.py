"""What is new in the laws and grants of a session: said once it opens, listed, and remembered once it was seen."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from mou_tui.checklist.layers import Layer, LayerChange
from mou_tui.checklist.loader import load
from mou_tui.checklist.model import Checklist
from mou_tui.reports.layer_updates import KEPT, news_lines, news_sentence, with_versions_seen
from mou_tui.session.model import Answer, ChecklistRef, Session
from mou_tui.session.requirements import LayerRef, PointedSentence
from mou_tui.workspace.parties import PartiesAndFacts
from mou_tui.workspace.repository import SessionRepository
from mou_tui.workspace.session_reader import ChecklistCatalog
from mou_tui.workspace.workspace import Workspace

SRO = load()
CHANGES = (
    LayerChange("2026-11", "first published"),
    LayerChange("2027-02", "the agreement is sent by July 1", ("filing",)),
    LayerChange("2027-05", "a rule on pay is gone", ("pay",)),
)


def newer(checklist: Checklist = SRO) -> Checklist:
    """The checklist with a newer law of Washington, from which a line is gone."""

    def changed(layer: Layer) -> Layer:
        return replace(layer, version="2027-05", changes=CHANGES) if layer.id == "wa" else layer

    return replace(checklist, layers=tuple(map(changed, checklist.layers)))


NEWER = newer()
SESSION = Session(
    ChecklistRef("sro", SRO.version),
    facts={"state": "Washington"},
    answers={"cost-share": Answer("The district pays half.")},
    layers=(LayerRef("wa", "2026-11"),),
    requirements=(PointedSentence("wa", "pay", "cost-share", "The district pays half."),),
)


def test_what_is_new_is_said_on_one_line_with_the_clauses_it_touches() -> None:
    assert news_sentence(NEWER, SESSION) == "New in Washington law: 2 changes, on 9.1 and 11.2."
    first, filing, gone, kept = news_lines(NEWER, SESSION)
    assert first == "Washington law, 2027-02: the agreement is sent by July 1, on 11.2."
    assert filing.startswith("Washington requires the agreement to be sent") and "RCW 28A.320.1241(2)" in filing
    assert gone == "Washington law, 2027-05: a rule on pay is gone, on 9.1."
    assert kept == KEPT


@pytest.mark.parametrize(
    ("seen", "expected"),
    [
        ("2026-11", 2),
        ("2027-02", 1),
        ("2027-03", 1),  # never published, such as one of a district's own
        ("2027-05", 0),
        ("2028-01", 0),  # of a newer program
        ("", 0),
    ],
)
def test_only_what_came_after_the_version_that_was_seen_is_new(seen: str, expected: int) -> None:
    session = replace(SESSION, layers=(LayerRef("wa", seen), LayerRef("gone", "1")))
    assert len([line for line in news_lines(NEWER, session) if line.startswith("Washington law,")]) == expected
    assert bool(news_sentence(NEWER, session)) is bool(expected)


def test_what_was_seen_is_not_new_again_and_a_layer_nobody_knows_is_kept() -> None:
    session = replace(SESSION, layers=(LayerRef("wa", "2026-11"), LayerRef("gone", "1")))
    after = with_versions_seen(NEWER, session)
    assert after.layers == (LayerRef("wa", "2027-05"), LayerRef("gone", "1"))
    assert news_sentence(NEWER, after) == ""
    assert after.answers == SESSION.answers and after.requirements == SESSION.requirements


@pytest.fixture
def workspace(tmp_path: Path, home: Path) -> Workspace:
    repository = SessionRepository(ChecklistCatalog())
    names = PartiesAndFacts(facts={"state": "Washington"}, layers=("wa",))
    opened = repository.start(names, path=tmp_path / "lake.mou.yaml")
    opened.checklist = newer(opened.checklist)
    return opened


def test_it_is_remembered_in_the_file_once_seen_and_is_no_step_to_undo(workspace: Workspace) -> None:
    workspace.parties.update((), {"start-date": "July 1, 2027"})
    assert workspace.requirements.news.startswith("New in Washington law")
    workspace.requirements.remember_versions()
    assert workspace.requirements.news == ""
    result = workspace.undo()
    assert result is not None and result.message == "Took back the change of parties and facts."
    assert workspace.session.layers == (LayerRef("wa", "2027-05"),)
    workspace.close()
    assert 'version: "2027-05"' in workspace.store.path.read_text(encoding="utf-8")


def test_looking_at_a_read_only_session_leaves_it_as_it_is(workspace: Workspace, tmp_path: Path) -> None:
    workspace.close()
    reader = SessionRepository(ChecklistCatalog()).open(workspace.store.path, read_only=True)
    reader.checklist = newer(reader.checklist)
    assert reader.requirements.news
    reader.requirements.remember_versions()
    reader.close()
    assert reader.session.layers == (LayerRef("wa", "2026-11"),)


def test_choosing_among_laws_and_grants_does_not_count_as_having_seen(workspace: Workspace) -> None:
    workspace.requirements.choose(["wa", "cops-2020"])
    assert workspace.session.layers == (LayerRef("wa", "2026-11"), LayerRef("cops-2020", "2026-11"))
    assert workspace.requirements.news
    workspace.close()
