"""A session file that changes as a sync client changes it, and what a follower shows of it."""

from __future__ import annotations

import os
from datetime import datetime
from pathlib import Path

from mou_tui.session.codec import encode
from mou_tui.session.model import Answer, ChecklistRef, Session
from mou_tui.tui.watch.follower import SessionFollower

SAVED = datetime(2026, 3, 4, 11, 58)


SESSION = Session(ChecklistRef("sro", "1"), answers={"purpose": Answer("First."), "scope": Answer("Second.")})


def put(path: Path, session: Session | bytes) -> None:
    """Put a file in place as a sync client does, with the time it was saved elsewhere."""
    path.with_name("arriving").write_bytes(session if isinstance(session, bytes) else encode(session))
    os.utime(path.with_name("arriving"), (SAVED.timestamp(), SAVED.timestamp()))
    path.with_name("arriving").replace(path)


def seen(watch: SessionFollower) -> tuple[str, str]:
    """The number of the clause that is seen, and its wording."""
    view = watch.snapshot.view
    return view.number, " ".join(wording.text for wording in view.wordings)


CUT = encode(SESSION)[:-20]


NEWER = encode(SESSION).replace(b'format: "1"', b'format: "3"').replace(b"answers:", b"answers: []\nreplies:")
