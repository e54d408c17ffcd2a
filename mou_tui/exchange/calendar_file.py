"""Write the review of the agreement as an entry for a calendar."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone

from mou_tui.checklist.model import Checklist
from mou_tui.draft.draft import session_title
from mou_tui.errors import CannotSave
from mou_tui.reports.review_date import review_date
from mou_tui.session.model import Session
from mou_tui.text import short_hash

AHEAD = timedelta(days=60)
"""How long before the review the calendar reminds of it: figures and a room take time."""


def calendar_file(checklist: Checklist, session: Session, now: datetime) -> str:
    """Return the review as the text of an iCalendar file, recurring as the agreement says.

    Args:
        checklist: what the session answers.
        session: the session.
        now: when the file is made.

    Raises:
        CannotSave: no day of the review can be read; the message says why, and what to do.
    """
    review = review_date(checklist, session)
    if not review.day:
        raise CannotSave(f"There is no review date for a calendar. {review.explanation}")
    from icalendar import Alarm, Calendar, Event

    title = f"{checklist.title}, {session_title(checklist, session)}"
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
    calendar = Calendar()
    calendar.add("prodid", "-//mou-tui//EN")
    calendar.add("version", "2.0")
    calendar.add_component(event)
    return str(calendar.to_ical(), "utf-8")


def _in_utc(now: datetime) -> datetime:
    """Return a local time in UTC; taken for UTC where the configured time zone is unknown."""
    try:
        return now.astimezone(timezone.utc)
    except (ValueError, OverflowError, OSError):
        return now.replace(tzinfo=timezone.utc)
