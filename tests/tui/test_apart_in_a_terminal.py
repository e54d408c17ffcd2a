"""Two laptops, apart and back: the record of it is the one that was written down."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from mou_tui.checklist.model import Checklist
from mou_tui.exchange.export import markdown
from mou_tui.session.codec import decode
from tests.tui.apart_story import NOW, RECORD, tell

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")


@pytest.mark.long
def test_what_two_programs_did_apart_is_settled_in_the_room_and_recorded(tmp_path: Path, sro: Checklist) -> None:
    file = tell(tmp_path, sro)

    session = decode(file.read_bytes(), file.name).session
    assert not [answer for answer in session.answers.values() if answer.alternatives]
    assert session.answer("purpose").text == "The parties want schools in which students learn."
    assert session.answer("scope").text == "Three officers serve the Schools."
    assert markdown(sro, session, "record", now=NOW) == RECORD.read_text("utf-8")
