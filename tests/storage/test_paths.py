"""The folders of the program."""

from __future__ import annotations

from pathlib import Path

import pytest

from mou_tui import paths
from mou_tui.errors import MouError


def test_one_folder_holds_everything_when_asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MOU_TUI_HOME", str(tmp_path))
    assert all(tmp_path in place.parents for place in (paths.documents(), paths.state(), paths.config()))


def test_without_a_home_folder_nothing_is_made_anywhere(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("MOU_TUI_HOME", raising=False)
    for name in ("user_state_path", "user_config_path", "user_documents_path"):
        monkeypatch.setattr(f"platformdirs.{name}", lambda *_args, **_options: Path("~/somewhere"))
    for place in (paths.documents, paths.state, paths.config):
        with pytest.raises(MouError, match="MOU_TUI_HOME"):
            place()


def test_the_checklists_are_found() -> None:
    assert (paths.content() / "sro" / "checklist.yaml").is_file()
