"""Check the references of a checklist: example to example, layer to question, term to text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import get_args

from mou_tui.checklist.layers import Bound, Layer, LayerLine, LineDue
from mou_tui.checklist.model import Checklist, Example, Question, Relation
from mou_tui.checklist.validation import Report, Steps
from mou_tui.dates import is_date
from mou_tui.errors import Problem

WHY = 160
LINE = 160
_PERIOD = r"([1-9]\d{0,2} (days?|months?|years?))?"
_WHEN = r"(\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?)?"


def check_references(checklist: Checklist, report: Report) -> Iterator[Problem]:
    """Yield every reference of a checklist that leads nowhere, or to the wrong target."""
    yield from _definitions(checklist, report)
    for number, topic in enumerate(checklist.topics):
        for position, question in enumerate(topic.questions):
            for index, example in enumerate(question.examples):
                at = ("topics", number, "questions", position, "examples", index)
                yield from _relations(checklist, question, example, at, report)
    layers: set[str] = set()
    for number, layer in enumerate(checklist.layers):
        if layer.id in layers:
            yield report(("layers", number, "id"), f"“{layer.id}” is used twice")
        layers.add(layer.id)
        yield from _layer(checklist, layer, ("layers", number), report)


def _definitions(checklist: Checklist, report: Report) -> Iterator[Problem]:
    seen: set[str] = set()
    for index, definition in enumerate(checklist.definitions):
        at: Steps = ("definitions", index)
        for form in (definition.term, *definition.forms):
            if form.casefold() in seen:
                yield report((*at, "term"), f"“{form}” is defined twice")
            seen.add(form.casefold())
        if f"“{definition.term}”" not in definition.text:
            yield report((*at, "text"), f"does not name “{definition.term}”, in those quotation marks")


def _relations(
    checklist: Checklist, question: Question, example: Example, at: Steps, report: Report
) -> Iterator[Problem]:
    kinds = (("needs", example.needs), ("excludes", example.excludes), ("overlaps", example.overlaps))
    for kind, relations in kinds:
        for position, relation in enumerate(relations):
            step = (*at, kind, position)
            if not relation.to:
                yield report(step, "names no other example or point")
            if not 1 <= len(relation.why) <= WHY:
                yield report((*step, "why"), f"has {len(relation.why)} characters; one to {WHY} are allowed")
            for index, target in enumerate(relation.to):
                yield from _target(checklist, question, target, (*step, "to", index), report)
            if kind == "needs" and question.essential and _lacks_partner(checklist, relation):
                yield report(step, "an essential question needs a partner in another essential question")


def _target(checklist: Checklist, question: Question, target: str, at: Steps, report: Report) -> Iterator[Problem]:
    other, _, rest = target.partition("/")
    if other not in checklist:
        yield report(at, f"“{target}” names no question; write question/example or question/points/point")
        return
    if other == question.id:
        yield report(at, f"“{target}” is an example of the same question")
        return
    kind, _, point = rest.partition("/")
    names = checklist.question(other).points if point and kind == "points" else checklist.question(other).examples
    if (point or rest) not in {named.id for named in names}:
        yield report(at, f"“{target}” names no example or point of that question")


def _lacks_partner(checklist: Checklist, relation: Relation) -> bool:
    """Tell whether everything needed is in questions that a short session does not ask."""
    others = {target.partition("/")[0] for target in relation.to}
    return bool(others) and all(other in checklist and not checklist.question(other).essential for other in others)


def _layer(checklist: Checklist, layer: Layer, at: Steps, report: Report) -> Iterator[Problem]:
    if layer.level == "grant" and layer.state:
        yield report((*at, "state"), "only a layer of law belongs to a state")
    seen: set[str] = set()
    for index, line in enumerate(layer.lines):
        step = (*at, "lines", index)
        if line.id in seen:
            yield report((*step, "id"), f"“{line.id}” is used twice")
        seen.add(line.id)
        yield from _line(checklist, layer, line, step, report)


def _line(checklist: Checklist, layer: Layer, line: LayerLine, at: Steps, report: Report) -> Iterator[Problem]:
    if not line.questions:
        yield report((*at, "questions"), "bears on no question")
    for index, question_id in enumerate(line.questions):
        if question_id not in checklist:
            yield report((*at, "questions", index), f"“{question_id}” is no question of the checklist")
    if not 1 <= len(line.text) <= LINE:
        yield report((*at, "text"), f"has {len(line.text)} characters; one to {LINE} are allowed")
    if not line.section.strip():
        yield report((*at, "section"), "names no section")
    if not is_date(line.read):
        yield report((*at, "read"), f"“{line.read}” is not a day; write 2026-11-30")
    if line.source not in layer.sources:
        yield report((*at, "source"), f"“{line.source}” is no source of this layer")
    if not line.binds:
        yield report((*at, "binds"), "binds nobody; name one or more of: " + ", ".join(get_args(Bound)))
    if len(line.condition) > LINE:
        yield report((*at, "condition"), f"has {len(line.condition)} characters; {LINE} are allowed")
    for name in ("since", "until"):
        if not re.fullmatch(_WHEN, getattr(line, name)):
            yield report((*at, name), f"“{getattr(line, name)}” is no time; write 2026, 2026-07 or 2026-07-01")
    if line.due:
        yield from _due(line.due, (*at, "due"), report)
    for index, point in enumerate(line.points):
        yield from _point(checklist, line, point, (*at, "points", index), report)


def _due(due: LineDue, at: Steps, report: Report) -> Iterator[Problem]:
    if not (due.within or due.before or due.by or due.every):
        yield report(at, "sets no time; write within, before, by or every")
    for name in ("within", "every"):
        if not re.fullmatch(_PERIOD, getattr(due, name)):
            yield report((*at, name), f"“{getattr(due, name)}” is no length of time; write 90 days, 3 months or 1 year")
    # A day of each year, tried in a year that has them all.
    if due.by and not is_date(due.by) and not is_date(f"2000-{due.by}"):
        yield report((*at, "by"), f"“{due.by}” is no day; write 2027-06-01, or 09-01 for that day of each year")
    if due.within and not due.after:
        yield report((*at, "within"), "is counted from nothing; name it with after")
    if due.after and not (due.within or due.every):
        yield report((*at, "after"), "counts nothing; write within or every")


def _point(checklist: Checklist, line: LayerLine, target: str, at: Steps, report: Report) -> Iterator[Problem]:
    question_id, _, point = target.partition("/")
    if question_id not in checklist or point not in {known.id for known in checklist.question(question_id).points}:
        yield report(at, f"“{target}” is no point of the checklist; write question/point")
    elif question_id not in line.questions:
        yield report(at, f"“{target}” is a point of a question that the line does not name; add it to “questions”")
