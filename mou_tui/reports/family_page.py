"""Write the page for families: what the officer does and does not do, whom to call, how to complain.

Every rule on it is quoted from the agreement; only what leads to one is ours.
"""

from __future__ import annotations

from collections.abc import Iterator

from mou_tui.checklist.model import Checklist
from mou_tui.draft.blocks import Block
from mou_tui.draft.composition import heading, lines, paragraph
from mou_tui.draft.definitions import definitions_by_term
from mou_tui.reports.contact_lines import contact_lines, parties_line
from mou_tui.reports.settled_clauses import TO_FILL_IN, PageSection, SettledClauses, standing_line
from mou_tui.session.model import Session

TITLE = "The school resource officer: a page for families"

DUTIES = PageSection("What the officer does", ("duties", "scope"))
LIMITS = PageSection("What the officer does not do", ("not-discipline", "conduct-line"))
SECTIONS = (
    PageSection("What the program is for", ("purpose",)),
    DUTIES,
    LIMITS,
    PageSection("If your child is questioned, searched or arrested", ("questioning", "searches", "arrest", "force")),
    PageSection("Equal treatment", ("nondiscrimination", "immigration")),
    PageSection("Who may see student records", ("records",)),
    PageSection("How families are informed and heard", ("families-partners", "public-information")),
)
LOOK_UP = frozenset(
    (
        *("disabilities", "body-cameras", "emergencies", "student-family-voice", "advisory-group", "service-referral"),
        *("threat-information", "school-video", "counting", "publication"),
    )
)
"""The questions of which the page gives numbers only."""
CONTACTS = PageSection("Whom to call", ("contacts-and-meetings",))
COMPLAINTS = PageSection("How to complain", ("complaints",))

_TERMS = ("SRO", "the Schools", "Principal", "parent or guardian")
"""The terms that are explained where the agreement defines them."""


def family_page(checklist: Checklist, session: Session, today: str) -> tuple[Block, ...]:
    """Return the page as blocks; `today` is the day it is made, `2026-11-30`."""
    return tuple(_blocks(checklist, session, today))


def _blocks(checklist: Checklist, session: Session, today: str) -> Iterator[Block]:
    clauses = SettledClauses(checklist, session)
    quoted = [question_id for section in (*SECTIONS, CONTACTS, COMPLAINTS) for question_id in section.questions]
    yield heading(1, TITLE)
    yield lines(parties_line(checklist, session), session.title or checklist.document_title)
    yield standing_line(checklist, session, today)
    yield paragraph(
        "This page quotes the agreement between the police and the schools. The number before each rule is its number "
        "there. The whole agreement says more, and it is the agreement that counts.",
        TO_FILL_IN if clauses.has_blanks(quoted) else "",
    )
    for section in SECTIONS:
        yield from clauses.under_heading(section)
    yield from contact_lines(checklist, session, "The principal of your school")
    yield from clauses.body(clauses.active(CONTACTS.questions))
    yield from clauses.under_heading(COMPLAINTS)
    yield from clauses.also(checklist, LOOK_UP)
    texts = [clauses.text(question) for question in clauses.settled(quoted)]
    if meanings := definitions_by_term(checklist, session, _TERMS, texts):
        yield heading(2, "What the words mean")
        yield from (paragraph(f"{meaning}.") for meaning in meanings)
