"""Validate a checklist beyond its schema: what belongs together is together, and nothing is named twice."""

from __future__ import annotations

from collections.abc import Iterator

from mou_tui.checklist.model import Checklist, Example, Question, Topic
from mou_tui.checklist.text_limits import COUNTS, Fault, Steps, check_texts
from mou_tui.storage.validation_errors import did_you_mean

EXAMPLE_WORDS, LONG_EXAMPLE_WORDS = 90, 120
RESERVED = "opening"


def validate(checklist: Checklist) -> Iterator[Fault]:
    """Yield every mistake in a checklist that fits the schema, but for references, with where it is."""
    topics: set[str] = set()
    questions: set[str] = set()
    yield from check_texts(checklist)
    yield from _head(checklist)
    for number, topic in enumerate(checklist.topics):
        at: Steps = ("topics", number)
        yield from _unique(topic.id, topics, (*at, "id"))
        if not topic.questions:
            yield at, f"topic “{topic.id}” has no question"
        for index, question in enumerate(topic.questions):
            yield from _question(question, (*at, "questions", index), questions)
        yield from _essentials_first(topic, at)


def _unique(name: str, seen: set[str], at: Steps) -> Iterator[Fault]:
    """Yield a fault where an id was seen before, or stands for something else, and remember it."""
    if name == RESERVED:
        yield at, f"“{name}” stands for the opening of the draft; choose another id"
    if name in seen:
        yield at, f"“{name}” is used twice"
    seen.add(name)


def _head(checklist: Checklist) -> Iterator[Fault]:
    parties: set[str] = set()
    facts: set[str] = set()
    blanks: set[str] = set()
    if not checklist.topics:
        yield ("id",), "a checklist needs at least one topic"
    for index, role in enumerate(checklist.parties):
        at: Steps = ("parties", index)
        yield from _unique(role.id, parties, (*at, "id"))
        if not role.kinds:
            yield (*at, "kinds"), f"party “{role.id}” has no kind; at least one is needed"
        for name in ("blank", "name_blank", "head_blank"):
            yield from _blank(getattr(role, name), blanks, (*at, name.replace("_", "-")))
    for index, fact in enumerate(checklist.facts):
        yield from _unique(fact.id, facts, ("facts", index, "id"))
        yield from _blank(fact.blank, blanks, ("facts", index, "blank"))


def _blank(name: str, seen: set[str], at: Steps) -> Iterator[Fault]:
    if name.casefold() in seen:
        yield at, f"the blank “{name}” is filled by something else already"
    seen.add(name.casefold())


def _question(question: Question, at: Steps, seen: set[str]) -> Iterator[Fault]:
    yield from _unique(question.id, seen, (*at, "id"))
    _, most = COUNTS[Question, "discuss"]
    if most and not 1 <= len(question.discuss) <= most:
        yield (*at, "discuss"), f"has {len(question.discuss)} lines; one to {most} are allowed"
    points: set[str] = set()
    for index, point in enumerate(question.points):
        yield from _unique(point.id, points, (*at, "points", index, "id"))
    for index, standard in enumerate(question.standards):
        if (standard.level == "law") != bool(standard.state):
            yield (*at, "standards", index), "a law names its state, and nothing else does"
    if question.together and not question.essential:
        yield (*at, "together"), "only an essential question can need the whole room"
    if len(question.examples) < COUNTS[Question, "examples"][0]:
        yield (*at, "examples"), f"has {len(question.examples)}; at least two examples are needed"
    examples: set[str] = set()
    for index, example in enumerate(question.examples):
        step = (*at, "examples", index)
        yield from _unique(example.id, examples, (*step, "id"))
        yield from _example(example, question, points, step)


def _example(example: Example, question: Question, points: set[str], at: Steps) -> Iterator[Fault]:
    words, limit = len(example.text.split()), LONG_EXAMPLE_WORDS if question.long_examples else EXAMPLE_WORDS
    if not 1 <= words <= limit:
        yield (*at, "text"), f"has {words} words; one to {limit} are allowed"
    for index, point in enumerate(example.covers):
        if point not in points:
            yield (*at, "covers", index), f"“{point}” is not a point of this question{did_you_mean(point, points)}"
    ordered = bool(question.order)
    if ordered != bool(example.one_view) or ordered != bool(example.another_view):
        yield at, "an example of an ordered question has one-view and another-view; any other has neither"


def _essentials_first(topic: Topic, at: Steps) -> Iterator[Fault]:
    essential = [question.essential for question in topic.questions]
    if essential != sorted(essential, reverse=True):
        early = essential.index(False)
        before = f"“{topic.questions[early].id}” stands before an essential question"
        fault = f"{before}; essential questions come first in their topic, so that depth never renumbers"
        yield (*at, "questions", early, "essential"), fault
