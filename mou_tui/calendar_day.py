"""Days of the calendar: read from people's words, counted on, and written out as a clerk writes them.

A day is `2026-11-25`, a minute `2026-11-25 10:42`, wherever one is handed on.
"""

from __future__ import annotations

from datetime import date, datetime, time

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


def written(at: str) -> str:
    """A day, or the day of a minute, written out (`January 13, 2027`); as it stands if it is neither."""
    day = _day(at[:10])
    return f"{MONTHS[day.month - 1]} {day.day}, {day.year}" if day else at


def time_written(at: str) -> str:
    """The time of a minute written out (`6:02 p.m.`); empty if it has none."""
    try:
        clock = time.fromisoformat(at[11:])
    except ValueError:
        return ""
    return f"{clock.hour % 12 or 12}:{clock.minute:02} {'a' if clock.hour < 12 else 'p'}.m."


def read_day(words: str) -> str:
    """The day that words name (`July 1, 2027`, `7/1/2027`); empty if they do not name one whole day."""
    from dateutil.parser import parse

    try:
        # What the words leave open is taken from the default: two that differ in everything give that away.
        one, other = (
            parse(words, default=default, ignoretz=True) for default in (datetime(2001, 1, 1), datetime(2004, 2, 2))
        )
    except (ValueError, OverflowError):
        return ""
    return one.date().isoformat() if one.date() == other.date() else ""


def months_after(day: str, months: int) -> str:
    """The day so many months after another; at the end of a month that is shorter, its last day. Empty past 9999."""
    from dateutil.relativedelta import relativedelta

    try:
        return (date.fromisoformat(day) + relativedelta(months=months)).isoformat()
    except (ValueError, OverflowError):
        return ""


def next_day(after: str, month: int, day: int) -> str:
    """The first day after another that falls on a day of a month; empty if there is none."""
    start = date.fromisoformat(after)
    # From one leap year to the next may be eight years.
    for year in range(start.year, start.year + 9):
        found = _day(f"{year:04}-{month:02}-{day:02}")
        if found and found > start:
            return found.isoformat()
    return ""


def _day(words: str) -> date | None:
    try:
        return date.fromisoformat(words)
    except ValueError:
        return None
