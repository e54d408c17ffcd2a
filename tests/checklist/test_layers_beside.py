"""A checklist with layers beside it is checked as a whole: each mistake is told in its own file, with its line."""

from __future__ import annotations

from pathlib import Path

import pytest

from mou_tui.checklist.loader import load
from mou_tui.errors import InvalidFile
from mou_tui.paths import content

LAYER = """id: xx
title: Somewhere
checklist: sro
version: "1"
level: law
state: WY
sources:
  code:
    title: Code 1
    official: law.example
    copy: copy.example
lines:
- id: one
  questions:
  - review
  points:
  - review/cycle
  text: Somewhere asks for a review.
  asks: duty
  binds:
  - agreement
  since: "2024"
  section: Code 1
  read: "2026-11-30"
  certainty: whole
  source: code
"""


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("  - review\n", "  - revue\n", "layers/xx.yaml:15: “revue” is no question of the checklist"),
        ('"2026-11-30"', "November 2026", "layers/xx.yaml:24: “November 2026” is not a day; write 2026-11-30"),
        ("source: code", "source: cod", "layers/xx.yaml:26: “cod” is no source of this layer"),
        ("section: Code 1", 'section: ""', "layers/xx.yaml:23: names no section"),
        ("level: law", "level: grant", "layers/xx.yaml:6: only a layer of law belongs to a state"),
        ('  read: "2026-11-30"\n', "", "layers/xx.yaml:13: “read” is missing"),
        ("  certainty: whole\n", "", "layers/xx.yaml:13: “certainty” is missing"),
        ("asks: duty", "asks: must", "layers/xx.yaml:19: "),
        ("  - agreement\n", "", "layers/xx.yaml:20: binds nobody; name one or more of: agreement, agency, district"),
        ('since: "2024"', "since: lately", "layers/xx.yaml:22: “lately” is no time; write 2026, 2026-07 or 2026-07-01"),
        ("review/cycle", "review/cycles", "layers/xx.yaml:17: “review/cycles” is no point of the checklist"),
        ("review/cycle", "term/dates", "layers/xx.yaml:17: “term/dates” is a point of a question that the line does"),
    ],
)
def test_a_mistake_in_a_layer_is_told_with_its_line(tmp_path: Path, old: str, new: str, expected: str) -> None:
    copied(tmp_path, LAYER.replace(old, new))
    with pytest.raises(InvalidFile) as invalid:
        load(str(tmp_path / "sro"))
    assert any(str(problem).startswith(expected) for problem in invalid.value.problems)


@pytest.mark.parametrize(
    ("due", "expected"),
    [
        ("within: soon", "layers/xx.yaml:23: “soon” is no length of time; write 90 days, 3 months or 1 year"),
        ("within: 3 months", "layers/xx.yaml:23: is counted from nothing; name it with after"),
        ("after: adoption", "layers/xx.yaml:23: counts nothing; write within or every"),
        ("after: easter", "layers/xx.yaml:23: "),
        ('by: "06-31"', "layers/xx.yaml:23: “06-31” is no day; write 2027-06-01, or 09-01 for that day of each year"),
        ('by: ""', "layers/xx.yaml:23: sets no time; write within, before, by or every"),
    ],
)
def test_a_time_that_cannot_be_counted_is_told_with_its_line(tmp_path: Path, due: str, expected: str) -> None:
    copied(tmp_path, LAYER.replace('since: "2024"', f"due:\n    {due}"))
    with pytest.raises(InvalidFile) as invalid:
        load(str(tmp_path / "sro"))
    assert any(str(problem).startswith(expected) for problem in invalid.value.problems)


def test_a_layer_for_another_checklist_is_left_alone(tmp_path: Path) -> None:
    copied(tmp_path, LAYER.replace("checklist: sro", "checklist: other"))
    assert load(str(tmp_path / "sro")).layers == ()


def copied(folder: Path, layer: str) -> None:
    """The checklist that comes with the program, with one layer of its own."""
    for path in (content() / "sro").rglob("*.yaml"):
        target = folder / "sro" / path.relative_to(content() / "sro")
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(path.read_bytes())
    (folder / "layers").mkdir()
    (folder / "layers" / "xx.yaml").write_text(layer, encoding="utf-8")


@pytest.mark.parametrize(
    ("relation", "expected"),
    [
        ("needs:\n    - to:\n      - nothing/one\n      why: So.", "“nothing/one” names no question"),
        ("excludes:\n    - to:\n      - scope/none\n      why: So.", "“scope/none” names no example or point"),
        ("overlaps:\n    - to:\n      - purpose/climate\n      why: So.", "is an example of the same question"),
        ('overlaps:\n    - to:\n      - scope/shared\n      why: ""', "has 0 characters; one to 160 are allowed"),
        ("needs:\n    - to:\n      - pilot/sunset\n      why: So.", "needs a partner in another essential question"),
        ("needs:\n    - to:\n      why: So.", "names no other example or point"),
    ],
)
def test_a_relation_that_leads_nowhere_is_told_with_its_line(tmp_path: Path, relation: str, expected: str) -> None:
    copied(tmp_path, LAYER)
    topic = tmp_path / "sro" / "topics" / "01-mission.yaml"
    text = topic.read_text(encoding="utf-8")
    topic.write_text(
        text.replace("    one-view: A narrow", f"    {relation}\n    one-view: A narrow"), encoding="utf-8"
    )
    with pytest.raises(InvalidFile) as invalid:
        load(str(tmp_path / "sro"))
    (problem,) = invalid.value.problems
    assert problem.file == "sro/topics/01-mission.yaml"
    assert problem.line > 1
    assert expected in problem.what


def test_a_mistake_is_named_in_its_own_layer_where_another_is_for_another_checklist(tmp_path: Path) -> None:
    copied(tmp_path, LAYER.replace("  - review\n", "  - revue\n"))
    (tmp_path / "layers" / "aa.yaml").write_text(LAYER.replace("checklist: sro", "checklist: other"), encoding="utf-8")
    (tmp_path / "layers" / "zz.yaml").write_text(LAYER.replace("checklist: sro", "checklist: other"), encoding="utf-8")
    with pytest.raises(InvalidFile) as invalid:
        load(str(tmp_path / "sro"))
    assert [(problem.file, problem.line) for problem in invalid.value.problems] == [("layers/xx.yaml", 15)]
