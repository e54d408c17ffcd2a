"""The day that words for a due date were understood as: in the file only where there is one."""

from __future__ import annotations

import re

from mou_tui.session.codec import decode, encode
from mou_tui.session.meeting import Action, Position
from mou_tui.session.model import Answer, ChecklistRef, Deferral, Session

ANSWER = Answer(
    "Safe schools.",
    later=Deferral("counsel", "Friday", "2026-12-04"),
    positions={"agency": Position("must-check", "0" * 12, by="next Friday", on="2026-12-11")},
)
SESSION = Session(
    ChecklistRef("sro", "1"),
    answers={"purpose": ANSWER, "scope": Answer("All.", later=Deferral("counsel", "after the levy vote"))},
    actions=(Action("a1", "ask", due="Friday", on="2026-12-04"), Action("a2", "ask", due="after the levy vote")),
)


def test_words_and_day_are_both_kept_and_a_file_without_days_has_no_such_key() -> None:
    data = encode(SESSION)
    assert decode(data, "x").session == SESSION
    assert len(re.findall(rb'"on": "?2026-12-', data)) == 3
    assert b'format: "1"' in data


def test_a_file_of_an_older_version_comes_back_as_it_was() -> None:
    old = encode(Session(ChecklistRef("sro", "1"), actions=(Action("a1", "ask", due="Friday"),)))
    assert b"2026" not in old
    assert encode(decode(old, "x").session) == old
