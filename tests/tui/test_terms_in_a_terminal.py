"""From a draft to the next term in a real terminal: adopted, locked, amended and renewed by keys alone."""

from __future__ import annotations

import sys
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner

from mou_tui import paths
from mou_tui.cli import cli
from mou_tui.session.codec import decode, encode
from mou_tui.session.model import Session
from tests.tui.terminal import DOWN, ENTER, Terminal, ctrl

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")

DIALOG = ("╭", "╰")


def read(path: Path) -> Session:
    return decode(path.read_bytes(), path.name).session


def does(terminal: Terminal, name: str, until: str) -> None:
    """Do something by its name in the command palette."""
    terminal.press(ctrl("p"), "Does not apply")
    terminal.press(name, name)
    terminal.press(ENTER, until)


def test_a_term_from_its_adoption_to_the_next(tmp_path: Path) -> None:
    lake = tmp_path / "lake.mou.yaml"
    sample = read(paths.content() / "sample.mou.yaml")
    decided = {name: replace(held, alternatives={}) for name, held in sample.answers.items()}
    lake.write_bytes(encode(replace(sample, answers=decided)))
    with closing(Terminal("open", lake, size=(80, 24))) as terminal:
        terminal.wait("1.1 ")
        does(terminal, "In force: adopted", "Record the adoption all the same?")
        terminal.press(DOWN + ENTER, "When was it adopted?")
        terminal.press("3/9/2026" + ENTER, "Monday, March 9, 2026.")
        terminal.send(ENTER + "3/12/2026" + ENTER * 5)
        terminal.wait("September 1, 2027, so its words", gone=DIALOG)
        terminal.press("x", "A change in")
        does(terminal, "Amend the agreement", "Write it to")
        terminal.send(ENTER)
        terminal.wait("1.1 ", gone=("so its words", *DIALOG))
        terminal.send(ctrl("q"))
        assert terminal.end() == 0
    assert read(lake).in_force
    amendment = tmp_path / "lake-amendment.mou.yaml"
    assert read(amendment).amends

    with closing(Terminal("open", lake, size=(80, 24))) as terminal:
        terminal.wait("September 1, 2027, so its words")
        does(terminal, "Renew: review it", "Write it to")
        terminal.press(ENTER, "Parties and facts")
        terminal.send(ctrl("q"))
        assert terminal.end() == 0
    renewed = read(tmp_path / "lake-review.mou.yaml")
    assert renewed.renews and renewed.answer("purpose").is_unreviewed
    assert "start-date" not in renewed.facts
    document = CliRunner().invoke(cli, ["export", str(amendment), "--document", "amendment", "-o", "-"]).stdout
    assert "Nothing is changed yet." in document
