"""Dates: parsed from text, computed, and written out in full.

A day is `2026-11-25`, a minute `2026-11-25 10:42`, wherever one is handed on.
"""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta
from functools import lru_cache

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

_MAY_BE_DATE = re.compile(r"\d")
"""A text without a digit is no date, and the reader of dates need not be loaded to see that."""

_NAMES_TWO = re.compile(r"\band\b", re.IGNORECASE)
"""Of “July 1 and 2” the reader would make July 1, 2002."""

_DEFAULTS = (datetime(2000, 1, 1), datetime(2004, 2, 2))
"""Both leap, so that February 29 can be read without its year."""


def long_date(at: str) -> str:
    """Return the date of a day or a minute in full (`January 13, 2027`); the text itself if it is neither."""
    day = _day(at[:10])
    return f"{MONTHS[day.month - 1]} {day.day}, {day.year}" if day else at


def weekday_date(day: str) -> str:
    """Return a day with its weekday (`Friday, December 4, 2026`); the text itself if it is no day."""
    known = _day(day)
    return f"{WEEKDAYS[known.weekday()]}, {long_date(day)}" if known else day


def clock_time(at: str) -> str:
    """Return the time of a minute (`6:02 p.m.`); empty if it has none."""
    try:
        clock = time.fromisoformat(at[11:])
    except ValueError:
        return ""
    return time_of_day(clock)


def time_of_day(moment: time | datetime) -> str:
    """Return the time of a moment as people write it (`6:02 p.m.`)."""
    return f"{moment.hour % 12 or 12}:{moment.minute:02} {'a' if moment.hour < 12 else 'p'}.m."


@lru_cache(maxsize=256)
def find_date(text: str) -> tuple[int, int, int]:
    """Return the year, month and day of the month that a text names; 0 for each that it does not name."""
    from dateutil.parser import parse

    try:
        # What the words leave open is taken from the default: two that differ in everything give that away.
        first, second = (parse(text, default=default, ignoretz=True) for default in _DEFAULTS)
    except (ValueError, OverflowError):
        return 0, 0, 0
    year, month, day = (
        a if a == b else 0 for a, b in ((first.year, second.year), (first.month, second.month), (first.day, second.day))
    )
    return year, month, day


def parse_date(text: str) -> str:
    """Return the date that a text names (`July 1, 2027`, `7/1/2027`); empty if it does not name one whole date."""
    if not _MAY_BE_DATE.search(text) or _NAMES_TWO.search(text):
        return ""
    year, month, day = find_date(text)
    return make_date(year, month, day) if year and month and day else ""


def is_date(text: str) -> bool:
    """Return whether a text is a date in ISO 8601 (`2026-11-25`)."""
    day = _day(text)
    return day is not None and day.isoformat() == text


def make_date(year: int, month: int, day: int) -> str:
    """Return the date of three numbers; empty if there is no such date."""
    made = _day(f"{year:04}-{month:02}-{day:02}")
    return made.isoformat() if made else ""


def last_day_of_month(year: int, month: int) -> int:
    """Return the last day of a month; without a year (0), of a year that is no leap year."""
    from calendar import monthrange

    return monthrange(year or 2001, month)[1]


def add_months(day: str, months: int) -> str:
    """Return the date a number of months later, at most the last day of that month; empty after the year 9999."""
    from dateutil.relativedelta import relativedelta

    try:
        return (date.fromisoformat(day) + relativedelta(months=months)).isoformat()
    except (ValueError, OverflowError):
        return ""


def months_in(period: str) -> int:
    """Return how many months a length of time has (`1 year`); 0 for one of days."""
    number, _, unit = period.partition(" ")
    return int(number) * (12 if unit.startswith("year") else 1 if unit.startswith("month") else 0)


def add_period(day: str, period: str) -> str:
    """Return the date a length of time later (`90 days`, `3 months`, `1 year`); empty after the year 9999."""
    if months := months_in(period):
        return add_months(day, months)
    try:
        return (date.fromisoformat(day) + timedelta(days=int(period.partition(" ")[0]))).isoformat()
    except OverflowError:
        return ""


def next_anniversary(after: str, month: int, day: int) -> str:
    """Return the next date that falls on a day of a month; empty if there is none."""
    start = int(after[:4])
    # From one leap year to the next may be eight years.
    for year in range(start, start + 9):
        anniversary = make_date(year, month, day)
        if anniversary > after:
            return anniversary
    return ""


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
