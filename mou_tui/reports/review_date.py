"""Compute the day of the review from the answer about it and the start date of the agreement.

The answer gives a day (`by June 1 each year`), a month (`each April`) or only a period (`every two years`), which is
then counted from the start. The result quotes the phrase it was computed from, or says what to do where nothing can be
computed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from mou_tui.checklist.model import Checklist
from mou_tui.draft.blanks import blanks_of
from mou_tui.language.dates import (
    MONTHS,
    add_months,
    find_date,
    last_day_of_month,
    long_date,
    make_date,
    next_anniversary,
    parse_date,
)
from mou_tui.language.lazy_pattern import LazyPattern
from mou_tui.session.model import Session

QUESTION = "review"
FACT = "start-date"

# Case matters, because “may” is also a verb.
_MONTH = rf"(?-i:{'|'.join(MONTHS)}|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.)"
_NTH = r"\d{1,2}(?:st|nd|rd|th)?"
_DATE = (
    rf"(?:{_MONTH} {_NTH}\b(?:,? \d{{4}}\b)?|{_NTH}(?: day)?(?: of)? {_MONTH}(?:,? \d{{4}}\b)?"
    r"|\d{4}-\d\d-\d\d\b|\d{1,2}/\d{1,2}/\d{4}\b)"
)
_BY = r"\b(?:on or before|no later than|by|before|each|every)(?: the)? "
_DATES = tuple(
    LazyPattern(pattern, re.IGNORECASE)
    for pattern in (
        rf"{_BY}(?P<date>{_DATE})",
        rf"\b(?P<date>{_DATE})",
        rf"(?:{_BY})?\b(?P<last>end of|last day of) (?P<date>{_MONTH}(?: \d{{4}}\b)?)",
        rf"(?:{_BY}|\b(?:in|during) )(?P<date>{_MONTH}(?: \d{{4}}\b)?)(?! \d)",
    )
)
"""Ways to name a day, the surest first; a month alone needs a word before it."""

_NUMBERS = {
    **{"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "twelve": 12, "eighteen": 18},
    **{"other": 2, "second": 2, "third": 3, "fourth": 4, "fifth": 5},
}
_PERIOD = LazyPattern(
    r"\b(?:each|every|once an?|once per|once in|per) "
    rf"(?:(?P<number>{'|'.join(_NUMBERS)}|\d{{1,2}})(?: \(\d{{1,2}}\))? )?"
    r"(?:school |calendar |fiscal )?(?P<unit>year|month)s?\b",
    re.IGNORECASE,
)
_ADVERB = LazyPattern(
    r"\b(?:(?:annual|biennial|semi-?annual)(?:ly)?|yearly|quarterly|twice (?:a|each|every|per) (?:school )?year)\b",
    re.IGNORECASE,
)
_MONTHS_OF = {"annual": 12, "yearly": 12, "biennial": 24, "quarterly": 3}
_HALF_A_YEAR = 6

_SENTENCE = LazyPattern(r"(?<=[.;])\s+(?=[A-Z0-9\[-])|\n+")
_ABOUT_REVIEW = LazyPattern(r"\b(?:review|reaffirm|revisit)", re.IGNORECASE)
_ASKS_WHEN = LazyPattern(r"\b(?:date|day|month)\b")
_SAY_SO = "such as “by June 1 each year”"


@dataclass(frozen=True)
class ReviewDate:
    """Hold the date of the review."""

    day: str
    """The first such day (`2028-06-01`); empty if none could be read."""
    every: int
    """After how many months again; 0 where the answer does not say that it recurs."""
    explanation: str
    """The phrase it was computed from; or why it could not be, and what to do."""


@dataclass(frozen=True)
class _Reading:
    """Hold a phrase that says when, and its meaning."""

    phrases: tuple[str, ...]
    every: int = 0
    year: int = 0
    month: int = 0
    day: int = 0
    note: str = ""


def review_date(checklist: Checklist, session: Session) -> ReviewDate:
    """Return the day of the review, and the phrase it was computed from."""
    if QUESTION not in checklist:
        return _unknown("This checklist does not ask about a review.")
    answer = session.answer(QUESTION)
    clause = f"{checklist.number(QUESTION)} {checklist.question(QUESTION).label}"
    if answer.not_applicable:
        return _unknown(f"{clause} does not apply: {answer.not_applicable}")
    if answer.alternatives:
        return _unknown(f"{clause} has several wordings. Choose one; the day is read from it.")
    if not answer.text.strip():
        return _unknown(f"{clause} is empty. Write there when the agreement is reviewed, {_SAY_SO}.")
    reading = next(_readings(answer.text), None)
    blank = next((blank.text for blank in blanks_of(answer) if _ASKS_WHEN.search(blank.name)), "")
    if reading is None:
        todo = f"Fill “{blank}” there" if blank else "Name one there"
        return _unknown(f"No day could be read in {clause}. {todo}, {_SAY_SO}.")
    computed = _counted(reading, session.facts.get(FACT, "").strip())
    return (
        replace(computed, explanation=f"{computed.explanation}; “{blank}” is still a blank")
        if blank and not reading.month
        else computed
    )


def read_time(words: str, start_words: str) -> ReviewDate | None:
    """Return the day that words for a time name for certain, and how often it comes again; None where they say neither.

    Args:
        words: as a clause says it ("by June 1 each year", "each month").
        start_words: the start date of the agreement, from which a day without its year is counted.
    """
    period = _period(words)
    reading = _date(words)
    if reading and not reading.note:
        return _counted(reading, start_words)
    return ReviewDate("", period.every, "") if period else None


def _unknown(reason: str) -> ReviewDate:
    return ReviewDate("", 0, reason)


def _counted(reading: _Reading, start_words: str) -> ReviewDate:
    quoted = " and ".join(f"“{phrase}”" for phrase in reading.phrases)
    if reading.year:
        return ReviewDate(make_date(reading.year, reading.month, reading.day), reading.every, f"{quoted}{reading.note}")
    start = parse_date(start_words)
    if not start:
        problem = f"“{start_words}” could not be read as a day" if start_words else "it is not set"
        return _unknown(
            f"{quoted} must be counted from the start date, and {problem}. "
            "Set it under “Parties and facts”, such as July 1, 2027."
        )
    if reading.month:
        # The first round is the one that the period allows: by June 1 in every second year is not this June.
        day = add_months(next_anniversary(start, reading.month, reading.day), max(0, reading.every - 12))
    else:
        day = add_months(start, reading.every)
    return ReviewDate(day, reading.every, f"{quoted}, counted from the start date, {long_date(start)}{reading.note}")


def _readings(text: str) -> Iterator[_Reading]:
    """Yield the readings of sentences, the best first: those about the review, then any that recur."""
    sentences = [" ".join(sentence.split()) for sentence in _SENTENCE.split(text)]
    about = [sentence for sentence in sentences if _ABOUT_REVIEW.search(sentence)]
    for read in (_date, _period):
        yield from filter(None, map(read, about))
    for read in (_date, _period):
        yield from (reading for reading in filter(None, map(read, sentences)) if reading.every)


def _date(sentence: str) -> _Reading | None:
    for pattern in _DATES:
        match = pattern.search(sentence)
        year, month, day = find_date(match["date"].replace(" day", "")) if match else (0, 0, 0)
        if match and month:
            note = ""
            if not day:
                is_last = "last" in match.re.groupindex
                day = last_day_of_month(year, month) if is_last else 1
                note = "" if is_last else "; no day of the month is named, so its first was taken"
            period = _period(sentence)
            every = period.every if period else 12 if match[0].lower().startswith(("each ", "every ")) else 0
            return _Reading((match[0], *(period.phrases if period else ())), every, year, month, day, note)
    return None


def _period(sentence: str) -> _Reading | None:
    match = _PERIOD.search(sentence)
    if match:
        number = (match["number"] or "one").lower()
        every = (_NUMBERS.get(number) or int(number)) * (12 if match["unit"].lower() == "year" else 1)
        return _Reading((match[0],), every) if every else None
    adverb = _ADVERB.search(sentence)
    if adverb:
        every = next(
            (months for start, months in _MONTHS_OF.items() if adverb[0].lower().startswith(start)), _HALF_A_YEAR
        )
        return _Reading((adverb[0],), every)
    return None
