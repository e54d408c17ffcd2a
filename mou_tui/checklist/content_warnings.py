"""Warn of what is no mistake in a checklist or a layer, and still wants a second look by its author."""

from __future__ import annotations

from collections.abc import Iterator

from mou_tui.checklist.layers import MONTHS_FRESH, Layer, LayerLine
from mou_tui.checklist.model import Checklist, Question
from mou_tui.checklist.text_limits import Fault, Steps
from mou_tui.language.dates import add_months, is_date

NO_FULL_STOP = "ends without a full stop"
LOWER_CASE = "begins in lower case; begin it as a sentence"


def checklist_warnings(checklist: Checklist, on: str) -> Iterator[Fault]:
    """Yield what to warn of in a checklist and its layers, with where it is; its examples are not looked at.

    Args:
        checklist: the checklist.
        on: the day of the check, as `2026-11-30`.
    """
    cited: set[str] = set()
    for number, topic in enumerate(checklist.topics):
        for index, question in enumerate(topic.questions):
            yield from _question(question, ("topics", number, "questions", index))
            cited |= {*question.sources, *(standard.source for standard in question.standards)}
    for index, definition in enumerate(checklist.definitions):
        if definition.text.endswith("."):
            yield ("definitions", index, "text"), "ends with a full stop; the opening of a draft adds its own"
    for source_id in checklist.sources:
        if source_id not in cited:
            yield ("sources", source_id), f"no question cites “{source_id}”; cite it, or delete it"
    for number, layer in enumerate(checklist.layers):
        yield from layer_warnings(layer, on, ("layers", number))


def layer_warnings(layer: Layer, on: str, at: Steps = ()) -> Iterator[Fault]:
    """Yield what to warn of in a layer, with where it is.

    Args:
        layer: the layer.
        on: the day of the check, as `2026-11-30`.
        at: where in the file the layer is.
    """
    for index, line in enumerate(layer.lines):
        step = (*at, "lines", index)
        yield from _times(line, on, step)
        for key, text in (("text", line.text), ("condition", line.condition)):
            yield from _sentence(text, (*step, key))
    used = {line.source for line in layer.lines}
    for source_id, source in layer.sources.items():
        if source_id not in used:
            yield (*at, "sources", source_id), f"no line rests on “{source_id}”; name it in a line, or delete it"
        if source.official.strip() and "." not in source.official:
            fault = f"“{source.official}” is no address; write where the text is kept, as law.lis.virginia.gov"
            yield (*at, "sources", source_id, "official"), fault


def _question(question: Question, at: Steps) -> Iterator[Fault]:
    if not question.points:
        yield (*at, "points"), f"“{question.id}” has no points, so nothing says what a good answer holds"
    covered = {point_id for example in question.examples for point_id in example.covers}
    for index, point in enumerate(question.points):
        if point.text[:1].isupper() or point.text.endswith("."):
            fault = "completes “A good answer …”: begin it in lower case, without a full stop"
            yield (*at, "points", index, "text"), fault
        if point.id not in covered:
            yield (*at, "points", index), f"no example covers “{point.id}”; name it in “covers” of one that does"


def _times(line: LayerLine, on: str, at: Steps) -> Iterator[Fault]:
    if is_date(line.read):
        if line.read > on:
            yield (*at, "read"), f"“{line.id}” was read on {line.read}, which is still to come"
        elif add_months(line.read, MONTHS_FRESH) < on:
            when = f"was read on {line.read}, more than {MONTHS_FRESH} months ago"
            yield (*at, "read"), f"“{line.id}” ({line.section}) {when}; read it again"
    if line.until and line.until < on[: len(line.until)]:
        yield (*at, "until"), f"“{line.id}” ended with {line.until}; say what holds now, or delete it"


def _sentence(text: str, at: Steps) -> Iterator[Fault]:
    if not text.strip():
        return
    if text[0].islower():
        yield at, LOWER_CASE
    if text.rstrip()[-1] not in ".?!)”":
        yield at, NO_FULL_STOP
    marks = sorted(set(text) & set("[]{}"))
    if marks:
        yield at, f"holds “{marks[0]}”; the text is shown as it is, and no blank in it is filled"
