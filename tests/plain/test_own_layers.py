"""Line by line, a layer of one's own is asked for like the others, and a broken one is told of."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from mou_tui import paths
from mou_tui.plain.interview import run_plain
from mou_tui.workspace.repository import SessionRepository
from mou_tui.workspace.session_reader import ChecklistCatalog
from tests.checklist.layer_text import LAYER


def said(monkeypatch: pytest.MonkeyPatch, text: str, *lines: str) -> str:
    """What is heard of a new session with a layer in the folder."""
    paths.own_layers().mkdir(parents=True)
    (paths.own_layers() / "ours.yaml").write_text(text, encoding="utf-8")
    output = io.StringIO()
    monkeypatch.setattr("sys.stdin", io.StringIO("".join(f"{line}\n" for line in lines)))
    monkeypatch.setattr("sys.stdout", output)
    run_plain(SessionRepository(ChecklistCatalog()), None)
    return output.getvalue()


def test_a_layer_is_asked_for_like_any_other(monkeypatch: pytest.MonkeyPatch) -> None:
    heard = said(monkeypatch, LAYER, "1", "Lake Police", "Lake Schools", "Wyoming", "1", "", "", "requirements", "quit")
    assert "Wyoming asks that the parties review the agreement every year" in heard
    assert "Your layer" not in heard


def test_a_broken_layer_is_told_of_first(monkeypatch: pytest.MonkeyPatch, home: Path) -> None:
    heard = said(monkeypatch, LAYER.replace("level: law", "level: statute"), "quit")
    assert " ".join(heard.split()).startswith(
        "Your layer ours.yaml:6: “level” is “statute”; allowed: law, grant. It was left out;"
    )
