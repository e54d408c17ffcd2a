"""Give the guidance on a question as headed lines, the same in both front ends."""

from __future__ import annotations

from collections.abc import Iterator

from mou_tui.checklist.layers import Layer
from mou_tui.checklist.model import Checklist, Example, Level, Question, Standard
from mou_tui.text import pluralize

LEVELS: dict[Level, str] = {
    "grant": "Federal grant",
    "position": "Professional position",
    "law": "Law",
    "practice": "Good practice",
}
OTHER_LAW = "Law of other states"
"""Heads the line that names the other states with law on a question; what it says is read only on request."""


def why_lines(question: Question, checklist: Checklist, state: str = "") -> Iterator[tuple[str, str]]:
    """Yield why a question matters, what bears on it, and the sources.

    Args:
        question: the question.
        checklist: for the layers over it and the sources it cites.
        state: the postal code of the state the agreement is for; empty while none is chosen.

    Yields:
        Pairs of a heading, which may be empty, and a line.
    """
    yield "", question.why
    applicable = [pair for pair in checklist.layer_lines(question.id) if pair[0].state in ("", state)]
    for layer, line in applicable:
        yield _layer_heading(layer), f"{line.text} ({line.reference})"
    standards = [standard for standard in question.standards if standard.state in ("", state)]
    for standard in standards:
        yield _level(standard), standard.text
    cited = dict.fromkeys((*question.sources, *(standard.source for standard in standards)))
    laws = dict.fromkeys(layer.sources[line.source].citation for layer, line in applicable)
    if cited or laws:
        yield "Sources", "; ".join((*(checklist.sources[source].citation for source in cited), *laws))
    states = tuple(dict.fromkeys(heading for heading, _ in other_law_lines(question, checklist, state)))
    if states:
        choose = "" if state else " If one of them is yours, choose it in “Parties and facts” to read its law here."
        yield OTHER_LAW, f"{pluralize(len(states), 'state')} ({', '.join(states)}).{choose}"


def other_law_lines(question: Question, checklist: Checklist, state: str) -> Iterator[tuple[str, str]]:
    """Yield what the law of states other than the chosen one says about a question: pairs of postal code and line."""
    for layer, line in checklist.layer_lines(question.id):
        if layer.state not in ("", state):
            yield layer.state, f"{line.text} ({line.reference})"
    for standard in question.standards:
        if standard.state not in ("", state):
            yield standard.state, standard.text


def asks_for_grant(question: Question, checklist: Checklist) -> bool:
    """Tell whether a grant asks for something at this question."""
    if any(standard.level == "grant" for standard in question.standards):
        return True
    return any(True for _ in checklist.layer_lines(question.id, "grant"))


def example_lines(example: Example) -> Iterator[tuple[str, str]]:
    """Yield when an example fits and its arguments for and against: pairs of a heading and a line."""
    yield "Fits when ", _lowered(example.when)
    if example.one_view:
        yield "One view: ", example.one_view
        yield "Another view: ", example.another_view


def _layer_heading(layer: Layer) -> str:
    return f"{LEVELS[layer.level]}, {layer.state}" if layer.state else LEVELS[layer.level]


def _level(standard: Standard) -> str:
    return f"{LEVELS[standard.level]}, {standard.state}" if standard.state else LEVELS[standard.level]


def _lowered(sentence: str) -> str:
    # "The partners ..." becomes "the partners ..."; an abbreviation such as "SRO ..." stays as it is.
    return sentence[:1].lower() + sentence[1:] if not sentence[1:2].isupper() else sentence
