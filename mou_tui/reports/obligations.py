"""List what has to be done by some day, or again and again: as the law asks, and as the agreement itself says.

A day is given only where the words name one, or count from a day that is known; all else is listed without.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from mou_tui.checklist.layers import DueEvent, Layer, LayerLine, LineDue
from mou_tui.checklist.model import Checklist
from mou_tui.draft.blocks import Block
from mou_tui.draft.chosen_layers import chosen_layers
from mou_tui.draft.composition import bullet, emphasized, heading, lines, paragraph, strong
from mou_tui.draft.draft import session_title
from mou_tui.draft.law_lines import cited, layer_name
from mou_tui.frozen import NamedTuple
from mou_tui.language.dates import MONTHS, add_period, is_date, long_date, months_in, next_anniversary, parse_date
from mou_tui.language.due_dates import by_due_day
from mou_tui.language.lazy_pattern import LazyPattern
from mou_tui.language.text import capitalize_first, lower_first, pluralize
from mou_tui.reports.duties import duties
from mou_tui.reports.review_date import FACT as START_FACT
from mou_tui.reports.review_date import QUESTION, read_time, review_date
from mou_tui.session.model import Session

TITLE = "Deadlines"
NOTE = (
    "What state law and funders ask is in mou-tui’s words, and counsel decides what applies. A day is given only where "
    "the words name one or count from a day that is known; a day without its year is the first after the start date."
)
DATED, UNDATED = "With a day", "Without a day"
NONE = "Nothing in your agreement, or in the law shown here, sets a time yet."
NO_START = "the start date is not set"
END_FACT = "end-date"

_MONTH = "|".join(MONTHS)
_TWO_DAYS = LazyPattern(
    rf"(?P<before>.*\b)(?P<month>{_MONTH}) (?P<day>\d{{1,2}}) and (?P<second>(?:(?:{_MONTH}) )?\d{{1,2}})(?P<after>.*)"
)
_LATER = LazyPattern(r"\blater\b", re.I)

COLUMNS = ("id", "day", "every_months", "when", "place", "question", "text", "how")
"""What is said of each for programs."""
_FIELDS = {"id": "key", "every_months": "every", "question": "clause_id"}


class Obligation(NamedTuple):
    """Hold one thing that has to be done by some time."""

    key: str
    """Names it as long as it is the same thing: `law/wa/filing`, `clause/publication/1`, `review`, `end`."""
    clause_id: str
    """The question it belongs to; empty for the end of the agreement."""
    place: str
    """The clause, or whose law it is."""
    text: str
    when: str
    """By when or how often, in words."""
    day: str = ""
    """The first such day; empty where none is certain."""
    every: int = 0
    """After how many months again; 0 where nothing says so."""
    how: str = ""
    """How the day was computed, why there is none, or what counsel has to say first."""

    @property
    def whole(self) -> str:
        """Return all of it on one line, after its day."""
        # A clause says itself when; of the law that is not sure.
        when = f", {self.when}" if self.key.startswith("law/") else ""
        remark = f" {capitalize_first(self.how)}." if self.how else ""
        return f"{self.place}{when}: {self.text}{remark}"

    @property
    def days(self) -> str:
        """Return the first day and how often it comes again; empty where no day is certain."""
        if not self.day:
            return ""
        years, months = divmod(self.every, 12)
        every = pluralize(self.every, "month") if months else pluralize(years, "year")
        again = f", then every {every.removeprefix('1 ')}" if self.every else ""
        return f"{long_date(self.day)}{again}"


def obligations(checklist: Checklist, session: Session) -> tuple[Obligation, ...]:
    """Return all obligations, those with a day first and in order of it."""
    return tuple(by_due_day(_obligations(checklist, session), lambda item: item.day))


def parted(listed: Iterable[Obligation]) -> Iterator[tuple[str, list[Obligation]]]:
    """Yield those with a day and those without, each under its heading; of neither kind where there are none."""
    listed = tuple(listed)
    for title, has_day in ((DATED, True), (UNDATED, False)):
        if items := [item for item in listed if bool(item.day) is has_day]:
            yield title, items


def obligation_rows(checklist: Checklist, session: Session) -> Iterator[dict[str, object]]:
    """Yield the list for programs, a row for each, under the names in `COLUMNS`."""
    for item in obligations(checklist, session):
        held = item._asdict()
        yield {column: held[_FIELDS.get(column, column)] for column in COLUMNS}


def obligations_document(checklist: Checklist, session: Session) -> tuple[Block, ...]:
    """Return the list as blocks."""
    return tuple(_blocks(checklist, session))


def _obligations(checklist: Checklist, session: Session) -> Iterator[Obligation]:
    review = review_date(checklist, session)
    if review.day or review.every:
        place = f"{checklist.number(QUESTION)} {checklist.question(QUESTION).label}"
        yield Obligation("review", QUESTION, place, "Review.", "", review.day, review.every, review.explanation)
    if end := parse_date(session.facts.get(END_FACT, "")):
        yield Obligation("end", "", "The agreement", "It ends.", "", end)
    yield from _of_clauses(checklist, session, review.day)
    for layer in chosen_layers(checklist, session):
        for line in layer.lines:
            if line.due and line.asks != "context":
                yield _of_law(checklist, session, layer, line, line.due)


def _of_clauses(checklist: Checklist, session: Session, review_day: str) -> Iterator[Obligation]:
    ids = {checklist.number(question.id): question.id for question in checklist.questions()}
    count: dict[str, int] = {}
    start = session.facts.get(START_FACT, "")
    for duty in duties(checklist, session):
        # Of wordings side by side none is agreed yet; their numbers have a letter.
        if duty.kind != "shall" or not duty.time or duty.number not in ids:
            continue
        question_id, place = ids[duty.number], f"{duty.number} {duty.clause}"
        for words in _each_time(duty.time):
            time = read_time(words, start)
            is_listed_above = question_id == QUESTION and time is not None and time.day in ("", review_day)
            if time is None or is_listed_above:
                continue
            count[question_id] = count.get(question_id, 0) + 1
            key, every = f"clause/{question_id}/{count[question_id]}", time.every if time.day else 0
            how = "" if time.day or start or not time.explanation else NO_START
            yield Obligation(key, question_id, place, duty.sentence, words, time.day, every, how)


def _each_time(words: str) -> Iterator[str]:
    """Yield each day of a time that names two ("by January 5 and June 5"); nothing where its first round is unsure."""
    if match := _TWO_DAYS.fullmatch(words):
        second = match["second"] if match["second"][0].isalpha() else f"{match['month']} {match['second']}"
        yield f"{match['before']}{match['month']} {match['day']}{match['after']}"
        yield f"{match['before']}{second}{match['after']}"
    elif _LATER.search(words) is None:
        yield words


def _of_law(checklist: Checklist, session: Session, layer: Layer, line: LayerLine, due: LineDue) -> Obligation:
    day, how = _day_of(due, _known_days(session))
    condition = line.condition.strip().removesuffix(".")
    if condition:
        how = f"{how + '; ' if how else ''}for counsel: whether it applies ({lower_first(condition)})"
    clause_id = next((question_id for question_id in line.questions if question_id in checklist), "")
    every = months_in(due.again) if day and due.again else 0
    return Obligation(
        f"law/{layer.id}/{line.id}", clause_id, layer_name(layer), cited(line), due.words, day, every, how
    )


def _known_days(session: Session) -> dict[DueEvent, str]:
    adopted = parse_date(session.in_force.adopted) if session.in_force else ""
    return {"start": parse_date(session.facts.get(START_FACT, "")), "adoption": adopted}


def _day_of(due: LineDue, days: dict[DueEvent, str]) -> tuple[str, str]:
    """Return the first day something is due, and how it was computed or why there is none."""
    start = days.get("start", "")
    if is_date(due.by):
        return due.by, ""
    if due.by:
        day = next_anniversary(start, *map(int, due.by.split("-"))) if start else ""
        return day, f"the first after the start date, {long_date(start)}" if day else NO_START
    if due.before:
        return "", ""
    known = days.get(due.after, "")
    if due.within:
        counted_from = f"the day of {due.after}" if due.after != "start" else "the start date"
        day = add_period(known, due.within) if known else ""
        return day, f"counted from {counted_from}, {long_date(known)}" if day else f"{counted_from} is not known"
    if due.after and (first := known or start):
        counted_from = f"the day of {due.after}" if known and due.after != "start" else "the start date"
        return add_period(first, due.every), f"counted from {counted_from}, {long_date(first)}"
    return "", NO_START if due.after else "no day is set"


def _blocks(checklist: Checklist, session: Session) -> Iterator[Block]:
    listed = obligations(checklist, session)
    yield heading(1, TITLE)
    yield lines(session_title(checklist, session))
    yield paragraph(emphasized(NOTE))
    for title, items in parted(listed):
        yield heading(2, title)
        for item in items:
            yield bullet(strong(f"{item.days}:"), item.whole) if item.day else bullet(item.whole)
    if not listed:
        yield paragraph(NONE)
