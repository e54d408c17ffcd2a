"""Screens as text, kept in `captures/` to be read and compared.

After a change that is meant, write them anew from the top folder and read them: `python -m tests.tui.capture`.
"""

from __future__ import annotations

import asyncio
import os
import tempfile
from dataclasses import dataclass
from pathlib import Path
from unittest.mock import patch

from rich.cells import cell_len
from rich.style import Style

from mou_tui.session.model import Answer
from mou_tui.tui.app import MouApp
from mou_tui.workspace.parties import PartiesAndFacts, party_from_legal_name
from mou_tui.workspace.repository import SessionRepository
from mou_tui.workspace.session_reader import ChecklistCatalog
from tests.tui.conftest import NOW

HERE = Path(__file__).parent / "captures"
ANSWER = """The SRO is here to keep students safe and to answer [number] calls a month.

The Police Department and the School District judge the program by fewer fights and fewer referrals."""

_LOOKS = {"bold": "=", "underline": "_", "reverse": "^", "bold underline": "%", "bold reverse": "#"}
_LEGEND = ", ".join(f"{mark} {look}" for look, mark in _LOOKS.items())


@dataclass(frozen=True)
class Scene:
    """A screen of a size, after some keys."""

    name: str
    size: tuple[int, int]
    keys: tuple[str, ...] = ()
    monochrome: bool = False


SCENES = (
    Scene("braille-40x12", (40, 12)),
    Scene("pane-60x20", (60, 20), ("ctrl+r",)),
    Scene("monochrome-60x20", (60, 20), ("f5",), monochrome=True),
)


async def capture(scene: Scene, repository: SessionRepository) -> str:
    """What is on the screen; without color, each row is followed by one that says how its letters look."""
    with patch.dict(os.environ, {"NO_COLOR": "1"} if scene.monochrome else {}):
        app = MouApp(repository, repository.open(_session(repository)))
    async with app.run_test(size=scene.size) as pilot:
        await pilot.pause()
        await pilot.press(*scene.keys)
        await pilot.pause()
        rows = [f"legend: {_LEGEND}"] if scene.monochrome else []
        for strip in app.screen._compositor.render_strips():
            rows.append(strip.text.rstrip())
            looks = "".join(_mark(segment.style) * cell_len(segment.text) for segment in strip).rstrip()
            if scene.monochrome and looks:
                rows.append(looks)
        return "\n".join((*rows, ""))


def _mark(style: Style | None) -> str:
    looks = [look for look in ("bold", "underline", "reverse") if getattr(style, look, False)]
    return _LOOKS.get(" ".join(looks), "?") if looks else " "


def _session(repository: SessionRepository) -> Path:
    agency, district = repository.checklist.parties
    parties = (
        party_from_legal_name(agency, "Lake City Police Department"),
        party_from_legal_name(district, "Lake City Unified School District"),
    )
    workspace = repository.start(PartiesAndFacts(parties, {"state": "Iowa"}))
    workspace.store.record(workspace.session.with_answer("purpose", Answer(ANSWER)))
    workspace.store.close()
    return workspace.store.path


def main() -> None:
    """Write every capture anew."""
    with tempfile.TemporaryDirectory() as home, patch.dict(os.environ, {"MOU_TUI_HOME": home}):
        repository = SessionRepository(ChecklistCatalog(), clock=lambda: NOW)
        HERE.mkdir(exist_ok=True)
        for scene in SCENES:
            text = asyncio.run(capture(scene, repository))
            (HERE / f"{scene.name}.txt").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
