"""A copy that was sent and comes back: what both began with is known again, also where it went without its reason."""

from __future__ import annotations

import pytest

from mou_tui import paths
from mou_tui.merging.outgoing import outgoing
from mou_tui.merging.sessions import merge
from mou_tui.session.codec import decode
from mou_tui.session.model import Answer, Deferral, Session
from tests.strategies import EMPTY

AT = "2026-12-10 09:00"
SAMPLE = decode((paths.content() / "sample.mou.yaml").read_bytes(), "sample").session
PUT_OFF = EMPTY.with_answer("alpha", Answer(later=Deferral("our counsel", "Friday")))


@pytest.mark.parametrize("session", [SAMPLE, PUT_OFF], ids=["sample", "put off without words"])
@pytest.mark.parametrize("party", ["agency", "district"])
def test_a_copy_that_nobody_touched_brings_nothing(session: Session, party: str) -> None:
    made = outgoing(session, party, copy_id="0000000a", agreement="00000000000a", at=AT)
    out = merge(made.original, made.copy, at=AT).session
    assert (out.answers, out.actions, out.opening) == (session.answers, session.actions, session.opening)
    assert [entry.text for entry in out.history.entries if entry.kind == "note"] == [
        entry.text for entry in session.history.entries if entry.kind == "note"
    ]
