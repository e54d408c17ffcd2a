"""The screens of the program with their actions."""

from __future__ import annotations

from collections.abc import Mapping

from mou_tui.tui.actions.action import ActionSpec
from mou_tui.tui.actions.incoming import FEEDBACK, INTAKE, PROPOSALS, REPLY
from mou_tui.tui.actions.interview import INTERVIEW
from mou_tui.tui.actions.positions import POSITIONS
from mou_tui.tui.actions.screens import (
    AGENDA,
    BLANKS,
    DEADLINES,
    EARLIER,
    GAPS,
    HISTORY,
    HOME,
    LAW,
    REQUIREMENTS,
    REVIEW,
    ROOM,
    SIGNING,
)

SCREENS: Mapping[str, tuple[ActionSpec, ...]] = {
    "Interview": INTERVIEW,
    "Its parties": POSITIONS,
    "Home": HOME,
    "Review": REVIEW,
    "Agenda": AGENDA,
    "Blanks": BLANKS,
    "History": HISTORY,
    "Room view": ROOM,
    "Before you sign": SIGNING,
    "Law in your state": LAW,
    "State requirements": REQUIREMENTS,
    "Deadlines": DEADLINES,
    "Earlier agreement": EARLIER,
    "Gap report": GAPS,
    "What came back": INTAKE,
    "A copy that came back": REPLY,
    "Proposals": PROPOSALS,
    "Forms for feedback": FEEDBACK,
}
"""By the name of the screen. Those of `EVERYWHERE` are on each; the second screen is a program of its own."""
