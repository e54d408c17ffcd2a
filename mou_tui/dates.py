"""Days of the calendar: read from people's words, counted on, and written out as a clerk writes them.

A day is `2026-11-25`, a minute `2026-11-25 10:42`, wherever one is handed on.
"""

from __future__ import annotations

from datetime import date, datetime, time

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


_DEFAULTS = (datetime(2000, 1, 1), datetime(2004, 2, 2))
"""Both leap, so that February 29 can be read without its year."""


def long_date(at: str) -> str:
    """A day, or the day of a minute, written out (`January 13, 2027`); as it stands if it is neither."""
    day = _day(at[:10])
    return f"{MONTHS[day.month - 1]} {day.day}, {day.year}" if day else at


def clock_time(at: str) -> str:
    """The time of a minute written out (`6:02 p.m.`); empty if it has none."""
    try:
        clock = time.fromisoformat(at[11:])
    except ValueError:
        return ""
    return f"{clock.hour % 12 or 12}:{clock.minute:02} {'a' if clock.hour < 12 else 'p'}.m."


def find_date(text: str) -> tuple[int, int, int]:
    """The year, the month and the day of the month that words name, each 0 where they do not; all 0 if unreadable."""
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
    """The day that words name (`July 1, 2027`, `7/1/2027`); empty if they do not name one whole day."""
    year, month, day = find_date(text)
    return make_date(year, month, day) if year and month and day else ""


def is_date(text: str) -> bool:
    """Whether words are a day as it is handed on (`2026-11-25`)."""
    day = _day(text)
    return day is not None and day.isoformat() == text


def make_date(year: int, month: int, day: int) -> str:
    """A day by its numbers; empty if there is none."""
    made = _day(f"{year:04}-{month:02}-{day:02}")
    return made.isoformat() if made else ""


def last_day_of_month(year: int, month: int) -> int:
    """The last day of a month; without a year, of a year that does not leap."""
    from calendar import monthrange

    return monthrange(year or 2001, month)[1]


def add_months(day: str, months: int) -> str:
    """The day so many months after another; at the end of a month that is shorter, its last day. Empty past 9999."""
    from dateutil.relativedelta import relativedelta

    try:
        return (date.fromisoformat(day) + relativedelta(months=months)).isoformat()
    except (ValueError, OverflowError):
        return ""


def next_anniversary(after: str, month: int, day: int) -> str:
    """The first day after another that falls on a day of a month; empty if there is none."""
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
