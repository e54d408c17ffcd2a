"""How many questions are asked, where the depth leaves some out."""

from __future__ import annotations

from dataclasses import replace

from mou_tui.reports.questions_asked import asked_of_all
from mou_tui.session.model import Answer, Session
from tests.strategies import EMPTY, SMALL


def asked(session: Session) -> str:
    return asked_of_all(SMALL, session).partition(";")[0]


def test_it_says_how_many_questions_are_not_asked() -> None:
    essential = replace(EMPTY, depth="essential")
    others = [question.id for topic in SMALL.topics for question in topic.questions if not question.essential]
    total = sum(len(topic.questions) for topic in SMALL.topics)
    assert asked(essential) == f"{total - len(others)} essential of {total} questions"
    started = essential.with_answer(others[0], Answer("We agree."))
    rest = f"{total - len(others)} essential and 1 more of {total} questions"
    assert asked(started) == (rest if len(others) > 1 else "")
    assert asked(replace(EMPTY, depth="full")) == ""
