"""The draft as it comes back from counsel: tracked edits of two people, a change without a trace, and a comment."""

from __future__ import annotations

from datetime import datetime
from itertools import count
from pathlib import Path

from mou_tui.exchange.export import export_file
from mou_tui.workspace.workspace import Workspace
from tests.exchange.word_edits import WordEditor

ANSWERS = {
    "purpose": "The parties share one aim: calm schools.",
    "scope": "The Police Department shall assign two SROs.",
    "duties": "The SRO has three roles.",
}
STRANGE = ("quiet and calm", "four SROs", "nine roles", "okapi", "Ann Poe", "Lee Roe")
"""Words that are in the file alone."""


def with_ids(workspace: Workspace) -> Workspace:
    """A workspace whose ids are as in files, and the same each time."""
    numbers = count(1)
    workspace.new_id = lambda: f"{next(numbers):08x}"
    return workspace


def came_back(workspace: Workspace, path: Path) -> Path:
    """Write what came back for a session that has the answers above."""
    now = datetime(2026, 11, 14, 10, 42)
    editor = WordEditor(export_file(workspace.checklist, workspace.session, "draft", "docx", now=now), "Ann Poe")
    editor.replace("calm schools", "quiet and calm schools")
    editor.comment("aim", "Is okapi meant?")
    editor.author = "Lee Roe"
    editor.replace("two SROs", "four SROs")
    editor.author = ""
    editor.replace("three roles", "nine roles")
    path.write_bytes(editor.saved())
    return path
