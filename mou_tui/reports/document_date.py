"""Date a document: the day it was made, and how far the talks were by then."""

from __future__ import annotations

from typing import Literal

from mou_tui.draft.composition import one_line
from mou_tui.frozen import NamedTuple
from mou_tui.language.dates import long_date
from mou_tui.language.text import lower_first
from mou_tui.reports.corrections import Remarks
from mou_tui.session.model import Session
from mou_tui.session.standing import WORDS_IN_FORCE, standing

DatedDocument = Literal[
    "draft",
    "record",
    "worksheet",
    "signing",
    "changes",
    "agenda",
    "board",
    "families",
    "staff",
    "gaps",
    "requirements",
    "duties",
    "deadlines",
    "amendment",
    "feedback",
]

_NAMES: dict[DatedDocument, str] = {
    "draft": "Draft of",
    "record": "Record as of",
    "worksheet": "Worksheet of",
    "signing": "Open as of",
    "changes": "Changes as of",
    "agenda": "Agenda as of",
    "board": "Cover as of",
    "families": "Page as of",
    "staff": "Card as of",
    "gaps": "Report of",
    "requirements": "As of",
    "duties": "Duties as of",
    "deadlines": "Deadlines as of",
    "amendment": "Draft of",
    "feedback": "Form of",
}
_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_ENDINGS = {1: "st", 2: "nd", 3: "rd"}


class _Stage(NamedTuple):
    """Say what happened last, and when; the later of two counts."""

    at: str
    phrase: str


def dated(document: DatedDocument, session: Session | None, today: str) -> str:
    """Return the line below the title of a document ("Draft of November 30, 2026, after the second meeting").

    Of an agreement in force it says since when ("Copy of November 30, 2026, in force since July 1, 2026").

    Args:
        document: what is dated.
        session: what it was made from; None for one that is made from no session.
        today: the day it is made, `2026-11-30`.
    """
    if session and (state := standing(session, today)):
        made = "Copy of" if document in ("draft", "amendment") else _NAMES[document]
        return f"{made} {long_date(today)}, {lower_first(state)}"
    stages = [stage for stage in (_meeting(session), _milestone(session)) if stage] if session else []
    latest = f", {max(stages).phrase}" if stages else ""
    return f"{_NAMES[document]} {long_date(today)}{latest}"


def ordinal(number: int) -> str:
    """Return a number from 1 as one counts with it ("second", "21st")."""
    if number <= len(_ORDINALS):
        return _ORDINALS[number - 1]
    is_teen = number % 100 in (11, 12, 13)
    return f"{number}{'th' if is_teen else _ENDINGS.get(number % 10, 'th')}"


def _meeting(session: Session) -> _Stage | None:
    meetings = [meeting for meeting in session.meetings if not meeting.caucus]
    if not meetings:
        return None
    last, count = meetings[-1], ordinal(len(meetings))
    return _Stage(last.ended or last.began, f"{'after' if last.ended else 'during'} the {count} meeting")


def _milestone(session: Session) -> _Stage | None:
    named = [remark for remark in Remarks(session.history.entries).all if remark.entry.kind == "milestone"]
    # What the talks began with is no stage of theirs.
    milestones = [remark for remark in named if remark.text != WORDS_IN_FORCE]
    name = one_line(milestones[-1].text) if milestones else ""
    if not name:
        return None
    # "the vote of the board" reads on in a sentence; "First reading" is a name, and is quoted.
    reads_on = name.startswith(("the ", "a ", "an "))
    return _Stage(milestones[-1].entry.at, f"after {name if reads_on else f'“{name}”'}")
