"""Check a layer against the checklist that it is for: questions, points, sources, days, and the state."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import get_args

from mou_tui.checklist.layers import Bound, Layer, LayerLine, LineDue
from mou_tui.checklist.model import Checklist
from mou_tui.checklist.text_limits import Fault, Steps
from mou_tui.language.dates import is_date, parse_date
from mou_tui.storage.validation_errors import did_you_mean

PERIOD = r"[1-9]\d{0,2} (days?|months?|years?)"
"""How a length of time is written."""

WHEN = r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?"
"""How the time is written from which, or until which, a line holds."""


def repeated_ids(layers: Sequence[Layer], at: Steps) -> Iterator[Fault]:
    """Yield each layer whose id one before it has."""
    seen: set[str] = set()
    for number, layer in enumerate(layers):
        if layer.id in seen:
            yield (*at, number, "id"), f"“{layer.id}” is used twice"
        seen.add(layer.id)


def check_layer(checklist: Checklist, layer: Layer, at: Steps = ()) -> Iterator[Fault]:
    """Yield every mistake in a layer that fits the schema and the limits of its texts.

    Args:
        checklist: the one that the layer is for.
        layer: the layer.
        at: where in the file it is.
    """
    yield from _state(checklist, layer, at)
    if not layer.lines:
        yield (*at, "lines"), "asks for nothing; write at least one line"
    seen: set[str] = set()
    for index, line in enumerate(layer.lines):
        step = (*at, "lines", index)
        if line.id in seen:
            yield (*step, "id"), f"“{line.id}” is used twice"
        seen.add(line.id)
        yield from _line(checklist, layer, line, step)
    for number, change in enumerate(layer.changes if layer.lines else ()):
        for index, line_id in enumerate(change.lines):
            if line_id not in seen:
                fault = f"“{line_id}” is no line of this layer{did_you_mean(line_id, seen)}"
                yield (*at, "changes", number, "lines", index), fault


def _state(checklist: Checklist, layer: Layer, at: Steps) -> Iterator[Fault]:
    fact = checklist.fact("state")
    if layer.level == "grant" and layer.state:
        yield (*at, "state"), "only a layer of law belongs to a state"
    elif layer.state and fact and fact.short_forms and layer.state not in fact.short_forms:
        code = fact.short_form(layer.state)
        advice = f"write {code}" if code in fact.short_forms else "write its postal code, as VA"
        yield (*at, "state"), f"“{layer.state}” is no state of the checklist; {advice}"


def _line(checklist: Checklist, layer: Layer, line: LayerLine, at: Steps) -> Iterator[Fault]:
    if not line.questions:
        yield (*at, "questions"), "bears on no question; name one or more, as “mou-tui checklist show --ids” lists them"
    known = [question.id for question in checklist.questions()]
    for index, question_id in enumerate(line.questions):
        if question_id not in checklist:
            fault = f"“{question_id}” is no question of the checklist{did_you_mean(question_id, known)}"
            yield (*at, "questions", index), fault
    for index, target in enumerate(line.points):
        yield from _point(checklist, line, target, (*at, "points", index))
    if line.source not in layer.sources:
        fault = f"“{line.source}” is no source of this layer{did_you_mean(line.source, layer.sources)}"
        yield (*at, "source"), fault
    if not line.binds:
        yield (*at, "binds"), "binds nobody; name one or more of: " + ", ".join(get_args(Bound))
    yield from _days(line, at)
    if line.due:
        yield from _due(line.due, (*at, "due"))


def _due(due: LineDue, at: Steps) -> Iterator[Fault]:
    if not (due.within or due.before or due.by or due.every):
        yield at, "sets no time; write within, before, by or every"
    for name in ("within", "every"):
        if not re.fullmatch(f"({PERIOD})?", getattr(due, name)):
            yield (*at, name), f"“{getattr(due, name)}” is no length of time; write 90 days, 3 months or 1 year"
    # A day of each year, tried in a year that has them all.
    if due.by and not is_date(due.by) and not is_date(f"2000-{due.by}"):
        yield (*at, "by"), f"“{due.by}” is no day; write 2027-06-01, or 09-01 for that day of each year"
    if due.within and not due.after:
        yield (*at, "within"), "is counted from nothing; name it with after"
    if due.after and not (due.within or due.every):
        yield (*at, "after"), "counts nothing; write within or every"


def _point(checklist: Checklist, line: LayerLine, target: str, at: Steps) -> Iterator[Fault]:
    question_id, _, point = target.partition("/")
    known = {known.id for known in checklist.question(question_id).points} if question_id in checklist else set()
    if point not in known:
        meant = did_you_mean(target, (f"{question_id}/{known_id}" for known_id in known))
        yield at, f"“{target}” is no point of the checklist; write question/point{meant}"
    elif line.questions and question_id not in line.questions and all(named in checklist for named in line.questions):
        yield at, f"“{target}” is a point of a question that the line does not name; add it to “questions”"


def _days(line: LayerLine, at: Steps) -> Iterator[Fault]:
    if line.read.strip() and not is_date(line.read):
        yield (*at, "read"), f"“{line.read}” is not a day; write {parse_date(line.read) or '2026-11-30'}"
    times = {name: time for name in ("since", "until") if (time := getattr(line, name))}
    wrong = [name for name, time in times.items() if not _is_time(time)]
    for name in wrong:
        yield (*at, name), f"“{times[name]}” is no time; write 2026, 2026-07 or 2026-07-01"
    if len(times) == 2 and not wrong and line.until < line.since[: len(line.until)]:
        yield (*at, "until"), f"is before the line begins, which is {line.since}"


def _is_time(text: str) -> bool:
    """Tell whether a text is a year, a month or a day, as `2026`, `2026-07` or `2026-07-01`."""
    return bool(re.fullmatch(WHEN, text)) and (len(text) <= len("2026-07") or is_date(text))
