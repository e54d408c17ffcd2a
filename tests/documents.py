"""Documents made from a session, as the Markdown that is exported."""

from __future__ import annotations

from mou_tui.checklist.model import Checklist
from mou_tui.exchange.export import markdown
from mou_tui.session.model import Session


def record(checklist: Checklist, session: Session) -> str:
    """The record of a session."""
    return markdown(checklist, session, "record")
