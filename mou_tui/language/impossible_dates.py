"""Dates that are written as such and are on no calendar: June 31."""

from __future__ import annotations

import re

from mou_tui.language.dates import MONTHS, last_day_of_month, parse_date
from mou_tui.language.lazy_pattern import LazyPattern

_MONTH = rf"(?P<name>{'|'.join(f'{month[:3]}(?:{month[3:]})?' if month[3:] else month for month in MONTHS)}|sept)\.?"
_DAY = r"(?:the )?(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?:,? (?P<year>\d{4}))?"
_WRITTEN = (
    LazyPattern(rf"(?:[a-z]+day,? )?{_MONTH} {_DAY}{_YEAR}", re.I),
    LazyPattern(rf"(?:[a-z]+day,? )?{_DAY} (?:of )?{_MONTH}{_YEAR}", re.I),
    LazyPattern(r"(?P<month>\d{1,2})(?P<sign>[/.-])(?P<day>\d{1,2})(?P=sign)(?P<year>\d{4}|\d\d)", re.I),
    LazyPattern(r"(?P<year>\d{4})(?P<sign>[/.-])(?P<month>\d{1,2})(?P=sign)(?P<day>\d{1,2})", re.I),
)


def why_impossible(text: str) -> str:
    """Say why a text written as a date names no day ("June has 30 days"); empty if it names one, or is no date."""
    text = " ".join(text.split()).rstrip(".")
    matches = (pattern.fullmatch(text) for pattern in _WRITTEN)
    match = next(filter(None, matches), None)
    if match is None or parse_date(text):
        return ""
    parts = match.groupdict()
    month = _month(parts["name"]) if "name" in parts else int(parts["month"])
    if not 1 <= month <= len(MONTHS):
        return f"There is no month {month}"
    name, day, year = MONTHS[month - 1], int(parts["day"]), int(parts["year"] or 0)
    year += 2000 if 0 < year < 100 else 0
    # Without a year, February 29 may be a day.
    last = last_day_of_month(year or 2000, month)
    if day == 0:
        return f"{name} has no day 0"
    return f"{name}{f' {year}' if month == 2 and year else ''} has {last} days" if day > last else ""


def _month(name: str) -> int:
    return next(number for number, month in enumerate(MONTHS, start=1) if month[:3].casefold() == name[:3].casefold())
