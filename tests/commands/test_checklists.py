"""Checklists are shown and checked."""

from __future__ import annotations

import json
import re
from pathlib import Path

from mou_tui.checklist.model import Checklist
from mou_tui.checklist.requirement_table import COLUMNS
from tests.commands.program import Done, Run


def test_the_checklist_is_shown_in_words(run: Run, sro: Checklist) -> None:
    done = run("checklist", "show")
    assert (done.code, done.err) == (0, "")
    assert "58 questions, 24 essential" in done.out
    assert all(question.ask in done.out for question in sro.questions())


def test_the_checklist_for_programs_is_one_object(run: Run, sro: Checklist) -> None:
    done = run("checklist", "show", "sro", "--json")
    assert (done.code, done.err) == (0, "")
    shown = json.loads(done.out)
    assert [(topic["id"], topic["title"]) for topic in shown["topics"]] == [
        (topic.id, topic.title) for topic in sro.topics
    ]
    questions = [question for topic in shown["topics"] for question in topic["questions"]]
    assert [(question["id"], question["label"], question["essential"]) for question in questions] == [
        (question.id, question.label, question.essential) for question in sro.questions()
    ]
    assert all(
        {"id", "label", "when", "covers", "text"} <= set(example)
        for question in questions
        for example in question["examples"]
    )
    assert all(len(question["examples"]) >= 2 for question in questions)


def test_a_checklist_without_mistakes_is_said_to_be_so(run: Run) -> None:
    assert run("checklist", "check") == Done(0, "", "No mistakes: 11 topics, 58 questions, 35 layers with 132 lines.\n")


def test_what_was_read_long_before_a_day_is_warned_of_line_by_line(run: Run) -> None:
    done = run("checklist", "check", "--on", "2028-06-01")
    *warnings, last = done.err.splitlines()
    assert (done.code, len(warnings), last.startswith("No mistakes")) == (0, 132, True)
    assert warnings[0].startswith(
        "Warning: layers/al.yaml:21: “contract” (Code of Alabama 16-1-44.1) was read on 2026-11-30"
    )
    wrong = run("checklist", "check", "--on", "soon")
    assert (wrong.code, "“soon” is not a day; write it as 2026-11-30" in wrong.err) == (2, True)


def test_the_checklist_for_programs_tells_of_relations_definitions_and_law(run: Run) -> None:
    shown = json.loads(run("checklist", "show", "--json").out)
    (review,) = (item for topic in shown["topics"] for item in topic["questions"] if item["id"] == "prevailing-text")
    example = review["examples"][0]
    assert "police-policy" in example["subjects"]
    assert "force/serious-harm" in example["overlaps"][0]["to"]
    assert (example["one-view"] != "", example["needs"], example["excludes"]) == (True, [], [])
    assert {"term": "business day", "always": True}.items() <= shown["definitions"][1].items()
    (virginia,) = (layer for layer in shown["layers"] if layer["state"] == "VA")
    assert set(virginia["lines"][0]) == set(COLUMNS) - {"layer", "title", "level", "state", "version"}


def test_every_mistake_in_a_checklist_is_told_with_its_line(run: Run, tmp_path: Path) -> None:
    (tmp_path / "bad.yaml").write_text("id: bad\nversion: 1\ntitle: Bad\ncolour: red\n")
    done = run("checklist", "check", "bad.yaml")
    assert (done.code, done.out) == (2, "")
    assert all(re.match(r"bad\.yaml:\d+: ", line) for line in done.err.splitlines())
    assert "bad.yaml:4: unknown key “colour”" in done.err
    assert run("checklist", "show", "nothing").code == 1
