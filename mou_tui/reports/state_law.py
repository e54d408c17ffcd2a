"""List on one page what is held of the law of the chosen state, of federal law and of federal grants."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from mou_tui.checklist.layers import Layer, LayerLine
from mou_tui.checklist.model import Checklist
from mou_tui.draft.active_questions import active_questions
from mou_tui.draft.law_lines import FEDERAL_GRANT, FEDERAL_LAW, dated, layer_heading, nothing_verified, state_name
from mou_tui.session.model import Session

NOTE = "In our words, and may not be complete. Counsel decides what applies to you."
NO_STATE = "No state is chosen yet. Choose it in “Parties and facts”."


@dataclass(frozen=True)
class Requirement:
    """Hold one thing that a state or a funder asks for, and where the interview speaks of it."""

    id: str
    clause_id: str
    """The first question it bears on that is asked; of none that is asked, the first."""
    numbers: str
    """The numbers of its questions (`2.1, 5.3`), each that the session does not ask marked so."""
    text: str
    section: str
    """Its short citation."""
    cited: str
    """The text with its citation and the day it was read."""
    source: str
    """The text it rests on, its official address, and the copy that was read."""

    @property
    def whole(self) -> str:
        """Return numbers, text and citation on one line."""
        return f"{self.numbers}: {self.cited}"


@dataclass(frozen=True)
class LawPart:
    """Group requirements of one kind."""

    heading: str
    requirements: tuple[Requirement, ...]
    remark: str = ""
    """What to say where there are none."""


@dataclass(frozen=True)
class StateLaw:
    """Hold the whole page."""

    title: str
    parts: tuple[LawPart, ...]


def state_law(checklist: Checklist, session: Session, state: str) -> StateLaw:
    """Compile the page.

    Args:
        checklist: with the layers.
        session: says which questions are asked.
        state: the postal code of the chosen state; empty while none is chosen.
    """
    name = state_name(checklist, state)
    parts = dict[str, list[Requirement]]()
    for layer in checklist.layers:
        if layer.state in ("", state):
            parts.setdefault(layer_heading(layer), []).extend(requirements(checklist, session, layer))
    of_state = tuple(parts.pop(f"{name} law", ())) if state else ()
    remark = nothing_verified(name) if state else NO_STATE
    first = LawPart(f"{name} law" if state else "State law", of_state, "" if of_state else remark)
    federal = [heading for heading in (FEDERAL_LAW, FEDERAL_GRANT) if heading in parts]
    state_headings = [heading for heading in parts if heading not in federal]
    rest = [LawPart(heading, tuple(parts[heading])) for heading in (*federal, *state_headings)]
    return StateLaw(f"Law in {name}" if state else "Law in your state", (first, *rest))


def requirements(checklist: Checklist, session: Session, layer: Layer) -> Iterator[Requirement]:
    """Yield the requirements of a layer, in the order of the questions they bear on."""
    order = {question.id: index for index, question in enumerate(checklist.questions())}
    asked = {question.id for topic in checklist.topics for question in active_questions(session, topic)}

    def number(question_id: str) -> str:
        return checklist.number(question_id) + ("" if question_id in asked else " (not asked)")

    def requirement(line: LayerLine) -> Requirement:
        clause_ids = sorted((clause_id for clause_id in line.questions if clause_id in order), key=order.__getitem__)
        clause_id = next((clause_id for clause_id in clause_ids if clause_id in asked), clause_ids[0])
        numbers = ", ".join(map(number, clause_ids))
        source = layer.sources[line.source].citation
        return Requirement(f"{layer.id}/{line.id}", clause_id, numbers, line.text, line.section, dated(line), source)

    lines = (line for line in layer.lines if any(clause_id in order for clause_id in line.questions))
    yield from sorted(map(requirement, lines), key=lambda requirement: order[requirement.clause_id])
