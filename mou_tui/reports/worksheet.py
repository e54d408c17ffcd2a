"""Write the blank checklist as a handout, to print and read before the meeting."""

from __future__ import annotations

from collections.abc import Iterator

from mou_tui.checklist.model import Checklist, Question
from mou_tui.draft.blocks import Block
from mou_tui.draft.composition import bullet, heading, lines, paragraph, strong
from mou_tui.draft.draft import session_title
from mou_tui.reports.open_meetings import reminder_blocks
from mou_tui.session.model import Session

# Not of underscores: a row of them is a rule in Markdown, and escaped it is twice as wide in the file.
_LINES = ("─" * 60,) * 3


def worksheet(checklist: Checklist, session: Session) -> tuple[Block, ...]:
    """Return the questions of a session's depth, with space to write; it contains no answers."""
    return tuple(_blocks(checklist, session))


def _blocks(checklist: Checklist, session: Session) -> Iterator[Block]:
    yield heading(1, f"{checklist.title}: worksheet")
    yield paragraph(session_title(checklist, session))
    yield paragraph("Read this before the meeting and note what your side needs. Nothing here binds anyone.")
    yield from reminder_blocks()
    for number, topic in enumerate(checklist.topics, start=1):
        is_full = session.depth == "full"
        questions = [question for question in topic.questions if is_full or question.essential]
        if questions:
            yield heading(2, f"{number}. {topic.title}")
            yield paragraph(topic.summary)
        for question in questions:
            yield from _question(checklist.number(question.id), question)


def _question(number: str, question: Question) -> Iterator[Block]:
    needs = "This one needs the whole room." if question.together else ""
    yield paragraph(strong(f"{number} {question.label}."), question.ask)
    yield paragraph(question.why, needs)
    yield from (bullet(line) for line in question.discuss)
    yield paragraph("A good answer:")
    yield from (bullet("☐", point.text) for point in question.points)
    yield lines(*_LINES)
