"""Write the review, all other dates that the agreement and the law set, and what is due, as entries for a calendar."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone
from typing import TYPE_CHECKING

from mou_tui.checklist.model import Checklist
from mou_tui.draft.draft import session_title
from mou_tui.errors import CannotSave
from mou_tui.language.text import short_hash
from mou_tui.reports.due_items import DueItem, due_items
from mou_tui.reports.obligations import Obligation, obligations
from mou_tui.reports.review_date import ReviewDate, review_date
from mou_tui.session.model import Session

if TYPE_CHECKING:
    from icalendar import Event

AHEAD = timedelta(days=60)
"""How long before the review the calendar reminds of it: figures and a room take time."""


def calendar_file(checklist: Checklist, session: Session, now: datetime) -> str:
    """Return the text of an iCalendar file: the review, what else the agreement or the law sets a day for, what is due.

    What comes again recurs as often as the words say.

    Args:
        checklist: what the session answers.
        session: the session.
        now: when the file is made.

    Raises:
        CannotSave: no day of the review can be read, and nothing is due on a day; the message says why, and what to do.
    """
    review, due = review_date(checklist, session), [item for item in due_items(checklist, session) if item.on]
    # The review has an entry of its own, with a reminder.
    dated = [item for item in obligations(checklist, session) if item.day and item.key != "review"]
    if not review.day and not due and not dated:
        raise CannotSave(f"There is no review date for a calendar. {review.explanation}")
    from icalendar import Calendar

    title = f"{checklist.title}, {session_title(checklist, session)}"
    calendar = Calendar()
    calendar.add("prodid", "-//mou-tui//EN")
    calendar.add("version", "2.0")
    if review.day:
        calendar.add_component(_review(review, title, now))
    for item in due:
        calendar.add_component(_due(item, title, now))
    for obligation in dated:
        calendar.add_component(_obligation(obligation, title, now))
    return str(calendar.to_ical(), "utf-8")


def _review(review: ReviewDate, title: str, now: datetime) -> Event:
    from icalendar import Alarm

    event = _event(title, review.day, f"Review: {title}", f"Computed from {review.explanation}.", now, review.every)
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", f"Review in {AHEAD.days} days: {title}")
    alarm.add("trigger", -AHEAD)
    event.add_component(alarm)
    return event


def _due(item: DueItem, title: str, now: datetime) -> Event:
    return _event(f"{title} {item.kind} {item.key}", item.on, f"Due: {item.text}", title, now)


def _obligation(item: Obligation, title: str, now: datetime) -> Event:
    summary = f"{item.place}: {item.text}"
    return _event(f"{title} {item.key}", item.day, summary, f"{title}. {item.whole}", now, item.every)


def _event(key: str, day: str, summary: str, description: str, now: datetime, every: int = 0) -> Event:
    """Return an entry of one day that comes again after `every` months; of 0, it does not."""
    from icalendar import Event

    event = Event()
    # The same id for the same thing, so that a calendar moves an entry it already has to the new day.
    event.add("uid", f"{short_hash(key)}@mou-tui")
    event.add("dtstamp", _in_utc(now))
    event.add("summary", summary)
    event.add("description", description)
    event.add("dtstart", date.fromisoformat(day))
    if every:
        event.add("rrule", _rule(every))
    return event


def _rule(months: int) -> dict[str, str | int]:
    """Return how something recurs after a number of months."""
    years, rest = divmod(months, 12)
    return {"freq": "monthly", "interval": months} if rest else {"freq": "yearly", "interval": years}


def _in_utc(now: datetime) -> datetime:
    """Return a local time in UTC; taken for UTC where the configured time zone is unknown."""
    try:
        return now.astimezone(timezone.utc)
    except (ValueError, OverflowError, OSError):
        return now.replace(tzinfo=timezone.utc)
