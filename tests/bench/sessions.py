"""Session files of three sizes: nothing said, a usual one, and one as long as it gets."""

from __future__ import annotations

from itertools import count, cycle
from pathlib import Path

from mou_tui.checklist.checklist import Checklist, Depth, Question
from mou_tui.checklist.loader import load
from mou_tui.session.codec import encode
from mou_tui.session.session import Answer, ChecklistRef, Party, Session

LONG = 4096
"""Characters of the longest answers that are still expected."""


def write_empty(path: Path) -> Path:
    """A session of full depth in which nothing has been said."""
    return _write(path, load(), "full", {})


def write_usual(path: Path) -> Path:
    """A session of essential depth with every other question answered by an example."""
    checklist = load()
    essential = [question for question in _questions(checklist) if question.essential]
    answers = {question.id: question.examples[0].text for question in essential[::2]}
    return _write(path, checklist, "essential", answers)


def write_long(path: Path) -> Path:
    """A session of full depth with a long answer to every question."""
    checklist = load()
    return _write(path, checklist, "full", {question.id: _long(question) for question in _questions(checklist)})


def _questions(checklist: Checklist) -> list[Question]:
    return [question for topic in checklist.topics for question in topic.questions]


def _long(question: Question) -> str:
    """A long answer of many paragraphs, no two of which are the same, with emphasis and blanks."""
    paragraphs: list[str] = []
    for number, example in zip(count(1), cycle(question.examples), strict=False):
        paragraphs.append(f"({question.id}, {number}) {example.text} See *{question.label}*, [page {number}].")
        text = "\n\n".join(paragraphs)
        if len(text) >= LONG:
            return text[:LONG].rstrip()
    raise AssertionError


def _write(path: Path, checklist: Checklist, depth: Depth, answers: dict[str, str]) -> Path:
    parties = (
        Party("agency", "police", "Lake City Police Department", "the Police Department", "the Chief of Police"),
        Party("district", "", "Lake City School District", "the School District", "the Superintendent"),
    )
    session = Session(
        checklist=ChecklistRef(checklist.id, checklist.version),
        depth=depth,
        parties=parties,
        answers={question_id: Answer(text) for question_id, text in answers.items()},
    )
    path.write_bytes(encode(session))
    return path
