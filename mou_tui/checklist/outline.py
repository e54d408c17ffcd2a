"""What a checklist asks, for people and for programs."""

from __future__ import annotations

from collections.abc import Iterator

from mou_tui.checklist.checklist import Checklist, Question


def as_object(checklist: Checklist) -> dict[str, object]:
    """A checklist as `checklist show --json` prints it."""
    return {
        "id": checklist.id,
        "version": checklist.version,
        "title": checklist.title,
        "topics": [
            {"id": topic.id, "title": topic.title, "questions": [_question(question) for question in topic.questions]}
            for topic in checklist.topics
        ],
    }


def as_words(checklist: Checklist) -> str:
    """A checklist as an outline; `*` marks what needs the whole room."""
    return "\n".join(_lines(checklist))


def _question(question: Question) -> dict[str, object]:
    return {
        "id": question.id,
        "label": question.label,
        "ask": question.ask,
        "essential": question.essential,
        "together": question.together,
        "why": question.why,
        "discuss": list(question.discuss),
        "points": [{"id": point.id, "text": point.text} for point in question.points],
        "examples": [
            {
                "id": example.id,
                "label": example.label,
                "when": example.when,
                "covers": list(example.covers),
                "text": example.text,
            }
            for example in question.examples
        ],
    }


def _lines(checklist: Checklist) -> Iterator[str]:
    asked = list(checklist.questions())
    essential = sum(question.essential for question in asked)
    yield f"{checklist.title} ({checklist.id}, {checklist.version}): {len(asked)} questions, {essential} essential"
    for number, topic in enumerate(checklist.topics, start=1):
        yield f"\n{number}. {topic.title}"
        for question in topic.questions:
            marks = " (essential)*" if question.together else " (essential)" if question.essential else ""
            yield f"   {checklist.number(question.id)} {question.ask}{marks}"
