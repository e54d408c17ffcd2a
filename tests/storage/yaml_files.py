"""Plain data in a file, read back or refused."""

from __future__ import annotations

from pathlib import Path

import yaml

from mou_tui.storage.yaml_reader import PlainData, read, write

ROOT = Path(__file__).parents[2]
SESSION: PlainData = {
    "format": "1",
    "checklist": {"id": "sro", "version": "2025.1"},
    "parties": [{"id": "agency", "name": "Lake City: Police", "signatories": []}, {"id": "district"}],
    "facts": {},
    "answers": {
        "purpose.goals": {"text": "Share data — so that\nmentors can “act” early.  \n\n* soon", "agreed": "yes"},
        "command": {"text": "    indented\nthen not\n", "note": 'a "quoted" \\ text\t.', "mark": "\ufeff"},
    },
    "history": [["one", ["two", {"three": "3"}]], "kept\n\n", ""],
}


def assert_comes_back(value: PlainData) -> None:
    written = write(value)
    assert read(written.encode(), "a.yaml", end_marker=True).value == value
    assert yaml.load(written, yaml.CBaseLoader) == value
    assert yaml.load(written, yaml.CSafeLoader) == value, "another reader takes some text for something else"


def written(value: PlainData) -> str:
    return write(value, end_marker=False)
