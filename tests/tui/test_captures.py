"""Screens look as they were last approved."""

from __future__ import annotations

import pytest

from mou_tui.workspace.repository import SessionRepository
from tests.tui.capture import HERE as CAPTURES
from tests.tui.capture import SCENES, Scene, capture


@pytest.mark.parametrize("scene", SCENES, ids=lambda scene: scene.name)
async def test_screens_look_as_they_were_last_approved(repository: SessionRepository, scene: Scene) -> None:
    approved = (CAPTURES / f"{scene.name}.txt").read_text(encoding="utf-8")
    assert await capture(scene, repository) == approved, "if that is meant: python -m tests.tui.capture"
