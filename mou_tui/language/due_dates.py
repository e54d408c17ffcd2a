"""When something is due: the words somebody typed, the day they were understood as, and how both are written.

The words are what counts. A day is understood from the day on which they were typed, and only where they name nothing
but a day: "after the levy vote" is due on no day, and never overdue.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import date, timedelta
from typing import TypeVar

from mou_tui.language.dates import (
    MONTHS,
    WEEKDAYS,
    find_date,
    is_date,
    last_day_of_month,
    long_date,
    make_date,
    next_anniversary,
    parse_date,
    weekday_date,
)
from mou_tui.language.lazy_pattern import LazyPattern

T = TypeVar("T")

_WEEKDAY = "|".join(f"{day[:3]}(?:{day[3:]}|{day[3:5]}|{day[3]})?" for day in WEEKDAYS)
_NUMBERS = ("a", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_COUNT = rf"\d{{1,3}}|an|{'|'.join(_NUMBERS)}"
_TIME = r"(?:,? (?:at )?(?:noon|midnight|\d{1,2}(?::\d\d)? ?[ap]\.?m\.?|morning|afternoon|evening|close of business))?"

_BY = LazyPattern(r"(?:(?:on or before|no later than|not later than|by|on|before|until|due)\s+)+(?:the (?=\d))?", re.I)
_DOUBLED = LazyPattern(r"(?:by\s+)+(?=\S)", re.I)
_NEEDS_NO_BY = LazyPattern(
    r"(?:after|as soon|asap|at|before|due|during|each|every|in|no later|not later|on|once|right|soon|until|upon|when|"
    r"whenever|within|without)\b",
    re.I,
)

_TODAY = LazyPattern(rf"(?P<which>today|tonight|tomorrow){_TIME}", re.I)
_ON_WEEKDAY = LazyPattern(
    rf"(?:(?P<which>this|this coming|the coming|coming|next) )?"
    rf"(?P<day>{_WEEKDAY})\.?(?P<week> (?:of )?next week)?{_TIME}",
    re.I,
)
_IN_A_WHILE = LazyPattern(
    rf"(?:in |within )?(?P<number>{_COUNT}) (?P<unit>day|week|month|year)s?(?: time)?"
    rf"(?: from (?:now|today|(?P<day>{_WEEKDAY})))?",
    re.I,
)
_AT_END = LazyPattern(
    rf"(?:the )?(?:end|last day) of (?:(?P<which>the|this|next) (?P<unit>week|month|year)"
    rf"|(?P<month>{'|'.join(MONTHS)})(?:,? (?P<year>\d{{4}}))?)",
    re.I,
)
_NTH = LazyPattern(r"(?:the )?(?P<day>\d{1,2})(?:st|nd|rd|th)(?: of (?:the|this) month)?", re.I)
_IS_NO_DAY = LazyPattern(r"\d+(?:\.\d+)?|.*\band\b.*", re.I | re.DOTALL)
"""What the reader of dates would take for a day: a number, such as that of a clause; two days at once."""


def understand_due(words: str, today: str) -> str:
    """Return the day that words for a due date name (`2026-12-04`); empty if they name none.

    Args:
        words: as typed ("by next Thursday", "Dec 4", "in two weeks").
        today: the day on which they were typed, from which relative words are counted.
    """
    text = " ".join(words.split()).strip(" .")
    text = _BY.sub("", text, count=1) if _BY.match(text) else text
    if not text or not is_date(today):
        return ""
    if whole := parse_date(text):
        return whole
    readers: tuple[tuple[LazyPattern, Callable[[re.Match[str], date], date | str | None]], ...] = (
        (_TODAY, _near),
        (_ON_WEEKDAY, _on_weekday),
        (_IN_A_WHILE, _in_a_while),
        (_AT_END, _at_end),
        (_NTH, _nth),
    )
    for pattern, read in readers:
        if match := pattern.fullmatch(text):
            try:
                return str(read(match, date.fromisoformat(today)) or "")
            except OverflowError:
                return ""
    return _day_of_a_month(text, today)


def due_day(words: str, on: str) -> str:
    """Return the day something is due; empty if none is known.

    Args:
        words: as typed.
        on: the day they were understood as; without one, only words that name a whole date count.
    """
    return on if words.strip() and is_date(on) else parse_date(words)


def is_overdue(words: str, on: str, today: str) -> bool:
    """Return whether the day that something is due is past; without `today`, nothing is."""
    return bool(today) and "" < due_day(words, on) < today


def by_words(words: str, on: str = "", today: str = "") -> str:
    """Return when something is due, to follow what is to be done; empty if no words say so.

    Args:
        words: as typed.
        on: the day they were understood as.
        today: the day it is; without one, nothing is said to be overdue.

    Returns:
        "by Friday (December 4, 2026)", "by Friday, overdue since December 4", "after the levy vote".
    """
    text, day = _DOUBLED.sub("", " ".join(words.split()), count=1), due_day(words, on)
    if not text:
        return ""
    by = text if _NEEDS_NO_BY.match(text) else f"by {long_date(text) if is_date(text) else text}"
    if text[:1].isdigit() and _IN_A_WHILE.fullmatch(text):
        by = f"in {text}"
    names_day = bool(day) and _names_day(text)
    if late := overdue_words(words, on, today):
        return late if names_day else f"{by}, {late}"
    return f"{by} ({long_date(day)})" if day and not names_day else by


def overdue_words(words: str, on: str, today: str) -> str:
    """Return since when something is overdue ("overdue since December 4"); empty if it is not."""
    return f"overdue since {day_in(due_day(words, on), today)}" if is_overdue(words, on, today) else ""


def day_in(day: str, today: str) -> str:
    """Return a day as one says it in a year: "December 4", or with its year where that is another."""
    written = long_date(day)
    return written.removesuffix(f", {day[:4]}") if day[:4] == today[:4] else written


def shown_back(day: str, today: str) -> str:
    """Return a day with its weekday, as it is shown to whoever typed it ("Friday, December 4")."""
    written = weekday_date(day)
    return written.removesuffix(f", {day[:4]}") if day[:4] == today[:4] else written


def by_due_day(items: Iterable[T], day_of: Callable[[T], str]) -> list[T]:
    """Return items with the earliest due first, those due on no day last; otherwise in the order they had."""
    return sorted(items, key=lambda item: (not day_of(item), day_of(item)))


def _names_day(text: str) -> bool:
    _, month, day = find_date(_BY.sub("", text, count=1)) if any(map(str.isdigit, text)) else (0, 0, 0)
    return bool(month and day)


def _near(match: re.Match[str], today: date) -> date:
    return today + timedelta(days=match["which"].casefold() == "tomorrow")


def _on_weekday(match: re.Match[str], today: date) -> date:
    wanted, named = _weekday(match["day"]), (match["which"] or "").casefold()
    if named == "next" or match["week"]:
        # Of the week after this one, which is what most people mean by it; it is shown back, so that they see it.
        return today + timedelta(days=7 - today.weekday() + wanted)
    return today + timedelta(days=(wanted - today.weekday()) % 7)


def _in_a_while(match: re.Match[str], today: date) -> date:
    from dateutil.relativedelta import relativedelta

    text, unit = match["number"].casefold(), match["unit"].casefold()
    number = int(text) if text.isdecimal() else max(1, _NUMBERS.index(text) if text in _NUMBERS else 1)
    start = today + timedelta(days=(_weekday(match["day"]) - today.weekday()) % 7) if match["day"] else today
    if unit in ("day", "week"):
        return start + timedelta(days=number * (7 if unit == "week" else 1))
    try:
        return start + relativedelta(months=number * (12 if unit == "year" else 1))
    except ValueError as error:
        raise OverflowError from error


def _at_end(match: re.Match[str], today: date) -> date | str:
    is_next = (match["which"] or "").casefold() == "next"
    if match["month"]:
        month = MONTHS.index(match["month"].capitalize()) + 1
        year = int(match["year"]) if match["year"] else today.year + (month < today.month)
        return make_date(year, month, last_day_of_month(year, month)) if year else ""
    if match["unit"].casefold() == "week":
        # That of work: a Friday, and on a weekend the next one.
        return today + timedelta(days=(4 - today.weekday()) % 7 + 7 * is_next)
    if match["unit"].casefold() == "year":
        return make_date(today.year + is_next, 12, 31)
    year, month = divmod(today.year * 12 + today.month - 1 + is_next, 12)
    return make_date(year, month + 1, last_day_of_month(year, month + 1))


def _nth(match: re.Match[str], today: date) -> str:
    day = int(match["day"])
    for ahead in range(3):
        year, month = divmod(today.year * 12 + today.month - 1 + ahead, 12)
        made = make_date(year, month + 1, day)
        if made >= today.isoformat():
            return made
    return ""


def _day_of_a_month(text: str, today: str) -> str:
    """Return the next day of a month and a day without a year ("December 4", "12/4"); empty if it names none."""
    if _IS_NO_DAY.fullmatch(text):
        return ""
    year, month, day = find_date(text)
    if year or not (month and day):
        return ""
    return today if (int(today[5:7]), int(today[8:])) == (month, day) else next_anniversary(today, month, day)


def _weekday(name: str) -> int:
    return next(number for number, day in enumerate(WEEKDAYS) if day[:3].casefold() == name[:3].casefold())
