"""Fill references from one clause to another: `{section:arrest}` reads “Section 2.4”.

The number of a question is the number of its clause and never changes: new questions and own clauses come at the end of
their topic. So references are filled when the checklist is loaded, and an example is seen, and taken, with them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from mou_tui.checklist.model import Checklist, Question, Topic
from mou_tui.checklist.text_limits import Fault, Steps
from mou_tui.storage.validation_errors import did_you_mean

_REFERENCE = re.compile(r"\{section:([^{}\n]*)\}")


def section(number: str) -> str:
    """Return how an agreement refers to the clause of a number ("Section 2.4")."""
    return f"Section {number}"


def fill_section_references(checklist: Checklist) -> Checklist:
    """Return a checklist whose opening, definitions and examples refer to clauses by number.

    A reference to a question that the checklist does not have stays as it is.
    """

    def filled(text: str) -> str:
        return _REFERENCE.sub(lambda reference: _section_of(checklist, reference), text)

    def of_question(question: Question) -> Question:
        examples = tuple(replace(example, text=filled(example.text)) for example in question.examples)
        return replace(question, examples=examples)

    def of_topic(topic: Topic) -> Topic:
        return replace(topic, questions=tuple(map(of_question, topic.questions)))

    definitions = tuple(replace(definition, text=filled(definition.text)) for definition in checklist.definitions)
    topics = tuple(map(of_topic, checklist.topics))
    return replace(checklist, opening=filled(checklist.opening), definitions=definitions, topics=topics)


def check_section_references(checklist: Checklist) -> Iterator[Fault]:
    """Yield every reference to a question that the checklist does not have, or of an example to its own question."""
    known = [question.id for question in checklist.questions()]
    for steps, text, own in _referring(checklist):
        for referred in _REFERENCE.findall(text):
            if referred not in checklist:
                yield (
                    steps,
                    f"“{{section:{referred}}}” names no question of the checklist{did_you_mean(referred, known)}",
                )
            elif referred == own:
                yield steps, f"“{{section:{referred}}}” is the clause itself"


def _referring(checklist: Checklist) -> Iterator[tuple[Steps, str, str]]:
    """Yield each text in which references are filled, with where it is and the question it answers, if any."""
    yield ("opening",), checklist.opening, ""
    for index, definition in enumerate(checklist.definitions):
        yield ("definitions", index, "text"), definition.text, ""
    for number, topic in enumerate(checklist.topics):
        for position, question in enumerate(topic.questions):
            for index, example in enumerate(question.examples):
                steps = ("topics", number, "questions", position, "examples", index, "text")
                yield steps, example.text, question.id


def _section_of(checklist: Checklist, reference: re.Match[str]) -> str:
    return section(checklist.number(reference[1])) if reference[1] in checklist else reference[0]
