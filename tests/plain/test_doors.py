"""The plain door and the full screen leave the same behind: from the same actions, byte for byte the same files."""

from __future__ import annotations

import io
import re
from itertools import count
from pathlib import Path

import pytest

from mou_tui.exchange.export import default_path, markdown
from mou_tui.exchange.export_files import write_export
from mou_tui.plain.console import Console
from mou_tui.plain.interview import Interview
from mou_tui.session.codec import encode
from mou_tui.workspace.parties import PartiesAndFacts, party_from_legal_name
from mou_tui.workspace.repository import SessionRepository
from mou_tui.workspace.session_reader import ChecklistCatalog
from mou_tui.workspace.workspace import Workspace
from tests.plain.actions import AGENCY, DISTRICT, BothWays
from tests.plain.conftest import NOW
from tests.plain.script import SCRIPT
from tests.plain.talking import Lines, Moment
from tests.plain.terminal import piped
from tests.tui.interview_app import open_interview

FILES = ("lake.mou.yaml", "lake.md", "lake-record.md")


def begin(repository: SessionRepository, path: Path) -> Workspace:
    """A new session, as `mou-tui new` makes it."""
    agency, district = repository.checklist.parties
    return repository.start(
        PartiesAndFacts((party_from_legal_name(agency, AGENCY), party_from_legal_name(district, DISTRICT))), path=path
    )


def plainly(repository: SessionRepository, path: Path, script: tuple[BothWays, ...]) -> list[str]:
    """Do actions through the plain door; gives the session after each."""
    workspace, seen, output = begin(repository, path), [], io.StringIO()

    def see() -> None:
        seen.append(encode(workspace.session).decode())

    lines: list[str | Moment] = []
    for action in script:
        lines += [*action.typed, see]
    source = Lines([*lines, "export", "", "show", "record", "", "quit"], output)
    assert Interview(workspace, Console(source, output)).run() == 0
    return seen


async def on_screen(repository: SessionRepository, path: Path, script: tuple[BothWays, ...]) -> list[str]:
    """Do actions on the full screen; gives the session after each."""
    seen = []
    async with open_interview(repository, begin(repository, path)) as person:
        for action in script:
            await action.done(person)
            await person.pilot.pause()
            seen.append(encode(person.workspace.session).decode())
        await person.does("export")
        await person.press("enter", "enter", "enter", "enter")
        record = markdown(person.workspace.checklist, person.workspace.session, "record", now=person.workspace.clock())
        write_export(record.encode(), default_path(path, "record"))
    return seen


def fixed(checklists: ChecklistCatalog) -> SessionRepository:
    """A repository in which it is always the same morning, and ids are counted."""
    ids = count(1)
    return SessionRepository(checklists, clock=lambda: NOW, new_id=lambda: f"{next(ids):08x}")


def without_times(text: str) -> str:
    """A file without the times of the day in it and the ids, which differ from one run to the next."""
    text = re.sub(r'"[0-9]{4}-[0-9]{2}-[0-9]{2} [0-9]{2}:[0-9]{2}"', "now", text)
    text = re.sub(r"[A-Z][a-z]+ [0-9]{1,2}, [0-9]{4}", "that day", text)
    text = re.sub(r"[0-9]{1,2}:[0-9]{2} [ap]\.m\.", "then", text)
    ids = dict.fromkeys(re.findall(r'(?:- id: |  id: |meeting: |  - )"?([0-9a-f]{8})"?$', text, re.MULTILINE))
    for number, known_id in enumerate(ids):
        text = re.sub(rf'"?{known_id}"?', f"id {number}", text)
    return text


@pytest.mark.long
async def test_both_doors_leave_the_same_behind(checklists: ChecklistCatalog, tmp_path: Path) -> None:
    folders = plain, full, pipe = tmp_path / "plain", tmp_path / "full", tmp_path / "pipe"
    for folder in folders:
        folder.mkdir()

    through_plain = plainly(fixed(checklists), plain / "lake.mou.yaml", SCRIPT)
    on_full = await on_screen(fixed(checklists), full / "lake.mou.yaml", SCRIPT)
    for number, (action, plain_outcome, full_outcome) in enumerate(
        zip(SCRIPT, through_plain, on_full, strict=True), start=1
    ):
        assert plain_outcome == full_outcome, f"after action {number}, {action.typed}"
    for name in FILES:
        assert (plain / name).read_bytes() == (full / name).read_bytes()

    new = ("new", "lake.mou.yaml", "--plain", "--agency", AGENCY, "--district", DISTRICT)
    lines = [line for action in SCRIPT for line in action.typed]
    code, output = piped(new, [*lines, "export", "", "show", "record", "", "quit"], pipe)
    assert code == 0, output
    for name in FILES:
        assert without_times((pipe / name).read_text()) == without_times((plain / name).read_text()), name
