"""A copy of the session that came back is taken in, or refused in words and nothing is touched."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.torture.take_in import run


def test_hostile_copies_are_refused_or_taken_in_whole_and_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MOU_TUI_HOME", str(tmp_path))
    figures = run(60, 5, tmp_path)

    assert (figures.tracebacks, figures.touched) == (0, 0)
    assert figures.refused and figures.taken_in
