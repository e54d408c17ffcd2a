"""The story of two meetings, told to its end."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.story import Story


@pytest.fixture
def story(tmp_path: Path) -> Story:
    made = Story(tmp_path / "story.mou.yaml")
    made.tell()
    return made
