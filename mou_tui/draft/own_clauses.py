"""Add the parties' own clauses as questions at the end of their topics, counted and exported like any other."""

from __future__ import annotations

from dataclasses import replace

from mou_tui.checklist.model import Checklist, Question, Topic
from mou_tui.session.parts import OwnClause, is_own_clause

WHY = "A clause of your own, which the checklist does not ask for. Say who does what, by when."
DISCUSS = ("Does any other clause already say this? Who may be bound by it without having been asked?",)


def with_own_clauses(checklist: Checklist, clauses: tuple[OwnClause, ...]) -> Checklist:
    """Return a checklist that asks for the clauses of a session too, each at the end of its topic, in order.

    A clause whose topic the checklist does not have is at the end of the last one, so that its text is not lost.
    """
    if not checklist.topics or (not clauses and not any(map(is_own_clause, _ids(checklist)))):
        return checklist
    known = {topic.id for topic in checklist.topics}
    last = checklist.topics[-1].id

    def topic_of(clause: OwnClause) -> str:
        return clause.topic if clause.topic in known else last

    topics = tuple(
        _with(topic, tuple(clause for clause in clauses if topic_of(clause) == topic.id)) for topic in checklist.topics
    )
    return replace(checklist, topics=topics)


def _with(topic: Topic, clauses: tuple[OwnClause, ...]) -> Topic:
    questions = tuple(question for question in topic.questions if not is_own_clause(question.id))
    return replace(topic, questions=(*questions, *map(_question, clauses)))


def _question(clause: OwnClause) -> Question:
    ask = f"What should the clause “{clause.caption}” say?"
    return Question(clause.id, clause.caption, ask, WHY, DISCUSS, (), (), essential=True)


def _ids(checklist: Checklist) -> tuple[str, ...]:
    return tuple(question.id for topic in checklist.topics for question in topic.questions)
