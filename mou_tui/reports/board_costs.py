"""Quote what is settled on money: the clauses about costs, and the sums that other clauses name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mou_tui.checklist.model import Checklist
from mou_tui.draft.blocks import Block, Inline, Item, Paragraph, plain_text
from mou_tui.draft.composition import emphasized, paragraph, strong
from mou_tui.draft.progress import QuestionProgress
from mou_tui.reports.settled_clauses import TO_FILL_IN, SettledClauses, is_left_out, is_settled
from mou_tui.session.model import Session

TOPIC = "expenses"
"""Id of the topic whose clauses are about money."""
NONE_SETTLED = "No clause about costs is settled."

_SUM = re.compile(r"[$€£]\s?\d|\b\d[\d,.]*\s(?:dollars|cents|percent)\b|\d\s?%")


def costs(checklist: Checklist, session: Session) -> Iterator[Block]:
    """Yield the clauses about costs, settled or not, and each passage of another settled clause that names a sum."""
    clauses = SettledClauses(checklist, session)
    about_costs = [question.id for topic in checklist.topics if topic.id == TOPIC for question in topic.questions]
    remaining = [question.id for question in checklist.questions() if question.id not in about_costs]
    sums = [(question, list(_sums(clauses, question))) for question in clauses.settled(remaining)]
    if not clauses.settled(about_costs):
        yield paragraph(NONE_SETTLED)
    if any(
        question.blanks
        for question in (*clauses.settled(about_costs), *(question for question, passages in sums if passages))
    ):
        yield paragraph(TO_FILL_IN)
    for question in clauses.active(about_costs):
        if is_settled(question):
            yield from clauses.quoted(question)
        elif is_left_out(question):
            reason = session.answer(question.id).not_applicable
            yield paragraph(_caption(question), "The agreement has no clause on this. Reason recorded:", reason)
        else:
            yield paragraph(_caption(question), emphasized("Not settled yet."))
    for _, passages in sums:
        yield from passages


def _sums(clauses: SettledClauses, question: QuestionProgress) -> Iterator[Block]:
    for block in clauses.blocks(question):
        if isinstance(block, Item | Paragraph) and _SUM.search(plain_text(block.content)):
            yield paragraph(strong(f"{question.number} {question.label}, in part:"), block.content)


def _caption(question: QuestionProgress) -> Inline:
    return strong(f"{question.number} {question.label}.")
