"""Write the review of the agreement, and what is due until then, as entries for a calendar."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone
from typing import TYPE_CHECKING

from mou_tui.checklist.model import Checklist
from mou_tui.draft.draft import session_title
from mou_tui.errors import CannotSave
from mou_tui.reports.due_items import DueItem, due_items
from mou_tui.reports.review_date import ReviewDate, review_date
from mou_tui.session.model import Session
from mou_tui.text import short_hash

if TYPE_CHECKING:
    from icalendar import Event

AHEAD = timedelta(days=60)
"""How long before the review the calendar reminds of it: figures and a room take time."""


def calendar_file(checklist: Checklist, session: Session, now: datetime) -> str:
    """Return the text of an iCalendar file: the review, recurring as the agreement says, and all that is due on a day.

    Args:
        checklist: what the session answers.
        session: the session.
        now: when the file is made.

    Raises:
        CannotSave: no day of the review can be read, and nothing is due on a day; the message says why, and what to do.
    """
    review, due = review_date(checklist, session), [item for item in due_items(checklist, session) if item.on]
    if not review.day and not due:
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
    return str(calendar.to_ical(), "utf-8")


def _review(review: ReviewDate, title: str, now: datetime) -> Event:
    from icalendar import Alarm, Event

    event = Event()
    # The same id for the same agreement, so that a calendar moves an entry it already has to the new day.
    event.add("uid", f"{short_hash(title)}@mou-tui")
    event.add("dtstamp", _in_utc(now))
    event.add("summary", f"Review: {title}")
    event.add("description", f"Computed from {review.explanation}.")
    event.add("dtstart", date.fromisoformat(review.day))
    if review.every:
        years, months = divmod(review.every, 12)
        rule = {"freq": "monthly", "interval": review.every} if months else {"freq": "yearly", "interval": years}
        event.add("rrule", rule)
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", f"Review in {AHEAD.days} days: {title}")
    alarm.add("trigger", -AHEAD)
    event.add_component(alarm)
    return event


def _due(item: DueItem, title: str, now: datetime) -> Event:
    from icalendar import Event

    event = Event()
    event.add("uid", f"{short_hash(f'{title} {item.kind} {item.key}')}@mou-tui")
    event.add("dtstamp", _in_utc(now))
    event.add("summary", f"Due: {item.text}")
    event.add("description", title)
    event.add("dtstart", date.fromisoformat(item.on))
    return event


def _in_utc(now: datetime) -> datetime:
    """Return a local time in UTC; taken for UTC where the configured time zone is unknown."""
    try:
        return now.astimezone(timezone.utc)
    except (ValueError, OverflowError, OSError):
        return now.replace(tzinfo=timezone.utc)
