"""Write the card for staff: when to call the officer and when not, whom to call, how to complain.

It holds in full what is needed at a classroom door, and the numbers of what one looks up.
"""

from __future__ import annotations

from collections.abc import Iterator

from mou_tui.checklist.model import Checklist
from mou_tui.draft.blocks import Block
from mou_tui.draft.composition import heading, paragraph
from mou_tui.reports.contact_lines import contact_lines, parties_line
from mou_tui.reports.family_page import COMPLAINTS, DUTIES, LIMITS
from mou_tui.reports.settled_clauses import (
    TO_FILL_IN,
    PageSection,
    SettledClauses,
    standing_line,
)
from mou_tui.session.model import Session

TITLE = "The school resource officer: a card for staff"

SECTIONS = (
    PageSection(DUTIES.heading, ("duties",)),
    LIMITS,
    PageSection("When police question a student", ("questioning",)),
)
LOOK_UP = frozenset(
    (
        *("scope", "searches", "arrest", "force", "school-duties", "disabilities", "emergencies", "command"),
        *("records", "mutual-notice", "threat-information", "record-requests", "contacts-and-meetings"),
    )
)
"""The questions of which the card gives numbers only."""


def staff_card(checklist: Checklist, session: Session, today: str) -> tuple[Block, ...]:
    """Return the card as blocks; `today` is the day it is made, `2026-11-30`."""
    return tuple(_blocks(checklist, session, today))


def _blocks(checklist: Checklist, session: Session, today: str) -> Iterator[Block]:
    clauses = SettledClauses(checklist, session)
    quoted = [question_id for section in (*SECTIONS, COMPLAINTS) for question_id in section.questions]
    yield heading(1, TITLE)
    yield paragraph(parties_line(checklist, session))
    yield standing_line(checklist, session, today)
    if clauses.has_blanks(quoted):
        yield paragraph(TO_FILL_IN)
    yield from contact_lines(checklist, session, "The principal")
    for section in SECTIONS:
        yield from clauses.under_heading(section)
    yield from clauses.under_heading(COMPLAINTS)
    yield from clauses.also(checklist, LOOK_UP)
