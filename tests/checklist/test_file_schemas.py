"""Editors check by the schemas what the program checks: whatever it reads fits them, and what they can see does not."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft7Validator

from mou_tui.checklist.file_schemas import KINDS, file_schema
from mou_tui.exchange.cues import CueBook
from mou_tui.paths import content
from tests.checklist.layer_text import LAYER

VALIDATORS = {name: Draft7Validator(file_schema(kind)) for name, kind in {**KINDS, "cues": CueBook}.items()}
SRO, STARTERS = content() / "sro", content() / "starters"
FILES = {
    "checklist": [SRO / "checklist.yaml", STARTERS / "new-checklist.yaml"],
    "topic": sorted((SRO / "topics").glob("*.yaml")),
    "sources": [SRO / "sources.yaml"],
    "cues": [SRO / "cues.yaml"],
    "layer": [*sorted((content() / "layers").glob("*.yaml")), STARTERS / "new-layer.yaml"],
}
TOPIC = (SRO / "topics" / "01-mission.yaml").read_text(encoding="utf-8")
HEAD = (STARTERS / "new-checklist.yaml").read_text(encoding="utf-8")


class EditorLoader(yaml.SafeLoader):
    """Reads as editors do: by YAML 1.2, for which `yes` and days are text, and numbers, true and nothing are not."""


EditorLoader.yaml_implicit_resolvers = {
    first: [
        (tag, pattern if not tag.endswith("bool") else re.compile(r"^(?:true|True|TRUE|false|False|FALSE)$"))
        for tag, pattern in resolvers
        if not tag.endswith(("timestamp", "merge", "value"))
    ]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def as_editors_read(text: str) -> Any:  # noqa: ANN401
    return yaml.load(text, EditorLoader)


def as_text_only(text: str) -> Any:  # noqa: ANN401
    return yaml.load(text, yaml.BaseLoader)


def faults(kind: str, text: str) -> list[str]:
    """What a validator says, with the way to where it says so."""
    errors = VALIDATORS[kind].iter_errors(as_editors_read(text))
    return [f"{'/'.join(map(str, error.absolute_path))}: {error.message}" for error in errors]


@pytest.mark.parametrize("kind", VALIDATORS)
def test_a_schema_is_one(kind: str) -> None:
    Draft7Validator.check_schema(VALIDATORS[kind].schema)


@pytest.mark.parametrize(
    ("kind", "path"),
    [pytest.param(kind, path, id=f"{kind} {path.name}") for kind, paths in FILES.items() for path in paths],
)
def test_every_file_that_comes_with_the_program_fits(kind: str, path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert faults(kind, text) == []
    VALIDATORS[kind].validate(as_text_only(text))


def test_every_kind_of_file_has_files_that_were_tried() -> None:
    assert FILES.keys() == VALIDATORS.keys()
    assert all(FILES.values())


def test_what_is_left_empty_or_written_as_a_number_is_text(tmp_path: Path) -> None:
    text = LAYER.replace('version: "2026-11"', "version: 2", 1).replace(
        "  condition: Where an officer is armed.", "  condition:"
    )
    assert faults("layer", text.replace("  points:\n  - review/cycle\n", "  points:\n")) == []


def test_an_editor_can_say_what_a_key_is_for() -> None:
    line = file_schema(KINDS["layer"])["definitions"]["LayerLine"]["properties"]
    assert line["read"]["description"].startswith("Day by which its text had been read")
    assert line["asks"]["enum"] == ["duty", "encouragement", "context"]


@pytest.mark.parametrize(
    ("old", "new", "where"),
    [
        ("id: wy-center\n", "", ""),
        ("id: wy-center", "id: Wyoming Center", "id"),
        ("title: Wyoming\n", "tilte: Wyoming\n", ""),
        ("title: Wyoming\n", "title:\n", "title"),
        ("title: Wyoming\n", 'title: " "\n', "title"),
        ("title: Wyoming\n", "title:\n- a\n", "title"),
        ("level: law", "level: statute", "level"),
        ("    official: wyoleg.example.gov\n", "", "sources/statute"),
        ("official: wyoleg.example.gov", "official:", "sources/statute/official"),
        ("  questions:\n  - review\n", "  questions:\n", "lines/0/questions"),
        ("  questions:\n  - review\n", "  questions: review\n", "lines/0/questions"),
        ("text: Wyoming asks that", f"text: {'x' * 140} asks that", "lines/0/text"),
        ("asks: duty", "asks: must", "lines/0/asks"),
        ("  - agency\n", "  - police\n", "lines/0/binds/0"),
        ("  binds:\n  - agency\n", "  binds: []\n", "lines/0/binds"),
        ("condition: Where", f"condition: {'x' * 150}", "lines/0/condition"),
        ('since: "2024-07"', "since: July 2024", "lines/0/since"),
        ("section: Wyoming Code 1-2-3", "section:", "lines/0/section"),
        ('read: "2026-11-30"', "read: November 30", "lines/0/read"),
        ('  read: "2026-11-30"\n', "", "lines/0"),
        ("certainty: whole", "certainty: certain", "lines/0/certainty"),
        ("  source: statute\n", "", "lines/0"),
        ('  until: "2029"\n', "  due:\n    every: often\n", "lines/0/due/every"),
        ('  until: "2029"\n', "  due:\n    every: 1 year\n    after: lunch\n", "lines/0/due/after"),
        (LAYER[LAYER.index("\nlines:") :], "\nlines: []\n", "lines"),
    ],
)
def test_a_broken_layer_does_not_fit(old: str, new: str, where: str) -> None:
    assert old in LAYER
    assert any(fault.startswith(f"{where}: ") for fault in faults("layer", LAYER.replace(old, new, 1)))


@pytest.mark.parametrize(
    ("kind", "text", "old", "new"),
    [
        ("topic", TOPIC, "id: mission", "id: The Mission"),
        ("topic", TOPIC, "title: Mission", f"title: {'x' * 61}"),
        ("topic", TOPIC, "  label: Purpose and goals\n", ""),
        ("topic", TOPIC, "  ask: What should", f"  ask: {'x' * 141}"),
        ("topic", TOPIC, "  essential: yes", "  essential: maybe"),
        ("topic", TOPIC, "  - level: practice", "  - level: habit"),
        ("topic", TOPIC, "  discuss:", "  discuss: talk\n  more:"),
        ("topic", TOPIC, "  points:", "  pionts:"),
        ("topic", TOPIC, "    label: Safety alone", f"    label: {'x' * 25}"),
        (
            "sources",
            "sources:\n  a:\n    title: A\n    publisher: B\n    date: 2026\n    place: c\n",
            "    place: c\n",
            "",
        ),
        ("cues", "questions:\n  purpose:\n    says:\n    - goal\n", "says", "sais"),
        ("checklist", HEAD, "id: my-checklist", "id: my checklist"),
        ("checklist", HEAD, 'version: "1"\n', ""),
        ("checklist", HEAD, "  kind: state", "  kind: land"),
        ("checklist", HEAD, "closing: The parties", "closing:\n- The parties"),
        ("checklist", HEAD, "disclaimer:", "disclamer:"),
    ],
)
def test_a_broken_checklist_does_not_fit(kind: str, text: str, old: str, new: str) -> None:
    assert old in text
    assert faults(kind, text) == []
    assert faults(kind, text.replace(old, new, 1)) != []
