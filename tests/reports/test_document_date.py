"""The line below the title of every document: its day, and how far the talks were."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import pytest

from mou_tui.exchange.export import TextDocument, markdown
from mou_tui.reports.document_date import dated, ordinal
from mou_tui.session.history import Entry, History
from mou_tui.session.meeting import Meeting
from mou_tui.session.model import Session
from tests.documents import TODAY
from tests.strategies import EMPTY, SMALL

FIRST = Meeting("m1", "2026-11-03 18:00", "2026-11-03 20:00")
SECOND = Meeting("m2", "2026-11-17 18:00", "2026-11-17 20:00")
SECOND_OPEN = replace(SECOND, ended="")


def milestone(at: str, text: str, entry_id: str = "", corrects: str = "") -> Entry:
    return Entry(at, "milestone", text=text, id=entry_id, corrects=corrects)


def held(*meetings: Meeting, log: tuple[Entry, ...] = ()) -> Session:
    return replace(EMPTY, meetings=meetings, history=History(added=log))


VOTE = milestone("2026-11-20 19:00", "the vote of the board", entry_id="0a0a0a0a")


@pytest.mark.parametrize(
    ("session", "stage"),
    [
        (held(), ""),
        (held(FIRST), ", after the first meeting"),
        (held(FIRST, SECOND), ", after the second meeting"),
        (held(FIRST, SECOND_OPEN), ", during the second meeting"),
        (held(FIRST, SECOND, log=(VOTE,)), ", after the vote of the board"),
        (held(FIRST, log=(milestone("2026-11-02 09:00", "the vote"),)), ", after the first meeting"),
        (held(log=(milestone("2026-11-02 09:00", "First\nreading"),)), ", after “First reading”"),
        (
            held(log=(VOTE, milestone("2026-11-21 08:00", "the vote of the council", corrects="0a0a0a0a"))),
            ", after the vote of the council",
        ),
    ],
)
def test_a_document_says_its_day_and_the_last_meeting_or_milestone(session: Session, stage: str) -> None:
    assert dated("draft", session, "2026-11-30") == f"Draft of November 30, 2026{stage}"


@pytest.mark.parametrize(
    "document", ["draft", "record", "worksheet", "agenda", "signing", "changes", "board", "families", "staff"]
)
def test_every_document_has_the_line_below_its_title(document: TextDocument) -> None:
    title, line, *_ = markdown(SMALL, held(FIRST, SECOND), document, now=TODAY).split("\n\n")
    assert title.startswith("# ")
    assert line.startswith("*")
    assert line.endswith("of November 30, 2026, after the second meeting*")


def test_a_document_is_the_same_all_day_long() -> None:
    morning, evening = datetime(2026, 11, 30, 0, 0), datetime(2026, 11, 30, 23, 59)
    assert markdown(SMALL, held(FIRST), now=morning) == markdown(SMALL, held(FIRST), now=evening)


def test_what_is_handed_out_before_a_meeting_reminds_of_open_meetings_and_leaves_the_law_to_counsel() -> None:
    for document in ("worksheet", "agenda"):
        text = markdown(SMALL, EMPTY, document, now=TODAY)
        assert "\n## Open meetings and public records\n" in text
        assert text.count("counsel") >= 2


@pytest.mark.parametrize(
    ("number", "name"),
    [(1, "first"), (10, "tenth"), (11, "11th"), (13, "13th"), (21, "21st"), (22, "22nd"), (112, "112th")],
)
def test_meetings_are_counted_as_one_says_it(number: int, name: str) -> None:
    assert ordinal(number) == name
