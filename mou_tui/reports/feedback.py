"""Write the form in which people outside the room propose other words: parents, teachers, students.

It asks for nobody's name. What is filled in is found again by the labels of the places, so they are said once, here.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from mou_tui.checklist.model import Checklist
from mou_tui.draft.block_parser import parse
from mou_tui.draft.blocks import Block, Quotation, Table
from mou_tui.draft.composition import heading, lines, paragraph, plain, strong
from mou_tui.draft.draft import assemble, session_title
from mou_tui.frozen import NamedTuple
from mou_tui.session.model import Session

TITLE = "What would you change in the agreement?"
NO_NAMES = (
    "Name no student, and say nothing by which others would know which student is meant. Do not write your own name."
)
VOICE = "Who are you?"
WORDS = "Your words for"
"""What is above the place for words, before the number of the clause."""
REASON = "Your reason for"
NOT_WRITTEN = "Nothing is written here yet."
COLUMNS = (
    *("clause", "what it says now", "your words", "your reason (name no student)"),
    f"{VOICE.casefold()} (parent/teacher/student/other)",
)
"""The head of the form as a table."""

_INTRODUCTION = (
    "This is a draft of an agreement between the police and the schools about the officer in the schools. For any "
    "clause, write the words you would rather have, why, or both. Leave the others empty."
)
_WHAT_HAPPENS = (
    "What you write is kept with the agreement and may become a public record. Each proposal gets an answer. Save this "
    "file, and send it back to whoever gave it to you."
)
_KINDS = "Write one word: parent, teacher, student or other."


class AskedClause(NamedTuple):
    """A clause that the form asks about."""

    question_id: str
    number: str
    label: str
    text: str
    """Its current wording; empty where it has none."""

    @property
    def caption(self) -> str:
        """The number and the label."""
        return f"{self.number} {self.label}"


def asked_clauses(checklist: Checklist, session: Session) -> tuple[AskedClause, ...]:
    """Return the clauses of the draft in order, without those that do not apply."""
    return tuple(
        AskedClause(clause.question_id, clause.number, clause.label, clause.text.strip())
        for section in assemble(checklist, session).sections
        for clause in section.clauses
        if clause.standing != "reserved"
    )


def feedback_form(checklist: Checklist, session: Session) -> tuple[Block, ...]:
    """Return the form as blocks: each clause, with a place for words and one for a reason."""
    return tuple(_blocks(checklist, session))


def feedback_rows(checklist: Checklist, session: Session) -> Iterator[Mapping[str, str]]:
    """Yield the form as rows of a table, with the keys of `COLUMNS`."""
    for clause in asked_clauses(checklist, session):
        yield dict.fromkeys(COLUMNS, "") | {COLUMNS[0]: clause.caption, COLUMNS[1]: clause.text or NOT_WRITTEN}


def _blocks(checklist: Checklist, session: Session) -> Iterator[Block]:
    yield heading(1, TITLE)
    yield lines(session_title(checklist, session), session.title.strip() or checklist.document_title)
    yield paragraph(_INTRODUCTION)
    yield paragraph(strong(NO_NAMES))
    yield paragraph(_WHAT_HAPPENS)
    yield paragraph(_KINDS)
    yield _place(VOICE)
    for clause in asked_clauses(checklist, session):
        yield heading(2, clause.caption)
        yield Quotation(parse(clause.text) if clause.text else (paragraph(NOT_WRITTEN),))
        yield _place(f"{WORDS} {clause.number}")
        yield _place(f"{REASON} {clause.number}")


def _place(label: str) -> Table:
    """Return a box to write in, below its label."""
    return Table(((plain(label),), ((),)))
