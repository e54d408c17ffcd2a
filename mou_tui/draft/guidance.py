"""Give the guidance on a question as headed lines, the same in both front ends."""

from __future__ import annotations

from collections.abc import Iterator

from mou_tui.checklist.model import Checklist, Example, Level, Question, Standard
from mou_tui.draft.chosen_layers import LayerChoice, applicable_lines
from mou_tui.draft.law_lines import (
    CHOOSE_STATE,
    FEDERAL_GRANT,
    cited,
    dated,
    layer_heading,
    nothing_held,
    state_name,
)
from mou_tui.language.dates import long_date
from mou_tui.language.text import lower_first, pluralize

LEVELS: dict[Level, str] = {
    "grant": FEDERAL_GRANT,
    "position": "Professional position",
    "law": "Law",
    "practice": "Good practice",
}
OTHER_LAW = "Law of other states"
"""Heads the line that counts the other states with law on a question; what it says is read only on request."""


def why_lines(question: Question, checklist: Checklist, choice: LayerChoice) -> Iterator[tuple[str, str]]:
    """Yield why a question matters and what bears on it; the sources are given on request (`source_lines`).

    Args:
        question: the question.
        checklist: for the layers over it.
        choice: the state the agreement is for, and the laws and grants that apply.

    Yields:
        Pairs of a heading, which may be empty, and a line.
    """
    state = choice.state
    yield "", question.why
    if sentence := nothing_held(question, checklist, state):
        yield f"{state_name(checklist, state)} law", sentence
    elif not state and checklist.fact("state") and question.id == checklist.questions()[0].id:
        # Once, where the interview begins; on every question it would be one more line to read past.
        yield "State law", CHOOSE_STATE
    for layer, line in applicable_lines(checklist, question.id, choice):
        # What is asked of this agreement, with the day: law changes. The rest has its day among the sources.
        yield layer_heading(layer), dated(line) if choice.applies(layer) else cited(line)
    for standard in _applicable_standards(question, state):
        yield _level(standard), standard.text
    other_states = {layer.state for layer, _ in checklist.layer_lines(question.id) if layer.state not in ("", state)}
    other_states |= {standard.state for standard in question.standards if standard.state not in ("", state)}
    if other_states:
        yield OTHER_LAW, f"{pluralize(len(other_states), 'state')}."


def other_law_lines(question: Question, checklist: Checklist, state: str) -> Iterator[str]:
    """Yield what the law of states other than the chosen one says about a question; each line names its state."""
    for layer, line in checklist.layer_lines(question.id):
        if layer.state not in ("", state):
            yield cited(line)
    for standard in question.standards:
        if standard.state not in ("", state):
            yield standard.text


def source_lines(question: Question, checklist: Checklist, choice: LayerChoice) -> Iterator[tuple[str, str]]:
    """Yield what the guidance on a question rests on, for whoever will cite or check it.

    Args:
        question: the question.
        checklist: for the layers over it and the sources it cites.
        choice: as of `why_lines`.

    Yields:
        Pairs of a heading and a line: each text of law once with the days it was read, then each publication.
    """
    days: dict[tuple[str, str], list[str]] = {}
    for layer, line in applicable_lines(checklist, question.id, choice):
        days.setdefault((layer_heading(layer), layer.sources[line.source].citation), []).append(line.read)
    for (heading, citation), read in days.items():
        yield heading, f"{citation}; read {', '.join(long_date(day) for day in dict.fromkeys(read))}."
    standards = _applicable_standards(question, choice.state)
    for source_id in dict.fromkeys((*question.sources, *(standard.source for standard in standards))):
        source = checklist.sources[source_id]
        yield "Publication", f"{source.citation}; {source.place}."


def asks_for_grant(question: Question, checklist: Checklist, choice: LayerChoice) -> bool:
    """Tell whether a grant that is shown asks for something at this question."""
    if any(standard.level == "grant" for standard in question.standards):
        return True
    return any(choice.shows(layer) for layer, _ in checklist.layer_lines(question.id, "grant"))


def example_lines(example: Example) -> Iterator[tuple[str, str]]:
    """Yield when an example fits and its arguments for and against: pairs of a heading and a line."""
    yield "Fits when ", _lowered(example.when)
    if example.one_view:
        yield "One view: ", example.one_view
        yield "Another view: ", example.another_view


def _applicable_standards(question: Question, state: str) -> list[Standard]:
    return [standard for standard in question.standards if standard.state in ("", state)]


def _level(standard: Standard) -> str:
    return f"{LEVELS[standard.level]}, {standard.state}" if standard.state else LEVELS[standard.level]


def _lowered(sentence: str) -> str:
    # "The partners ..." becomes "the partners ..."; an abbreviation such as "SRO ..." stays as it is.
    return lower_first(sentence) if not sentence[1:2].isupper() else sentence
