"""How far sessions are, for people and for programs."""

from __future__ import annotations

import json
import re
from pathlib import Path

from mou_tui.checklist.model import Checklist
from mou_tui.draft.state_labels import STATE_LABELS
from mou_tui.session.codec import encode
from mou_tui.session.model import ChecklistRef, Session
from tests.commands.program import SAMPLE, Run
from tests.story import Story


def test_status_says_in_words_what_is_left_to_do(run: Run, session: Path, sro: Checklist) -> None:
    done = run("status", session.name)
    assert (done.code, done.err) == (0, "")
    first, second, *_ = done.out.splitlines()
    assert first == "Lake City USD and Lake City Police Department (lake.mou.yaml)"
    assert second == "Text 2 of 24 · 5 blanks · 1 later"
    assert f"     2.1 {sro.question('duties').label}: {STATE_LABELS['example']}\n" in done.out
    assert (
        f"     1.2 {sro.question('scope').label}: {STATE_LABELS['written']}, very short"
        " · later: counsel to check first, by Friday\n" in done.out
    )


def test_status_tells_text_and_agreement_apart(run: Run, tmp_path: Path, sro: Checklist) -> None:
    Story(tmp_path / "story.mou.yaml").tell()
    done = run("status", "story.mou.yaml")
    _, counts, *lines = done.out.splitlines()
    # What is overdue follows, from the day it is.
    counts = re.sub(r" · \d overdue$", "", counts)
    assert counts == "Text 7 of 24 · Agreed 6 · 2 blanks · 1 objection · 1 to confirm · 2 later · 1 open action"
    assert "  2. SRO roles and responsibilities: 3 of 8, agreed 3" in lines
    assert "     2.3 School matter or crime: written · agreed · Parent Council to confirm" in lines
    assert "     2.5 Questioning students: written · agreed · Parent Council objects" in lines
    assert f"     3.3 {sro.question('complaints').label}: {STATE_LABELS['blanks']}" in lines


def test_status_for_programs_is_one_object_a_line(run: Run, session: Path, sro: Checklist) -> None:
    done = run("status", "--json", session.name, SAMPLE)
    assert (done.code, done.err) == (0, "")
    first, second = map(json.loads, done.out.splitlines())
    assert list(first) == list(second)
    assert {key: value for key, value in first.items() if key != "topics"} == {
        "file": "lake.mou.yaml",
        "title": "Lake City USD and Lake City Police Department",
        "needed": 24,
        "written": 2,
        "blanks": 5,
        "agreed": 0,
        "objections": 0,
        "actions_open": 0,
        "later": 1,
        "proposals_open": 0,
        "points_gone_through": 0,
        "dead_references": [],
        "overdue": 0,
        "due": [
            {
                "kind": "later",
                "question": first["due"][0]["question"],
                "text": first["due"][0]["text"],
                "due": "Friday",
                "on": "",
                "overdue": False,
            }
        ],
        "notes": [],
        "in_force": None,
        "review": "",
        "review_due": False,
    }
    assert [topic["id"] for topic in first["topics"]] == [topic.id for topic in sro.topics]
    mission, roles, *_ = first["topics"]
    assert list(mission) == ["id", "title", "needed", "written", "agreed", "questions"]
    assert (mission["title"], mission["needed"], mission["written"]) == ("Mission", 3, 2)
    states = {"purpose": "blanks", "scope": "written", "pilot": "written"}
    assert mission["questions"] == [
        {
            "id": question_id,
            "label": sro.question(question_id).label,
            "essential": sro.question(question_id).essential,
            "state": state,
            "agreement": "not-asked",
            "points": {"state": "open", "ticked": 0, "total": len(sro.question(question_id).points)},
            "very_short": question_id == "scope",
        }
        for question_id, state in states.items()
    ]
    assert [question["state"] for question in roles["questions"]] == ["example", "not-applicable", *["empty"] * 6]
    assert second["file"] == str(SAMPLE)


def test_status_lists_every_question_of_the_depth(run: Run, tmp_path: Path, sro: Checklist) -> None:
    for depth in ("essential", "full"):
        (tmp_path / "a.mou.yaml").write_bytes(encode(Session(ChecklistRef("sro", "1"), depth)))
        (line,) = run("status", "--json", "a.mou.yaml").out.splitlines()
        listed = [question["id"] for topic in json.loads(line)["topics"] for question in topic["questions"]]
        assert listed == [question.id for question in sro.questions(depth)]


def test_status_goes_on_after_a_file_that_cannot_be_read(run: Run, session: Path, tmp_path: Path) -> None:
    (tmp_path / "damaged.mou.yaml").write_text("format: 1\nchecklist: [\n...\n")
    done = run("status", "missing.mou.yaml", "damaged.mou.yaml", session.name)
    assert done.code == 2
    assert done.out.startswith("Lake City USD")
    missing, damaged = done.err.splitlines()
    assert missing == "Cannot open “missing.mou.yaml”: it is not there."
    assert damaged.startswith("damaged.mou.yaml:2: ")
    assert run("status", "missing.mou.yaml").code == 1
