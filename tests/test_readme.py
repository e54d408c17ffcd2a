"""The README says what the program does: its keys and commands are the program's, and its pictures can be made."""

from __future__ import annotations

import asyncio
import importlib
import re
import shlex
from datetime import datetime
from pathlib import Path
from types import ModuleType

import click
import pytest

from mou_tui.cli import cli
from mou_tui.workspace.repository import SessionRepository
from mou_tui.workspace.session_reader import ChecklistCatalog

TOP = Path(__file__).parents[1]
README = (TOP / "README.md").read_text(encoding="utf-8")


@pytest.fixture
def make(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(TOP / "screenshots")
    return importlib.import_module("make")


def commands_written() -> list[str]:
    """What a reader may copy: lines of code blocks, and code between the words, that begin with the program."""
    blocks = "".join(re.findall(r"^```\w*\n(.*?)^```$", README, re.MULTILINE | re.DOTALL))
    lines = [line for line in blocks.splitlines() if line.startswith("mou-tui ") and "[" not in line]
    return [*lines, *re.findall(r"`(mou-tui [^`\n]+)`", README)]


def test_keys_and_commands_are_those_of_the_program(make: ModuleType) -> None:
    assert make.refreshed(README) == README, "run: python screenshots/make.py --readme"


def test_keys_and_commands_that_changed_are_written_anew(make: ModuleType) -> None:
    stale = README.replace("| `Ctrl+N` |", "| `Ctrl+J` |").replace("mou-tui status FILE", "mou-tui state FILE")
    assert stale != README
    assert make.refreshed(stale) == README


@pytest.mark.parametrize("line", sorted(set(commands_written())))
def test_the_command_line_understands_every_command_written(line: str) -> None:
    command: click.Command = cli
    words = shlex.split(line)[1:]
    while isinstance(command, click.Group):
        named = command.get_command(click.Context(command), words.pop(0))
        assert named
        command = named
    command.make_context("mou-tui", words)


def test_links_lead_somewhere() -> None:
    links = re.findall(r"\]\(([^)#]+)\)", README)
    assert links
    assert [link for link in links if "://" not in link and not (TOP / link).exists()] == []


@pytest.mark.parametrize("name", ["run", "test"])
def test_there_is_one_command_to_run_it_and_one_to_test_it(name: str) -> None:
    block = re.findall(rf"<!-- {name} -->\n```\w*\n([^`]+)```\n<!-- /{name} -->", README)
    assert len(block) == 1
    assert len(block[0].splitlines()) == 1


def test_every_picture_is_there_and_can_be_made_again(make: ModuleType) -> None:
    repository = SessionRepository(ChecklistCatalog(), clock=lambda: datetime(2027, 1, 14, 10, 42))
    session = make.fill_home(repository)
    for picture in make.PICTURES:
        svg = asyncio.run(make.draw(picture, repository, session))
        kept = (TOP / "screenshots" / f"{picture.name}.svg").read_text(encoding="utf-8")
        assert (TOP / "screenshots" / f"{picture.name}.png").exists()
        assert view_box(svg) == view_box(kept)
        for text in (svg, kept):
            assert "@font-face" not in text
            assert "url(http" not in text


def view_box(svg: str) -> str:
    match = re.search(r'viewBox="([^"]+)"', svg)
    assert match
    return match[1]
