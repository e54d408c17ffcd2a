"""Documents made from a session, as the Markdown that is exported."""

from __future__ import annotations

from datetime import datetime

from mou_tui.checklist.model import Checklist
from mou_tui.exchange.export import markdown
from mou_tui.session.model import Session

TODAY = datetime(2026, 11, 30, 18)
"""When documents are made, where a test holds no clock of its own."""


def record(checklist: Checklist, session: Session) -> str:
    """The record of a session."""
    return markdown(checklist, session, "record", now=TODAY)
