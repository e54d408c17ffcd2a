"""One line that asks, in passing, whether this is a meeting."""

from __future__ import annotations

from datetime import date

from textual.content import Content
from textual.widgets import Static

from mou_tui.session.meeting import Meeting


class MeetingLine(Static):
    """Asks without taking the focus; its words can be clicked, or left alone.

    Args:
        last: the meeting that was the last, if there was one.
        key: leads to everything that can be answered.
    """

    def __init__(self, last: Meeting | None, key: str) -> None:
        super().__init__(id="meeting-line")
        self._last = last
        self._key = key

    def on_mount(self) -> None:
        """Show the question."""
        self.update(Content(" ").join([*self._questions(), self._link("meeting", self._key)]))

    def _questions(self) -> list[Content]:
        if self._last is None:
            return [self._link("meeting", "New meeting") + "?"]
        going_on = self._link("go_on", f"go on with that of {short_day(self._last.day)}")
        return [self._link("meeting", "New meeting") + ", or", going_on + "?"]

    def _link(self, action: str, label: str) -> Content:
        return Content.from_markup(f"[@click=screen.{action}]$words[/]", words=label)


def short_day(day: str) -> str:
    """Return a day as people say it in passing ("Nov 25"); as it is in the file if it is none."""
    try:
        when = date.fromisoformat(day)
    except ValueError:
        return day
    return f"{when:%b} {when.day}"
