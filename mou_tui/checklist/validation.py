"""Validate a checklist beyond its schema: lengths that fit the screen, and references that resolve."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import TypeAlias

from mou_tui.checklist.model import Checklist, Example, Question, Topic
from mou_tui.errors import Problem

Steps: TypeAlias = "tuple[str | int, ...]"
"""The way to a value in a checklist: keys and places in lists, from the top."""

Report: TypeAlias = Callable[[Steps, str], Problem]
"""Makes a problem from a path and a fault."""

TOPIC = {"title": 60, "summary": 160}
QUESTION = {"label": 28, "ask": 140, "why": 220, "order": 80}
DISCUSS, DISCUSS_LINES = 140, 5
POINT = 90
EXAMPLE = {"label": 24, "when": 120, "one_view": 120, "another_view": 120}
EXAMPLE_WORDS, LONG_EXAMPLE_WORDS = 90, 120
STANDARD = 160
RESERVED = "opening"
_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def validate(checklist: Checklist, report: Report) -> Iterator[Problem]:
    """Yield every mistake in a checklist that fits the schema."""
    topics: set[str] = set()
    questions: set[str] = set()
    yield from _head(checklist, report)
    for number, topic in enumerate(checklist.topics):
        at: Steps = ("topics", number)
        yield from _id(topic.id, topics, (*at, "id"), report)
        yield from _lengths(topic, TOPIC, at, report)
        if not topic.questions:
            yield report(at, f"topic “{topic.id}” has no question")
        for index, question in enumerate(topic.questions):
            yield from _question(checklist, question, (*at, "questions", index), questions, report)
        yield from _essentials_first(topic, at, report)


def _head(checklist: Checklist, report: Report) -> Iterator[Problem]:
    parties: set[str] = set()
    facts: set[str] = set()
    blanks: set[str] = set()
    if not checklist.topics:
        yield report(("id",), "a checklist needs at least one topic")
    for index, role in enumerate(checklist.parties):
        at: Steps = ("parties", index)
        yield from _id(role.id, parties, (*at, "id"), report)
        if not role.kinds:
            yield report((*at, "kinds"), f"party “{role.id}” has no kind; at least one is needed")
        for name in ("blank", "name_blank", "head_blank"):
            yield from _blank(getattr(role, name), blanks, (*at, name.replace("_", "-")), report)
    for index, fact in enumerate(checklist.facts):
        yield from _id(fact.id, facts, ("facts", index, "id"), report)
        yield from _blank(fact.blank, blanks, ("facts", index, "blank"), report)


def _blank(name: str, seen: set[str], at: Steps, report: Report) -> Iterator[Problem]:
    if name.casefold() in seen:
        yield report(at, f"the blank “{name}” is filled by something else already")
    seen.add(name.casefold())


def _question(checklist: Checklist, question: Question, at: Steps, seen: set[str], report: Report) -> Iterator[Problem]:
    yield from _id(question.id, seen, (*at, "id"), report)
    yield from _lengths(question, QUESTION, at, report)
    if not 1 <= len(question.discuss) <= DISCUSS_LINES:
        yield report((*at, "discuss"), f"has {len(question.discuss)} lines; one to {DISCUSS_LINES} are allowed")
    for index, line in enumerate(question.discuss):
        yield from _length(line, DISCUSS, (*at, "discuss", index), report)
    points: set[str] = set()
    for index, point in enumerate(question.points):
        yield from _id(point.id, points, (*at, "points", index, "id"), report)
        yield from _length(point.text, POINT, (*at, "points", index, "text"), report)
    for index, standard in enumerate(question.standards):
        step = (*at, "standards", index)
        yield from _length(standard.text, STANDARD, (*step, "text"), report)
        yield from _cited(checklist, standard.source, (*step, "source"), report)
        if (standard.level == "law") != bool(standard.state):
            yield report(step, "a law names its state, and nothing else does")
    for index, source in enumerate(question.sources):
        yield from _cited(checklist, source, (*at, "sources", index), report)
    if question.together and not question.essential:
        yield report((*at, "together"), "only an essential question can need the whole room")
    if len(question.examples) < 2:
        yield report((*at, "examples"), f"has {len(question.examples)}; at least two examples are needed")
    examples: set[str] = set()
    for index, example in enumerate(question.examples):
        step = (*at, "examples", index)
        yield from _id(example.id, examples, (*step, "id"), report)
        yield from _example(example, question, points, step, report)


def _example(example: Example, question: Question, points: set[str], at: Steps, report: Report) -> Iterator[Problem]:
    yield from _lengths(example, EXAMPLE, at, report)
    words, limit = len(example.text.split()), LONG_EXAMPLE_WORDS if question.long_examples else EXAMPLE_WORDS
    if not 1 <= words <= limit:
        yield report((*at, "text"), f"has {words} words; one to {limit} are allowed")
    for index, point in enumerate(example.covers):
        if point not in points:
            yield report((*at, "covers", index), f"“{point}” is not a point of this question")
    ordered = bool(question.order)
    if ordered != bool(example.one_view) or ordered != bool(example.another_view):
        yield report(at, "an example of an ordered question has one-view and another-view; any other has neither")


def _essentials_first(topic: Topic, at: Steps, report: Report) -> Iterator[Problem]:
    essential = [question.essential for question in topic.questions]
    if essential != sorted(essential, reverse=True):
        late = max(index for index, is_essential in enumerate(essential) if is_essential)
        yield report(
            (*at, "questions", late), "essential questions come first in their topic, so that depth never renumbers"
        )


def _id(name: str, seen: set[str], at: Steps, report: Report) -> Iterator[Problem]:
    if not _ID.fullmatch(name):
        yield report(at, f"“{name}” is not an id; lower-case letters, digits and single hyphens are allowed")
    if name == RESERVED:
        yield report(at, f"“{name}” stands for the opening of the draft; choose another id")
    if name in seen:
        yield report(at, f"“{name}” is used twice")
    seen.add(name)


def _lengths(value: Topic | Question | Example, limits: dict[str, int], at: Steps, report: Report) -> Iterator[Problem]:
    for name, limit in limits.items():
        yield from _length(getattr(value, name), limit, (*at, name.replace("_", "-")), report)


def _length(text: str, limit: int, at: Steps, report: Report) -> Iterator[Problem]:
    if len(text) > limit:
        yield report(at, f"has {len(text)} characters; {limit} are allowed")


def _cited(checklist: Checklist, source: str, at: Steps, report: Report) -> Iterator[Problem]:
    if source not in checklist.sources:
        yield report(at, f"“{source}” is not in sources.yaml")
