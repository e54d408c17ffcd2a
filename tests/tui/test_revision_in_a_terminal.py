"""A revision from the old file to the exported draft and the list of changes, told by keys alone in a real terminal."""

from __future__ import annotations

import re
import sys
from contextlib import closing
from pathlib import Path

import pytest
from click.testing import CliRunner

from mou_tui.cli import cli
from mou_tui.session.codec import decode
from tests.exchange.agreements import agreements, made
from tests.tui.terminal import ENTER, ESCAPE, SHIFT_TAB, Terminal, ctrl

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")

DIALOG = ("╭", "╰")


def to_confirm(terminal: Terminal) -> int:
    match = re.search(r"(\d+) to confirm", terminal.screen)
    assert match, terminal.screen
    return int(match[1])


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
def test_an_old_agreement_is_confirmed_started_from_changed_and_exported(size: tuple[int, int], tmp_path: Path) -> None:
    agreement = next(item for item in agreements("first") if item.name == "alder-bay")
    old, new = tmp_path / agreement.file_name, tmp_path / "new.mou.yaml"
    old.write_bytes(made(agreement))
    with closing(Terminal("revise", old, "-o", new, size=size)) as terminal:
        terminal.wait("Alder Bay Unified School District")
        terminal.press(SHIFT_TAB * 3 + ENTER, "Earlier agreement: alder-bay.docx")
        terminal.press("a", "Confirmed ·")
        while left := to_confirm(terminal):
            terminal.press("c", f"{left - 1} to confirm")
        terminal.press("w", "Start with the earlier wording?")
        terminal.send(ENTER)
        terminal.wait("Earlier agreement:", gone=DIALOG)
        terminal.press("r", "Gap report ·")
        terminal.press(ESCAPE, "Earlier agreement:")
        terminal.send(ESCAPE)
        terminal.wait("1.1 ", gone=["Earlier agreement:"])
        terminal.press(ctrl("f"), "╭")
        terminal.send(f"9.1{ENTER}")
        terminal.wait("fifty percent", gone=DIALOG)
        terminal.press(ENTER * 2 + "Paid by check.", "Paid by check.")
        terminal.send(ctrl("q"))
        assert terminal.end() == 0

    session = decode(new.read_bytes(), "new").session
    assert session.party("district").name == "Alder Bay Unified School District"
    kept = " ".join(held.text for held in session.earlier[0].paragraphs).split()
    assert [word for word in kept if not re.fullmatch(r"[IVX]+\.", word)] == agreement.text.split()
    assert str(tmp_path) not in new.read_text(encoding="utf-8")
    assert not session.answer("cost-share").is_unreviewed
    assert session.answer("command").is_unreviewed

    draft = CliRunner().invoke(cli, ["export", str(new), "-o", "-"]).stdout
    assert "Paid by check." in draft
    assert "remain an employee of APD" in draft
    changes = CliRunner().invoke(cli, ["export", str(new), "-o", "-", "--document", "changes"]).stdout
    assert "**Paid by check.**" in changes
    assert "Employment and command: as in the earlier agreement, not yet looked at" in changes
