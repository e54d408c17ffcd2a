"""Check the references of a checklist: example to example, guidance to source, term to text."""

from __future__ import annotations

from collections.abc import Iterator

from mou_tui.checklist.layer_check import check_layer, repeated_ids
from mou_tui.checklist.model import Checklist, Example, Question, Relation
from mou_tui.checklist.text_limits import Fault, Steps
from mou_tui.storage.validation_errors import did_you_mean


def check_references(checklist: Checklist) -> Iterator[Fault]:
    """Yield every reference of a checklist, and of its layers, that leads nowhere, or to the wrong target."""
    yield from _definitions(checklist)
    for number, topic in enumerate(checklist.topics):
        for position, question in enumerate(topic.questions):
            at: Steps = ("topics", number, "questions", position)
            yield from _citations(checklist, question, at)
            for index, example in enumerate(question.examples):
                yield from _relations(checklist, question, example, (*at, "examples", index))
    yield from repeated_ids(checklist.layers, ("layers",))
    for number, layer in enumerate(checklist.layers):
        yield from check_layer(checklist, layer, ("layers", number))


def _definitions(checklist: Checklist) -> Iterator[Fault]:
    seen: set[str] = set()
    for index, definition in enumerate(checklist.definitions):
        at: Steps = ("definitions", index)
        for form in (definition.term, *definition.forms):
            if form.casefold() in seen:
                yield (*at, "term"), f"“{form}” is defined twice"
            seen.add(form.casefold())
        if f"“{definition.term}”" not in definition.text:
            yield (*at, "text"), f"does not name “{definition.term}”, in those quotation marks"


def _citations(checklist: Checklist, question: Question, at: Steps) -> Iterator[Fault]:
    cited = [((*at, "standards", index, "source"), item.source) for index, item in enumerate(question.standards)]
    cited += [((*at, "sources", index), source) for index, source in enumerate(question.sources)]
    for step, source in cited:
        if source not in checklist.sources:
            yield step, f"“{source}” is no source of the checklist{did_you_mean(source, checklist.sources)}"


def _relations(checklist: Checklist, question: Question, example: Example, at: Steps) -> Iterator[Fault]:
    kinds = (("needs", example.needs), ("excludes", example.excludes), ("overlaps", example.overlaps))
    for kind, relations in kinds:
        for position, relation in enumerate(relations):
            step = (*at, kind, position)
            if not relation.to:
                yield step, "names no other example or point"
            for index, target in enumerate(relation.to):
                yield from _target(checklist, question, target, (*step, "to", index))
            if kind == "needs" and question.essential and _lacks_partner(checklist, relation):
                yield step, "an essential question needs a partner in another essential question"


def _target(checklist: Checklist, question: Question, target: str, at: Steps) -> Iterator[Fault]:
    other, _, rest = target.partition("/")
    if other not in checklist:
        meant = did_you_mean(other, (known.id for known in checklist.questions()))
        yield at, f"“{target}” names no question; write question/example or question/points/point{meant}"
        return
    if other == question.id:
        yield at, f"“{target}” is an example of the same question"
        return
    kind, _, point = rest.partition("/")
    names = checklist.question(other).points if point and kind == "points" else checklist.question(other).examples
    known = {named.id for named in names}
    if (point or rest) not in known:
        yield at, f"“{target}” names no example or point of that question{did_you_mean(point or rest, known)}"


def _lacks_partner(checklist: Checklist, relation: Relation) -> bool:
    """Tell whether everything needed is in questions that a short session does not ask."""
    related = {target.partition("/")[0] for target in relation.to}
    return bool(related) and all(other in checklist and not checklist.question(other).essential for other in related)
