"""Write the agenda as a handout for the next meeting."""

from __future__ import annotations

from collections.abc import Iterator

from mou_tui.checklist.model import Checklist
from mou_tui.draft.blocks import Block
from mou_tui.draft.composition import bullet, heading, lines, paragraph
from mou_tui.draft.draft import session_title
from mou_tui.reports.agenda import agenda
from mou_tui.reports.open_meetings import reminder_blocks
from mou_tui.session.model import Session

NOTHING_OPEN = "Nothing is open."


def agenda_document(checklist: Checklist, session: Session, today: str = "") -> tuple[Block, ...]:
    """Return what is open, part by part, as blocks; `today` as of `agenda`."""
    return tuple(_blocks(checklist, session, today))


def _blocks(checklist: Checklist, session: Session, today: str) -> Iterator[Block]:
    yield heading(1, "Agenda")
    yield lines(session_title(checklist, session), checklist.document_title)
    sections = agenda(checklist, session, today).sections
    for title, items in sections:
        yield heading(2, title)
        yield from (bullet(item.number, item.text) for item in items)
    if not sections:
        yield paragraph(NOTHING_OPEN)
    yield from reminder_blocks()
