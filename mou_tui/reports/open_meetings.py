"""Remind of the law on open meetings and public records, which only counsel can apply to a group."""

from __future__ import annotations

from collections.abc import Iterator

from mou_tui.draft.blocks import Block
from mou_tui.draft.composition import bullet, heading
from mou_tui.session.model import Session

HEADING = "Open meetings and public records"

REMINDERS = (
    "Open-meetings law may apply to this group, or to a board or council when a quorum of its members takes part. "
    "Whether it does is for counsel to say, before the first meeting.",
    "Public-records law may apply to drafts, notes, the session file and messages about them. Ask counsel, before the "
    "first meeting, what must be kept and what must be given out on request.",
    "Nothing here says what your state requires, and mou-tui posts no notice of a meeting.",
)

IN_SHORT = "Ask counsel about open-meetings and public-records law before you first meet."


def reminder_blocks() -> Iterator[Block]:
    """Yield the reminders for a document that is handed out before a meeting."""
    yield heading(2, HEADING)
    yield from (bullet(reminder) for reminder in REMINDERS)


def is_before_first_meeting(session: Session) -> bool:
    """Tell whether the first meeting has not been held, so that counsel can still be asked before it."""
    return not any(meeting.ended for meeting in session.meetings)
