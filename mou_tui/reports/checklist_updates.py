"""Report what is new in the checklist since a session was made."""

from __future__ import annotations

from mou_tui.checklist.model import Checklist
from mou_tui.session.model import Session


def what_is_new(checklist: Checklist, session: Session) -> str:
    """Return a note on what changed since the session's checklist version; empty where nothing did."""
    changes = checklist.news_since(session.checklist.version)
    if not changes:
        return ""
    made, news = session.checklist.version, "; ".join(change.text for change in changes)
    return f"made with the checklist of {made}. New since then: {news}. Every answer is kept as it was."
