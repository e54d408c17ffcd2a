"""On the full screen, a layer of one's own that has mistakes is told of once, and keeps nothing from opening."""

from __future__ import annotations

from mou_tui import paths
from mou_tui.workspace.repository import SessionRepository
from mou_tui.workspace.session_reader import ChecklistCatalog
from tests.checklist.layer_text import LAYER
from tests.tui.program import at_home


async def test_a_broken_layer_is_told_of_and_the_sessions_are_there() -> None:
    paths.own_layers().mkdir(parents=True)
    (paths.own_layers() / "ours.yaml").write_text(LAYER.replace("level: law", "level: statute"), encoding="utf-8")
    async with at_home(SessionRepository(ChecklistCatalog())) as person:
        assert [message[:60] for message in person.messages] == [
            "Your layer ours.yaml:6: “level” is “statute”; allowed: law, grant. It"[:60]
        ]


async def test_nothing_is_said_of_a_layer_without_mistakes() -> None:
    paths.own_layers().mkdir(parents=True)
    (paths.own_layers() / "ours.yaml").write_text(LAYER, encoding="utf-8")
    async with at_home(SessionRepository(ChecklistCatalog())) as person:
        assert person.messages == []
