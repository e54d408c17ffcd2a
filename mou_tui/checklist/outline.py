"""Outline a checklist, for people and for programs."""

from __future__ import annotations

from collections.abc import Iterator

from mou_tui.checklist.layers import Layer
from mou_tui.checklist.model import Checklist, Question, Relation
from mou_tui.checklist.requirement_table import requirement_object


def as_object(checklist: Checklist) -> dict[str, object]:
    """Return a checklist as `checklist show --json` prints it."""
    return {
        "id": checklist.id,
        "version": checklist.version,
        "title": checklist.title,
        "topics": [
            {"id": topic.id, "title": topic.title, "questions": [_question(question) for question in topic.questions]}
            for topic in checklist.topics
        ],
        "definitions": [
            {"term": definition.term, "text": definition.text, "always": definition.always}
            for definition in checklist.definitions
        ],
        "layers": [_layer(layer) for layer in checklist.layers],
    }


def as_words(checklist: Checklist) -> str:
    """Return a checklist as an outline; `*` marks questions to be written together."""
    return "\n".join(_lines(checklist))


def as_ids(checklist: Checklist) -> str:
    """Return the ids of all questions and points, each with its text, as layers name them."""
    lines: list[str] = []
    for question in checklist.questions():
        lines.append(f"{question.id}   {checklist.number(question.id)} {question.ask}")
        lines += (f"  {question.id}/{point.id}   {point.text}" for point in question.points)
    return "\n".join(lines)


def _question(question: Question) -> dict[str, object]:
    return {
        "id": question.id,
        "label": question.label,
        "ask": question.ask,
        "essential": question.essential,
        "together": question.together,
        "why": question.why,
        "discuss": list(question.discuss),
        "order": question.order,
        "points": [{"id": point.id, "text": point.text} for point in question.points],
        "examples": [
            {
                "id": example.id,
                "label": example.label,
                "when": example.when,
                "covers": list(example.covers),
                "subjects": list(example.subjects),
                "needs": _relations(example.needs),
                "excludes": _relations(example.excludes),
                "overlaps": _relations(example.overlaps),
                "one-view": example.one_view,
                "another-view": example.another_view,
                "text": example.text,
            }
            for example in question.examples
        ],
    }


def _relations(relations: tuple[Relation, ...]) -> list[dict[str, object]]:
    return [{"to": list(relation.to), "why": relation.why} for relation in relations]


def _layer(layer: Layer) -> dict[str, object]:
    return {
        "id": layer.id,
        "title": layer.title,
        "version": layer.version,
        "level": layer.level,
        "state": layer.state,
        "lines": [requirement_object(layer, line) for line in layer.lines],
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
