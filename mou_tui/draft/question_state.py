"""Tell the state of the text of a question, and whether something is left to do at it."""

from __future__ import annotations

from mou_tui.checklist.model import Checklist
from mou_tui.draft.active_questions import active_questions
from mou_tui.draft.agreement import Agreement, agreement_of
from mou_tui.draft.blanks import blanks_of
from mou_tui.draft.state_labels import TextState
from mou_tui.session.model import Answer, Deferral, Session


def count_wordings(answer: Answer) -> int:
    """Return how many wordings an answer has: the proposed text, if there is one, and the alternatives to it."""
    return len(answer.alternatives) + bool(answer.text.strip())


def text_state(answer: Answer) -> TextState:
    """Return the state of an answer's text."""
    if answer.not_applicable:
        return "not-applicable"
    if not answer.text.strip() and not answer.alternatives:
        return "empty"
    if answer.is_unmodified_example and not answer.alternatives:
        return "example"
    if answer.is_unreviewed and not answer.alternatives:
        return "earlier"
    return "blanks" if answer.alternatives or blanks_of(answer) else "written"


def is_open(state: TextState, later: Deferral | None, agreement: Agreement) -> bool:
    """Tell whether something is left to do at a question: text to write, a check to make, or an objection."""
    return state in ("empty", "example", "earlier", "blanks") or later is not None or agreement.open


def open_numbers(checklist: Checklist, session: Session) -> tuple[str, ...]:
    """Return the numbers of the active questions at which something is left to do."""
    questions = (question for topic in checklist.topics for question in active_questions(session, topic))
    answers = ((question.id, session.answer(question.id)) for question in questions)
    return tuple(
        checklist.number(question_id)
        for question_id, answer in answers
        if is_open(text_state(answer), answer.later, agreement_of(session, question_id))
    )
