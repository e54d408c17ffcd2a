"""Tell which questions of a topic are asked."""

from __future__ import annotations

from mou_tui.checklist.model import Question, Topic
from mou_tui.session.model import Answer, Session


def active_questions(session: Session, topic: Topic) -> tuple[Question, ...]:
    """Return the questions the depth asks, and any other that has wording: nothing written is hidden."""
    return tuple(
        question
        for question in topic.questions
        if session.depth == "full" or question.essential or is_started(session.answer(question.id))
    )


def is_started(answer: Answer) -> bool:
    """Tell whether a question has wording, proposed or as an alternative."""
    return bool(answer.text.strip() or answer.alternatives)
